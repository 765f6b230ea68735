import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { addDays, sayWeekday } from './days.ts';
import type { DeadlineSettings, OccurrenceFlag } from './model.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The last day to act. `limit` is the last day by the wording, `moved` why another is taken. */
export type LastDay = { limit: PlainDate; due: PlainDate; moved: string | null; flags: OccurrenceFlag[] };

/**
 * The last day on which what is printed for a day can be done.
 *
 * "Trước ngày X" (`exclusive`) excludes X. Where the last day is no working day, office practice takes the working day
 * before it; Bộ luật Dân sự 91/2015/QH13 Điều 148 khoản 5 the one after, which may be X itself; `keep` leaves it and flags it.
 */
export function lastDay(
  printed: PlainDate,
  exclusive: boolean,
  { roll }: Pick<DeadlineSettings, 'roll'>,
  calendar: WorkCalendar,
): LastDay {
  const limit = exclusive ? addDays(printed, -1) : printed;
  const known: OccurrenceFlag[] = calendar.knows(limit) ? [] : ['unknown-year'];
  if (calendar.isWorkingDay(limit)) return { limit, due: limit, moved: null, flags: known };
  if (roll === 'keep') return { limit, due: limit, moved: null, flags: [...known, 'non-working-day'] };
  const found = roll === 'before' ? calendar.previousWorkingDay(limit) : calendar.nextWorkingDay(limit);
  if (found === undefined) return { limit, due: limit, moved: null, flags: [...known, 'no-working-day'] };
  const off = stretch(limit, found);
  return {
    limit,
    due: found,
    moved: sayMove(limit, found, off, calendar),
    flags: isVerified(off, calendar) ? known : [...known, 'unverified-day'],
  };
}

/** The days off from the limit to the day taken, in order. */
function stretch(limit: PlainDate, due: PlainDate): PlainDate[] {
  const step = due < limit ? -1 : 1;
  const days: PlainDate[] = [];
  for (let day = limit; day !== due; day = addDays(day, step)) days.push(day);
  return step === 1 ? days : days.reverse();
}

const isVerified = (days: readonly PlainDate[], calendar: WorkCalendar): boolean =>
  days.every((day) => calendar.statusOf(day).verified);

/** Named by the day off it meets, and by the whole break where that is more than the weekend. */
function sayMove(limit: PlainDate, due: PlainDate, off: readonly PlainDate[], calendar: WorkCalendar): string {
  const taken = `${sayWeekday(due)} ${formatPlainDate(due)}`;
  const to =
    due < limit
      ? `chuyển lên ngày làm việc liền trước theo thông lệ, ${taken}`
      : `chuyển sang ngày làm việc tiếp theo theo Bộ luật Dân sự, ${taken}`;
  const open = isVerified(off, calendar) ? '' : ' (chưa tìm thấy thông báo chính thức của đợt nghỉ)';
  return `${formatPlainDate(limit)} là ${sayDayOff(limit, calendar)}${sayBreak(off, calendar)}${open}: ${to}.`;
}

function sayBreak(off: readonly PlainDate[], calendar: WorkCalendar): string {
  const occasions = new Set(off.flatMap((day) => calendar.statusOf(day).occasion ?? []));
  const [first, last] = [off[0], off.at(-1)];
  if (occasions.size === 0 || off.length < 2 || !first || !last) return '';
  return `, nghỉ liền từ ${formatPlainDate(first)} đến ${formatPlainDate(last)} (${[...occasions].join(', ')})`;
}

/** "ngày nghỉ Tết Âm lịch …", with the tenant's reason where the tenant made it so. */
function sayDayOff(day: PlainDate, calendar: WorkCalendar): string {
  const { name, reason } = calendar.statusOf(day);
  return reason === null ? name : `${name} (${reason})`;
}
