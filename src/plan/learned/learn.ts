import { type Reading, type Role, roles, type Task, type TaskField } from '../model.ts';
import { certain, type Draft, type DraftTask, type ReviewAction, undoneActions } from '../review.ts';
import type { ColumnSetting } from '../views.ts';
import { agencyKey, codeKey, headerKey, type Lesson } from './model.ts';

/** A task as it was read, with the id it has in the draft. */
type Read = { task: Task; final: DraftTask };

export type Confirmed = {
  reading: Reading;
  ids: readonly string[];
  actions: readonly ReviewAction[];
  draft: Draft;
  columns: readonly ColumnSetting[];
};

/**
 * What a confirmed draft teaches, from what its officer changed. An agency is learned where every place that prints it was
 * changed alike, and more than one or one the reader doubted: a single certain name that was exchanged is a decision
 * about that task, not about the name.
 */
export function learnFrom({ reading, ids, actions, draft, columns }: Confirmed): Lesson[] {
  const final = new Map(draft.tasks.map((task) => [task.id, task]));
  const read = reading.tasks.flatMap((task, i): Read[] => {
    const found = final.get(ids[i] ?? '');
    return found ? [{ task, final: found }] : [];
  });
  const findAction = lastActions(actions);
  const lessons = [...columns.map(ofColumn), ...agencyLessons(read, findAction), ...codeLessons(read, findAction)];
  return lessons.filter(({ key, value }) => key.length <= longest && value.every((part) => part.length <= longest));
}

/** A wording is learned to be met again: a page of text is none, and no index of a database holds it. */
const longest = 500;

const ofColumn = ({ header, role }: ColumnSetting): Lesson => ({
  kind: 'header',
  key: headerKey(header),
  printed: header,
  index: null,
  value: [role],
  action: null,
});

type FindAction = (task: string, field: TaskField) => string | null;

/** The last action that set a field and counts. */
function lastActions(actions: readonly ReviewAction[]): FindAction {
  const undone = undoneActions(actions);
  const last = new Map<string, string>();
  for (const { id, act } of actions)
    if (act.kind === 'set' && !undone.has(id)) last.set(`${act.task} ${act.field}`, id);
  return (task, field) => last.get(`${task} ${field}`) ?? null;
}

function agencyLessons(read: readonly Read[], findAction: FindAction): Lesson[] {
  const found = new Map<string, Lesson>();
  for (const one of read) {
    for (const role of roles.filter((role) => one.final.corrected.includes(role))) {
      for (const { from, to } of exchanged(one.task[role], one.final[role])) {
        if (to.length === 0 || !isAlike(read, from, to)) continue;
        const printed = printedFor(one.task, role, from);
        const key = agencyKey(printed);
        const action = findAction(one.final.id, role);
        found.set(key, { kind: 'agency', key, printed, index: null, value: to, action });
      }
    }
  }
  return [...found.values()].filter(({ key, value }) => value.length !== 1 || agencyKey(value[0] ?? '') !== key);
}

/** Names that others took the place of: one by one where the lists are as long, else the only one that went. */
function exchanged(before: readonly string[], after: readonly string[]): { from: string; to: string[] }[] {
  if (before.length === after.length) {
    return before.flatMap((from, i) => (after.includes(from) ? [] : [{ from, to: [after[i] as string] }]));
  }
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  return gone.length === 1 ? [{ from: gone[0] as string, to: come }] : [];
}

function isAlike(read: readonly Read[], from: string, to: readonly string[]): boolean {
  const places = read.flatMap(({ task, final }) =>
    roles.filter((role) => task[role].includes(from)).map((role) => ({ task, final, role })),
  );
  const alike = places.every(
    ({ final, role }) => !final[role].includes(from) && to.every((name) => final[role].includes(name)),
  );
  const doubted = places.some(({ task, role }) => (task.fields[role]?.confidence ?? 1) < certain);
  const learned = places.some(({ task, role }) => printedFor(task, role, from) !== from);
  return alike && (places.length > 1 || doubted || learned);
}

/** What the document prints for a name that a lesson put there: the correction is about that lesson. */
function printedFor({ notes }: Task, role: Role, name: string): string {
  const before = `learned:${role}:`;
  const printed = notes.filter((note) => note.startsWith(before)).map((note) => note.slice(before.length));
  return printed.length === 1 ? (printed[0] as string) : name;
}

function codeLessons(read: readonly Read[], findAction: FindAction): Lesson[] {
  const found = new Map<string, Lesson>();
  for (const { task, final } of read) {
    if (task.component === null || !final.corrected.includes('codes') || final.codes.length === 0) continue;
    const key = codeKey(task.index, task.component);
    const others = read.filter(
      (one) => one.task.component !== null && codeKey(one.task.index, one.task.component) === key,
    );
    if (!others.every((other) => other.final.codes.join() === final.codes.join())) continue;
    const action = findAction(final.id, 'codes');
    found.set(key, { kind: 'code', key, printed: task.component, index: task.index, value: final.codes, action });
  }
  return [...found.values()];
}
