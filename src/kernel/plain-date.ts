/**
 * A calendar day without a clock or a zone, as ISO "2026-12-31". Plans and law speak of days; a timestamp would
 * silently move one across midnight.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in a month of the Gregorian calendar. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day if it exists, else undefined ("31/02" is no day). */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

export function isPlainDate(text: string): text is PlainDate {
  const [, y, m, d] = pattern.exec(text) ?? [];
  return y !== undefined && findPlainDate(Number(y), Number(m), Number(d)) === text;
}

/** "31/12/2026", as officials write it. */
export function formatPlainDate(date: PlainDate): string {
  return date.split('-').reverse().join('/');
}

/** "15/12/2026" for an ISO day; what is no day is shown as it came. */
export const sayDay = (iso: string): string => (isPlainDate(iso) ? formatPlainDate(iso) : iso);

/** The day it is in Vietnam at an instant: seven hours ahead of UTC all year, since 1975. */
export const dayInVietnam = (time: Date): PlainDate =>
  new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate;

/** "10:32 ngày 15/12/2026", as it is in Vietnam, wherever it is read: last days are days of Vietnam. */
export function sayMomentInVietnam(time: Date): string {
  const clock = new Date(time.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${clock} ngày ${formatPlainDate(dayInVietnam(time))}`;
}
