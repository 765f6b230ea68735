import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGrids } from './find-grids.ts';
import type { PageGrid, Rule } from './model.ts';

const flat = (y: number, x0: number, x1: number): Rule => ({ x0, x1, y0: y, y1: y });
const steep = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });
const find = (...rules: Rule[]): PageGrid[] => findGrids(rules, 595, 842);
const spans = (grid: PageGrid | undefined) =>
  grid?.cells.map(({ row, column, rowSpan, colSpan }) => `${row},${column} ${rowSpan}x${colSpan}`);

/** Every side of every cell drawn by itself, as word processors do. */
const cellByCell = (xs: number[], ys: number[]): Rule[] =>
  ys.slice(1).flatMap((bottom, row) =>
    xs.slice(1).flatMap((right, column) => {
      const [left, top] = [xs[column] as number, ys[row] as number];
      return [flat(top, left, right), flat(bottom, left, right), steep(left, top, bottom), steep(right, top, bottom)];
    }),
  );

describe('a grid drawn on a page', () => {
  const lines = [flat(100, 50, 350), flat(140, 50, 350), flat(200, 50, 350)];
  const walls = [steep(50, 100, 200), steep(150, 100, 200), steep(350, 100, 200)];

  test('has the cells between its lines', () => {
    const [grid] = find(...lines, ...walls);
    expect(spans(grid)).toEqual(['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1']);
    expect(grid?.cells[3]).toMatchObject({ x0: 150, y0: 140, x1: 350, y1: 200 });
    expect(grid).toMatchObject({ closedTop: true, closedBottom: true });
  });

  test('may be drawn cell by cell, each line twice', () => {
    const [grid] = find(...cellByCell([50, 150, 350], [100, 140, 200]));
    expect(spans(grid)).toHaveLength(4);
  });

  test('may have double borders', () => {
    const doubled = [...lines, ...walls].flatMap(({ x0, y0, x1, y1 }) =>
      y0 === y1 ? [flat(y0, x0, x1), flat(y0 + 2, x0, x1)] : [steep(x0, y0, y1), steep(x0 + 2, y0, y1)],
    );
    expect(spans(find(...doubled)[0])).toHaveLength(4);
  });

  test('has merged cells where inner lines are missing', () => {
    const down = find(flat(100, 50, 350), flat(140, 150, 350), flat(200, 50, 350), ...walls);
    expect(spans(down[0])).toEqual(['0,0 2x1', '0,1 1x1', '1,1 1x1']);
    const over = find(...lines, steep(50, 100, 200), steep(150, 140, 200), steep(350, 100, 200));
    expect(spans(over[0])).toEqual(['0,0 1x2', '1,0 1x1', '1,1 1x1']);
  });

  test('keeps its rim where the outer lines are not drawn', () => {
    const open = find(...lines, steep(150, 100, 200), steep(250, 100, 200));
    expect(spans(open[0])).toHaveLength(6);
    const torn = find(flat(100, 50, 350), flat(140, 50, 350), ...walls);
    expect(spans(torn[0])).toHaveLength(4);
    expect(torn[0]).toMatchObject({ closedTop: true, closedBottom: false });
  });

  test('is found though a scan moved and broke its lines a little', () => {
    const shaken = [flat(101, 52, 180), flat(99, 184, 349), flat(141, 48, 350), flat(198, 53, 347)];
    const [grid] = find(
      ...shaken,
      steep(51, 103, 199),
      steep(149, 101, 165),
      steep(151, 169, 197),
      steep(349, 98, 201),
    );
    expect(spans(grid)).toHaveLength(4);
  });

  test('has no column where one border was dragged by some points', () => {
    const [grid] = find(
      ...lines,
      steep(50, 100, 200),
      steep(150, 100, 140),
      steep(160, 140, 200),
      steep(350, 100, 200),
    );
    expect(spans(grid)).toEqual(['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1']);
  });
});

describe('what is no table', () => {
  test('a line under the motto, a frame round the page or a text', () => {
    expect(find(flat(90, 330, 480))).toEqual([]);
    expect(find(...cellByCell([30, 565], [30, 812]))).toEqual([]);
  });

  test('a word underlined in a cell', () => {
    const [grid] = find(...cellByCell([50, 150, 350], [100, 140, 200]), flat(170, 180, 220));
    expect(spans(grid)).toHaveLength(4);
  });

  test('a grid in the cell of another', () => {
    const grids = find(...cellByCell([50, 150, 350], [100, 140, 200]), ...cellByCell([170, 200, 240], [150, 165, 180]));
    expect(grids).toHaveLength(1);
  });

  test('but tables in a frame round the page are, each for itself', () => {
    const tables = [...cellByCell([50, 150, 350], [300, 340]), ...cellByCell([50, 150, 350], [100, 140, 200])];
    const grids = find(...cellByCell([30, 565], [30, 812]), ...tables);
    expect(grids.map(({ ys }) => ys[0])).toEqual([100, 300]);
  });
});

test('any grid with merged cells is found again from the lines round its cells', () => {
  const sizes = fc.array(fc.integer({ min: 25, max: 80 }), { minLength: 2, maxLength: 6 });
  const merge = fc.record({ row: fc.nat(5), column: fc.nat(5), down: fc.nat(2), over: fc.nat(2) });
  fc.assert(
    fc.property(sizes, sizes, merge, (wide, high, { row, column, down, over }) => {
      const sum = (parts: number[]): number[] =>
        [0, ...parts].map((_, at) => 40 + parts.slice(0, at).reduce((all, part) => all + part, 0));
      const [xs, ys] = [sum(wide), sum(high)];
      const inside = (at: number, from: number, more: number): boolean => at > from && at <= from + more;
      const rules: Rule[] = [];
      for (const [r, y] of ys.entries())
        for (let c = 0; c + 1 < xs.length; c++)
          if (!(inside(r, row, down) && r < ys.length - 1 && c >= column && c <= column + over))
            rules.push(flat(y, xs[c] as number, xs[c + 1] as number));
      for (const [c, x] of xs.entries())
        for (let r = 0; r + 1 < ys.length; r++)
          if (!(inside(c, column, over) && c < xs.length - 1 && r >= row && r <= row + down))
            rules.push(steep(x, ys[r] as number, ys[r + 1] as number));
      const [grid] = findGrids(rules, 595, 842);
      const whole =
        Math.max(0, Math.min(down + 1, high.length - row)) * Math.max(0, Math.min(over + 1, wide.length - column));
      const expected = wide.length * high.length - Math.max(0, whole - 1);
      if (expected > 1) expect(grid?.cells).toHaveLength(expected);
      const area = (grid?.cells ?? []).reduce((all, { rowSpan, colSpan }) => all + rowSpan * colSpan, 0);
      if (grid) expect(area).toBe((grid.xs.length - 1) * (grid.ys.length - 1));
    }),
    { seed: 20260101, numRuns: 300 },
  );
});
