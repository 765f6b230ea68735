import type { Reading, TaskField } from './model.ts';
import { foldReview, type ReviewAct, type ReviewAction, undoneActions } from './review.ts';
import type { HistoryEntry } from './views.ts';

/** An action of the review with when and by whom. */
export type StampedAction = ReviewAction & { at: string; by: string };
/** Something that happened to the plan as a whole. */
export type PlanEvent = { kind: string; at: string; by: string };

/** What happened to one task, oldest first: read, corrected, accepted, joined, confirmed. Undone acts are left out. */
export function taskHistory(
  reading: Reading,
  actions: readonly StampedAction[],
  events: readonly PlanEvent[],
  task: string,
): HistoryEntry[] {
  const undone = undoneActions(actions);
  const counted = actions.filter(({ id, act }) => act.kind !== 'undo' && !undone.has(id));
  const acts = counted.flatMap((action, i) => {
    const told = tell(reading, counted.slice(0, i), action.act, task);
    return told ? [{ at: action.at, by: action.by, ...told }] : [];
  });
  // A stable sort: what was read stands before what was done at the same moment.
  return [...events.flatMap((event) => tellEvent(event, task)), ...acts].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

type Told = Pick<HistoryEntry, 'kind' | 'field' | 'before' | 'after'>;

function tell(reading: Reading, earlier: ReviewAction[], act: ReviewAct, task: string): Told | undefined {
  const happened = (kind: string): Told => ({ kind, field: null, before: null, after: null });
  switch (act.kind) {
    case 'set':
      return act.task === task ? corrected(reading, earlier, act, task) : undefined;
    case 'accept':
      return act.tasks.includes(task) ? happened('accepted') : undefined;
    case 'reopen':
      return act.tasks.includes(task) ? happened('acceptance-withdrawn') : undefined;
    case 'add':
      return act.task === task ? happened('added') : undefined;
    case 'split':
      return act.task === task || act.into === task ? happened('split') : undefined;
    case 'merge':
      return act.into === task ? happened('merged') : undefined;
    case 'move':
      return act.task === task ? happened('moved') : undefined;
    default:
      return undefined;
  }
}

function corrected(
  reading: Reading,
  earlier: ReviewAction[],
  act: { field: TaskField; value: unknown },
  task: string,
): Told {
  const before = foldReview(reading, earlier).tasks.find(({ id }) => id === task)?.[act.field] ?? null;
  return { kind: 'corrected', field: act.field, before, after: act.value };
}

/** Of the plan's own events a task takes part in these; a task an officer added was never read. */
function tellEvent({ kind, at, by }: PlanEvent, task: string): HistoryEntry[] {
  const told = kind === 'added' ? (/^t\d+$/.test(task) ? 'read' : undefined) : kind;
  return told ? [{ at, by, kind: told, field: null, before: null, after: null }] : [];
}
