import type { Cell, Table } from '../../document/model.ts';
import { fold, squish } from '../../kernel/text.ts';
import { chargeOf } from './charge.ts';
import { assignColumns, type Column, findWording, type Heading } from './columns.ts';
import { markAgencies } from './mark.ts';
import { startsLower } from './wording.ts';

/** A table's header: what its columns mean, how many of its rows say so, and what is printed above them inside the table. */
export type Header = {
  columns: Column[];
  wordings: string[];
  /** rows up to here (0-based, exclusive) are header */
  rows: number;
  captions: string[];
  /** rows of the table as compared with a repeated header: folded texts */
  keys: string[];
};

/** A header word is short; a sentence in the first row is a caption or a task. */
const LONGEST_HEADING = 90;

/** The cell that covers each place, by row and column. */
export function coverOf(table: Table): Cell[][] {
  const cover: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan && r < table.rows; r++) {
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) (cover[r] as Cell[])[c] = cell;
    }
  }
  return cover;
}

/** The texts of a row, each covering cell once, folded: the same header on the next page has the same key. */
export function rowKey(row: Cell[]): string {
  return [...new Set(row)].map(({ text }) => fold(squish(text)).replace(/[^a-z0-9]+/g, '')).join('|');
}

/** "(1) (2) (3)", "A B 1 2=3-4": columns numbered under their headers. */
export function isColumnNumbers(row: Cell[]): boolean {
  const texts = [...new Set(row)].map(({ text }) => squish(text)).filter((text) => text !== '');
  if (texts.length < Math.min(3, row.length)) return false;
  if (!texts.every((text) => /^\(?(?:\d{1,2}|[A-Da-d])\)?(?:\s*=.*)?$/.test(text))) return false;
  const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0])).filter((number) => !Number.isNaN(number));
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number));
}

/**
 * The header of a table by its words, also without any mark of the format; undefined where the first rows are none.
 * `known` is the header of the table before: repeated after a page cut it ends where it ended there, whatever follows.
 */
export function findHeader(table: Table, cover: Cell[][], known?: Header): Header | undefined {
  const captions: string[] = [];
  for (let first = 0; first < Math.min(5, table.rows); first++) {
    const row = cover[first] as Cell[];
    const texts = distinct(row).filter(({ text }) => squish(text) !== '');
    if (texts.length === 0) continue;
    if (texts.length === 1 && table.columns > 1) {
      captions.push(squish((texts[0] as Cell).text));
      continue;
    }
    const repeated = known?.keys.findIndex((key, at) => key !== rowKey(cover[first + at] ?? []));
    if (known && repeated !== 0) {
      return { ...known, rows: first + (repeated === -1 ? known.keys.length : (repeated ?? 0)), captions };
    }
    if (!looksLikeHeader(texts)) return undefined;
    return readHeader(table, cover, first, captions);
  }
  return undefined;
}

function looksLikeHeader(cells: Cell[]): boolean {
  if (cells.some(({ text }) => squish(text).length > LONGEST_HEADING)) return false;
  // A row that is itself numbered stands below a header.
  if (/^(?:\d+(?:\.\d+)*|[IVX]+)[.)]?$/.test(squish((cells[0] as Cell).text))) return false;
  // Nor does a header begin in the middle of a sentence, or end one: that is a row, torn or whole.
  if (cells.some(({ text }) => /\p{L}{2}\.$/u.test(squish(text)) && squish(text).split(' ').length > 8)) return false;
  if (cells.every(({ text }) => startsLower(squish(text)))) return false;
  const wordings = cells.map(({ text }) => findWording(text).wording);
  const known = wordings.filter((wording) => wording !== 'unknown');
  const told = known.some((wording) => ['number', 'text', 'component', 'content', 'goal'].includes(wording));
  if (!told || new Set(known).size < 2) return false;
  if (known.length * 2 >= cells.length) return true;
  // Columns for several agencies are headed by their names alone; one name is what any row of tasks has.
  const agencies = cells.filter(({ text }, at) => wordings[at] === 'unknown' && chargeOf(text).length === 1);
  return agencies.length >= 2 && known.length * 2 >= cells.length - agencies.length;
}

