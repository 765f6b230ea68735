import { type ReviewAction, undoneActions } from '../../../src/plan/review.ts';

/**
 * What undo and redo would take back, found in the log itself and not in the memory of a tab: so both work after a
 * reload and in the other tab.
 */

/** The last action that still counts, or undefined when there is nothing to take back. */
export function findUndo(actions: readonly ReviewAction[]): ReviewAction | undefined {
  const undone = undoneActions(actions);
  return actions.findLast(({ id, act }) => act.kind !== 'undo' && !undone.has(id));
}

/** The last undo that still counts and that no later edit has made stale. */
export function findRedo(actions: readonly ReviewAction[]): ReviewAction | undefined {
  const undone = undoneActions(actions);
  const undos = new Set(actions.filter(({ act }) => act.kind === 'undo').map(({ id }) => id));
  const lastEdit = actions.findLastIndex(({ act }) => act.kind !== 'undo');
  return actions.findLast(
    ({ id, act }, at) => at > lastEdit && act.kind === 'undo' && !undos.has(act.of) && !undone.has(id),
  );
}
