import { describe, expect, it } from 'vitest';
import {
  dayInVietnam,
  daysInMonth,
  findPlainDate,
  formatPlainDate,
  isPlainDate,
  sayMomentInVietnam,
} from './plain-date.ts';

describe('a plain date', () => {
  it('exists or is undefined', () => {
    expect(findPlainDate(2026, 12, 31)).toBe('2026-12-31');
    expect(findPlainDate(2026, 2, 29)).toBeUndefined();
    expect(findPlainDate(2024, 2, 29)).toBe('2024-02-29');
    expect(findPlainDate(2026, 13, 1)).toBeUndefined();
    expect(findPlainDate(26, 1, 1)).toBeUndefined();
  });

  it('knows the lengths of months', () => {
    expect([2, 4, 12].map((month) => daysInMonth(2026, month))).toEqual([28, 30, 31]);
    expect([1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29]);
  });

  it('is told from other text', () => {
    expect(isPlainDate('2026-02-30')).toBe(false);
    expect(isPlainDate('2026-02-28')).toBe(true);
    expect(isPlainDate('28/02/2026')).toBe(false);
  });

  it('is written as officials write it', () => {
    const date = findPlainDate(2026, 1, 5);
    expect(date && formatPlainDate(date)).toBe('05/01/2026');
  });

  it('is tomorrow in Vietnam while it is evening in Greenwich', () => {
    expect(dayInVietnam(new Date('2026-12-31T16:59:59Z'))).toBe('2026-12-31');
    expect(dayInVietnam(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
    expect(sayMomentInVietnam(new Date('2026-12-31T17:05:00Z'))).toBe('00:05 ngày 01/01/2027');
  });
});
