import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { defaultCalendar, TenantCalendar } from './model.ts';

const check = Compile(TenantCalendar);
const change = { action: 'set', day: '2026-10-21', kind: 'holiday', name: 'Nghỉ tránh bão', reason: 'Công điện' };

describe('what a tenant keeps of its calendar', () => {
  it('begins with no change of its own and the settings of law and practice', () => {
    expect(check.Check(defaultCalendar)).toBe(true);
    expect(defaultCalendar).toMatchObject({
      changes: [],
      settings: { roll: 'before', cutDay: 14, unitDay: 15, focalDay: 20 },
    });
  });

  it('has a reason for each change', () => {
    expect(check.Check({ ...defaultCalendar, changes: [change] })).toBe(true);
    expect(check.Check({ ...defaultCalendar, changes: [{ ...change, reason: '' }] })).toBe(false);
    expect(check.Check({ ...defaultCalendar, changes: [{ action: 'clear', day: '2026-11-24' }] })).toBe(false);
  });

  it.each([
    ['no working weekday', { workingWeekdays: [] }],
    ['a day no month has', { unitDay: 32 }],
    ['another way of rolling', { roll: 'nearest' }],
  ])('refuses %s', (_name, settings) => {
    expect(check.Check({ changes: [], settings: { ...defaultCalendar.settings, ...settings } })).toBe(false);
  });
});
