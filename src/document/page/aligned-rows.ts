import type { Aligned, Band, Gutter } from './band.ts';
import type { PageCell, PageRow, PageTable } from './fill-grid.ts';
import { usualPitch } from './group-lines.ts';
import { splitAtGaps, type TextLine, toLine } from './text-lines.ts';

type Column = { left: number; right: number };
/** What stands on one line of the table: parts of it by the column they begin in. */
type Part = { column: number; colSpan: number; line: TextLine };

/** The rows of a table that only aligns its columns. `before`: what it goes on from, on the page before. */
export function buildAligned(band: Band, before: Aligned | undefined): PageTable | undefined {
  const gutters = withinColumns(band);
  const columns = columnsOf(band, gutters);
  const parts = band.lines.map((line, at) => partsOf(line, gutters, columns, band.spanning.has(line), at === 0));
  const rows = rowsOf(parts, columns, before !== undefined);
  const [first, last] = [band.lines[0], band.lines.at(-1)];
  if (!first || !last || rows.length < (before ? 1 : 2)) return undefined;
  const xs = [columns[0]?.left ?? 0, ...gutters.map(({ from, to }) => (from + to) / 2), columns.at(-1)?.right ?? 0];
  const box = { x0: xs[0] as number, y0: first.y0, x1: xs.at(-1) as number, y1: last.y1 };
  const made = rows.map((row, at) => toRow(row, at, columns, xs));
  setPitch(made);
  return {
    kind: 'table',
    page: first.page,
    lastPage: first.page,
    ...box,
    xs,
    rows: made,
    closedTop: true,
    closedBottom: true,
    aligned: { gutters, opening: before?.opening ?? openingOf(band), headless: before !== undefined },
  };
}

/** No header has more lines. */
const openingOf = ({ lines }: Band): string[] => lines.slice(0, 10).map(({ text }) => text);

/** A header may name two columns with one heading above them: free strips inside a column part it again. */
function withinColumns({ lines, spanning, gutters }: Band): Gutter[] {
  const body = lines.slice(1).filter((line) => !spanning.has(line));
  const ends = [Number.NEGATIVE_INFINITY, ...gutters.map(({ from, to }) => (from + to) / 2), Number.POSITIVE_INFINITY];
  const found = ends.slice(1).flatMap((end, at) => {
    const inside = body.flatMap(({ words }) => words.filter(({ x0 }) => x0 > (ends[at] as number) && x0 < end));
    return stripsIn(inside);
  });
  return [...gutters, ...found].sort((a, b) => a.from - b.from);
}

/** Strips no word stands in, twice as wide as a space, with several words on either side. */
function stripsIn(words: { x0: number; x1: number; size: number }[]): Gutter[] {
  const sorted = [...words].sort((a, b) => a.x0 - b.x0);
  const strips: Gutter[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const [at, { x0, x1, size }] of sorted.entries()) {
    if (x0 - end > 0.6 * size && at > 2 && sorted.length - at > 2) strips.push({ from: end, to: x0 });
    end = at === 0 ? x1 : Math.max(end, x1);
  }
  return strips;
}

function columnsOf({ lines, spanning }: Band, gutters: Gutter[]): Column[] {
  const columns = [...gutters, undefined].map((): Column => ({ left: Infinity, right: -Infinity }));
  for (const line of lines) {
    if (spanning.has(line)) continue;
    for (const word of line.words) {
      const column = columns[indexOf(word.x0 + 1, gutters)];
      if (!column) continue;
      column.left = Math.min(column.left, word.x0);
      column.right = Math.max(column.right, word.x1);
    }
  }
  return columns.map(({ left, right }, at) =>
    left <= right ? { left, right } : { left: gutters[at - 1]?.to ?? 0, right: gutters[at]?.from ?? 0 },
  );
}

const indexOf = (x: number, gutters: Gutter[]): number => gutters.filter(({ from, to }) => x > (from + to) / 2).length;

function partsOf(line: TextLine, gutters: Gutter[], columns: Column[], spanning: boolean, first: boolean): Part[] {
  if (spanning) return acrossOf(line, gutters, columns.length);
  const byColumn = Map.groupBy(line.words, (word) => indexOf((word.x0 + word.x1) / 2, gutters));
  const parts = [...byColumn].map(([column, words]): Part => ({ column, colSpan: 1, line: toLine(words, line.page) }));
  return first ? joinAcross(parts) : parts;
}

/** In the first line of a header, words no further apart than a space are one heading, over two columns of the body. */
function joinAcross(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (!last || part.line.x0 - last.line.x1 > 0.4 * part.line.size) joined.push(part);
    else {
      last.line = toLine([...last.line.words, ...part.line.words], part.line.page);
      last.colSpan = part.column - last.column + 1;
    }
  }
  return joined;
}

