import { describe, expect, it } from 'vitest';
import type { HeatMap } from '../../api-follow.ts';
import { buildGrid, sayForSheet, toRows } from './grid.ts';
import { periodsOf, readPeriod } from './period.ts';
import { moveBy } from './place.ts';
import { saySum, shadeOf } from './sum.ts';
import { harmless, toCsv } from './tableFile.ts';

const agency = (id: string, more: Partial<HeatMap['agencies'][number]> = {}) => ({
  ...{ id, name: `UBND xã ${id}`, kind: 'committee', level: 'commune', asked: false },
  ...more,
});
const item = (id: string, component: string): HeatMap['items'][number] => ({
  ...{ id, planId: 'p', kind: 'task', modality: 'assign', index: 'PAPI', dimension: '2', component, codes: [] },
  ...{ text: `Việc ${id}`, result: null, time: null, asksFor: null, position: 1 },
});
const map: HeatMap = {
  ...{ from: '2026-01-01', to: '2026-12-31', on: '2026-11-22' },
  agencies: [
    agency('Tân Lập'),
    agency('An Phú'),
    agency('mt', { name: 'Ủy ban MTTQ tỉnh', kind: 'front', level: 'province', asked: true }),
  ],
  items: [item('a', 'Công khai'), item('b', 'Công khai'), item('c', 'Đối thoại')],
  // agency, item, done, done late, open, late, waiting
  cells: [
    [0, 0, 2, 0, 2, 0, 0],
    [0, 1, 1, 1, 0, 0, 0],
    [1, 0, 1, 0, 2, 1, 0],
    [2, 2, 0, 0, 0, 4, 0],
  ],
};

describe('the grid of units and tasks', () => {
  it('sums the tasks of a component and counts both ways alike', () => {
    const grid = buildGrid(map, {}, undefined);
    expect(grid.columns.map(({ title }) => title)).toEqual(['Công khai', 'Đối thoại']);
    expect(grid.rows.find(({ agency }) => agency.id === 'Tân Lập')?.cells[0]).toMatchObject({
      done: 3,
      doneLate: 1,
      open: 2,
    });
    const byRow = grid.rows.reduce((sum, { total }) => sum + total.late, 0);
    expect([grid.total.late, byRow]).toEqual([5, 5]);
  });

  it('puts the worst first, but never ranks whoever is only asked', () => {
    expect(buildGrid(map, {}, undefined).rows.map(({ agency }) => agency.id)).toEqual(['An Phú', 'Tân Lập', 'mt']);
    expect(buildGrid(map, { xep: 'danh-ba' }, undefined).rows[0]?.agency.id).toBe('Tân Lập');
  });

  it('begins with the plan that reaches most units, each plan in its own order', () => {
    const [a, b, c] = map.items;
    const items = [{ ...item('x', 'Riêng'), planId: 'q', codes: ['1.1'] }, a, b, c].flatMap((one) => one ?? []);
    const cells = [[2, 0, 1, 0, 0, 0, 0], ...map.cells.map(([unit, at = 0, ...rest]) => [unit, at + 1, ...rest])];
    const grid = buildGrid({ ...map, items, cells } as HeatMap, { cot: 'nhiem-vu' }, undefined);
    expect(grid.columns.map(({ key, code }) => [key, code])).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', ''],
      ['x', '1.1'],
    ]);
    expect(grid.rows.find(({ agency }) => agency.id === 'mt')?.cells[3]?.done).toBe(1);
  });

  it('keeps what is overdue only, in rows and columns', () => {
    const grid = buildGrid(map, { tre: '1', cot: 'nhiem-vu', loai: 'cap-xa' }, undefined);
    expect(grid.rows.map(({ agency }) => agency.id)).toEqual(['An Phú']);
    expect(grid.columns.map(({ key }) => key)).toEqual(['a']);
  });

  it('shows at a desk only what that desk leads', () => {
    const grid = buildGrid(map, { cot: 'nhiem-vu' }, new Set(['c']));
    expect(grid.rows.map(({ agency }) => agency.id)).toEqual(['mt']);
  });

  it('finds a unit by words without diacritics', () => {
    expect(buildGrid(map, { tim: 'tan lap' }, undefined).rows).toHaveLength(1);
  });

  it('gives a spreadsheet words that it does not take for days', () => {
    const [head, sums, first] = toRows(buildGrid(map, {}, undefined));
    expect(head).toEqual(['Đơn vị', 'Đã xong', 'Có hạn', 'Quá hạn', 'Công khai', 'Đối thoại']);
    expect(sums?.slice(0, 4)).toEqual(['Toàn bộ', 5, 14, 5]);
    expect(first?.[4]).toBe('1 trong 4, 1 quá hạn');
    expect(sayForSheet({ done: 0, doneLate: 0, open: 0, late: 0, waiting: 2 })).toBe('chờ sự kiện');
  });
});

describe('a cell', () => {
  const none = { done: 0, doneLate: 0, open: 0, late: 0, waiting: 0 };
  it.each([
    [{ ...none, done: 2 }, 'ok'],
    [{ ...none, done: 2, open: 2 }, 'open'],
    [{ ...none, done: 9, late: 1 }, 'late'],
    [{ ...none, done: 3, late: 1 }, 'worse'],
    [{ ...none, done: 1, late: 1, open: 9 }, 'bad'],
    [{ ...none, waiting: 1 }, 'idle'],
    [none, 'none'],
  ])('%j is %s', (sum, shade) => expect(shadeOf(sum)).toBe(shade));

  it('is read aloud in words', () => {
    expect(saySum({ done: 1, doneLate: 1, open: 1, late: 1, waiting: 0 })).toBe(
      'đã xong 2 trong 4 việc, 1 xong trễ, 1 quá hạn, 1 trong hạn',
    );
  });
});

describe('moving in the grid', () => {
  const size = { rows: 3, columns: 4 };
  it('stops at its edges, where the totals are', () => {
    expect(moveBy('ArrowUp', false, { row: -1, column: 2 }, size)).toEqual({ row: -1, column: 2 });
    expect(moveBy('ArrowLeft', true, { row: 1, column: 3 }, size)).toEqual({ row: 1, column: -1 });
    expect(moveBy('End', true, { row: 0, column: 0 }, size)).toEqual({ row: 2, column: 3 });
    expect(moveBy('a', false, { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

describe('a period', () => {
  it('is known by its name in the address, the current year otherwise', () => {
    expect(readPeriod('2026-q3', '2026-11-22')).toMatchObject({ from: '2026-07-01', to: '2026-09-30' });
    expect(readPeriod('2026-nay', '2026-11-22')).toMatchObject({ from: '2026-01-01', to: '2026-11-22' });
    expect(readPeriod('hôm qua', '2026-11-22')).toMatchObject({ key: '2026' });
    expect(periodsOf(2025, '2026-11-22').some(({ key }) => key === '2025-nay')).toBe(false);
  });
});

describe('a table as a file', () => {
  it('keeps text from becoming a formula', () => {
    expect(harmless('=1+1')).toBe("'=1+1");
    expect(toCsv([['UBND, xã', 4]])).toBe('\ufeff"UBND, xã",4\r\n');
  });
});
