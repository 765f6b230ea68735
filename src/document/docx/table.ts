import { type DraftBlock, type DraftCell, type DraftTable, draftCell, flatten } from '../draft.ts';
import { child, toggle, val, whole, type XmlNode } from './xml.ts';

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
  if (!child(properties, name)) return null;
  return val(properties, name) === 'restart' ? 'restart' : 'continue';
}

export function readRowProperties(properties: XmlNode, row: RowFrame): void {
  row.before = whole(val(properties, 'w:gridBefore')) ?? 0;
  row.header = toggle(properties, 'w:tblHeader') ?? false;
}

/**
 * The rows as a draft: cells at the grid columns they state, vertical merges as row spans. Grid columns too narrow for
 * a letter are traces of a dragged border and count as one with the column before them.
 */
export function draftTable({ rows, widths }: TableFrame): DraftTable {
  const snap = snapColumns(widths);
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

/** 0.2 cm in twentieths of a point: less than the cell margins Word sets, so no text can stand in it. */
const sliver = 113;

function snapColumns(widths: number[]): Snap {
  const snapped = [0];
  for (const width of widths) snapped.push((snapped.at(-1) ?? 0) + (width >= sliver || width <= 0 ? 1 : 0));
  const last = snapped.at(-1) ?? 0;
  return (column) => snapped[column] ?? last + (column - widths.length);
}
