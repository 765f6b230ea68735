import { type DraftBlock, type DraftParagraph, type DraftRow, draftCell, draftParagraph, type Run } from '../draft.ts';
import { limits } from '../limits.ts';
import type { Merge, Sheet, SheetCell, SheetRow } from './sheet.ts';

/**
 * A sheet as a document: what stands above the header of a list are its titles, what stands below it after a gap its
 * signature; the list itself is a table. Empty rows say nothing.
 */
export function layOutSheet({ rows, merges }: Sheet): DraftBlock[] {
  const shown = dropCovered(rows, merges);
  const blocks: DraftBlock[] = [];
  for (let at = 0; at < shown.length; ) {
    const start = findHeader(shown, at);
    for (const row of shown.slice(at, start)) for (const cell of row.cells) addParagraphs(blocks, cell);
    const end = findEnd(shown, start);
    if (end > start) blocks.push(makeTable(shown.slice(start, end), merges));
    at = Math.max(end, at + 1);
  }
  return blocks;
}

const textOf = ({ runs }: SheetCell): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim();

/** "STT" in any of its spellings. */
const isNumberHeading = (cell: SheetCell): boolean => /^(?:S?TT|Số TT|Số thứ tự)\.?$/i.test(textOf(cell));

/** A header names three things, or two of which one is the number; a letterhead has two, a title one. */
const isHeader = ({ cells }: SheetRow): boolean =>
  cells.length >= 3 || (cells.length === 2 && cells.some(isNumberHeading));

/** Where the next list begins; rows of two that never become three are a list of their own. */
function findHeader(rows: SheetRow[], from: number): number {
  const header = rows.findIndex((row, at) => at >= from && isHeader(row));
  if (header >= 0) return header;
  const rest = rows.slice(from);
  const pairs = rest.findIndex((row, at) => row.cells.length === 2 && rest[at + 1]?.cells.length === 2);
  const longEnough = rest.filter(({ cells }) => cells.length === 2).length > 3;
  return pairs >= 0 && longEnough ? from + pairs : rows.length;
}

/**
 * Where a list ends: at a gap followed by a signature, or by titles and a header of another list. A gap alone, and a row
 * of one cell alone, are part of it: groups are written like that.
 */
function findEnd(rows: SheetRow[], start: number): number {
  for (let at = start + 1; at < rows.length; at++) {
    const row = rows[at] as SheetRow;
    const gap = row.number - (rows[at - 1] as SheetRow).number > 1;
    if (row.cells.some((cell) => isSigning(textOf(cell)))) return at;
    if (gap && beginsList(rows, at)) return at;
  }
  // Rows of one cell at the very end belong to no group: they are remarks.
  let end = rows.length;
  while (end > start + 1 && (rows[end - 1] as SheetRow).cells.length === 1 && isAfterGap(rows, end - 1)) end--;
  return end;
}

const isAfterGap = (rows: SheetRow[], at: number): boolean =>
  (rows[at] as SheetRow).number - ((rows[at - 1] as SheetRow | undefined)?.number ?? 0) > 1;

const isSigning = (text: string): boolean => /^(?:Nơi nhận|(?:TM|KT|TL|TUQ)\.\s|Người lập)/i.test(text);

/** Titles, then a header that numbers its rows. */
function beginsList(rows: SheetRow[], at: number): boolean {
  const header = rows.findIndex((row, index) => index >= at && row.cells.length > 1);
  return header >= 0 && (rows[header] as SheetRow).cells.some(isNumberHeading);
}

/** What stands under a merged cell is not shown, though the file may hold it. */
function dropCovered(rows: SheetRow[], merges: Merge[]): SheetRow[] {
  const waiting = merges.toSorted((a, b) => a.top - b.top);
  const covered = new Map<number, { until: number; from: Merge }>();
  let next = 0;
  return rows.flatMap((row) => {
    for (; next < waiting.length && (waiting[next] as Merge).top <= row.number; next++) {
      const merge = waiting[next] as Merge;
      const right = Math.min(merge.right, merge.left + limits.colSpan);
      for (let column = merge.left; column <= right; column++)
        covered.set(column, { until: merge.bottom, from: merge });
    }
    const cells = row.cells.filter(({ column }) => {
      const cover = covered.get(column);
      if (!cover || cover.until < row.number) return true;
      return cover.from.top === row.number && cover.from.left === column;
    });
    return cells.length > 0 ? [{ ...row, cells }] : [];
  });
}

function makeTable(rows: SheetRow[], merges: Merge[]): DraftBlock {
  const anchors = new Map(merges.map((merge) => [`${merge.top}:${merge.left}`, merge]));
  const numbers = rows.map(({ number }) => number);
  const columns = rows.flatMap(({ cells }) => cells.map(({ column }) => column));
  const [first, last] = [columns.reduce((a, b) => Math.min(a, b)), columns.reduce((a, b) => Math.max(a, b))];
  const drafts = rows.map((row): DraftRow => {
    const cells = row.cells.map((cell) => {
      const merge = anchors.get(`${row.number}:${cell.column}`);
      const right = Math.min(merge?.right ?? cell.column, last);
      const bottom = merge?.bottom ?? row.number;
      const rowSpan = merge ? countWithin(numbers, row.number, bottom) : 1;
      const paragraphs = paragraphsOf(cell);
      return draftCell(paragraphs, { column: cell.column - first, colSpan: right - cell.column + 1, rowSpan });
    });
    return { cells, line: row.number + 1 };
  });
  return { kind: 'table', rows: drafts, headerRows: 0, grid: 'printed', line: (numbers[0] ?? 0) + 1 };
}

/** How many of the rows that are left stand in a stretch. */
function countWithin(numbers: number[], from: number, to: number): number {
  const start = numbers.indexOf(from);
  let end = start;
  while (end < numbers.length && (numbers[end] as number) <= to) end++;
  return Math.max(1, end - start);
}

function addParagraphs(blocks: DraftBlock[], cell: SheetCell): void {
  for (const paragraph of paragraphsOf(cell)) blocks.push(paragraph);
}

/** Each line of a cell is a paragraph. */
function paragraphsOf({ runs }: SheetCell): DraftParagraph[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split(/\r\n?|\n/).entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines.filter((line) => line.length > 0).map((line) => draftParagraph(line));
}