function readHeader(table: Table, cover: Cell[][], first: number, captions: string[]): Header {
  let end = first + 1;
  while (end < table.rows && continuesHeader(table, cover, first, end)) end++;
  const { columns: assigned, wordings } = assignColumns(headings(cover.slice(first, end), table.columns));
  const columns = markAgencies(assigned);
  const keys = cover.slice(first, end).map(rowKey);
  if (columns[0]?.header === '' && columns[0].role === 'unknown')
    columns[0] = { ...columns[0], role: 'number', confidence: 0.8 };
  return { columns, wordings, rows: end, captions, keys };
}

function headings(rows: Cell[][], columns: number): Heading[] {
  const worded = rows.filter((row) => !isColumnNumbers(row));
  return Array.from({ length: columns }, (_, column) => {
    const above = worded.slice(0, -1).flatMap((row, at) => spreadFrom(row, worded[at + 1] ?? [], column) ?? []);
    const cells = distinct([...above, ...worded.flatMap((row) => row[column] ?? [])]).filter(
      ({ text }) => squish(text) !== '',
    );
    if (above.length > 0) return { own: cells.at(-1)?.text ?? '', whole: textsOf(cells), wide: true };
    const own = cells.at(-1)?.text ?? '';
    const wide = cells.length > 1 && cells.slice(0, -1).some(({ colSpan }) => colSpan > 1);
    return { own, whole: textsOf(cells), wide };
  });
}

const textsOf = (cells: Cell[]): string => cells.map(({ text }) => text).join(' ');

/**
 * A format without merged cells prints a wide header once, over the first of its columns: the column below has words of its
 * own, and nothing above them.
 */
function spreadFrom(row: Cell[], below: Cell[], column: number): Cell | undefined {
  const filled = (cell: Cell | undefined) => cell !== undefined && squish(cell.text) !== '';
  const opens = filled(row[column]) && filled(below[column]) && !filled(row[column + 1]) && filled(below[column + 1]);
  if (opens) return row[column];
  if (filled(row[column]) || !filled(below[column])) return undefined;
  return row.slice(0, column).findLast(filled);
}

/** Whether a row still belongs to the header that began at `first`. */
function continuesHeader(table: Table, cover: Cell[][], first: number, at: number): boolean {
  const row = cover[at] as Cell[];
  const own = distinct(row).filter((cell) => cell.row === at && squish(cell.text) !== '');
  const hangsDown = distinct(row).some((cell) => cell.row < at);
  if (isColumnNumbers(row)) return true;
  if (at < table.headerRows) return true;
  if (own.length === 0) return hangsDown;
  if (own.some(({ text }) => squish(text).length > 40 || /^(?:[-+•*]|\(?\w{1,4}[.)])\s/u.test(squish(text))))
    return false;
  const above = cover[first] as Cell[];
  if (namesEmptyColumns(above, row)) return true;
  const underWide = own.every((cell) => (above[cell.column]?.colSpan ?? 1) > 1);
  if (underWide && hangsDown) return true;
  if (row[0]?.row === at && squish(row[0].text) !== '') return false;
  return own.every(({ text }) => /^\p{Ll}/u.test(squish(text)) || findWording(text).wording !== 'unknown');
}

/** Short words just where the row above is empty, and nothing where it has the number and the task. */
function namesEmptyColumns(above: Cell[], row: Cell[]): boolean {
  const empty = (cell: Cell | undefined) => cell === undefined || squish(cell.text) === '';
  const gaps = above.flatMap((cell, at) => (at > 1 && empty(cell) ? [at] : []));
  return gaps.length > 0 && gaps.every((at) => !empty(row[at])) && empty(row[0]) && empty(row[1]);
}

function distinct(cells: Cell[]): Cell[] {
  return [...new Set(cells)];
}
