import { expect, it } from 'vitest';
import { findTypedNumber } from './number.ts';
import { findTypedDay, sayClock, sayMoment } from './time.ts';

it.each([
  ['15/12/2026', '2026-12-15'],
  ['5-1-2026', '2026-01-05'],
  [' 05.01.26 ', '2026-01-05'],
  ['31/02/2026', undefined],
  ['12/2026', undefined],
  ['', undefined],
])('reads the typed day %j as %j', (typed, day) => {
  expect(findTypedDay(typed)).toBe(day);
});

it.each([
  ['42,49', 42.49],
  ['42.49', 42.49],
  ['5.000', 5000],
  ['1.234,5', 1234.5],
  ['', null],
  ['hai', undefined],
])('reads the typed number %j as %j', (typed, value) => {
  expect(findTypedNumber(typed)).toBe(value);
});

it('says moments as they are in Vietnam, whatever the computer is set to', () => {
  expect(sayMoment('2026-11-22T18:22:00Z')).toBe('01:22 ngày 23/11/2026');
  expect(sayClock(new Date('2026-11-22T18:22:00Z'))).toBe('01:22');
});
