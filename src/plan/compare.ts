import { squish } from '../kernel/text.ts';
import { containment, gramsOf } from './compare/likeness.ts';
import { longestRun } from './compare/longest-run.ts';
import { matchTasks } from './compare/match.ts';
import { type TaskField, type TaskFields, taskFields } from './model.ts';
import type { ComparedTask, ComparisonView } from './views.ts';

/** A task by its id in its own draft. */
export type Comparable = TaskFields & { id: string };

export type Comparison = Pick<ComparisonView, 'same' | 'changed' | 'added' | 'removed' | 'moved'>;

/**
 * Two files of one plan, task by task. `compare(b, a)` is the mirror of `compare(a, b)`: what was added was removed, what
 * was before is after.
 */
export function compareTasks(before: readonly Comparable[], after: readonly Comparable[]): Comparison {
  const [left, right] = [before.map(toCompared), after.map(toCompared)];
  const pairs = matchTasks(before, after);
  const kept = longestRun(pairs, ({ after }) => after);
  const told = pairs.map((pair) => {
    const [one, other] = [left[pair.before] as ComparedTask, right[pair.after] as ComparedTask];
    return { before: one, after: other, fields: changedFields(one, other), moved: !kept.has(pair) };
  });
  const changed = told.filter(({ fields }) => fields.length > 0);
  const added = without(
    right,
    told.map((pair) => pair.after),
  );
  const removed = without(
    left,
    told.map((pair) => pair.before),
  );
  const partOfBefore = findWhole(changed.map((pair) => [pair.before, pair.after]));
  const partOfAfter = findWhole(changed.map((pair) => [pair.after, pair.before]));
  return {
    same: told.filter(isSame).map((pair) => ({ before: pair.before.id, after: pair.after.id })),
    changed,
    moved: told.filter(({ fields, moved }) => moved && fields.length === 0),
    added: added.map((task) => ({ ...task, partOf: partOfBefore(task) })),
    removed: removed.map((task) => ({ ...task, partOf: partOfAfter(task) })),
  };
}

const isSame = ({ fields, moved }: { fields: string[]; moved: boolean }): boolean => fields.length === 0 && !moved;

function without(all: readonly ComparedTask[], paired: readonly ComparedTask[]): ComparedTask[] {
  const gone = new Set(paired);
  return all.filter((task) => !gone.has(task));
}

const names = Object.keys(taskFields) as TaskField[];

function toCompared(task: Comparable, at: number): ComparedTask {
  const fields = Object.fromEntries(names.map((name) => [name, task[name]])) as TaskFields;
  return { ...fields, id: task.id, order: at + 1 };
}

/** The fields that say something else; spaces, and the order of what has none, are no difference. */
export function changedFields(one: TaskFields, other: TaskFields): TaskField[] {
  return names.filter((name) => canonical(one[name]) !== canonical(other[name]));
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return squish(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map((part) => (typeof part === 'string' ? squish(part) : JSON.stringify(part))).sort());
}

/**
 * Tells of a lone task which one of the other file holds most of it, where that one's match does not: it was split off or
 * merged into it. Only texts that have become shorter may have lost a part.
 */
function findWhole(pairs: [whole: ComparedTask, rest: ComparedTask][]): (task: ComparedTask) => string | null {
  const known = pairs
    .filter(([whole, rest]) => whole.text.length > rest.text.length)
    .map(([whole, rest]) => ({ id: whole.id, whole: gramsOf(whole.text), rest: gramsOf(rest.text) }));
  return ({ text }) => {
    const words = gramsOf(text);
    const found = known.find(
      ({ whole, rest }) =>
        whole.size > words.size && containment(words, whole) >= 0.9 && containment(words, rest) < 0.7,
    );
    return found?.id ?? null;
  };
}
