import { type DraftBlock, type DraftCell, type DraftTable, draftCell, flatten } from '../draft.ts';
import { child, toggle, val, whole, type XmlNode } from '../package/xml.ts';

/** A table while it is being read. */
export type TableFrame = { rows: RowFrame[]; widths: number[] };
export type RowFrame = { cells: CellFrame[]; before: number; header: boolean };
export type CellFrame = {
  span: number;
  vertical: 'restart' | 'continue' | null;
  horizontal: 'restart' | 'continue' | null;
  deleted: boolean;
  blocks: DraftBlock[];
};

export const emptyCell = (): CellFrame => ({ span: 1, vertical: null, horizontal: null, deleted: false, blocks: [] });

/** What a w:tcPr says. A merge without a value continues (17.4.84). */
export function readCellProperties(properties: XmlNode, cell: CellFrame): void {
  cell.span = Math.max(1, whole(val(properties, 'w:gridSpan')) ?? 1);
  cell.vertical = merge(properties, 'w:vMerge');
  cell.horizontal = merge(properties, 'w:hMerge');
  cell.deleted = child(properties, 'w:cellDel') !== undefined;
}

function merge(properties: XmlNode, name: string): 'restart' | 'continue' | null {
  // Word 2003 wrote it without the capital.
  const found = child(properties, name) ?? child(properties, name.toLowerCase());
  if (!found) return null;
  return found.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

export function readRowProperties(properties: XmlNode, row: RowFrame): void {
  row.before = whole(val(properties, 'w:gridBefore')) ?? 0;
  row.header = toggle(properties, 'w:tblHeader') ?? false;
}

/**
 * The rows as a draft: cells at the grid columns they state, vertical merges as row spans. Grid columns that
 * only trace a dragged border count as one with the column before them.
 */
export function draftTable(frame: TableFrame): DraftTable {
  const { rows } = frame;
  const snap = snapColumns(frame);
  const open = new Map<number, DraftCell>();
  const drafts = rows.map((row) => ({ cells: draftRow(row, open, snap), line: null }));
  const body = rows.findIndex(({ header }) => !header);
  return { kind: 'table', rows: drafts, headerRows: Math.max(body, 0), grid: 'printed', line: null };
}

type Snap = (column: number) => number;

function draftRow(row: RowFrame, open: Map<number, DraftCell>, snap: Snap): DraftCell[] {
  const cells: DraftCell[] = [];
  const continued = new Set<number>();
  let column = row.before;
  for (const cell of row.cells) {
    if (cell.deleted) continue;
    const start = snap(column);
    column += cell.span;
    const end = Math.max(snap(column), start + 1);
    const above = cell.vertical === 'continue' ? open.get(start) : undefined;
    const left = cell.horizontal === 'continue' ? cells.at(-1) : undefined;
    if (above) above.rowSpan++;
    else if (left) left.colSpan = end - (left.column ?? 0);
    else cells.push(draftCell(flatten(cell.blocks), { column: start, colSpan: end - start }));
    const latest = above ?? cells.at(-1);
    if (cell.vertical && latest) open.set(start, latest);
    if (cell.vertical) continued.add(start);
  }
  for (const start of open.keys()) if (!continued.has(start)) open.delete(start);
  return cells;
}

/** 0.7 cm in twentieths of a point: the border of one row was dragged, nobody meant a column that narrow. */
const sliver = 400;

/**
 * Where grid columns end up when those too narrow to be meant are taken together with the one before. A column in which
 * some cell stands alone is meant, however narrow.
 */
function snapColumns({ rows, widths }: TableFrame): Snap {
  const cells = rows.flatMap(spansOf);
  const gone = widths.map(() => false);
  for (const [column, width] of widths.entries()) {
    if (width <= 0 || width >= sliver) continue;
    const covering = cells.filter(({ from, to }) => from <= column && column < to);
    if (covering.length === 0 || covering.some((cell) => cell.wide < 2)) continue;
    gone[column] = true;
    for (const cell of covering) cell.wide--;
  }
  const snapped = [0];
  for (const lost of gone) snapped.push((snapped.at(-1) ?? 0) + (lost ? 0 : 1));
  const last = snapped.at(-1) ?? 0;
  return (column) => snapped[column] ?? last + (column - widths.length);
}

/** The grid columns each cell of a row covers, and how many of them are left. */
function spansOf({ cells, before }: RowFrame): { from: number; to: number; wide: number }[] {
  let from = before;
  return cells
    .filter(({ deleted }) => !deleted)
    .map(({ span }) => {
      const at = from;
      from += span;
      return { from: at, to: from, wide: span };
    });
}
