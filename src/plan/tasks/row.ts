import type { Cell, Provenance } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import type { Column, ColumnRole } from './columns.ts';
import { doubtedWords, joinDoubts } from './doubted.ts';
import { type Mark, readMark } from './mark.ts';
import { flow, flowNames } from './wording.ts';

/** What one column says in one row. */
export type Slot = {
  text: string;
  /** id of the document's cell */
  cell: string | null;
  source: Provenance;
  /** false where a merged cell hangs down from a row above */
  begins: boolean;
  /** a part of it stood on the next page or row */
  torn: boolean;
  /** columns it covers */
  span: number;
  bold: boolean;
  /** offset up to which it is printed bold, italic or underlined */
  strongTo: number;
  /** a cross, read by its column's header */
  ticked?: boolean;
  /** confidence in the role of its column */
  confidence: number;
  /** words that recognition doubts; absent where it doubts none */
  doubted?: string[];
};

export type Field = Exclude<ColumnRole, 'unknown'>;

/** A row of a task table by what its columns mean. Empty columns have no slot. */
export type Row = {
  slots: Partial<Record<Field, Slot>>;
  /** columns whose header says nothing we know, with what this row prints there */
  unknown: { header: string; text: string }[];
  source: Provenance;
  /** the widest cell covers every column but the number */
  wide: boolean;
  /** first row after a page cut: it may continue the row before */
  atCut: boolean;
  /** its own component cell is empty, in a column where shared components are merged cells: it has none */
  alone?: boolean;
  /** the format lost the grid: which column a cell stands in is inferred */
  inferred?: boolean;
};

/** Fields that say who, when and with what result: empty in a group row. */
export const workFields = ['result', 'lead', 'implement', 'cooperate', 'monitor', 'time'] as const;
export const agencyFields = ['lead', 'implement', 'cooperate', 'monitor'] as const;

/** Text of a field that begins in this row; '' where it is empty or hangs down from above. */
export function own(row: Pick<Row, 'slots'>, field: Field): string {
  const slot = row.slots[field];
  return slot?.begins ? slot.text : '';
}

/** Whether the row has anything of its own besides a number. */
export function isBlank(row: Row): boolean {
  return (
    Object.keys(row.slots).every((field) => field === 'number' || own(row, field as Field) === '') &&
    row.unknown.length === 0
  );
}

/** The columns of a table whose grid was lost are inferred from how many cells a row has. */
const LOST_GRID = 0.9;

/** One grid row by the meaning of its columns. `cells` covers each column; `lost` where the grid is inferred. */
export function toRow(cells: Cell[], columns: Column[], at: number, atCut: boolean, lost: boolean): Row {
  const slots: Row['slots'] = {};
  const unknown: Row['unknown'] = [];
  const begun = cells.filter((cell) => cell.row === at);
  const wide = wideCell(cells, columns, at);
  for (const cell of new Set(cells)) {
    const column = cell === wide ? headingColumn(cell, columns) : columnOf(cell, columns);
    if (!column || cell.text.trim() === '') continue;
    const mark = readMark(cell.text, column);
    // A column headed by an agency holds marks; words in it are something of its own.
    if (column.role === 'unknown' || (column.agency && !mark)) {
      if (cell.row === at || cell.rowSpan > 1) unknown.push({ header: column.header, text: flow(cell.text) });
      continue;
    }
    const role = mark?.role === undefined || mark.role === 'unknown' ? column.role : mark.role;
    const slot = toSlot(
      cell,
      lost ? { ...column, confidence: Math.min(column.confidence, LOST_GRID) } : column,
      at,
      mark,
    );
    // "-", "…" or a lone bullet: nothing.
    if (slot.text === '' || (role !== 'number' && nothing.test(slot.text))) continue;
    const before = slots[role];
    slots[role] = before ? beside(before, slot, role) : slot;
  }
  const source = (begun.find(({ text }) => text.trim() !== '') ?? begun[0] ?? (cells[0] as Cell)).source;
  return {
    slots,
    unknown,
    source: { ...source, row: at + 1 },
    wide: wide !== undefined,
    atCut,
    ...(lost && { inferred: true }),
  };
}

const nothing = /^[\s.…\-–_/•●■▪◆\uf000-\uf0ff]*$/u;

/** A heading merged over the number column too belongs to what follows the number. */
function columnOf(cell: Cell, columns: Column[]): Column | undefined {
  const first = columns[cell.column];
  const numbered = first?.role === 'number' && cell.colSpan > 1;
  return numbered ? columns[cell.column + 1] : first;
}

const isAgencyRole = (role: ColumnRole): boolean => (agencyFields as readonly string[]).includes(role);

function toSlot(cell: Cell, column: Column, at: number, mark: Mark | undefined): Slot {
  const first = cell.paragraphs[0];
  return {
    text: mark?.text ?? textOf(cell.text, column.role),
    cell: cell.id,
    source: cell.source,
    ...(mark && { ticked: true }),
    begins: cell.row === at,
    torn: false,
    span: cell.colSpan,
    bold: cell.paragraphs.length > 0 && cell.paragraphs.every(({ bold }) => bold),
    strongTo: first && first.strongTo < first.text.length ? first.strongTo : 0,
    confidence: column.confidence,
    ...doubtedWords(cell),
  };
}

function textOf(text: string, role: ColumnRole): string {
  if (role === 'number') return squish(text);
  return isAgencyRole(role) ? flowNames(text) : flow(text);
}

/** Two columns of one meaning: "Bắt đầu" | "Kết thúc", "Quý I" | "Quý II" with crosses, two columns of tasks. */
function beside(left: Slot, right: Slot, role: ColumnRole): Slot {
  const period = /^(?:quý|q|tháng|t)[\s.]?[\dIVX]+/iu;
  const joint = role !== 'time' ? '\n' : period.test(left.text) && period.test(right.text) ? ', ' : ' - ';
  return {
    ...left,
    text: `${left.text}${joint}${right.text}`,
    // Crosses in several columns are several of the same; two texts under one meaning may be two things.
    confidence: Math.min(left.confidence, right.confidence, left.ticked && right.ticked ? 0.92 : 0.85),
    ...joinDoubts(left, right),
  };
}

/** Alone in its row but for a number, over all columns or most of them: a heading, whatever column it begins in. */
function wideCell(cells: Cell[], columns: Column[], at: number): Cell | undefined {
  const content = columns.filter(({ role }) => role !== 'number').length;
  const begun = [...new Set(cells)].filter(({ row, text }) => row === at && text.trim() !== '');
  const told = begun.filter(({ column, colSpan }) => columns[column]?.role !== 'number' || colSpan > 1);
  const [only] = told;
  if (content < 2 || !only || only.colSpan < 2) return undefined;
  if (only.colSpan >= content) return only;
  return told.length === 1 && only.colSpan >= Math.max(3, content * 0.6) ? only : undefined;
}

const headingRoles: ColumnRole[] = ['dimension', 'component', 'text'];

function headingColumn(cell: Cell, columns: Column[]): Column | undefined {
  const own = columnOf(cell, columns);
  return own && headingRoles.includes(own.role) ? own : columns.find(({ role }) => headingRoles.includes(role));
}
