import type { DocumentHead, FieldReading, Reading, Role, Source, TaskField, TaskFields } from './model.ts';
import { roles } from './model.ts';

/**
 * The review of a reading: an append-only list of small actions, folded into the draft the officer sees. Server and
 * browser share this fold, so two tabs, an undo and a reload all end in the same draft. Pure: ids and times come in.
 */

/** Fields of the document's head an officer may correct. */
export type HeadField = 'type' | 'number' | 'symbol' | 'date' | 'year' | 'place' | 'issuer' | 'title' | 'indices';

export type ReviewAct =
  | { [F in TaskField]: { kind: 'set'; task: string; field: F; value: TaskFields[F] } }[TaskField]
  | { [F in HeadField]: { kind: 'set-head'; field: F; value: DocumentHead[F] } }[HeadField]
  | { kind: 'accept'; tasks: string[] }
  /** take back an acceptance: the task waits again */
  | { kind: 'reopen'; tasks: string[] }
  /** an empty task after another; null puts it first */
  | { kind: 'add'; task: string; after: string | null }
  | { kind: 'remove'; task: string }
  /** the text from `at` (UTF-16 offset) on becomes a new task with the same other fields */
  | { kind: 'split'; task: string; into: string; at: number }
  /** `task` goes into `into`: texts joined by a line, agencies and codes united */
  | { kind: 'merge'; task: string; into: string }
  | { kind: 'move'; task: string; after: string | null }
  /** undo of an undo is a redo */
  | { kind: 'undo'; of: string };

/** `id` is made by the browser, so that sending twice counts once. */
export type ReviewAction = { id: string; act: ReviewAct };

export type DraftTask = TaskFields & {
  id: string;
  source: Source;
  fields: Record<string, FieldReading>;
  notes: string[];
  accepted: boolean;
  /** fields an officer has set: certain, whatever the reader thought */
  corrected: TaskField[];
};

export type Draft = { head: DocumentHead; tasks: DraftTask[] };

/** Below this a field waits for an officer's eye. The same bound the reading contract promises 98 % for. */
export const certain = 0.9;

/** "t1", "t2" … in the order of the document: the ids of the tasks of a plan's first file. */
export const firstIds = (reading: Reading): string[] => reading.tasks.map((_, i) => `t${i + 1}`);

/** Tasks of a later file keep the ids of those they repeat (`ids`); added and split ones get ids from the browser. */
export function openDraft(reading: Reading, ids: readonly string[] = firstIds(reading)): Draft {
  const tasks = reading.tasks.map(
    (task, i): DraftTask => ({ ...task, id: ids[i] ?? `t${i + 1}`, accepted: false, corrected: [] }),
  );
  return { head: reading.document, tasks };
}

/** Fields of a task that wait: read with low confidence and neither corrected nor accepted. */
export function doubtfulFields(task: DraftTask): TaskField[] {
  if (task.accepted) return [];
  return (Object.keys(task.fields) as TaskField[]).filter(
    (field) => (task.fields[field]?.confidence ?? 1) < certain && !task.corrected.includes(field),
  );
}

/** The draft after all actions. Actions on tasks that are gone change nothing; undone actions are left out. */
export function foldReview(reading: Reading, actions: readonly ReviewAction[], ids?: readonly string[]): Draft {
  const undone = undoneActions(actions);
  const start = openDraft(reading, ids);
  return actions.reduce((draft, { id, act }) => (undone.has(id) ? draft : apply(draft, act)), start);
}

/** Ids of actions that do not count. Later undos win: an undo that is itself undone gives its action back. */
export function undoneActions(actions: readonly { id: string; act: { kind: string; of?: string } }[]): Set<string> {
  const undone = new Set<string>();
  for (const { id, act } of [...actions].reverse()) {
    if (act.kind === 'undo' && act.of !== undefined && !undone.has(id)) undone.add(act.of);
  }
  return undone;
}

