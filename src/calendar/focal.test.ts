import { describe, expect, it } from 'vitest';
import { focalOccurrences } from './focal.ts';
import { defaultSettings } from './model.ts';
import { occurrences } from './occurrences.ts';
import type { Schedule } from './schedule.ts';
import { buildCalendar } from './work-calendar.ts';

const question = { year: 2026, settings: defaultSettings, calendar: buildCalendar() };
const quarterly: Schedule = { kind: 'recurring', every: 'quarter' };
const due = (schedule: Schedule | null, more = {}) =>
  focalOccurrences(schedule, { ...question, ...more })?.map((one) => one.due.slice(5));

describe('the focal office', () => {
  it('owes what has no day on the 20th of the quarter’s last month, after the units’ 15th', () => {
    // 20/6 and 20/12 of 2026 lie on a weekend, 20/9 on a Sunday.
    expect(due(quarterly)).toEqual(['03-20', '06-19', '09-18', '12-18']);
    expect(due({ kind: 'continuous' })).toEqual(['03-20', '06-19', '09-18', '12-18']);
    const units = occurrences(quarterly, question).occurrences.map((one) => one.due.slice(5));
    expect(units).toEqual(['03-13', '06-15', '09-15', '12-15']);
  });

  it('owes on the printed day what has one, as everybody does', () => {
    expect(due({ kind: 'recurring', every: 'quarter', day: 15, inLastMonth: true, exclusive: true })).toBeUndefined();
    expect(due({ kind: 'deadline', by: '2026-10-31' })).toBeUndefined();
    expect(due(null)).toBeUndefined();
  });

  it('owes on the day that is set, and under keys of its own that do not change with it', () => {
    const settings = { ...defaultSettings, focalDay: 25 };
    expect(due(quarterly, { settings })).toEqual(['03-25', '06-25', '09-25', '12-25']);
    const keys = (focalDay: number) =>
      focalOccurrences(quarterly, { ...question, settings: { ...defaultSettings, focalDay } })?.map(({ key }) => key);
    expect(keys(25)).toEqual(keys(20));
    const units = new Set(occurrences(quarterly, question).occurrences.map(({ key }) => key));
    expect(keys(20)?.some((key) => units.has(key))).toBe(false);
  });
});
