import type { Cell, Document, Table } from '../../document/model.ts';
import { squish } from '../../kernel/text.ts';
import { findWording } from '../tasks/columns.ts';
import { find, headerKey, type LearnedRole, type Lessons } from './model.ts';

/** A header as the reader knows it, for each thing a column may hold. */
const knownHeaders: Record<LearnedRole, string> = {
  number: 'STT',
  dimension: 'Chỉ số nội dung',
  component: 'Nội dung thành phần',
  text: 'Nhiệm vụ',
  result: 'Kết quả',
  time: 'Thời gian',
  lead: 'Cơ quan chủ trì',
  implement: 'Cơ quan thực hiện',
  cooperate: 'Cơ quan phối hợp',
  monitor: 'Cơ quan theo dõi',
};

/** Of the cells below a header that was learned: that header. By the cell's id. */
export type LearnedCells = Map<string, string>;

/** No table has its header lower. */
const lowest = 6;

/**
 * The document with those headers in the reader's own words that lessons say the meaning of. A lesson gives way where
 * another column of the table says with certainty that it is the one; what an officer said of this very plan does not.
 */
export function nameColumns(document: Document, lessons: Lessons): { document: Document; cells: LearnedCells } {
  const cells: LearnedCells = new Map();
  if (Object.keys(lessons.headers).length + Object.keys(lessons.columns).length === 0) return { document, cells };
  const blocks = document.blocks.map((block) => (block.kind === 'table' ? nameInTable(block, lessons, cells) : block));
  return { document: { ...document, blocks }, cells };
}

function nameInTable(table: Table, lessons: Lessons, learned: LearnedCells): Table {
  const headers = table.cells.filter(({ row }) => row < lowest);
  const told = new Set(headers.filter(isCertain).map(({ text }) => findWording(text).wording as string));
  const renamed = new Map<string, Cell>();
  for (const cell of headers) {
    const found = meaningOf(cell, headers, lessons);
    if (!found || (!found.certain && told.has(found.role))) continue;
    renamed.set(cell.id, withText(cell, knownHeaders[found.role]));
    for (const below of table.cells) if (isBelow(below, cell)) learned.set(below.id, found.header);
  }
  if (renamed.size === 0) return table;
  return { ...table, cells: table.cells.map((cell) => renamed.get(cell.id) ?? cell) };
}

const isCertain = ({ text }: Cell): boolean => findWording(text).confidence >= 0.9;

/** By the cell's own words, or by those of the cells above it together with its own, as a split header is named. */
function meaningOf(cell: Cell, headers: Cell[], { headers: lessons, columns }: Lessons) {
  const above = headers.filter((one) => one.row < cell.row && covers(one, cell.column) && squish(one.text) !== '');
  const joined = [...above.sort((a, b) => a.row - b.row), cell].map(({ text }) => squish(text));
  for (let from = joined.length - 1; from >= 0; from--) {
    const header = joined.slice(from).join(' ');
    const key = headerKey(header);
    if (key === '') continue;
    const set = find(columns, key);
    const role = set ?? find(lessons, key);
    if (role) return { role, header, certain: set !== undefined };
  }
  return undefined;
}

const covers = ({ column, colSpan }: Cell, place: number): boolean => place >= column && place < column + colSpan;
const isBelow = (cell: Cell, header: Cell): boolean => cell.row > header.row && covers(header, cell.column);

function withText(cell: Cell, text: string): Cell {
  const [first] = cell.paragraphs;
  return { ...cell, text, paragraphs: first ? [{ ...first, text }] : [] };
}
