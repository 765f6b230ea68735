import type { PlainDate } from '../../kernel/plain-date.ts';

type Owed = { assignment_id: string; bucket: string };
type Dated = { assignmentId: string; due: PlainDate };

/** Where work stands that is urgent already, whatever its unit wrote under it. */
const urgent: readonly string[] = ['returned', 'overdue'];

/**
 * What is owed, the most urgent first, where a concrete act that is overdue makes its task urgent: the next day of the task
 * stands with what is overdue, however far off it is.
 */
export function raiseUrgent<T extends Owed>(owed: readonly T[], concrete: readonly Dated[], today: PlainDate): T[] {
  const late = new Set(concrete.filter(({ due }) => due < today).map(({ assignmentId }) => assignmentId));
  return owed.map((one) => {
    // Once for each assignment: its first line is its most urgent.
    if (!late.delete(one.assignment_id) || urgent.includes(one.bucket)) return one;
    return { ...one, bucket: 'overdue' };
  });
}
