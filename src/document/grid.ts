import type { DraftCell, DraftRow } from './draft.ts';
import { limits } from './limits.ts';
import { Refusal } from './refuse.ts';

export type Placed = { row: number; column: number; rowSpan: number; colSpan: number; draft: DraftCell | null };
export type Grid = { rows: number; columns: number; cells: Placed[] };

/**
 * Lays rows of spanning cells out as a grid in which every place is covered by exactly one cell: spans are cut where
 * they run into another cell or out of the table, holes become empty cells (`draft` null), and columns in which no cell
 * begins (colspan="100", Word's grid slivers) vanish.
 */
export function layOut(rows: DraftRow[], budget: { places: number }): Grid {
  const cells = place(rows);
  const starts = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const columns = Math.max(starts.length, 1);
  budget.places -= rows.length * columns;
  if (budget.places < 0) throw new Refusal('document-too-complex');
  const narrowed = cells.map((cell) => narrow(cell, starts));
  return { rows: rows.length, columns, cells: fillHoles(narrowed, rows.length, columns) };
}

/** Before rows are filled up to equal length: one very wide row among many would make millions of empty cells. */
export function refuseTooWide(rows: number, columns: number): void {
  if (rows * columns > limits.gridPlaces) throw new Refusal('document-too-complex');
}

/** Row by row, left to right, stepping over what hangs down from the rows above. */
function place(rows: DraftRow[]): Placed[] {
  const cells: Placed[] = [];
  let hanging: Placed[] = [];
  for (const [row, { cells: drafts }] of rows.entries()) {
    hanging = hanging.filter((cell) => cell.row + cell.rowSpan > row).sort((a, b) => a.column - b.column);
    let column = 0;
    for (const draft of drafts) {
      column = nextFree(Math.max(column, draft.column ?? 0), hanging);
      const placed = seat(draft, row, column, rows.length, hanging);
      cells.push(placed);
      column += placed.colSpan;
      if (placed.rowSpan > 1) hanging = [...hanging, placed].sort((a, b) => a.column - b.column);
    }
  }
  return cells;
}

function nextFree(column: number, hanging: Placed[]): number {
  let free = column;
  for (const cell of hanging)
    if (free >= cell.column && free < cell.column + cell.colSpan) free = cell.column + cell.colSpan;
  return free;
}

function seat(draft: DraftCell, row: number, column: number, rows: number, hanging: Placed[]): Placed {
  const wall = hanging.find((cell) => cell.column > column)?.column ?? Number.POSITIVE_INFINITY;
  const colSpan = Math.max(1, Math.min(draft.colSpan, limits.colSpan, wall - column));
  const below = rows - row;
  const rowSpan = draft.rowSpan === 0 ? below : Math.max(1, Math.min(draft.rowSpan, limits.rowSpan, below));
  return { row, column, rowSpan, colSpan, draft };
}

function narrow(cell: Placed, starts: number[]): Placed {
  const column = lowerBound(starts, cell.column);
  return { ...cell, column, colSpan: lowerBound(starts, cell.column + cell.colSpan) - column };
}

/** Index of the first start not before `value`. */
function lowerBound(starts: number[], value: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fillHoles(cells: Placed[], rows: number, columns: number): Placed[] {
  const covered = new Uint8Array(rows * columns);
  for (const { row, column, rowSpan, colSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) covered.fill(1, r * columns + column, r * columns + column + colSpan);
  }
  const holes: Placed[] = [];
  for (let at = covered.indexOf(0); at >= 0; at = covered.indexOf(0, at + 1)) {
    holes.push({ row: Math.floor(at / columns), column: at % columns, rowSpan: 1, colSpan: 1, draft: null });
  }
  return [...cells, ...holes].sort((a, b) => a.row - b.row || a.column - b.column);
}
