import type { PlainDate } from '../kernel/plain-date.ts';
import { addDays, dayOfMonth, firstWeekOf } from './days.ts';
import type { DeadlineSettings, Period, PeriodKind } from './model.ts';

/** Months of a period; each ends in the month `number` × months. Weeks lie outside the months. */
const monthsOf: Record<Exclude<PeriodKind, 'week'>, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
};

const perYear: Record<Exclude<PeriodKind, 'week'>, number> = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  'nine-months': 1,
  year: 1,
};

const roman = ['I', 'II', 'III', 'IV'];

function labelOf(kind: PeriodKind, number: number, year: number): string {
  switch (kind) {
    case 'week':
      return `Tuần ${number}/${year}`;
    case 'month':
      return `Tháng ${number}/${year}`;
    case 'quarter':
      return `Quý ${roman[number - 1]}/${year}`;
    case 'half-year':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `Năm ${year}`;
  }
}

/** The month a period ends in, 1–12; a week has none. */
export const lastMonthOf = ({ kind, number }: Pick<Period, 'kind' | 'number'>): number =>
  kind === 'week' ? 0 : monthsOf[kind] * number;

/**
 * A report period with the days its figures cover. Nghị định 09/2019/NĐ-CP: from the 15th of the month before the period to
 * the 14th of its last month (`cutDay` 14), so that quarter II/2026 covers 15/03/2026–14/06/2026.
 */
export function reportPeriod(
  kind: Exclude<PeriodKind, 'week'>,
  number: number,
  year: number,
  { cutDay }: Pick<DeadlineSettings, 'cutDay'>,
): Period {
  const last = monthsOf[kind] * number;
  return {
    kind,
    year,
    number,
    label: labelOf(kind, number, year),
    from: addDays(dayOfMonth(year, last - monthsOf[kind], cutDay), 1),
    to: dayOfMonth(year, last, cutDay),
  };
}

/** A calendar week, Monday to Sunday; ISO 8601 says which year's it is. */
function week(number: number, year: number): Period {
  const from: PlainDate = addDays(firstWeekOf(year), 7 * (number - 1));
  return { kind: 'week', year, number, label: labelOf('week', number, year), from, to: addDays(from, 6) };
}

/** The periods of one kind in a year, in order. */
export function reportPeriods(kind: PeriodKind, year: number, settings: Pick<DeadlineSettings, 'cutDay'>): Period[] {
  if (kind !== 'week')
    return Array.from({ length: perYear[kind] }, (_, i) => reportPeriod(kind, i + 1, year, settings));
  const weeks: Period[] = [];
  for (let one = week(1, year); one.from < firstWeekOf(year + 1); one = week(weeks.length + 1, year)) weeks.push(one);
  return weeks;
}

const cumulative = [
  ['quarter', 1],
  ['half-year', 1],
  ['quarter', 2],
  ['nine-months', 1],
  ['quarter', 3],
  ['quarter', 4],
  ['year', 1],
] as const;

/**
 * The longer periods that end with this one. Reports of periods that end on one day are one report: the second quarter's is
 * that of 6 months, the fourth's that of the year.
 */
export function coinciding(period: Period, settings: Pick<DeadlineSettings, 'cutDay'>): Period[] {
  if (period.kind === 'week') return [];
  const length = monthsOf[period.kind];
  return cumulative
    .filter(([kind, number]) => monthsOf[kind] > length && monthsOf[kind] * number === lastMonthOf(period))
    .map(([kind, number]) => reportPeriod(kind, number, period.year, settings))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** The longer of two periods. */
export const isLonger = (a: Period, b: Period): boolean =>
  (a.kind === 'week' ? 0 : monthsOf[a.kind]) > (b.kind === 'week' ? 0 : monthsOf[b.kind]);