function apply(draft: Draft, act: ReviewAct): Draft {
  switch (act.kind) {
    case 'set':
      return change(draft, act.task, (task) => ({
        ...task,
        [act.field]: act.value,
        corrected: [...new Set([...task.corrected, act.field])],
      }));
    case 'set-head':
      return { ...draft, head: { ...draft.head, [act.field]: act.value } };
    case 'accept':
      return acceptAll(draft, act.tasks, true);
    case 'reopen':
      return acceptAll(draft, act.tasks, false);
    case 'add':
      return draft.tasks.some((task) => task.id === act.task)
        ? draft
        : insert(draft, emptyTask(act.task, draft), act.after);
    case 'remove':
      return { ...draft, tasks: draft.tasks.filter((task) => task.id !== act.task) };
    case 'split':
      return split(draft, act.task, act.into, act.at);
    case 'merge':
      return merge(draft, act.task, act.into);
    case 'move':
      return move(draft, act.task, act.after);
    case 'undo':
      return draft;
  }
}

function change(draft: Draft, id: string, to: (task: DraftTask) => DraftTask): Draft {
  return { ...draft, tasks: draft.tasks.map((task) => (task.id === id ? to(task) : task)) };
}

function acceptAll(draft: Draft, ids: readonly string[], accepted: boolean): Draft {
  const chosen = new Set(ids);
  return { ...draft, tasks: draft.tasks.map((task) => (chosen.has(task.id) ? { ...task, accepted } : task)) };
}

function insert(draft: Draft, task: DraftTask, after: string | null): Draft {
  const at = after === null ? 0 : draft.tasks.findIndex(({ id }) => id === after) + 1;
  // The task it should follow may have been removed in the other tab: put it last rather than lose it.
  const place = after !== null && at === 0 ? draft.tasks.length : at;
  return { ...draft, tasks: draft.tasks.toSpliced(place, 0, task) };
}

function emptyTask(id: string, draft: Draft): DraftTask {
  const indices = draft.head.indices;
  return {
    id,
    index: indices.length === 1 ? (indices[0] ?? null) : null,
    dimension: null,
    component: null,
    codes: [],
    text: '',
    result: null,
    lead: [],
    implement: [],
    cooperate: [],
    monitor: [],
    time: null,
    schedule: null,
    targets: [],
    source: { page: null, table: null, row: null, line: null },
    fields: {},
    notes: [],
    accepted: false,
    corrected: [],
  };
}

function split(draft: Draft, id: string, into: string, at: number): Draft {
  const task = draft.tasks.find((candidate) => candidate.id === id);
  if (!task || at <= 0 || at >= task.text.length || draft.tasks.some((candidate) => candidate.id === into))
    return draft;
  const corrected: TaskField[] = [...new Set<TaskField>([...task.corrected, 'text'])];
  const rest = { ...task, id: into, text: task.text.slice(at).trim(), corrected, accepted: false };
  const first = { ...task, text: task.text.slice(0, at).trim(), corrected };
  return insert(
    change(draft, id, () => first),
    rest,
    id,
  );
}

function merge(draft: Draft, id: string, into: string): Draft {
  const task = draft.tasks.find((candidate) => candidate.id === id);
  if (!task || id === into || !draft.tasks.some((candidate) => candidate.id === into)) return draft;
  const joined = change(draft, into, (target) => ({
    ...target,
    text: join(target.text, task.text) ?? '',
    result: join(target.result, task.result),
    codes: union(target.codes, task.codes),
    targets: [...target.targets, ...task.targets],
    ...(Object.fromEntries(roles.map((role) => [role, union(target[role], task[role])])) as Record<Role, string[]>),
    time: target.time ?? task.time,
    schedule: target.schedule ?? task.schedule,
    corrected: [...new Set<TaskField>([...target.corrected, 'text'])],
    accepted: false,
  }));
  return { ...joined, tasks: joined.tasks.filter((candidate) => candidate.id !== id) };
}

function move(draft: Draft, id: string, after: string | null): Draft {
  const task = draft.tasks.find((candidate) => candidate.id === id);
  if (!task || id === after) return draft;
  return insert({ ...draft, tasks: draft.tasks.filter((candidate) => candidate.id !== id) }, task, after);
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

function join(a: string | null, b: string | null): string | null {
  return [a, b].filter((part) => part !== null && part !== '').join('\n') || null;
}
