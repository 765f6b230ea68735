import { daysInMonth, type PlainDate } from '../kernel/plain-date.ts';
import { addDays, dayOfMonth, sayWeekday } from './days.ts';
import type { DeadlineSettings, OccurrenceFlag, Period, PeriodKind } from './model.ts';
import { lastMonthOf, reportPeriod, reportPeriods } from './periods.ts';
import type { SimpleSchedule } from './schedule.ts';

/** A day as it is printed, before working days are asked. `words` say where it comes from. */
export type PrintedDay = {
  key: string;
  printed: PlainDate;
  exclusive: boolean;
  opens: PlainDate | null;
  period: Period | null;
  flags: readonly OccurrenceFlag[];
  words: string;
};

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;

/** A day in or after a period, what had to be assumed for it, and whether a setting chose it. */
type Place = { printed: PlainDate; flags: OccurrenceFlag[]; words: string; chosen: boolean };

/** The last month of a period, as it is said after a day. */
const lastMonthWords: Record<PeriodKind, string> = {
  week: 'trong tuần',
  month: 'của tháng',
  quarter: 'tháng cuối quý',
  'half-year': 'tháng cuối kỳ 6 tháng',
  'nine-months': 'tháng cuối kỳ 9 tháng',
  year: 'tháng 12',
};

const eachWords: Record<PeriodKind, string> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
};

const everyWords: Record<Exclude<Recurring['every'], 'as-prescribed'>, string> = {
  week: 'Hằng tuần',
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  'half-year': '6 tháng một lần',
  year: 'Hằng năm',
};

/** The days of a recurring schedule in a year: one for each of its periods. */
export function recurringDays(schedule: Recurring, year: number, settings: DeadlineSettings): PrintedDay[] {
  if (schedule.every !== 'as-prescribed')
    return daysOf(schedule, schedule.every, year, settings, everyWords[schedule.every]);
  const each = eachWords[settings.continuousEvery];
  const lead = `Định kỳ theo quy định, mỗi ${each} một lần`;
  return daysOf(schedule, settings.continuousEvery, year, settings, lead).map((day) => ({
    ...day,
    key: day.period ? keyOf(day.period) : day.key,
    flags: ['as-prescribed', ...day.flags],
  }));
}

/** What goes on all the time is reported each period of the tenant's choice. */
export function continuousDays(year: number, settings: DeadlineSettings): PrintedDay[] {
  const kind = settings.continuousEvery;
  const lead = `Thường xuyên, báo cáo mỗi ${eachWords[kind]}`;
  return daysOf({ kind: 'recurring', every: kind }, kind, year, settings, lead).map((day) => ({
    ...day,
    flags: ['period-assumed', ...day.flags],
  }));
}

function daysOf(
  schedule: Recurring,
  kind: PeriodKind,
  year: number,
  settings: DeadlineSettings,
  lead: string,
): PrintedDay[] {
  return reportPeriods(kind, year, settings).map((whole) => {
    const { printed, flags, words, chosen } =
      whole.kind === 'week' ? weekly(whole, settings) : place(schedule, whole, settings);
    const period = schedule.every === 'year' ? periodUpTo(schedule.month, whole, settings) : whole;
    const told = schedule.day !== undefined && schedule.every !== 'as-prescribed';
    return {
      key: chosen ? keyOf(whole) : printed,
      printed,
      exclusive: schedule.exclusive ?? false,
      opens: null,
      period,
      flags,
      words: `${told ? upperFirst(words) : `${lead}; ${words}`} (${period.label})`,
    };
  });
}

const keyOf = ({ kind, year, number }: Period): string => `${kind}-${year}-${number}`;

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A yearly day in March, June or September closes the figures of 3, 6 or 9 months; another month's those of the year. */
function periodUpTo(month: number | undefined, year: Period, settings: DeadlineSettings): Period {
  if (month === 3) return reportPeriod('quarter', 1, year.year, settings);
  if (month === 6) return reportPeriod('half-year', 1, year.year, settings);
  return month === 9 ? reportPeriod('nine-months', 1, year.year, settings) : year;
}

function place(schedule: Recurring, period: Period, settings: DeadlineSettings): Place {
  const named = period.kind === 'year' ? schedule.month : undefined;
  const printsMonth = named !== undefined || schedule.inLastMonth === true || schedule.inNextMonth === true;
  // A monthly day leaves no month open; elsewhere a day without a month is the tenant's to place.
  const bare = schedule.day !== undefined && !printsMonth && period.kind !== 'month';
  const next = schedule.inNextMonth === true || (bare && settings.bareDay === 'next-month');
  const month = next ? lastMonthOf(period) + 1 : (named ?? lastMonthOf(period));
  const assumed = schedule.day === undefined && !printsMonth;
  const where = next ? 'của tháng liền kề' : named ? `tháng ${named}` : lastMonthWords[period.kind];
  return {
    // A month printed without a day lasts until its end.
    printed: dayOfMonth(period.year, month, schedule.day ?? (assumed ? settings.unitDay : 31)),
    chosen: assumed || bare,
    flags: flagsOf(schedule, period.year, month, { assumed, bare }),
    words: sayPlace(schedule, where, { assumed, bare, unitDay: settings.unitDay }),
  };
}

type Assumed = { assumed: boolean; bare: boolean };

function flagsOf({ day }: Recurring, year: number, month: number, { assumed, bare }: Assumed): OccurrenceFlag[] {
  const flags: OccurrenceFlag[] = [];
  if (assumed) flags.push('day-assumed');
  if (bare) flags.push('month-assumed');
  if (day !== undefined && day > daysInMonth(month > 12 ? year + 1 : year, ((month - 1) % 12) + 1))
    flags.push('day-clamped');
  return flags;
}

const twoDigits = (day: number): string => String(day).padStart(2, '0');

function sayPlace(
  schedule: Recurring,
  where: string,
  { assumed, bare, unitDay }: Assumed & { unitDay: number },
): string {
  if (assumed) return `không ghi ngày, lấy ngày ${twoDigits(unitDay)} ${where} theo cài đặt`;
  const bound = schedule.exclusive ? 'trước' : 'chậm nhất';
  if (schedule.day === undefined) return `${bound} ngày cuối ${where}`;
  return `${bound} ngày ${twoDigits(schedule.day)} ${where}${bare ? ' theo cài đặt vì không ghi tháng' : ''}`;
}

/** No weekday is kept in the contract of readings: the tenant's. */
function weekly(period: Period, { weeklyDay }: DeadlineSettings): Place {
  const printed = addDays(period.from, weeklyDay - 1);
  const words = `không ghi ngày, lấy ${sayWeekday(printed)} theo cài đặt`;
  return { printed, chosen: true, flags: ['day-assumed'], words };
}

/** A row without a time belongs to the plan's year. */
export const wholeYear = (year: number): PrintedDay => ({
  key: 'no-time',
  printed: dayOfMonth(year, 12, 31),
  exclusive: false,
  opens: null,
  period: null,
  flags: ['no-time-stated'],
  words: `Không ghi thời gian; thuộc năm ${year} của kế hoạch`,
});
