/** A place in the grid: row −1 is "Toàn bộ", column −1 the unit as a whole. */
export type Place = { row: number; column: number };

/** By this id the grid tells which cell is active. */
export const cellId = ({ row, column }: Place): string => `heat-${row}-${column}`;

/** A stretch of cells, all ends included. */
export type Range = { top: number; bottom: number; left: number; right: number };

export const rangeOf = (a: Place, b: Place): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

type Size = { rows: number; columns: number };
const clamp = (value: number, last: number): number => Math.max(-1, Math.min(last, value));

/** Where a key leads from a place; undefined where it leads nowhere. `page` rows fit on the screen. */
export function moveBy(key: string, far: boolean, from: Place, { rows, columns }: Size): Place | undefined {
  const to = (row: number, column: number): Place => ({
    row: clamp(row, rows - 1),
    column: clamp(column, columns - 1),
  });
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? -1 : column - 1);
    case 'ArrowRight':
      return to(row, far ? columns : column + 1);
    case 'PageUp':
      return to(Math.max(0, row - page), column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(far ? 0 : row, -1);
    case 'End':
      return to(far ? rows : row, columns);
    default:
      return undefined;
  }
}

const page = 10;
