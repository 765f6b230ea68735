import type { Reading, TaskField } from './model.ts';
import { type Draft, foldReview, type ReviewAct, type ReviewAction, undoneActions } from './review.ts';
import type { HistoryEntry } from './views.ts';

/** An action of the review with when and by whom; `carried`: copied from another version's draft, it happened there. */
export type StampedAction = ReviewAction & { at: string; by: string; carried?: boolean };
/** Something that happened to the plan as a whole. */
export type PlanEvent = { kind: string; at: string; by: string; version?: number | null };
/** The review of one version: what was read, under which ids, and what was done then. */
export type Segment = { reading: Reading; ids?: readonly string[] | undefined; actions: readonly StampedAction[] };

/** What happened to one task, oldest first: read, corrected, accepted, joined, confirmed. Undone acts are left out. */
export function taskHistory(segments: readonly Segment[], events: readonly PlanEvent[], task: string): HistoryEntry[] {
  const acts = segments.flatMap((segment) => tellSegment(segment, task));
  // A stable sort: what was read stands before what was done at the same moment.
  return [...events.flatMap((event) => tellEvent(event, task)), ...acts].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

function tellSegment({ reading, ids, actions }: Segment, task: string): HistoryEntry[] {
  const undone = undoneActions(actions);
  const counted = actions.filter(({ id, act }) => act.kind !== 'undo' && !undone.has(id));
  return counted.flatMap((action, i) => {
    if (action.carried) return [];
    const draft = () => foldReview(reading, counted.slice(0, i), ids);
    const told = tell(draft, action.act, task);
    return told ? [{ at: action.at, by: action.by, ...told }] : [];
  });
}

type Told = Pick<HistoryEntry, 'kind' | 'field' | 'before' | 'after'>;

function tell(before: () => Draft, act: ReviewAct, task: string): Told | undefined {
  const happened = (kind: string): Told => ({ kind, field: null, before: null, after: null });
  switch (act.kind) {
    case 'set':
      return act.task === task ? corrected(before(), act, task) : undefined;
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

function corrected(draft: Draft, act: { field: TaskField; value: unknown }, task: string): Told {
  const before = draft.tasks.find(({ id }) => id === task)?.[act.field] ?? null;
  return { kind: 'corrected', field: act.field, before, after: act.value };
}

/** Of the plan's own events a task takes part in these; a task an officer added was never read. */
function tellEvent({ kind, at, by, version }: PlanEvent, task: string): HistoryEntry[] {
  const told = kindFor(kind, version ?? 1, task);
  return told ? [{ at, by, kind: told, field: null, before: null, after: null }] : [];
}

function kindFor(kind: string, version: number, task: string): string | undefined {
  const readIn = /^v(\d+)t\d+$/.exec(task);
  if (kind === 'added') return /^t\d+$/.test(task) ? 'read' : undefined;
  if (kind === 'version-accepted' && readIn && version <= Number(readIn[1]))
    return version === Number(readIn[1]) ? 'read' : undefined;
  return ['version-proposed', 'version-dropped', 'columns-set'].includes(kind) ? undefined : kind;
}
