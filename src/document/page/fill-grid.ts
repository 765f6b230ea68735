import type { Aligned } from './band.ts';
import { type Frame, usualPitch } from './group-lines.ts';
import type { GridCell, PageGrid, Word } from './model.ts';
import { type TextLine, toLines } from './text-lines.ts';

/** A cell with its text still as lines, so that halves of a torn one can be put together. */
export type PageCell = GridCell & { page: number; lines: TextLine[]; frame: Frame };
export type PageRow = {
  page: number;
  y0: number;
  y1: number;
  cells: PageCell[];
  /** begins a page and may be the rest of the row above */
  doubtful?: boolean;
};
export type PageTable = {
  kind: 'table';
  /** where it begins and ends */
  page: number;
  lastPage: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  xs: number[];
  rows: PageRow[];
  closedTop: boolean;
  closedBottom: boolean;
  /** found by its columns alone: no line is drawn */
  aligned?: Aligned;
};

/** Puts words into the cells they stand in. Gives the table, and the words that stand outside it. */
export function fillGrid(grid: PageGrid, words: Word[], page: number): { table: PageTable; rest: Word[] } {
  const rows = cellsByRow(grid);
  const inside = new Map<GridCell, Word[]>();
  const rest: Word[] = [];
  for (const word of words) {
    const cell = findCell(grid, rows, (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2);
    const held = cell && inside.get(cell);
    if (!cell) rest.push(word);
    else if (held) held.push(word);
    else inside.set(cell, [word]);
  }
  return { table: toTable(grid, inside, page), rest };
}

/** For each row, the cells that cover it. */
function cellsByRow({ cells, ys }: PageGrid): GridCell[][] {
  const rows: GridCell[][] = ys.slice(1).map(() => []);
  for (const cell of cells) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell);
  return rows;
}

function findCell({ xs, ys }: PageGrid, rows: GridCell[][], x: number, y: number): GridCell | undefined {
  if (x < (xs[0] as number) || x > (xs.at(-1) as number) || y < (ys[0] as number)) return undefined;
  const row = ys.findIndex((bottom, at) => at > 0 && y <= bottom) - 1;
  return rows[row]?.find(({ x0, x1 }) => x >= x0 && x <= x1);
}

function toTable(grid: PageGrid, inside: Map<GridCell, Word[]>, page: number): PageTable {
  const cells = grid.cells.map((cell): PageCell => {
    const lines = toLines(inside.get(cell) ?? [], page);
    return { ...cell, page, lines, frame: { left: cell.x0, right: cell.x1, pitch: 0 } };
  });
  const margin = marginOf(cells);
  for (const { frame } of cells) {
    frame.left += margin;
    frame.right -= margin;
  }
  const pitch = usualPitch(cells);
  for (const { frame } of cells) frame.pitch = pitch;
  const { xs, ys, closedTop, closedBottom } = grid;
  const [x0, y0, x1, y1] = [xs[0] as number, ys[0] as number, xs.at(-1) as number, ys.at(-1) as number];
  const rows = ys.slice(1).map((bottom, row): PageRow => ({ page, y0: ys[row] as number, y1: bottom, cells: [] }));
  for (const cell of cells) rows[cell.row]?.cells.push(cell);
  return { kind: 'table', page, lastPage: page, x0, y0, x1, y1, xs, rows, closedTop, closedBottom };
}

/** The white space inside the borders: what the text nearest to them leaves, but for a rare word that runs over. */
function marginOf(cells: PageCell[]): number {
  const lefts: number[] = [];
  const rights: number[] = [];
  for (const { x0, x1, lines } of cells) {
    if (lines.length === 0) continue;
    lefts.push(Math.min(...lines.map((line) => line.x0)) - x0);
    rights.push(x1 - Math.max(...lines.map((line) => line.x1)));
  }
  const least = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.05)] ?? 0;
  return Math.max(0.5, Math.min(least(lefts), least(rights)));
}
