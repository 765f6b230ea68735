import { daysInMonth } from '../../kernel/plain-date.ts';
import type { Every, SimpleSchedule } from '../model.ts';

/** A day, or a whole month, of each year, as printed. */
export type YearDay = { day?: number; month: number };

const dayAndMonth = /(\d{1,2})\s*(?:\/|thang)\s*(\d{1,2})/g;
const monthAlone = /(?<!\d)(\d{1,2})(?!\d)/g;

// 2024 has a 29 February.
const exists = ({ day = 1, month }: YearDay): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);

/** "15/6 va 15/12", "thang 6 va thang 12": the days or months named; undefined where one of them is in no year. */
export function listedDays(folded: string): YearDay[] | undefined {
  const days: YearDay[] = [...folded.matchAll(dayAndMonth)].map(([, day, month]) => ({
    day: Number(day),
    month: Number(month),
  }));
  const named =
    days.length > 0 ? days : [...folded.matchAll(monthAlone)].map(([, month]) => ({ month: Number(month) }));
  return named.length > 0 && named.every(exists) ? named : undefined;
}

// Months in which half-years and quarters end: a day in each of them is the day of that period's last month.
const ending: Readonly<Record<string, Every>> = { '6,12': 'half-year', '3,6,9,12': 'quarter' };

/**
 * Days that return each year. One day in the last month of each half-year or quarter is that period's ("15/6 và 15/12
 * hằng năm"); December is the year's last month; any other day keeps its month.
 */
export function yearly(days: readonly YearDay[], exclusive: boolean): SimpleSchedule[] {
  const [first] = days;
  const bound = exclusive ? { exclusive: true } : {};
  const every = ending[days.map(({ month }) => month).join(',')];
  if (first && every && days.every(({ day }) => day === first.day)) {
    const dated = first.day === undefined ? {} : { day: first.day, inLastMonth: true, ...bound };
    return [{ kind: 'recurring', every, ...dated }];
  }
  return days.map(({ day, month }) => ({
    kind: 'recurring',
    every: 'year',
    ...(day === undefined ? {} : { day }),
    ...(month === 12 ? { inLastMonth: true } : { month }),
    ...bound,
  }));
}
