import type { PlainDate } from '../../kernel/plain-date.ts';

/** Calendar months and what they make up, as the register names them: "2026-05", "2026-Q2", "2026-H1", "2026". */

export const everies = ['month', 'quarter', 'half', 'year'] as const;
export type Every = (typeof everies)[number];

/** Its first and last month, both included. */
export type Span = { every: Every; year: number; from: number; to: number };

export const periodPattern = '^(?:199|20\\d|21\\d)\\d(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?$';
const parts = /^(\d{4})(?:-(?:(\d{2})|Q(\d)|H(\d)))?$/;
const length: Record<Every, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period a name stands for; what is no such name is a bug: names from outside are checked by `periodPattern`. */
export function spanOf(period: string): Span {
  const [, year, month, quarter, half] = parts.exec(period) ?? [];
  if (year === undefined) throw new Error(`no period: ${period}`);
  const every: Every = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
  const number = Number(month ?? quarter ?? half ?? 1);
  return { every, year: Number(year), from: (number - 1) * length[every] + 1, to: number * length[every] };
}

/** The period of a kind a month lies in. */
export function periodIn(every: Every, year: number, month: number): string {
  const number = Math.ceil(month / length[every]);
  if (every === 'year') return String(year);
  if (every === 'month') return `${year}-${String(month).padStart(2, '0')}`;
  return `${year}-${every === 'quarter' ? 'Q' : 'H'}${number}`;
}

/** The periods of a kind within another, in order; none where they are longer than it. */
export function periodsWithin(period: string, every: Every): string[] {
  const { year, from, to } = spanOf(period);
  const count = Math.floor((to - from + 1) / length[every]);
  return Array.from({ length: count }, (_, i) => periodIn(every, year, from + i * length[every]));
}

/** Whether a period lies within another, or is it. */
export function covers(whole: string, part: string): boolean {
  const [a, b] = [spanOf(whole), spanOf(part)];
  return a.year === b.year && a.from <= b.from && b.to <= a.to;
}

/** Whether two periods share a month: figures are stated once for any month. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.year === b.year && a.from <= b.to && b.from <= a.to;
}

/** In the order of their last months; of those that end together the longer stands last. */
export function comparePeriods(one: string, other: string): number {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.year - b.year || a.to - b.to || b.from - a.from;
}

/** The period of a kind that is going on on a day. */
export const periodOn = (every: Every, day: PlainDate): string =>
  periodIn(every, Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/** Whether a period has begun by a day: what is to come has no figures yet, and none that are missing. */
export const hasBegun = (period: string, day: PlainDate): boolean => {
  const { year, from } = spanOf(period);
  return `${year}-${String(from).padStart(2, '0')}-01` <= day;
};

/**
 * The period a report's days stand for. Its figures are closed in the middle of a month (15/03–14/06 for quarter II), so that its last
 * day says which, and its length of what kind.
 */
export function periodOfDays({ from, to }: { from: PlainDate; to: PlainDate }): string {
  const months = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.4);
  const every: Every = months <= 1 ? 'month' : months <= 4 ? 'quarter' : months <= 7 ? 'half' : 'year';
  return periodOn(every, to);
}

const roman = ['I', 'II', 'III', 'IV'];

/** "Tháng 5/2026", "Quý II/2026", "6 tháng đầu năm 2026", "Năm 2026" */
export function sayPeriod(period: string): string {
  const { every, year, from, to } = spanOf(period);
  if (every === 'month') return `Tháng ${from}/${year}`;
  if (every === 'quarter') return `Quý ${roman[to / 3 - 1]}/${year}`;
  if (every === 'half') return `6 tháng ${from === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return `Năm ${year}`;
}
