import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import type { PeriodKind } from './model.ts';
import { coinciding, reportPeriod, reportPeriods } from './periods.ts';

const settings = { cutDay: 14 };

describe('the days a report covers', () => {
  // Nghị định 09/2019/NĐ-CP: from the 15th of the month before to the 14th of the last month.
  it.each([
    ['month', 3, '2026-02-15', '2026-03-14', 'Tháng 3/2026'],
    ['month', 1, '2025-12-15', '2026-01-14', 'Tháng 1/2026'],
    ['quarter', 1, '2025-12-15', '2026-03-14', 'Quý I/2026'],
    ['quarter', 2, '2026-03-15', '2026-06-14', 'Quý II/2026'],
    ['half-year', 1, '2025-12-15', '2026-06-14', '6 tháng đầu năm 2026'],
    ['half-year', 2, '2026-06-15', '2026-12-14', '6 tháng cuối năm 2026'],
    ['nine-months', 1, '2025-12-15', '2026-09-14', '9 tháng năm 2026'],
    ['year', 1, '2025-12-15', '2026-12-14', 'Năm 2026'],
  ] as const)('%s %i: %s to %s', (kind, number, from, to, label) => {
    expect(reportPeriod(kind, number, 2026, settings)).toMatchObject({ from, to, label });
  });

  it('follow the tenant’s day, to the end of the month where that is the day', () => {
    expect(reportPeriod('quarter', 1, 2026, { cutDay: 31 })).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
    expect(reportPeriod('month', 2, 2024, { cutDay: 31 })).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(reportPeriod('month', 3, 2026, { cutDay: 30 })).toMatchObject({ from: '2026-03-01', to: '2026-03-30' });
  });

  it.each(['week', 'month', 'quarter', 'half-year', 'year'] as const)(
    'of every %s follow on each other without a gap',
    (kind) => {
      const several = [2024, 2025, 2026, 2027].flatMap((year) => reportPeriods(kind, year, settings));
      for (const [i, period] of several.entries()) {
        const following = several[i + 1];
        if (following) expect(following.from).toBe(addDays(period.to, 1));
      }
    },
  );

  it('of weeks are those of ISO 8601', () => {
    const weeks = reportPeriods('week', 2026, settings);
    expect(weeks).toHaveLength(53);
    expect(weeks[0]).toMatchObject({ from: '2025-12-29', to: '2026-01-04', label: 'Tuần 1/2026' });
    expect(weeks.at(-1)).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
    expect(reportPeriods('week', 2025, settings)).toHaveLength(52);
  });
});

describe('periods that end on one day', () => {
  const ending = (kind: Exclude<PeriodKind, 'week'>, number: number) =>
    coinciding(reportPeriod(kind, number, 2026, settings), settings).map(({ label }) => label);

  it.each([
    ['quarter', 1, []],
    ['quarter', 2, ['6 tháng đầu năm 2026']],
    ['quarter', 3, ['9 tháng năm 2026']],
    ['quarter', 4, ['Năm 2026']],
    ['half-year', 2, ['Năm 2026']],
    ['month', 5, []],
    ['month', 6, ['Quý II/2026', '6 tháng đầu năm 2026']],
    ['month', 12, ['Quý IV/2026', 'Năm 2026']],
    ['year', 1, []],
  ] as const)('%s %i: %j', (kind, number, labels) => {
    expect(ending(kind, number)).toEqual(labels);
  });
});
