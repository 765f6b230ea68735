import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/** `late`: working days after the last day, until it was first sent, or until today where it was not; 0 where it is in time. */
export type Lateness = { sent: boolean; late: number };

/**
 * How late a report is. Days off do not count: what was due on a Friday and came on Monday is one day late. The first sending
 * counts, for a report that was returned and mended came in time all the same. Without a day nothing is late.
 */
export function latenessOf(
  { due, firstSentOn }: { due: PlainDate | null; firstSentOn: PlainDate | null },
  today: PlainDate,
  calendar: Pick<WorkCalendar, 'workingDaysBetween'>,
): Lateness {
  const until = firstSentOn ?? today;
  const past = due !== null && until > due;
  // Sent on a Sunday after a Friday: no working day has passed, and yet it was not in time.
  return { sent: firstSentOn !== null, late: past ? Math.max(1, calendar.workingDaysBetween(due, until)) : 0 };
}
