import { expect, it } from 'vitest';
import { blockOf, figureOf, placeBlock, typedOf } from './grid.ts';
import { readIndicatorsSearch } from './search.ts';

it('a figure is typed as it is shown', () => {
  for (const typed of ['46/50', '92,3', '1.250', '1.234/1.250', ''])
    expect(typedOf(figureOf(typed) ?? { value: -1, part: null, whole: null })).toBe(typed);
  expect(figureOf('chín')).toBeUndefined();
});

it('a block of a spreadsheet is laid over the cells from where it is put, and no further than there are cells', () => {
  const block = blockOf('1\t2\r\n3\t4/5\r\n');
  expect(block).toEqual([
    ['1', '2'],
    ['3', '4/5'],
  ]);
  const { placed, beyond } = placeBlock(block, { row: 1, column: 2 }, { rows: 3, columns: 3 });
  expect(placed.map(({ row, column, typed }) => [row, column, typed])).toEqual([
    [1, 2, '1'],
    [2, 2, '3'],
  ]);
  expect(beyond).toBe(2);
});

it('the address keeps what it understands', () => {
  expect(readIndicatorsSearch({ thang: '2026-05', muc: 'dat', xem: 'x', ke: 1 })).toEqual({
    thang: '2026-05',
    muc: 'dat',
  });
});
