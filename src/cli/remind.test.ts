import { expect, it } from 'vitest';
import { buildCalendar } from '../calendar/work-calendar.ts';
import { findPlainDate } from '../kernel/plain-date.ts';
import { dayOffOn, sayTold, type Told } from './remind.ts';

const calendar = buildCalendar();
const on = (year: number, month: number, day: number) => {
  const found = findPlainDate(year, month, day);
  if (!found) throw new Error('no such day');
  return dayOffOn(found, calendar);
};
const nobody: Told = { tenant: 't', name: 'Minh Hà', people: 0, reminders: 0, letters: 0, dayOff: null };

it('on a Sunday says that nobody is reminded, why, and which day tells it', () => {
  const said = sayTold({ ...nobody, dayOff: on(2026, 11, 22) });
  expect(said).toContain('Minh Hà: hôm nay 22/11/2026 là ngày nghỉ (Chủ nhật) nên không nhắc ai.');
  expect(said).toContain('sẽ được nhắc vào thứ Hai 23/11/2026.');
});

it('in the Tết break names the holiday and the first day worked after it', () => {
  const said = sayTold({ ...nobody, dayOff: on(2026, 2, 17) });
  expect(said).toContain('mùng 1 tháng Giêng');
  expect(said).toContain('sẽ được nhắc vào thứ Hai 23/02/2026.');
});

it('on a working day, and on a Saturday worked instead of another, says that nobody is left or who was told', () => {
  expect([on(2026, 11, 23), on(2026, 8, 22)]).toEqual([null, null]);
  expect(sayTold(nobody)).toBe('Minh Hà: hôm nay không còn ai phải nhắc.\n');
  expect(sayTold({ ...nobody, people: 2, reminders: 5, letters: 1 })).toContain('đã nhắc 2 người, 5 lượt việc');
});

it('says where no working day is left at all', () => {
  const closed = buildCalendar({ changes: [], workingWeekdays: [] });
  const day = findPlainDate(2026, 11, 23);
  expect(day && sayTold({ ...nobody, dayOff: dayOffOn(day, closed) })).toContain('Kiểm tra lại lịch làm việc');
});
