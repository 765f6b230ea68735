import { dayOfMonth } from '../../calendar/days.ts';
import type { DeadlineSettings } from '../../calendar/model.ts';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Round, RoundAct, RoundDays, RoundState } from './model.ts';

/** The round an occurrence belongs to; a report by a day is about all since the plan was issued. */
export function roundOf({ period, from, to, printed, due }: RoundDays, planFrom: PlainDate): Round | undefined {
  if (period !== null && from !== null && to !== null) return { key: period, label: period, from, to };
  const day = printed ?? due;
  if (day === null) return undefined;
  const until = due !== null && due < day ? due : day;
  return {
    key: day,
    label: `Đến ${formatPlainDate(until)}`,
    from: planFrom < until ? planFrom : until,
    to: until,
  };
}

/**
 * The last day on which a round takes reports without an exception: the day the focal office itself reports by, in the month the
 * period ends in, on the working day before where it is none. Practice, and a setting of the tenant (`focalDay`).
 */
export function closesAfter(
  { to }: Pick<Round, 'to'>,
  { focalDay }: Pick<DeadlineSettings, 'focalDay'>,
  calendar: Pick<WorkCalendar, 'previousWorkingDay'>,
): PlainDate {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const thisMonth = dayOfMonth(year, month, focalDay);
  // Figures closed after the office's day of that month are gathered by its day of the next.
  const day = thisMonth > to ? thisMonth : dayOfMonth(year, month + 1, focalDay);
  return calendar.previousWorkingDay(day) ?? day;
}

/** The state of a round after what was done about it, oldest first. */
export function foldRound(acts: readonly RoundAct[]): RoundState {
  const excluded = new Map<string, string>();
  let closed: boolean | null = null;
  for (const act of acts) {
    if (act.kind === 'close') closed = true;
    else if (act.kind === 'open') closed = false;
    else if (act.kind === 'exclude') excluded.set(act.agencyId, act.reason);
    else excluded.delete(act.agencyId);
  }
  return { closed, excluded };
}

/** Whether a round is closed on a day. */
export const isClosed = ({ closed }: Pick<RoundState, 'closed'>, after: PlainDate, today: PlainDate): boolean =>
  closed ?? today > after;
