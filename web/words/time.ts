import { findPlainDate, type PlainDate, sayMomentInVietnam } from '../../src/kernel/plain-date.ts';

/** The day an official typed ("15/12/2026", "5-1-2026", "5.1.26"), else undefined. */
export function findTypedDay(text: string): PlainDate | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(text) ?? [];
  if (!day || !month || !year) return undefined;
  return findPlainDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

/** "10:32", as it is in Vietnam: a computer set to another zone would show a day beside the last days that is not theirs. */
export const sayClock = (time: Date): string => sayMomentInVietnam(time).slice(0, 5);

/** "10:32 ngày 15/12/2026", as it is in Vietnam */
export const sayMoment = (iso: string): string => sayMomentInVietnam(new Date(iso));
