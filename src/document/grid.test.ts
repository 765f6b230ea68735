import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftCell } from './draft.ts';
import { type Grid, layOut } from './grid.ts';

const plenty = () => ({ places: 1_000_000 });
const cells = fc.array(
  fc.record({ colSpan: fc.integer({ min: -1, max: 6 }), rowSpan: fc.integer({ min: -1, max: 6 }) }),
  { maxLength: 6 },
);
const rows = fc.array(cells, { minLength: 1, maxLength: 8 });

function countCovers({ rows: height, columns, cells: placed }: Grid): number[] {
  const covers = Array<number>(height * columns).fill(0);
  for (const { row, column, rowSpan, colSpan } of placed) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) covers[r * columns + c] = (covers[r * columns + c] ?? 0) + 1;
    }
  }
  return covers;
}

describe('a grid', () => {
  test('covers every place exactly once, whatever the spans say', () => {
    fc.assert(
      fc.property(rows, (spans) => {
        const grid = layOut(
          spans.map((row) => ({ line: null, cells: row.map((span) => draftCell([], span)) })),
          plenty(),
        );
        const covers = countCovers(grid);
        expect(covers).toEqual(Array(grid.rows * grid.columns).fill(1));
      }),
    );
  });

  test('keeps every cell it was given', () => {
    fc.assert(
      fc.property(rows, (spans) => {
        const grid = layOut(
          spans.map((row) => ({ line: null, cells: row.map((span) => draftCell([], span)) })),
          plenty(),
        );
        expect(grid.cells.filter(({ draft }) => draft !== null)).toHaveLength(spans.flat().length);
      }),
    );
  });

  test('has no column in which no cell begins', () => {
    const grid = layOut(
      [{ line: null, cells: [draftCell([], { colSpan: 4 }), draftCell([], { colSpan: 3 })] }],
      plenty(),
    );
    expect(grid.columns).toBe(2);
  });

  test('lets a row span of 0 reach down to the last row', () => {
    const grid = layOut(
      [
        { line: null, cells: [draftCell([], { rowSpan: 0 }), draftCell([])] },
        ...[1, 2].map(() => ({ line: null, cells: [draftCell([])] })),
      ],
      plenty(),
    );
    expect(grid.cells[0]).toMatchObject({ rowSpan: 3 });
    expect(grid.columns).toBe(2);
  });
});
