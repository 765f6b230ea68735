import { expect, it } from 'vitest';
import { daysOf, readInspectionsSearch } from './search.ts';

it('a part of a year has its first and last day, also in a leap year', () => {
  expect(daysOf(2026, undefined)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(daysOf(2026, 'quy-2')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  expect(daysOf(2028, '9-thang')).toEqual({ from: '2028-01-01', to: '2028-09-30' });
});

it('an address says what is looked at, and nothing where it says something else', () => {
  expect(readInspectionsSearch({ nam: '2026', ky: 'quy-1', 'trang-thai': 'qua-han' })).toEqual({
    ...{ nam: 2026, ky: 'quy-1', 'trang-thai': 'qua-han' },
  });
  expect(readInspectionsSearch({ nam: 'x', ky: 'tuan', 'trang-thai': 'y', tim: '' })).toEqual({});
});
