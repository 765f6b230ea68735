import { findClause } from '../clause.ts';
import { type DraftRow, type DraftTable, draftCell } from '../draft.ts';
import { refuseTooWide } from '../grid.ts';
import { readInline } from './inline.ts';
import { isBlank, type Line } from './lines.ts';

/** Tables whose cells are parted by tabs, one row a line, and where the text goes on after them. */
export type TabTables = { tables: DraftTable[]; next: number };

/**
 * Reads tab-separated rows from line `at`. Blank lines are where a page ended: the rows after them are a piece, and so a
 * table, of their own, as a repeated header is; unless most rows are parted by blank lines. No tables where the lines are no rows.
 */
export function findTabTables(lines: Line[], at: number): TabTables | undefined {
  if (!lines[at]?.text.includes('\t')) return undefined;
  const { rows, next } = collect(lines, at);
  const columns = widest(rows);
  refuseTooWide(rows.length, columns);
  if (!isTable(rows)) return { tables: [], next };
  const gaps = rows.filter(({ afterBlank }) => afterBlank).length;
  const pieces = gaps * 2 > rows.length ? [rows] : cutPieces(rows);
  return { tables: pieces.map((piece) => draftTable(piece, columns)), next };
}

type Row = { cells: string[]; line: number; afterBlank: boolean };

/** Lines with tabs, blank lines between them, and lines that carry on a cell broken in two. */
function collect(lines: Line[], at: number): { rows: Row[]; next: number } {
  const rows: Row[] = [];
  let [next, width] = [at, 0];
  let afterBlank = false;
  for (let index = at; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (isBlank(line) && !line.text.includes('\t')) {
      afterBlank = true;
      continue;
    }
    const cells = line.text.split('\t').map((cell) => cell.trim());
    const last = rows.at(-1);
    const goesOn = last !== undefined && !afterBlank && carriesOn(last, lines, index, width);
    const merged = last !== undefined && !afterBlank && isHeading(line.text) && lines[index + 1]?.text.includes('\t');
    if (cells.length === 1 && !goesOn && !merged) break;
    if (last && goesOn) last.cells.push(`${last.cells.pop() ?? ''}\n${cells[0] ?? ''}`, ...cells.slice(1));
    else rows.push({ cells, line: line.number, afterBlank: afterBlank && rows.length > 0 });
    width = Math.max(width, cells.length);
    afterBlank = false;
    next = index + 1;
  }
  return { rows, next };
}

const widest = (rows: Row[]): number => rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);

/**
 * Whether a line goes on in the last cell of the row above: that row is short, and this line and those after it bring
 * just what it lacks before a row begins. A line without tabs between two rows goes on in any case.
 */
function carriesOn(last: Row, lines: Line[], at: number, width: number): boolean {
  let count = last.cells.length;
  for (const line of lines.slice(at, at + 40)) {
    const cells = line.text.split('\t').map((cell) => cell.trim());
    if (isBlank(line) || count >= width || (cells.length > 1 && startsRow(cells[0] ?? ''))) break;
    count += cells.length - 1;
    if (count === width) return true;
  }
  const line = lines[at]?.text ?? '';
  if (line.includes('\t') || lines[at + 1]?.text.includes('\t') !== true) return false;
  return !(last.cells.length >= width && isHeading(line));
}

/** A row merged over the whole table is copied as one cell without a tab: in capitals, or numbered as parts are. */
function isHeading(line: string): boolean {
  const text = line.trim();
  const kind = findClause(text)?.kind;
  return kind === 'roman' || kind === 'part' || (/\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text));
}

/** A lone label or number, or text under a number. A dash before text is a bullet in a cell. */
function startsRow(first: string): boolean {
  const clause = findClause(first);
  if (clause?.kind === 'dash' || clause?.kind === 'plus') return first === clause.label;
  return first === '' || clause !== null || /^[\d.IVX]+[.)]?$/.test(first);
}

/** Two rows with two filled cells each. Labels parted from their text by a tab ("1.⇥Mục đích") are paragraphs. */
function isTable(rows: Row[]): boolean {
  const filled = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const labels = filled.filter(({ cells }) => cells.length === 2 && findClause(cells[0] ?? '')?.label === cells[0]);
  return filled.length > 1 && labels.length < filled.length;
}

/** At blank lines, and where the first row is repeated. */
function cutPieces(rows: Row[]): Row[][] {
  const header = rows[0]?.cells.join('\t');
  const pieces: Row[][] = [];
  for (const row of rows) {
    if (pieces.length === 0 || row.afterBlank || row.cells.join('\t') === header) pieces.push([row]);
    else pieces.at(-1)?.push(row);
  }
  return pieces;
}

function draftTable(rows: Row[], columns: number): DraftTable {
  const drafts = rows.map(({ cells, line }): DraftRow => {
    const all = [...cells, ...Array<string>(columns - cells.length).fill('')];
    return { line, cells: all.map((cell) => draftCell(readInline(cell, { line }), { line })) };
  });
  return { kind: 'table', rows: drafts, headerRows: 0, grid: 'printed', line: rows[0]?.line ?? null };
}
