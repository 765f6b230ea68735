import {
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { inXml } from '../../../kernel/text.ts';
import { withCounting } from '../counting.ts';
import type { Align, Cell, Column, Table as PaperTable, Row } from '../model.ts';
import type { Counter } from './blocks.ts';
import { counts } from './numbers.ts';
import { alignments, paragraph } from './text.ts';

/** The longest row that is kept whole on a page, in characters. */
const short = 400;

/** A table of `width` twentieths of a point: its header repeats on each page, a long row may break. */
export function tableOf(table: PaperTable, width: number, counter: Counter): Table {
  const columns = withCounting(table);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 60, right: 60 },
    rows: [headerOf(columns), ...rowsOf(table, columns, counter)],
  });
}

function headerOf(columns: Column[]): TableRow {
  const children = columns.map(
    ({ header }) => new TableCell({ verticalAlign: VerticalAlign.CENTER, children: [paragraph('DauCot', header)] }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

function rowsOf({ rows, counted }: PaperTable, columns: Column[], counter: Counter): TableRow[] {
  let instance = counter.next();
  return rows.map((row) => {
    if (row.kind === 'group' && counted === 'by-group') instance = counter.next();
    if (row.kind === 'group') return groupOf(row, columns.length, counted !== null);
    return rowOf(row, columns, counted === null ? null : instance);
  });
}

function groupOf({ label, name }: Row & { kind: 'group' }, columns: number, counted: boolean): TableRow {
  const text = counted || label === null ? name : `${label}. ${name}`;
  const own = new TableCell({ columnSpan: counted ? columns - 1 : columns, children: [paragraph('NhomBang', text)] });
  const number = paragraph('NhomBang', label ?? '', { alignment: alignments.center });
  return new TableRow({ cantSplit: true, children: counted ? [new TableCell({ children: [number] }), own] : [own] });
}

function rowOf({ cells }: Row & { kind: 'row' }, columns: Column[], instance: number | null): TableRow {
  const length = cells.reduce((sum, cell) => Math.max(sum, lengthOf(cell)), 0);
  const offset = instance === null ? 0 : 1;
  const own = cells.flatMap((cell, at) => (cell === null ? [] : [cellOf(cell, columns[at + offset]?.align ?? 'left')]));
  return new TableRow({
    cantSplit: length < short,
    children: instance === null ? own : [numberCell(instance), ...own],
  });
}

const lengthOf = (cell: Cell | null): number => cell?.lines.reduce((sum, line) => sum + line.length, 0) ?? 0;

function numberCell(instance: number): TableCell {
  const numbering = { reference: counts.rows, level: 0, instance };
  return new TableCell({ children: [new Paragraph({ style: 'OBang', alignment: alignments.center, numbering })] });
}

function cellOf({ lines, rows, bold }: Cell, align: Align): TableCell {
  const children = (lines.length === 0 ? [''] : lines).map(
    (line) => new Paragraph({ style: 'OBang', alignment: alignments[align], children: runOf(line, bold) }),
  );
  return new TableCell({ children, ...(rows !== undefined && rows > 1 && { rowSpan: rows }) });
}

const runOf = (line: string, bold = false): ParagraphChild[] => [
  new TextRun({ text: inXml(line), ...(bold && { bold }) }),
];
