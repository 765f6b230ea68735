import { describe, expect, it } from 'vitest';
import type { CalendarView } from '../../../src/calendar/views.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { findDayOff } from './dayOff.ts';

const day = (text: string) => text as PlainDate;
const national = (on: string, kind: 'holiday' | 'compensatory' | 'working', name: string) => ({
  ...{ day: day(on), kind, name, verified: true, source: ['Thông báo'] },
});
const calendar: Pick<CalendarView, 'years' | 'days' | 'changes'> = {
  years: [2020, 2027],
  days: [
    national('2026-02-17', 'holiday', 'Tết Nguyên đán'),
    national('2026-08-22', 'working', 'Làm bù'),
    national('2026-09-02', 'holiday', 'Quốc khánh'),
  ],
  changes: [
    { action: 'set', day: day('2026-11-24'), kind: 'holiday', name: 'Ngày hội của tỉnh', reason: 'Theo công văn' },
    { action: 'clear', day: day('2026-09-02'), reason: 'Trực' },
  ],
};

describe('a day somebody is given', () => {
  it.each(['2026-11-23', '2026-08-22', '2026-09-02'])('may be the working day %s', (on) => {
    expect(findDayOff(on, calendar)).toBeUndefined();
  });

  it.each([
    ['2026-11-29', 'Ngày 29/11/2026 là Chủ nhật'],
    ['2026-11-28', 'Ngày 28/11/2026 là thứ Bảy'],
    ['2026-02-17', 'Tết Nguyên đán'],
    ['2026-11-24', 'Ngày hội của tỉnh'],
    ['2099-01-01', 'Chưa có lịch nghỉ lễ năm 2099'],
  ])('is told of when it is %s', (on, words) => {
    expect(findDayOff(on, calendar)).toContain(words);
  });
});
