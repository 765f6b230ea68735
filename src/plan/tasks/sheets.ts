import type { Cell, Document, Paragraph, Provenance, Table } from '../../document/model.ts';
import { fold, squish } from '../../kernel/text.ts';
import type { Warning } from '../model.ts';
import { type Column, findWording } from './columns.ts';
import { coverOf, findHeader, type Header, isColumnNumbers, rowKey } from './header.ts';
import { findOtherKind, kindOfWords, signatureBlock } from './kind.ts';
import { spreadLabels } from './labels-in-cell.ts';
import { spreadProduct } from './product-and-time.ts';
import { isBlank, own, type Row, toRow } from './row.ts';

/** One table of tasks as it was before pages cut it: the pieces' rows under one header. */
export type Sheet = {
  columns: Column[];
  /** what is printed above it, nearest last: "PHỤ LỤC 2", "Nhiệm vụ … (SIPAS)" */
  captions: string[];
  rows: Row[];
  source: Provenance;
};

type Open = Sheet & { header: Header; width: number };

/** The task tables of a document, pieces of one table together, and a warning for each table that holds no tasks. */
export function findSheets(document: Document, type: string | null): { sheets: Sheet[]; warnings: Warning[] } {
  const open: Open[] = [];
  const warnings: Warning[] = [];
  let since: Paragraph[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      since.push(block);
      continue;
    }
    const read = readTable(block, since, open.at(-1));
    if (read === 'layout') continue;
    if (typeof read === 'object' && 'code' in read) warnings.push(read);
    else since = [];
    if (typeof read === 'object' && 'rows' in read) open.push(read);
  }
  // Only a whole table shows what it is: its first piece may be a header and a heading.
  const others = open.map((sheet) => findOtherKind(sheet.header, sheet.rows, sheet.captions, type));
  return {
    sheets: open.filter((_, at) => others[at] === undefined),
    warnings: [
      ...warnings,
      ...open.flatMap((sheet, at) => (others[at] ? [{ ...others[at], source: sheet.source }] : [])),
    ],
  };
}

function readTable(table: Table, since: Paragraph[], last: Open | undefined): 'continued' | 'layout' | Open | Warning {
  const cover = coverOf(table);
  const header = findHeader(table, cover, last?.header);
  if (last && continues(table, header, since, last)) {
    const start = header ? header.rows : 0;
    last.rows.push(...rowsOf(table, cover, last.columns, last.header, start, true));
    return 'continued';
  }
  const captions = [...captionsOf(since), ...(header?.captions ?? [])];
  if (!header) return unread(table, captions);
  const rows = rowsOf(table, cover, header.columns, header, header.rows, false);
  return { columns: header.columns, captions, rows, source: table.source, header, width: table.columns };
}

/**
 * The rows below the header. Column numbers and the header repeated inside one table go; what follows them, or
 * what its place on the page leaves in doubt, is at a cut.
 */
function rowsOf(
  table: Table,
  cover: ReturnType<typeof coverOf>,
  columns: Column[],
  header: Header,
  start: number,
  cut: boolean,
): Row[] {
  const rows: Row[] = [];
  const merges = mergesComponents(table, columns);
  let atCut = cut;
  for (let at = start; at < table.rows; at++) {
    const cells = cover[at] ?? [];
    if (isColumnNumbers(cells) || header.keys.includes(rowKey(cells))) {
      atCut = rows.length > 0 || cut;
      continue;
    }
    atCut ||= table.cuts?.includes(at) ?? false;
    const row = spreadProduct(spreadLabels(toRow(cells, columns, at, atCut, table.grid === 'dropped')), columns);
    if (isBlank(row)) continue;
    rows.push(merges && !atCut && isAlone(cells, columns, at) ? { ...row, alone: true } : row);
    atCut = false;
  }
  return rows;
}

/** Where a component shared by several tasks is one merged cell, an empty cell below it is no part of it. */
const mergesComponents = (table: Table, columns: Column[]): boolean =>
  table.grid === 'printed' &&
  table.cells.some(({ column, rowSpan, text }) => columns[column]?.role === 'component' && rowSpan > 1 && text !== '');

