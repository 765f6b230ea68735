import { fold } from '../../kernel/text.ts';
import { findClause } from '../clause.ts';
import { plainText } from './draft-text.ts';
import type { PageCell, PageRow, PageTable } from './fill-grid.ts';

/** Column lines of two pages are the same when they stand this near, measured from the left border of each table. */
const shift = 6;

/** Whether the table at the top of a page goes on from the one at the foot of the page before. */
export function continuesTable(above: PageTable, below: PageTable): boolean {
  if (above.xs.length !== below.xs.length) return false;
  // Where nothing is drawn the columns stand between what is printed; those taken over from the page before are the same.
  if (above.aligned && below.aligned) return below.aligned.headless || repeatedRows(above, below) > 0;
  const moved = below.x0 - above.x0;
  return above.xs.every((x, at) => Math.abs((below.xs[at] as number) - x - moved) < shift);
}

/** Two pieces of one table as one: the header repeated goes, a row torn by the page is whole where that is certain. */
export function joinTables(above: PageTable, below: PageTable): PageTable {
  const repeated = repeatedRows(above, below);
  const rows = below.rows
    .slice(repeated)
    .map((row) => ({ ...row, cells: row.cells.filter(({ row: at }) => at >= repeated) }));
  const [first, ...rest] = rows;
  const last = above.rows.at(-1);
  const { closedBottom, lastPage } = below;
  if (!first || !last) return { ...above, closedBottom, lastPage };
  const open = !above.closedBottom || (repeated === 0 && !below.closedTop);
  if (isTorn(above, last, first, open)) {
    const offset = above.rows.length - 1 - repeated;
    const torn = joinRows(above, first);
    return { ...above, closedBottom, lastPage, rows: [...torn, ...rest.map((row) => lower(row, offset))] };
  }
  const offset = above.rows.length - repeated;
  first.doubtful = !isNew(above, first);
  return {
    ...above,
    closedBottom,
    lastPage,
    rows: [...continueMerged(above, first), ...rows.map((row) => lower(row, offset))],
  };
}

const lower = (row: PageRow, offset: number): PageRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, row: cell.row + offset })),
});

/** How many rows at the top print the header again: the same words as the first rows of the table. */
function repeatedRows(above: PageTable, below: PageTable): number {
  let rows = 0;
  while (rows < 4 && rows < below.rows.length - 1) {
    const [head, again] = [above.rows[rows], below.rows[rows]];
    if (!head || !again || !isAlike(head, again)) break;
    rows++;
  }
  return rows;
}

function isAlike(a: PageRow, b: PageRow): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0) return false;
  // "Công khai đợt 1" and "Công khai đợt 9" are two tasks: what is printed again has the same numbers.
  if (numbersOf(left) !== numbersOf(right)) return false;
  const shared = left.filter((word) => right.includes(word)).length;
  return shared >= 0.85 * Math.max(left.length, right.length);
}

const wordsOf = ({ cells }: PageRow): string[] =>
  cells.flatMap(({ lines }) => fold(plainText(lines)).split(/\s+/)).filter((word) => word !== '');

const numbersOf = (words: string[]): string => words.filter((word) => /\d/.test(word)).join(' ');

const text = (cell: PageCell | undefined): string => (cell ? plainText(cell.lines) : '');

/**
 * Whether the row below is the rest of the one above: no number of its own, no cell filled that is empty above, and a cell
 * that breaks off above and goes on below; or nothing but the rest of one cell; or no line drawn at the cut and no cell
 * that starts anew (browsers leave out that line between whole rows too). What is less certain stays two rows.
 */
function isTorn(above: PageTable, last: PageRow, first: PageRow, open: boolean): boolean {
  const covering = lastCells(above);
  const pairs = first.cells.map((cell) => ({ cell, over: covering.get(cell.column) }));
  if (pairs.some(({ cell, over }) => over === undefined || over.colSpan !== cell.colSpan)) return false;
  const filled = pairs.filter(({ cell }) => cell.lines.length > 0);
  if (filled.length === 0) return true;
  if (filled.some(({ over }) => text(over) === '')) return false;
  if (isNumbered(above) && text(first.cells.find(({ column }) => column === 0)) !== '') return false;
  if (first.cells.length === 1) return goesOn(filled[0]?.over, filled[0]?.cell as PageCell);
  const going = filled.filter(({ cell, over }) => goesOn(over, cell));
  if (going.length > 0 || open) return filled.every(({ cell, over }) => goesOn(over, cell) || !startsAnew(over, cell));
  const bare =
    isNumbered(above) && filled.length === 1 && last.cells.filter(({ lines }) => lines.length > 0).length > 2;
  return bare;
}

