import { draftTable, type RowFrame, type TableFrame } from '../docx/table.ts';
import type { DraftBlock } from '../draft.ts';
import { limits } from '../limits.ts';
import { whole } from '../package/xml.ts';
import { Refusal } from '../refuse.ts';
import type { OdtStyles } from './styles.ts';

/**
 * A table while it is being read. OpenDocument names the places a merged cell covers; here they become what Word makes
 * of them, so that both formats lay out the same.
 */
export type OpenTable = {
  frame: TableFrame;
  /** cells that hang down from rows above: by first column, how many rows are left and how wide they are */
  hanging: Map<number, { rows: number; span: number }>;
  column: number;
  inHeader: boolean;
  repeatRow: number;
  places: number;
};

type Attributes = Record<string, string>;

export const newTable = (): OpenTable => ({
  frame: { rows: [], widths: [] },
  hanging: new Map(),
  column: 0,
  inHeader: false,
  repeatRow: 1,
  places: 0,
});

const atLeastOne = (text: string | undefined): number => Math.max(1, whole(text) ?? 1);

export function addColumns(table: OpenTable, attributes: Attributes, styles: OdtStyles): void {
  const width = styles.columnWidth(attributes['table:style-name']);
  const room = limits.colSpan - table.frame.widths.length;
  const count = Math.min(atLeastOne(attributes['table:number-columns-repeated']), room);
  for (let at = 0; at < count; at++) table.frame.widths.push(width);
}

export function openRow(table: OpenTable, attributes: Attributes): void {
  table.column = 0;
  table.repeatRow = atLeastOne(attributes['table:number-rows-repeated']);
  table.frame.rows.push({ cells: [], before: 0, header: table.inHeader });
}

/** A row said to repeat stands as often; an empty one says nothing however often it stands. */
export function closeRow(table: OpenTable): void {
  const row = table.frame.rows.at(-1) as RowFrame;
  const empty = row.cells.every(({ blocks }) => blocks.length === 0);
  const times = empty ? 1 : table.repeatRow;
  table.places += row.cells.length * times;
  if (table.places > limits.gridPlaces) throw new Refusal('document-too-complex');
  for (let more = 1; more < times; more++) table.frame.rows.push(row);
}

/** Opens a cell and gives where its blocks go. */
export function openCell(table: OpenTable, attributes: Attributes): DraftBlock[] {
  const row = table.frame.rows.at(-1);
  const span = Math.min(atLeastOne(attributes['table:number-columns-spanned']), limits.colSpan);
  const rows = atLeastOne(attributes['table:number-rows-spanned']);
  const blocks: DraftBlock[] = [];
  if (rows > 1) table.hanging.set(table.column, { rows: rows - 1, span });
  row?.cells.push({ blocks, span, vertical: rows > 1 ? 'restart' : null, horizontal: null, deleted: false });
  table.column += 1;
  return blocks;
}

/** A cell said to repeat stands as often, up to what a table can be wide. */
export function closeCell(table: OpenTable, attributes: Attributes): void {
  const times = atLeastOne(attributes['table:number-columns-repeated']);
  const cell = table.frame.rows.at(-1)?.cells.at(-1);
  if (!cell || times === 1) return;
  // A spreadsheet fills its thousand empty columns up like this.
  if (times > limits.colSpan && cell.blocks.length > 0) throw new Refusal('document-too-complex');
  const more = cell.blocks.length === 0 ? Math.min(times, 64) - 1 : times - 1;
  for (let at = 0; at < more; at++) table.frame.rows.at(-1)?.cells.push(cell);
  table.column += more;
}

/** A place covered by the cell before it, or by one that hangs down from above, which then goes on here. */
export function coverCell(table: OpenTable, attributes: Attributes): void {
  const times = Math.min(atLeastOne(attributes['table:number-columns-repeated']), limits.colSpan);
  for (let at = 0; at < times; at++) {
    const above = table.hanging.get(table.column);
    if (above) {
      const row = table.frame.rows.at(-1);
      row?.cells.push({ blocks: [], span: above.span, vertical: 'continue', horizontal: null, deleted: false });
      if (--above.rows === 0) table.hanging.delete(table.column);
    }
    table.column += 1;
  }
}

/** A table of one cell is a frame drawn around text: what is in it flows on. */
export function finishTable({ frame }: OpenTable): DraftBlock[] {
  const cells = frame.rows.flatMap((row) => row.cells);
  if (cells.length <= 1) return cells[0]?.blocks ?? [];
  return [draftTable(frame)];
}