/** Whether the row's own component cell is there and empty. */
const isAlone = (cells: Cell[], columns: Column[], at: number): boolean =>
  cells.some(({ column, row, colSpan, text }) => {
    return columns[column]?.role === 'component' && row === at && colSpan === 1 && text.trim() === '';
  });

/**
 * A table goes on in the next one when nothing but page furniture stands between and the header repeats, or there is none
 * and the columns are as many.
 */
function continues(table: Table, header: Header | undefined, since: Paragraph[], last: Open): boolean {
  if (!header && countsOn(table, last)) return true;
  // The appendix's title may run on every page.
  const running = new Set(last.captions.map((caption) => fold(caption)));
  if (since.some((paragraph) => isHeading(paragraph) && !running.has(fold(squish(paragraph.text))))) return false;
  if (header) return header.columns.map(({ role }) => role).join() === last.columns.map(({ role }) => role).join();
  return table.columns === last.width && table.columns >= 3 && !beginsOwnHeader(table);
}

/** Without a header and numbered on from the last row, whatever stands between: "2" there, "3" here. */
function countsOn(table: Table, last: Open): boolean {
  const above = last.rows.findLast((row) => own(row, 'number') !== '');
  const first = table.cells.find(({ row, column }) => row === 0 && column === 0);
  const [before, next] = [own(above ?? { slots: {} }, 'number'), squish(first?.text ?? '')].map((text) =>
    /^\d+$/.test(text.replace(/[.)]$/, '')) ? Number.parseInt(text, 10) : Number.NaN,
  );
  return table.columns === last.width && (next as number) === (before as number) + 1;
}

/** "STT | Họ và tên | Chức vụ": a header whose words say nothing of tasks, so the table is another one. */
function beginsOwnHeader(table: Table): boolean {
  const first = table.cells.filter(({ row, text }) => row === 0 && text.trim() !== '');
  const short = first.every(({ text }) => squish(text).length <= 60);
  const allBold = first.length >= 3 && first.every(({ paragraphs }) => paragraphs.every(({ bold }) => bold));
  return first[0] !== undefined && short && (findWording(first[0].text).wording === 'number' || allBold);
}

/** Lines that begin a part of the document. A page number, a stray letter or a running title is none. */
function isHeading(paragraph: Paragraph): boolean {
  const text = squish(paragraph.text);
  if (/\(?tiếp(?: theo)?\)?[.:]?$/iu.test(text)) return false;
  if (/^(?:phụ lục|biểu|bảng|mẫu|danh mục|phần|mục|chương)(?![\p{L}])/iu.test(text)) return true;
  if (paragraph.heading !== null || paragraph.clause !== null) return true;
  return text.split(' ').length > (paragraph.bold ? 3 : 8);
}

/** The paragraphs just above a table that name it: from the last appendix heading on, or the last few short ones. */
function captionsOf(since: Paragraph[]): string[] {
  const texts = since.map(({ text }) => squish(text)).filter((text) => text !== '');
  const from = texts.findLastIndex((text) => /^(?:phụ lục|biểu|bảng|mẫu)(?![\p{L}])/iu.test(text));
  const near = from >= 0 && texts.length - from <= 8 ? texts.slice(from) : texts.slice(-4);
  return near.filter((text) => text.length <= 400);
}

/** Letterhead, signature and recipients are laid out as tables; only a table with data in it is worth a word. */
function unread(table: Table, captions: string[]): 'layout' | Warning {
  const all = fold(squish(table.cells.map(({ text }) => text).join(' ')));
  if (table.columns <= 3 && /cong hoa xa hoi|doc lap|^so ?:/.test(all)) return 'layout';
  if (table.columns <= 3 && /noi nhan|chu tich|giam doc|tm\. |kt\. |tl\. /.test(all))
    return { ...signatureBlock, source: table.source };
  const told = kindOfWords(table.cells.filter(({ row }) => row === 0).map(({ text }) => text));
  if (told) return { ...told, source: table.source };
  const name = captions.at(-1);
  const called = name ? ` (“${name.slice(0, 80)}”)` : '';
  const message = `Bảng ${table.source.table ?? ''}${called} không có cột nhiệm vụ và cơ quan nên không đọc thành nhiệm vụ. Nếu là bảng nhiệm vụ, hãy thêm dòng tiêu đề cột rồi tải lên lại.`;
  return { code: 'table-without-tasks', message, source: table.source };
}
