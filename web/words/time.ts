import { findPlainDate, type PlainDate } from '../../src/kernel/plain-date.ts';

/** The day an official typed ("15/12/2026", "5-1-2026", "5.1.26"), else undefined. */
export function findTypedDay(text: string): PlainDate | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(text) ?? [];
  if (!day || !month || !year) return undefined;
  return findPlainDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
}

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
const calendarDay = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** "10:32" in the reader's own zone. */
export const sayClock = (time: Date): string => clock.format(time);

/** "10:32 ngày 15/12/2026" */
export function sayMoment(iso: string): string {
  const time = new Date(iso);
  return `${clock.format(time)} ngày ${calendarDay.format(time)}`;
}
