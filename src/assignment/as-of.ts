import type { PlainDate } from '../kernel/plain-date.ts';
import { foldAssignment, type Issued } from './fold.ts';
import type { Action, AssignmentState } from './model.ts';

/**
 * An assignment as it stood at the end of a day in what its holder had done by then. What was decided about it since holds: work
 * that was returned, cancelled or moved later is so, and what was put down by mistake stays taken back.
 */
export const foldAsOf = (issued: Issued, actions: readonly Action[], day: PlainDate): AssignmentState =>
  foldAssignment(
    issued,
    actions.filter((action) => !isAfter(action, day)),
  );

/** Whether an act tells of what was done after a day; what was entered late counts by the day it was done. */
export const isAfter = ({ act, day: recorded }: Pick<Action, 'act' | 'day'>, day: PlainDate): boolean => {
  if (act.kind === 'complete') return act.on > day;
  return (act.kind === 'progress' || act.kind === 'evidence') && recorded > day;
};
