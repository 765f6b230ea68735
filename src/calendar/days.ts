import { daysInMonth, type PlainDate } from '../kernel/plain-date.ts';

/** Counting with calendar days: no clock, no zone. */

const dayLength = 86_400_000;

/** Days since 1 January 1970. */
const toNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;

const fromNumber = (days: number): PlainDate => new Date(days * dayLength).toISOString().slice(0, 10) as PlainDate;

/** The day `days` after (before, where negative). */
export const addDays = (date: PlainDate, days: number): PlainDate => fromNumber(toNumber(date) + days);

/** How many days later `b` is than `a`. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => toNumber(b) - toNumber(a);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** 1–31. */
export const dayOf = (date: PlainDate): number => Number(date.slice(8));

/** 1 is Monday, 7 Sunday, as ISO 8601 counts. */
export const weekdayOf = (date: PlainDate): number => ((((toNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The first is Monday's. */
export const weekdayWords = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** "thứ Hai" … "Chủ nhật". */
export const sayWeekday = (date: PlainDate): string => weekdayWords[weekdayOf(date) - 1] ?? '';

/**
 * A day of a month, where `month` may run past the year's end (13 is January of the next) and a day that the month has not
 * is its last ("ngày 31" of February).
 */
export function dayOfMonth(year: number, month: number, day: number): PlainDate {
  const index = year * 12 + month - 1;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const fitting = Math.min(day, daysInMonth(y, m));
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(fitting).padStart(2, '0')}` as PlainDate;
}

/** The Monday of the first week of a year by ISO 8601: the week that 4 January lies in. */
export function firstWeekOf(year: number): PlainDate {
  const fourth = dayOfMonth(year, 1, 4);
  return addDays(fourth, 1 - weekdayOf(fourth));
}