/** Two cells or more begin anew and none goes on: surely a row of its own. */
function isNew(above: PageTable, first: PageRow): boolean {
  const covering = lastCells(above);
  const pairs = first.cells.map((cell) => ({ cell, over: covering.get(cell.column) }));
  const anew = pairs.filter(({ cell, over }) => text(over) !== '' && startsAnew(over, cell)).length;
  return anew > 1 && !pairs.some(({ cell, over }) => goesOn(over, cell));
}

/** Most rows carry a short number in the first column. */
function isNumbered({ rows }: PageTable): boolean {
  const firsts = rows.flatMap(({ cells }) => cells.filter(({ column, colSpan }) => column === 0 && colSpan === 1));
  const numbers = firsts.filter((cell) => /^(?:[\dIVX]{1,5}(?:\.\d+)*[.)]?|[a-zđ][.)]?|-)$/u.test(text(cell)));
  return numbers.length >= 2 && numbers.length >= 0.6 * firsts.length;
}

/** Broken off above, in the middle of a sentence or a name. */
function goesOn(over: PageCell | undefined, cell: PageCell): boolean {
  const [above, below] = [text(over), text(cell)];
  if (above === '' || below === '') return false;
  if (/[.;:!?]$/u.test(above)) return false;
  if (/^[\p{Ll}),]/u.test(below) && findClause(below) === null) return true;
  return /[,\-–(&/]$/u.test(above) && isFull(over as PageCell, cell);
}

/** The last line above had no room for the first word below. */
function isFull({ lines, frame }: PageCell, below: PageCell): boolean {
  const [last, word] = [lines.at(-1), below.lines[0]?.words[0]];
  if (!last || !word) return false;
  return frame.right - last.x1 < word.x1 - word.x0 + 0.25 * last.size;
}

/** Room left above, and below with a capital or a number: an entry of its own. */
function startsAnew(over: PageCell | undefined, cell: PageCell): boolean {
  return over !== undefined && !isFull(over, cell) && /^[\p{Lu}\d]/u.test(text(cell));
}

/** The cells that reach the last row, by the column they begin in. */
function lastCells({ rows }: PageTable): Map<number, PageCell> {
  const end = rows.length;
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.row + cell.rowSpan >= end));
  return new Map(cells.map((cell) => [cell.column, cell]));
}

/** The last row with the lines of its rest; merged cells that hang further down below the page do so still. */
function joinRows(above: PageTable, first: PageRow): PageRow[] {
  const rest = new Map(first.cells.map((cell) => [cell.column, cell]));
  const joined = new Map<PageCell, PageCell>();
  for (const [column, cell] of lastCells(above)) {
    const more = rest.get(column);
    if (more)
      joined.set(cell, { ...cell, rowSpan: cell.rowSpan + more.rowSpan - 1, lines: [...cell.lines, ...more.lines] });
  }
  return above.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => joined.get(cell) ?? cell) }));
}

/** A merged cell opened again on the next page, empty: it goes on. The empty cell is taken out of the row below. */
function continueMerged(above: PageTable, first: PageRow): PageRow[] {
  const joined = new Map<PageCell, PageCell>();
  for (const [column, cell] of lastCells(above)) {
    const more = first.cells.find((one) => one.column === column);
    if (!more || more.lines.length > 0 || cell.lines.length === 0) continue;
    if (cell.rowSpan + more.rowSpan < 3 || more.colSpan !== cell.colSpan) continue;
    joined.set(cell, { ...cell, rowSpan: cell.rowSpan + more.rowSpan });
    first.cells = first.cells.filter((one) => one !== more);
  }
  return above.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => joined.get(cell) ?? cell) }));
}
