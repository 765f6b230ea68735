import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { addDays, dayOf, dayOfMonth, sayWeekday } from './days.ts';
import type { DeadlineSettings, OccurrenceFlag, Period, PeriodKind } from './model.ts';
import { lastMonthOf, reportPeriod, reportPeriods } from './periods.ts';
import type { SimpleSchedule } from './schedule.ts';
import type { WorkCalendar } from './work-calendar.ts';

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

/** The year asked for, and how its tenant counts. */
export type Asked = { year: number; settings: DeadlineSettings; calendar: WorkCalendar };

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;
type Continuous = Extract<SimpleSchedule, { kind: 'continuous' }>;

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
export function recurringDays(schedule: Recurring, asked: Asked): PrintedDay[] {
  if (schedule.every !== 'as-prescribed') return daysOf(schedule, schedule.every, asked, everyWords[schedule.every]);
  const kind = asked.settings.continuousEvery;
  const lead = `Định kỳ theo quy định, mỗi ${eachWords[kind]} một lần`;
  return daysOf(schedule, kind, asked, lead).map((day) => ({
    ...day,
    key: day.period ? keyOf(day.period) : day.key,
    flags: ['as-prescribed', ...day.flags],
  }));
}

/** What goes on all the time is reported each period of the tenant's choice, from the one its first day falls in. */
export function continuousDays({ kind: _, ...bounds }: Continuous, asked: Asked): PrintedDay[] {
  const kind = asked.settings.continuousEvery;
  const lead = `Thường xuyên, báo cáo mỗi ${eachWords[kind]}`;
  return daysOf({ ...bounds, kind: 'recurring', every: kind }, kind, asked, lead).map((day) => ({
    ...day,
    flags: ['period-assumed', ...day.flags],
  }));
}

function daysOf(schedule: Recurring, kind: PeriodKind, asked: Asked, lead: string): PrintedDay[] {
  const { year, settings } = asked;
  return reportPeriods(kind, year, settings)
    .filter(within(schedule))
    .map((whole) => {
      const { printed, flags, words, chosen } = placeOf(schedule, whole, asked);
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

/** Whether a period ends within the days a schedule is bound to: what ended before the first of them is not reported. */
const within =
  ({ from, to }: Recurring) =>
  (period: Period): boolean =>
    (from === undefined || period.to >= from) && (to === undefined || period.to <= to);

const keyOf = ({ kind, year, number }: Period): string => `${kind}-${year}-${number}`;

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A yearly day in March, June or September closes the figures of 3, 6 or 9 months; another month's those of the year. */
function periodUpTo(month: number | undefined, year: Period, settings: DeadlineSettings): Period {
  if (month === 3) return reportPeriod('quarter', 1, year.year, settings);
  if (month === 6) return reportPeriod('half-year', 1, year.year, settings);
  return month === 9 ? reportPeriod('nine-months', 1, year.year, settings) : year;
}

function placeOf(schedule: Recurring, period: Period, asked: Asked): Place {
  if (period.kind === 'week') return weekly(schedule, period, asked.settings);
  const month = period.kind === 'year' ? schedule.month : undefined;
  const printsMonth = month !== undefined || schedule.inLastMonth === true || schedule.inNextMonth === true;
  if (schedule.day === undefined && !printsMonth) return unprinted(period, asked);
  // A monthly day leaves no month open; elsewhere a day without a month is the tenant's to place.
  const bare = !printsMonth && period.kind !== 'month';
  const next = schedule.inNextMonth === true || (bare && asked.settings.bareDay === 'next-month');
  return inMonth(schedule, period, { month, next, bare });
}

/** Where no day is printed: the units' day of the last month, or so many working days after the figures are closed. */
function unprinted(period: Period, { settings, calendar }: Asked): Place {
  const count = settings.workingDaysAfterCut;
  const byUnits = settings.unprinted === 'unit-day';
  const chosenDay = byUnits
    ? `ngày ${twoDigits(settings.unitDay)} ${lastMonthWords[period.kind]}`
    : `${count} ngày làm việc sau ngày chốt số liệu ${formatPlainDate(period.to)}`;
  return {
    printed: byUnits
      ? dayOfMonth(period.year, lastMonthOf(period), settings.unitDay)
      : (calendar.workingDaysAfter(period.to, count) ?? period.to),
    flags: ['day-assumed'],
    words: `không ghi ngày, lấy ${chosenDay} theo cài đặt`,
    chosen: true,
  };
}

/** `month`: the one printed of a year; `next`: the month after the period; `bare`: no month is printed. */
type Month = { month: number | undefined; next: boolean; bare: boolean };

function inMonth(schedule: Recurring, period: Period, { month: named, next, bare }: Month): Place {
  const month = next ? lastMonthOf(period) + 1 : (named ?? lastMonthOf(period));
  const where = next ? 'của tháng liền kề' : named ? `tháng ${named}` : lastMonthWords[period.kind];
  const flags: OccurrenceFlag[] = bare ? ['month-assumed'] : [];
  // A month printed without a day lasts until its end.
  const printed = dayOfMonth(period.year, month, schedule.day ?? 31);
  if (schedule.day !== undefined && schedule.day !== dayOf(printed)) flags.push('day-clamped');
  return { printed, flags, words: sayPlace(schedule, where, bare), chosen: bare };
}

const twoDigits = (day: number): string => String(day).padStart(2, '0');

function sayPlace({ day, exclusive }: Recurring, where: string, bare: boolean): string {
  const bound = exclusive ? 'trước' : 'chậm nhất';
  if (day === undefined) return `${bound} ngày cuối ${where}`;
  return `${bound} ngày ${twoDigits(day)} ${where}${bare ? ' theo cài đặt vì không ghi tháng' : ''}`;
}

/** On the weekday printed; the tenant's where none is. */
function weekly({ day, exclusive }: Recurring, period: Period, { weeklyDay }: DeadlineSettings): Place {
  if (day !== undefined && day <= 7) {
    const printed = addDays(period.from, day - 1);
    const words = `${exclusive ? 'trước' : 'chậm nhất'} ${sayWeekday(printed)} hằng tuần`;
    return { printed, chosen: false, flags: [], words };
  }
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