/** A group row: its number in the first column, its name over the others; in a header, each heading over its columns. */
function acrossOf(line: TextLine, gutters: Gutter[], columns: number): Part[] {
  const parts = splitAtGaps(line, 0.9 * line.size);
  return parts.map((part, at): Part => {
    const column = indexOf(part.x0 + 1, gutters);
    const next = parts[at + 1];
    const reach = next ? indexOf(next.x0 + 1, gutters) : parts.length > 2 ? indexOf(part.x1 - 1, gutters) + 1 : columns;
    const ends = at === 0 && next ? indexOf(part.x1 - 1, gutters) + 1 : reach;
    return { column, colSpan: Math.max(1, Math.min(ends, columns) - column), line: part };
  });
}

/** A row begins with a number, or where most of what stands on the line begins anew; a header repeated is a row. */
function rowsOf(lines: Part[][], columns: Column[], headless: boolean): Part[][] {
  const numbered = isNumbered(lines);
  const rows: Part[][] = [];
  const above: (TextLine | undefined)[] = [];
  let [across, header, repeating] = [false, 0, 0];
  for (const [at, parts] of lines.entries()) {
    const wide = parts.some(({ colSpan }) => colSpan > 1);
    const inHeader = !headless && rows.length === 1 && !across;
    if (header > 0 && keyOf(parts) === keyOf(lines[0] ?? [])) repeating = header;
    const forced = repeating === header && header > 0;
    const rest = repeating > 0 && !forced;
    const below = inHeader && isBelowHeading(rows[0] ?? [], parts);
    const strong = !numbered && !inHeader && isStrong(parts, rows.at(-1));
    const begins = wide || across || below || strong || beginsRow(parts, above, columns, numbered, inHeader);
    if (rows.length === 0 || forced || (begins && !rest)) rows.push([...parts]);
    else rows.at(-1)?.push(...parts);
    if (!headless && header === 0 && rows.length === 2) header = at;
    across = (wide && at > 0) || strong || repeating === 1;
    repeating = Math.max(0, repeating - 1);
    for (const { column, line } of parts) above[column] = line;
  }
  return rows;
}

/** A line in bold in the first column alone, below a row that is not: a group row, where no number says so. */
const isStrong = ([only, ...others]: Part[], above: Part[] | undefined): boolean =>
  only?.column === 0 && others.length === 0 && isBold(only) && above?.some((part) => !isBold(part)) === true;

const isBold = ({ line }: Part): boolean => line.words.every(({ bold }) => bold);

/** "Chủ trì" | "Phối hợp" below "Cơ quan thực hiện". */
const isBelowHeading = (header: Part[], parts: Part[]): boolean =>
  header.some(
    ({ column, colSpan, line }) =>
      colSpan > 1 && parts.some((one) => one.column > column && one.column < column + colSpan && one.line.y0 > line.y0),
  );

const keyOf = (parts: Part[]): string => parts.map(({ line }) => line.text).join('|');

const number = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ]|[A-Z]|-)[.)]?$/u;

/** The first column holds nothing but numbers below the header. */
function isNumbered(lines: Part[][]): boolean {
  const firsts = lines.slice(1).flatMap((parts) => parts.filter(({ column }) => column === 0));
  return firsts.length > 0 && firsts.filter(({ line }) => number.test(line.text)).length >= 0.7 * firsts.length;
}

function beginsRow(
  parts: Part[],
  above: (TextLine | undefined)[],
  columns: Column[],
  numbered: boolean,
  inHeader: boolean,
): boolean {
  const first = parts.find(({ column }) => column === 0);
  if (numbered && first) return number.test(first.line.text);
  if (numbered && inHeader) return false;
  const anew = parts.filter((part) => startsAnew(part, above[part.column], columns[part.column] as Column)).length;
  const goesOn = parts.some(({ line }) => /^[\p{Ll})]/u.test(line.text));
  return !goesOn && anew >= Math.max(2, 0.6 * parts.length) && (!inHeader || parts.length >= 3);
}

/** Nothing stands right above, or there was room above for its first word. */
function startsAnew({ line }: Part, above: TextLine | undefined, { right }: Column): boolean {
  if (!above || above.page !== line.page || line.y0 - above.y1 > 0.6 * line.size) return true;
  const word = line.words[0];
  return word !== undefined && right - above.x1 > word.x1 - word.x0 + 0.3 * line.size;
}

function toRow(parts: Part[], row: number, columns: Column[], xs: number[]): PageRow {
  const page = parts[0]?.line.page ?? 0;
  const y0 = Math.min(...parts.map(({ line }) => line.y0));
  const y1 = Math.max(...parts.map(({ line }) => line.y1));
  const cells: PageCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const own = parts.filter((part) => part.column === column);
    const colSpan = Math.max(1, ...own.map((part) => part.colSpan));
    const frame = { left: columns[column]?.left ?? 0, right: columns[column + colSpan - 1]?.right ?? 0, pitch: 0 };
    const box = { x0: xs[column] as number, y0, x1: xs[column + colSpan] as number, y1 };
    cells.push({ row, column, rowSpan: 1, colSpan, ...box, page, lines: own.map(({ line }) => line), frame });
    column += colSpan;
  }
  return { page, y0, y1, cells };
}

function setPitch(rows: PageRow[]): void {
  const cells = rows.flatMap((row) => row.cells);
  const pitch = usualPitch(cells);
  for (const { frame } of cells) frame.pitch = pitch;
}
