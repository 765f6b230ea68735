import { undoneActions } from '../../plan/review.ts';
import type { OwnDraft, OwnEdit, OwnTask, SentEdit } from './model.ts';

/** A draft after a list of edits: on the server and in the browser alike. An edit of a task that is no more changes nothing. */
export function foldOwnDraft(base: OwnDraft, edits: readonly SentEdit[]): OwnDraft {
  const undone = undoneActions(edits);
  return edits.reduce((draft, { id, act }) => (undone.has(id) ? draft : apply(draft, act)), base);
}

/** The last edit that counts and is no undo: what is undone next. */
export function lastEdit(edits: readonly SentEdit[]): string | undefined {
  const undone = undoneActions(edits);
  return edits.findLast(({ id, act }) => act.kind !== 'undo' && !undone.has(id))?.id;
}

function apply(draft: OwnDraft, act: OwnEdit): OwnDraft {
  switch (act.kind) {
    case 'title':
      return { ...draft, title: act.value };
    case 'head':
      return { ...draft, head: act.value.trim() || null };
    case 'basis':
      return { ...draft, basis: act.value };
    case 'task':
      return change(draft, act.task, (task) => ({
        ...task,
        [act.field]: act.field === 'text' ? act.value : act.value.trim() || null,
      }));
    case 'add':
      return add(draft, act);
    case 'drop':
      return drop(draft, act.task, act.reason);
    case 'keep':
      return change(draft, act.task, (task) => ({ ...task, dropped: null }));
    case 'undo':
      return draft;
  }
}

const change = (draft: OwnDraft, id: string, into: (task: OwnTask) => OwnTask): OwnDraft => ({
  ...draft,
  tasks: draft.tasks.map((task) => (task.id === id ? into(task) : task)),
});

/** Beside the task it is added after, under that one's component; at the end where there is none. */
function add(draft: OwnDraft, { task, after, value }: Extract<OwnEdit, { kind: 'add' }>): OwnDraft {
  if (draft.tasks.some(({ id }) => id === task)) return draft;
  const found = draft.tasks.findIndex(({ id }) => id === after);
  const at = found === -1 ? draft.tasks.length : found + 1;
  const component = draft.tasks[at - 1]?.component ?? null;
  const added = {
    id: task,
    mother: null,
    component,
    text: value,
    result: null,
    time: null,
    division: null,
    dropped: null,
  };
  return { ...draft, tasks: draft.tasks.toSpliced(at, 0, added) };
}

/** A task of the unit's own is simply taken away; one of the mother plan stays seen, with why it is left out. */
const drop = (draft: OwnDraft, id: string, reason: string): OwnDraft => ({
  ...draft,
  tasks: draft.tasks.flatMap((task) =>
    task.id !== id ? [task] : task.mother === null ? [] : [{ ...task, dropped: reason }],
  ),
});
