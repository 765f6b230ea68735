import type { Line } from './join-rules.ts';
import type { GridCell, PageGrid } from './model.ts';

/** A side of a place counts as drawn from this share on: scans break lines, and corners are left out. */
const drawn = 0.6;

/** 0.7 cm: the border of one row was dragged; nobody meant a column that narrow unless a cell stands alone in it. */
const sliver = 20;

/**
 * The cells between column lines `xs` and row lines `ys`: places with no line drawn between them are one cell. Lines at
 * which no cell begins or ends vanish.
 */
export function mergeCells(
  xs: number[],
  ys: number[],
  across: Line[],
  down: Line[],
): Pick<PageGrid, 'xs' | 'ys' | 'cells'> {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const rightOpen = openSides(xs, ys, down);
  const belowOpen = openSides(ys, xs, across);
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: Span[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      const span = grow(row, column, rows, columns, owner, rightOpen, belowOpen);
      claim(span, cells.length, columns, owner);
      cells.push(span);
    }
  return compact(cells, xs, ys);
}

type Span = { row: number; column: number; rowSpan: number; colSpan: number };

/** `open(level, along)`: whether no line is drawn on that level beside that stretch. */
type Open = (level: number, along: number) => boolean;

function openSides(levels: number[], stretches: number[], lines: Line[]): Open {
  const wide = stretches.length - 1;
  const covered = new Float64Array(levels.length * wide);
  for (const line of lines) {
    const level = nearest(levels, line.at);
    for (let along = 0; along < wide; along++) {
      const [from, to] = [stretches[along] as number, stretches[along + 1] as number];
      const length = Math.min(line.to, to) - Math.max(line.from, from);
      if (length > 0) covered[level * wide + along] = (covered[level * wide + along] ?? 0) + length / (to - from);
    }
  }
  return (level, along) => (covered[level * wide + along] ?? 0) < drawn;
}

function nearest(levels: number[], at: number): number {
  let best = 0;
  for (const [index, level] of levels.entries())
    if (Math.abs(level - at) < Math.abs((levels[best] as number) - at)) best = index;
  return best;
}

/** To the right while open, then down while every place below is open to the one above and none is walled inside. */
function grow(
  row: number,
  column: number,
  rows: number,
  columns: number,
  owner: Int32Array,
  rightOpen: Open,
  belowOpen: Open,
): Span {
  const free = (r: number, c: number): boolean => owner[r * columns + c] === -1;
  let right = column + 1;
  while (right < columns && free(row, right) && rightOpen(right, row)) right++;
  const joins = (r: number): boolean => {
    for (let c = column; c < right; c++) {
      if (!free(r, c) || !belowOpen(r, c)) return false;
      if (c > column && !rightOpen(c, r)) return false;
    }
    return true;
  };
  let below = row + 1;
  while (below < rows && joins(below)) below++;
  return { row, column, rowSpan: below - row, colSpan: right - column };
}

function claim({ row, column, rowSpan, colSpan }: Span, cell: number, columns: number, owner: Int32Array): void {
  for (let r = row; r < row + rowSpan; r++) owner.fill(cell, r * columns + column, r * columns + column + colSpan);
}

/** Only lines at which a cell begins stay, slivers of columns go. */
function compact(cells: Span[], xs: number[], ys: number[]): Pick<PageGrid, 'xs' | 'ys' | 'cells'> {
  const columnStarts = keptColumns(cells, xs);
  const rowStarts = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const [x, y] = [(at: number) => xs[at] as number, (at: number) => ys[at] as number];
  const placed = cells.map((cell): GridCell => {
    const [row, column] = [indexFrom(rowStarts, cell.row), indexFrom(columnStarts, cell.column)];
    return {
      row,
      column,
      rowSpan: Math.max(1, indexFrom(rowStarts, cell.row + cell.rowSpan) - row),
      colSpan: Math.max(1, indexFrom(columnStarts, cell.column + cell.colSpan) - column),
      x0: x(cell.column),
      y0: y(cell.row),
      x1: x(cell.column + cell.colSpan),
      y1: y(cell.row + cell.rowSpan),
    };
  });
  return {
    xs: [...columnStarts.map(x), x(xs.length - 1)],
    ys: [...rowStarts.map(y), y(ys.length - 1)],
    cells: placed,
  };
}

function keptColumns(cells: Span[], xs: number[]): number[] {
  const starts = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const left = cells.map(({ column, colSpan }) => starts.filter((at) => at >= column && at < column + colSpan).length);
  return starts.filter((start, index) => {
    const wide = (xs[starts[index + 1] ?? xs.length - 1] as number) - (xs[start] as number);
    if (index === 0 || wide >= sliver) return true;
    const covering = cells.flatMap((cell, at) =>
      cell.column <= start && start < cell.column + cell.colSpan ? [at] : [],
    );
    if (covering.some((at) => (left[at] ?? 0) < 2)) return true;
    for (const at of covering) left[at] = (left[at] ?? 0) - 1;
    return false;
  });
}

/** Index of the first start not before `value`. */
function indexFrom(starts: number[], value: number): number {
  const at = starts.findIndex((start) => start >= value);
  return at < 0 ? starts.length : at;
}
