import { draftTable, type TableFrame } from '../docx/table.ts';
import type { DraftBlock, DraftParagraph } from '../draft.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';
import type { ParagraphLook, RowLook } from './properties.ts';

/**
 * Tables of a Word 97–2003 file are paragraphs that say they stand in one: a cell ends with a mark, a row with another
 * that holds the edges of its cells. Tables inside cells do so one level deeper.
 */
export type Builder = {
  /** `mark`: what ends the paragraph; `boxes`: text boxes anchored in it, in the order they are read */
  add(
    paragraph: DraftParagraph,
    look: ParagraphLook,
    mark: Mark,
    boxes: { before: DraftBlock[]; after: DraftBlock[] },
  ): void;
  finish(): DraftBlock[];
};

export type Mark = { isCellMark: boolean; deleted: boolean };

type Cell = DraftBlock[];
type Row = { cells: Cell[]; look: RowLook | undefined };
type OpenTable = { rows: Row[]; cells: Cell[]; cell: Cell };

export function buildBlocks(): Builder {
  const body: DraftBlock[] = [];
  const tables: OpenTable[] = [];
  const place = (): DraftBlock[] => tables.at(-1)?.cell ?? body;
  const close = (): void => {
    const table = tables.pop();
    if (table) for (const block of finishTable(table)) place().push(block);
  };
  return {
    add(paragraph, look, mark, { before, after }) {
      if (look.depth > limits.depth / 10) throw new Refusal('document-too-complex');
      while (tables.length > look.depth) close();
      while (tables.length < look.depth) tables.push({ rows: [], cells: [], cell: [] });
      const table = tables.at(-1);
      const blocks = [...before, paragraph, ...after];
      if (table) addToTable(table, blocks, look, mark);
      else for (const block of blocks) body.push(block);
    },
    finish() {
      while (tables.length > 0) close();
      return body;
    },
  };
}

function addToTable(table: OpenTable, blocks: DraftBlock[], look: ParagraphLook, mark: Mark): void {
  const inner = look.depth > 1;
  if (inner ? look.innerRowEnd : look.rowEnd) {
    if (!mark.deleted) table.rows.push({ cells: table.cells, look: look.row });
    table.cells = [];
    table.cell = [];
    return;
  }
  for (const block of blocks) table.cell.push(block);
  if (inner ? !look.innerCellEnd : !mark.isCellMark) return;
  table.cells.push(table.cell);
  table.cell = [];
}

/** A table of one cell is a frame drawn around text, as in newer files. */
function finishTable({ rows, cells, cell }: OpenTable): DraftBlock[] {
  const rest = cell.length > 0 ? [...cells, cell] : cells;
  if (rest.length > 0) rows.push({ cells: rest, look: undefined });
  const all = rows.flatMap((row) => row.cells);
  if (all.length <= 1) return all[0] ?? [];
  return [draftTable(frameOf(rows))];
}

/** Edges of all rows together are the columns of the grid; each cell covers those between its own two. */
function frameOf(rows: Row[]): TableFrame {
  const rowEdges = rows.map(edgesOf);
  const edges = [...new Set(rowEdges.flat())].sort((a, b) => a - b);
  if (edges.length > limits.colSpan) throw new Refusal('document-too-complex');
  const column = new Map(edges.map((edge, at) => [edge, at]));
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] as number));
  return {
    widths,
    rows: rows.map(({ cells, look }, index) => {
      const own = rowEdges[index] as number[];
      const columns = own.map((edge) => column.get(edge) as number);
      const horizontal = sayHorizontal(look?.cells.map((one) => one.horizontal) ?? []);
      return {
        before: columns[0] ?? 0,
        header: look?.header ?? false,
        cells: cells.map((blocks, at) => ({
          blocks,
          span: (columns[at + 1] ?? 0) - (columns[at] ?? 0),
          vertical: sayVertical(look?.cells[at]?.vertical ?? 0),
          horizontal: horizontal[at] ?? null,
          deleted: false,
        })),
      };
    }),
  };
}

/** A row's edges, rising, one more than its cells; a row that states too few has cells of some width at its end. */
function edgesOf({ cells, look }: Row): number[] {
  const edges: number[] = [];
  for (let at = 0; at <= cells.length; at++) {
    const before = edges[at - 1];
    const stated = look?.edges[at] ?? (before ?? -1000) + 1000;
    edges.push(before === undefined ? stated : Math.max(stated, before + 1));
  }
  return edges;
}

const sayVertical = (bits: number): 'restart' | 'continue' | null =>
  bits === 0 ? null : bits & 2 ? 'restart' : 'continue';

/**
 * Cells merged side by side: one begins, the others go on. Which bit means which differs between descriptions of the
 * format, but the first of a run always begins.
 */
function sayHorizontal(bits: number[]): ('restart' | 'continue' | null)[] {
  let first = 0;
  return bits.map((own, at) => {
    const before = bits[at - 1] ?? 0;
    if (own === 0) return null;
    if (before !== 0 && (own !== first || before === first)) return own === first ? 'restart' : 'continue';
    first = own;
    return 'restart';
  });
}
