import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import type { EstimateRow } from '../model.ts';
import { linesOf, type TableCell } from './lines.ts';
import { crossings, protect } from './protect.ts';
import { suppressComplements } from './suppress.ts';

const least = 30;
const cell = (by: TableCell['by'], n: number): TableCell => ({ by, n, hidden: n < least });

/** A two-way table with its margins, the whole last. */
function twoWay(counts: readonly (readonly number[])[]): TableCell[] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const width = counts[0]?.length ?? 0;
  return [
    ...counts.flatMap((row, a) => row.map((n, b) => cell({ a, b }, n))),
    ...counts.map((row, a) => cell({ a }, sum(row))),
    ...Array.from({ length: width }, (_, b) => cell({ b }, sum(counts.map((row) => row[b] ?? 0)))),
    cell({}, sum(counts.flat())),
  ];
}

const hiddenAfter = (cells: readonly TableCell[], crossed?: TableCell['by'][]): boolean[] => {
  const added = suppressComplements(cells, crossed);
  return cells.map(({ hidden }, i) => hidden || added.has(i));
};

const bys = (cells: readonly TableCell[], crossed?: TableCell['by'][]) =>
  [...suppressComplements(cells, crossed)].map((i) => cells[i]?.by);

describe('complementary suppression', () => {
  it('hides the next smallest beside a single hidden cell of a line', () => {
    const table = [cell({ x: 1 }, 12), cell({ x: 2 }, 40), cell({ x: 3 }, 90), cell({}, 142)];
    expect(bys(table)).toEqual([{ x: 2 }]);
  });

  it('leaves a line with two hidden cells, and one without its total, as it is', () => {
    expect(bys([cell({ x: 1 }, 12), cell({ x: 2 }, 20), cell({ x: 3 }, 90), cell({}, 122)])).toEqual([]);
    expect(bys([cell({ x: 1 }, 12), cell({ x: 2 }, 40)])).toEqual([]);
  });

  it('hides a margin where nothing else is left', () => {
    expect(bys([cell({ x: 1 }, 12), cell({}, 142)])).toEqual([{}]);
  });

  it('closes rectangles in two-way tables', () => {
    const table = twoWay([
      [12, 60, 70],
      [80, 50, 90],
      [75, 85, 95],
    ]);
    const added = bys(table);
    expect(added).toHaveLength(3);
    expect(added).toContainEqual({ a: 2, b: 1 });
  });

  it('knows that two groupings sum to the same whole, though it is not told', () => {
    const table = [cell({ x: 1 }, 12), cell({ x: 2 }, 60), cell({ y: 1 }, 40), cell({ y: 2 }, 32)];
    expect(bys(table)).toEqual([{ x: 2 }]);
  });

  it('follows nested levels asked for side by side', () => {
    const districts = [
      cell({ huyen: 'a' }, 12),
      cell({ huyen: 'b' }, 50),
      cell({ huyen: 'c' }, 45),
      cell({ huyen: 'd' }, 60),
    ];
    const table = [...districts, cell({ tinh: 1 }, 62), cell({ tinh: 2 }, 105), cell({}, 167)];
    const crossed = ['a', 'b', 'c', 'd'].map((huyen, i) => ({ tinh: i < 2 ? 1 : 2, huyen }));
    // Within the province; elsewhere it would not help.
    expect(bys(table, crossed)).toEqual([{ huyen: 'b' }]);
    expect(bys(table)).toEqual([{ huyen: 'c' }]);
    expect(crossings([[], ['tinh'], ['huyen'], ['tinh', 'gioi']])).toEqual([
      ['tinh', 'huyen'],
      ['huyen', 'tinh', 'gioi'],
    ]);
  });

  it('has nothing to guard where nobody is: an empty group is no secret', () => {
    expect(bys([cell({ x: 1 }, 0), cell({ x: 2 }, 40), cell({}, 40)])).toEqual([]);
  });
});

/** Whether the equations allow another value of a hidden cell: independent of how it was reckoned, by rank. */
function follows(cells: readonly TableCell[], hidden: readonly boolean[], wanted: number): boolean {
  const lines = linesOf(cells);
  const columns = [-1, ...cells.keys()].filter((i) => i === -1 || hidden[i]);
  const row = ({ total, parts }: (typeof lines)[number]) =>
    columns.map((i) => (parts.includes(i) ? 1 : 0) - (i === total ? 1 : 0));
  const equations = lines.map(row);
  return rank(equations) === rank([...equations, columns.map((i) => (i === wanted ? 1 : 0))]);
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    [rows[found], rows[pivot]] = [rows[pivot] as number[], rows[found] as number[]];
    const own = rows[found] as number[];
    for (const row of rows.slice(found + 1)) {
      const by = (row[column] ?? 0) / (own[column] ?? 1);
      for (let k = column; k < row.length; k++) row[k] = (row[k] ?? 0) - by * (own[k] ?? 0);
    }
    found++;
  }
  return found;
}

describe('whatever the table', () => {
  const counts = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

  it('no small cell follows from what is told', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (table, whole) => {
        const all = twoWay(table);
        const cells = whole ? all : all.slice(0, -1);
        const hidden = hiddenAfter(cells);
        cells.forEach(({ n, hidden: small }, i) => {
          if (small) expect(follows(cells, hidden, i), JSON.stringify({ table, n })).toBe(false);
        });
      }),
      shareOf(200, 5000),
    );
  });

  it('does follow where nothing more was kept back: the test can fail', () => {
    const cells = twoWay([
      [12, 60],
      [80, 50],
    ]);
    expect(
      follows(
        cells,
        cells.map(({ hidden }) => hidden),
        0,
      ),
    ).toBe(true);
  });
});

describe('rows of estimates', () => {
  const row = (by: EstimateRow['by'], n: number): EstimateRow => ({
    ...{
      variable: 'q',
      statistic: 'mean',
      by,
      estimate: 1,
      se: 0.1,
      df: 9,
      low: 0.8,
      high: 1.2,
      deff: 1,
      effective: n,
      n,
    },
    ...{ psus: 9, hidden: null, warnings: [] },
  });

  it('lose their figures where they are small, or would give a small one away; each figure is a table of its own', () => {
    const rows = [row({}, 142), row({ x: 1 }, 12), row({ x: 2 }, 40), row({ x: 3 }, 90)];
    const other = rows.map((one) => ({ ...one, variable: 'r', n: one.n + 50 }));
    const told = protect([...rows, ...other], undefined);
    expect(told.map(({ hidden }) => hidden)).toEqual([null, 'respondents', 'complement', null, null, null, null, null]);
    expect(told[2]).toMatchObject({ estimate: null, se: null, df: null, low: null, high: null, deff: null });
    expect(protect(told, undefined)).toEqual(told);
  });
});
