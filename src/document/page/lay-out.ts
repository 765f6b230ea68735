import { type DraftBlock, type DraftTable, draftCell } from '../draft.ts';
import type { Box, DocumentWarning } from '../model.ts';
import { findAligned } from './aligned-table.ts';
import { boxesOf, draftText } from './draft-text.ts';
import { fillGrid, type PageCell, type PageTable } from './fill-grid.ts';
import { findGrids } from './find-grids.ts';
import { type PageText, withoutFurniture } from './furniture.ts';
import { type Frame, groupLines, isSpaced, openersOf, usualPitch } from './group-lines.ts';
import { framesOf } from './margins.ts';
import type { PageContent, Rule } from './model.ts';
import { columnRules } from './row-rules.ts';
import { findColumns, groupColumn, type SideBySide } from './side-by-side.ts';
import { continuesTable, joinTables } from './stitch-tables.ts';
import { withoutStruck } from './struck.ts';
import { type TextLine, toLines } from './text-lines.ts';

/** Words and ruled lines of all pages as blocks in reading order, tables whole over pages. */
export function layOutPages(read: PageContent[]): { drafts: DraftBlock[]; warnings: DocumentWarning[] } {
  const pages = read.map(withoutStruck);
  const walls = columnRules(pages);
  const parted = pages.map((page) => partPage(page, walls.get(page.number) ?? []));
  const lines = withoutFurniture(parted);
  const pieces: Piece[] = [];
  for (const [at, { tables }] of parted.entries()) pieces.push(...inOrder(tables, lines[at] ?? [], pieces.at(-1)));
  const joined = joinOverPages(pieces);
  const body = joined.flatMap((piece) => (piece.kind === 'lines' ? piece.lines : []));
  const frames = framesOf(body, pages);
  const framed = framedPages(body, frames);
  const pitch = usualPitch(framed);
  const spaced = isSpaced(framed.map(({ lines: own, frame }) => ({ lines: own, frame: { ...frame, pitch } })));
  const frameOf = (line: TextLine): Frame => ({ ...(frames.get(line.page) as Frame), pitch, spaced });
  return { drafts: joined.flatMap((piece) => draft(piece, frameOf)), warnings: [] };
}

type Lines = { kind: 'lines'; lines: TextLine[] };
type Piece = Lines | SideBySide | PageTable;

/** The tables of a page with their text, and the lines outside them. */
function partPage(
  { number, width, height, words, rules }: PageContent,
  walls: Rule[],
): PageText & { tables: PageTable[] } {
  let rest = words;
  const tables = findGrids([...rules, ...walls], width, height).map((grid) => {
    const filled = fillGrid(grid, rest, number);
    rest = filled.rest;
    return filled.table;
  });
  const full = tables.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.lines.length > 0)));
  return { number, width, height, rules, tables: full, lines: toLines(rest, number) };
}

/** Tables and the text between them from top to bottom. */
function inOrder(tables: PageTable[], lines: TextLine[], before: Piece | undefined): Piece[] {
  const pieces: Piece[] = [];
  const open = before?.kind === 'table' && before.aligned ? before : undefined;
  let from = 0;
  for (const table of tables) {
    const end = lines.findIndex((line, at) => at >= from && line.y0 + line.y1 > 2 * table.y0);
    const until = end < 0 ? lines.length : end;
    pieces.push(...inParts(lines.slice(from, until), from === 0 ? open : undefined), table);
    from = until;
  }
  return [...pieces, ...inParts(lines.slice(from), from === 0 ? open : undefined)];
}

/** Text by what it is set as: tables that only align their columns, two columns, lines. */
function inParts(lines: TextLine[], open: PageTable | undefined): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    const found = findAligned(lines, at, open);
    if (!found) at++;
    else {
      pieces.push(...inColumns(lines.slice(from, at)), found.table);
      at = found.end;
      from = at;
    }
  }
  return [...pieces, ...inColumns(lines.slice(from))];
}

function inColumns(lines: TextLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (const one of findColumns(lines)) {
    const last = pieces.at(-1);
    if ('kind' in one) pieces.push(one);
    else if (last?.kind === 'lines') last.lines.push(one);
    else pieces.push({ kind: 'lines', lines: [one] });
  }
  return pieces;
}

function joinOverPages(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === 'lines' && piece.kind === 'lines') for (const line of piece.lines) last.lines.push(line);
    else if (last?.kind === 'table' && piece.kind === 'table' && isNextPage(last, piece) && continuesTable(last, piece))
      joined[joined.length - 1] = joinTables(last, piece);
    else joined.push(piece);
  }
  return joined;
}

const isNextPage = (above: PageTable, below: PageTable): boolean => below.page === above.lastPage + 1;

function framedPages(lines: TextLine[], frames: Map<number, Frame>): { lines: TextLine[]; frame: Frame }[] {
  const pages = Map.groupBy(lines, ({ page }) => page);
  return [...pages].map(([page, own]) => ({ lines: own, frame: frames.get(page) as Frame }));
}

function draft(piece: Piece, frameOf: (line: TextLine) => Frame): DraftBlock[] {
  if (piece.kind === 'table') return [draftTable(piece)];
  if (piece.kind === 'columns') return [draftColumns(piece)];
  return groupLines(piece.lines, frameOf).map((lines) => draftText(lines, frameOf(lines[0] as TextLine)));
}

function draftTable(table: PageTable): DraftTable {
  const { rows } = table;
  for (const cells of Map.groupBy(
    rows.flatMap((row) => row.cells),
    ({ column }) => column,
  ).values()) {
    const openers = openersOf(cells);
    if (openers) for (const { frame } of cells) frame.openers = openers;
  }
  return {
    kind: 'table',
    rows: rows.map(({ cells }) => ({ cells: cells.map(draftOne), line: null })),
    headerRows: 0,
    grid: 'printed',
    line: null,
    cuts: rows.flatMap(({ doubtful }, at) => (doubtful ? [at] : [])),
  };
}

function draftOne(cell: PageCell): ReturnType<typeof draftCell> {
  const { column, colSpan, rowSpan, frame, lines } = cell;
  const paragraphs = groupLines(lines, () => frame).map((one) => draftText(one, frame));
  return draftCell(paragraphs, { column, colSpan, rowSpan, boxes: cellBoxes(cell) });
}

function cellBoxes({ page, x0, y0, x1, y1, lines }: PageCell): Box[] {
  const others = boxesOf(lines).filter((box) => box.page !== page);
  return [{ page, x0, y0, x1, y1 }, ...others];
}

/** Two columns as one row of two cells, as Word files have them. */
function draftColumns({ columns }: SideBySide): DraftTable {
  const cells = columns.map((lines, column) => {
    const [left, right] = [Math.min(...lines.map(({ x0 }) => x0)), Math.max(...lines.map(({ x1 }) => x1))];
    const frame = { left, right, pitch: 0 };
    const paragraphs = groupColumn(lines).map((one) => draftText(one, frame));
    return draftCell(paragraphs, { column, boxes: boxesOf(lines) });
  });
  return { kind: 'table', rows: [{ cells, line: null }], headerRows: 0, grid: 'printed', line: null };
}
