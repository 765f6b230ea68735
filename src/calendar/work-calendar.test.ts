import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { buildCalendar } from './work-calendar.ts';

const on = (day: string) => day as PlainDate;
const national = buildCalendar();

describe('a working day', () => {
  it.each([
    ['2026-03-13', true], // Friday
    ['2026-03-14', false], // Saturday
    ['2024-05-04', true], // Saturday, worked for 29 April
    ['2024-04-29', false], // Monday, off
    ['2023-09-04', false], // Monday, for Saturday 2 September
    ['2031-06-02', true], // no list, Monday
    ['2031-01-01', true], // no list: only the weekday is known
  ])('%s: %s', (day, working) => {
    expect(national.isWorkingDay(on(day))).toBe(working);
  });

  it('before and after a day is the day itself where it is one', () => {
    expect(national.previousWorkingDay(on('2026-02-22'))).toBe('2026-02-13');
    expect(national.nextWorkingDay(on('2026-02-14'))).toBe('2026-02-23');
    expect(national.previousWorkingDay(on('2026-02-23'))).toBe('2026-02-23');
    expect(national.nextWorkingDay(on('2026-02-23'))).toBe('2026-02-23');
  });

  it('is counted from the day after the first to the last', () => {
    // Friday 13 to Wednesday 25 February 2026: Monday 23, Tuesday 24, Wednesday 25.
    expect(national.workingDaysBetween(on('2026-02-13'), on('2026-02-25'))).toBe(3);
    expect(national.workingDaysBetween(on('2026-02-25'), on('2026-02-25'))).toBe(0);
    expect(national.workingDaysBetween(on('2026-02-25'), on('2026-02-13'))).toBe(0);
  });

  it('is not found where a tenant works on no day of a year', () => {
    const never = buildCalendar({ workingWeekdays: [], national: { ...emptyList, years: [2020, 2027] } });
    expect(never.previousWorkingDay(on('2026-02-13'))).toBeUndefined();
  });
});

const emptyList = { title: 'Trống', note: '', years: [2020, 2027] as [number, number], sources: {}, days: [] };

describe('the status of a day', () => {
  it('names the holiday, or the weekday where only that decides', () => {
    expect(national.statusOf(on('2026-11-24')).name).toBe('ngày nghỉ lễ Ngày Văn hóa Việt Nam');
    expect(national.statusOf(on('2026-02-17')).name).toBe('ngày nghỉ Tết Âm lịch Bính Ngọ (mùng 1 tháng Giêng)');
    expect(national.statusOf(on('2026-04-27')).name).toBe('ngày nghỉ bù Giỗ Tổ Hùng Vương');
    expect(national.statusOf(on('2026-01-10')).name).toBe('ngày làm bù cho ngày 02/01/2026');
    expect(national.statusOf(on('2026-03-15'))).toMatchObject({ name: 'Chủ nhật', occasion: null });
  });

  it('says that no notice was found for a day of 2027', () => {
    expect(national.statusOf(on('2027-02-04')).verified).toBe(false);
    expect(national.statusOf(on('2027-02-06')).verified).toBe(true);
  });
});

describe('a tenant’s changes', () => {
  const reason = 'Công văn của Ủy ban nhân dân tỉnh';
  const changed = buildCalendar({
    changes: [
      { action: 'set', day: on('2026-10-21'), kind: 'holiday', name: 'Bão số 9', reason },
      { action: 'set', day: on('2026-10-24'), kind: 'working', name: 'Làm bù ngày 21/10', reason },
      { action: 'clear', day: on('2026-11-24'), reason },
      { action: 'set', day: on('2027-02-04'), kind: 'working', name: 'Làm việc bình thường', reason: 'Cũ' },
      { action: 'set', day: on('2027-02-04'), kind: 'holiday', name: 'Tết Âm lịch', reason },
    ],
  });

  it('add a day off and a day worked', () => {
    expect(changed.isWorkingDay(on('2026-10-21'))).toBe(false);
    expect(changed.isWorkingDay(on('2026-10-24'))).toBe(true);
    expect(changed.statusOf(on('2026-10-21'))).toMatchObject({ name: 'ngày nghỉ lễ Bão số 9', reason });
  });

  it('take a national day away, so that its weekday decides', () => {
    expect(changed.statusOf(on('2026-11-24'))).toMatchObject({ working: true, name: 'thứ Ba', reason });
  });

  it('count by the last one of a day, which the tenant vouches for', () => {
    expect(changed.statusOf(on('2027-02-04'))).toMatchObject({ working: false, verified: true, reason });
  });
});
