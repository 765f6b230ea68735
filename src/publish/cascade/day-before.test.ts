import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../calendar/work-calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { readSchedule } from '../../plan/schedule.ts';
import { type Bounds, dayBefore } from './day-before.ts';

const bounds: Bounds = {
  ...{ workingDays: 5, calendar: buildCalendar(), year: 2026 },
  ...{ today: '2026-02-10' as PlainDate, from: '2026-02-05' as PlainDate },
};
const sooner = (time: string | null, more: Partial<Bounds> = {}) => {
  const schedule = time === null ? null : readSchedule(time, 2026).schedule;
  return dayBefore({ time, schedule }, { ...bounds, ...more }).time;
};

describe('a unit wants its work done before its mother plan does', () => {
  it.each([
    ['Chậm nhất là ngày 30/6/2026', 'Chậm nhất ngày 23/06/2026'],
    // "Trước ngày" excludes the day itself; 26 December is a Saturday.
    ['Trước ngày 28/12/2026', 'Chậm nhất ngày 18/12/2026'],
    // Nobody works on 30 April and 1 May, nor on 27 April for the Hùng kings' day.
    ['Chậm nhất là ngày 05/5/2026', 'Chậm nhất ngày 23/04/2026'],
    ['Trong Quý II/2026', 'Từ 01/04/2026 đến 23/06/2026'],
    ['Trong năm 2026', 'Chậm nhất ngày 24/12/2026'],
    ['Trước ngày 15 tháng cuối quý', 'Hằng quý, trước ngày 08 tháng cuối quý'],
    ['Trước ngày 30/11 hằng năm', 'Hằng năm, trước ngày 23 tháng 11'],
    ['Trước ngày 05 hằng tháng', 'Hằng tháng, trước ngày 01'],
  ])('%s: %s', (time, expected) => {
    expect(sooner(time)).toBe(expected);
  });

  it.each([null, 'Thường xuyên', 'Hằng quý', 'Trước bầu cử'])('without a day none is invented: %s', (time) => {
    expect(sooner(time)).toBe(time);
  });

  it('never before today, nor before the mother plan itself', () => {
    expect(sooner('Chậm nhất là ngày 12/02/2026')).toBe('Chậm nhất ngày 10/02/2026');
    const from = '2026-06-26' as PlainDate;
    expect(sooner('Chậm nhất là ngày 30/6/2026', { from })).toBe('Chậm nhất ngày 26/06/2026');
  });

  it('a day that is over stays as printed', () => {
    expect(sooner('Chậm nhất là ngày 31/01/2026')).toBe('Chậm nhất là ngày 31/01/2026');
  });

  it('by as many working days as are set', () => {
    expect(sooner('Chậm nhất là ngày 30/6/2026', { workingDays: 2 })).toBe('Chậm nhất ngày 26/06/2026');
    expect(sooner('Trước ngày 15 tháng cuối quý', { workingDays: 2 })).toBe('Hằng quý, trước ngày 11 tháng cuối quý');
  });
});
