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
  const [lone, fresh] = [
    alone(
      left,
      told.map((pair) => pair.before),
    ),
    alone(
      right,
      told.map((pair) => pair.after),
    ),
  ];
  return {
    same: told.filter(isSame).map((pair) => ({ before: pair.before.id, after: pair.after.id })),
    changed,
    moved: told.filter(({ fields, moved }) => moved && fields.length === 0),
    added: fresh.map((task) => ({
      ...task,
      partOf: partOf(
        task,
        changed.map((pair) => [pair.before, pair.after]),
      ),
    })),
    removed: lone.map((task) => ({
      ...task,
      partOf: partOf(
        task,
        changed.map((pair) => [pair.after, pair.before]),
      ),
    })),
  };
}

const isSame = ({ fields, moved }: { fields: string[]; moved: boolean }): boolean => fields.length === 0 && !moved;
const alone = (all: ComparedTask[], paired: ComparedTask[]): ComparedTask[] =>
  all.filter((task) => !paired.includes(task));

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

/** A task of one file that holds most of a lone one, which its match in the other file does not: split or merged. */
function partOf(task: ComparedTask, pairs: [whole: ComparedTask, rest: ComparedTask][]): string | null {
  const words = gramsOf(task.text);
  const found = pairs.find(
    ([whole, rest]) => containment(words, gramsOf(whole.text)) >= 0.9 && containment(words, gramsOf(rest.text)) < 0.7,
  );
  return found?.[0].id ?? null;
}
