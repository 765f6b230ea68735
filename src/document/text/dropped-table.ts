import { type DraftCell, type DraftRow, type DraftTable, draftCell } from '../draft.ts';
import { inferRows } from './infer-rows.ts';
import type { Line } from './lines.ts';
import { readParagraphs, type Wrapping } from './paragraphs.ts';

/**
 * Tables printed one cell after another with a lone "|" after each: the text is all there, the grid is lost. A merged
 * cell stands once, where it begins, so rows have different numbers of cells. The header tells how many columns there are:
 * it is the short cells before the first row number. See `inferRows` for how the rows are found again.
 */
export type DroppedTables = Map<number, { table: DraftTable; next: number }>;

/** All such tables of a file, by the index of the line where each begins. */
export function findDroppedTables(lines: Line[], wrapping: Wrapping): DroppedTables {
  const found: DroppedTables = new Map();
  const segments = splitAtBars(lines);
  // Numbers count the lines of the file, of which some may have been left out.
  const places = new Map(lines.map(({ number }, at) => [number, at]));
  const placeOf = (line: Line | undefined): number => places.get(line?.number ?? 0) ?? 0;
  for (let at = 0; at < segments.length; at++) {
    const header = firstNumber.test(textOf(segments[at])) ? findHeader(segments, at) : undefined;
    if (!header) continue;
    const end = findEnd(segments, at);
    const table = draft(header, segments.slice(at, end), wrapping);
    // The last cells may be empty.
    const last = segments.slice(at, end).findLast((segment) => segment.length > 0);
    found.set(placeOf(header[0]?.[0]), { table, next: placeOf(last?.at(-1)) + 1 });
    at = end - 1;
  }
  return found;
}

/** The lines of one cell. */
type Segment = Line[];

export const isBar = ({ text }: Line): boolean => text.trim() === '|';

const textOf = (segment: Segment | undefined): string => segment?.map(({ text }) => text.trim()).join(' ') ?? '';

/** What stands before each lone bar; the first one also holds whatever stands before the table. */
function splitAtBars(lines: Line[]): Segment[] {
  const segments: Segment[] = [];
  let open: Segment = [];
  for (const line of lines) {
    if (isBar(line)) {
      segments.push(open);
      open = [];
    } else if (line.text.trim() !== '') open.push(line);
  }
  return segments;
}

const firstNumber = /^(?:0?1|I|A)[.)]?$|^\(1\)$/;
const numberHeader = /^(?:S?TT|Số\s?TT|Số thứ tự|TT)$/iu;

/** The header cells before the first number: short ones, back to the one that is headed "TT" or stands first. */
function findHeader(segments: Segment[], first: number): Segment[] | undefined {
  const header: Segment[] = [];
  for (let at = first - 1; at >= 0 && header.length < 20; at--) {
    const segment = segments[at] as Segment;
    const start = [2, 1].map((count) => segment.slice(-count)).find((tail) => numberHeader.test(textOf(tail)));
    if (start) return header.length > 1 ? [start, ...header] : undefined;
    if (segment.length === 0 || textOf(segment).length > 80 || /[.;]$/.test(textOf(segment))) return undefined;
    header.unshift(segment);
  }
  return undefined;
}

/** The table ends before a cell that holds a signature or the header of another table. */
function findEnd(segments: Segment[], first: number): number {
  for (let at = first + 1; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (segment.some(({ text }) => /^(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.)/.test(text.trim()))) return at;
    if (segment.length > 1 && numberHeader.test(textOf(segment.slice(-1)))) return at;
  }
  return segments.length;
}

function draft(header: Segment[], segments: Segment[], wrapping: Wrapping): DraftTable {
  const columns = header.length;
  const rows = [{ start: 0, cells: header }, ...inferRows(segments, columns, textOf)];
  const open: (DraftCell | undefined)[] = [];
  const drafts = rows.map(({ start, cells }): DraftRow => {
    for (let column = 0; column < start; column++) {
      const above = open[column];
      if (above && above !== open[column - 1]) above.rowSpan++;
    }
    const last = cells.length - 1;
    const spreads = cells.length < columns - start && cells.length < 3;
    const drafted = cells.map((segment, at) =>
      draftCell(readParagraphs(segment, wrapping, true), {
        column: start + at,
        colSpan: spreads && at === last ? columns - start - last : 1,
        line: segment[0]?.number ?? null,
      }),
    );
    for (let column = start; column < columns; column++) open[column] = drafted[Math.min(column - start, last)];
    return { cells: drafted, line: cells[0]?.[0]?.number ?? null };
  });
  return { kind: 'table', rows: drafts, headerRows: 1, grid: 'dropped', line: drafts[0]?.line ?? null };
}
