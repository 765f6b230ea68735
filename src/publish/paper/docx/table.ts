import { withCounting } from '../counting.ts';
import type { Align, Cell, Column, Row, Table } from '../model.ts';
import { printable } from '../wording.ts';
import type { StyleId } from './styles.ts';

/** The longest row that is kept whole on a page, in characters. */
const short = 400;

/** Gives a list of Word's own, counted from 1, each time it is asked. */
export type NewList = () => number;

/**
 * A table of `width` twentieths of a point as WordprocessingML: its header repeats on each page, a long row may break. Written
 * as text, since a consolidated report has thousands of rows and a tree of objects for each cell takes ten times as long.
 */
export function tableXml(table: Table, width: number, newList: NewList): string {
  const columns = withCounting(table);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  const rows = [headerOf(columns, widths), ...rowsOf(table, columns, widths, newList)];
  return `<w:tbl>${propertiesOf(widths)}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
const margins = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>';

const sum = (widths: readonly number[]): number => widths.reduce((all, one) => all + one, 0);

const propertiesOf = (widths: readonly number[]): string =>
  `<w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
  `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>`;

const headerOf = (columns: readonly Column[], widths: readonly number[]): string =>
  rowXml(
    '<w:cantSplit/><w:tblHeader/>',
    columns.map(({ header }, at) =>
      cellXml(widths[at] ?? 0, '<w:vAlign w:val="center"/>', [paragraphXml('DauCot', header)]),
    ),
  );

function rowsOf({ rows, counted }: Table, columns: Column[], widths: number[], newList: NewList): string[] {
  let list = counted === null ? 0 : newList();
  return rows.map((row, at) => {
    if (row.kind === 'row') return rowOf(row, goesOn(rows[at + 1]), columns, widths, counted === null ? null : list);
    if (counted === 'by-group' && at > 0) list = newList();
    return groupOf(row, widths, counted !== null);
  });
}

/** Which cells of the row below only go on. */
const goesOn = (next: Row | undefined): boolean[] =>
  next?.kind === 'row' ? next.cells.map((cell) => cell === null) : [];

function groupOf({ label, name }: Row & { kind: 'group' }, widths: readonly number[], counted: boolean): string {
  const text = counted || label === null ? name : `${label}. ${name}`;
  const [first = 0, ...rest] = widths;
  const own = counted ? rest : widths;
  const span = `<w:gridSpan w:val="${own.length}"/>`;
  const number = counted ? cellXml(first, '', [paragraphXml('NhomBang', label ?? '', { align: 'center' })]) : '';
  return rowXml('<w:cantSplit/>', [number, cellXml(sum(own), span, [paragraphXml('NhomBang', text)])]);
}

function rowOf(
  { cells }: Row & { kind: 'row' },
  below: readonly boolean[],
  columns: readonly Column[],
  widths: readonly number[],
  list: number | null,
): string {
  const length = cells.reduce((most, cell) => Math.max(most, lengthOf(cell)), 0);
  const offset = list === null ? 0 : 1;
  const number =
    list === null ? [] : [cellXml(widths[0] ?? 0, '', [paragraphXml('OBang', '', { align: 'center', list })])];
  const own = cells.map((cell, at) => {
    const merge = cell === null ? '<w:vMerge w:val="continue"/>' : below[at] ? '<w:vMerge w:val="restart"/>' : '';
    return cellXml(widths[at + offset] ?? 0, merge, linesOf(cell, columns[at + offset]?.align ?? 'left'));
  });
  return rowXml(length < short ? '<w:cantSplit/>' : '', [...number, ...own]);
}

const lengthOf = (cell: Cell | null): number => cell?.lines.reduce((all, line) => all + line.length, 0) ?? 0;

const linesOf = (cell: Cell | null, align: Align): string[] => {
  const lines = cell === null || cell.lines.length === 0 ? [''] : cell.lines;
  return lines.map((line) => paragraphXml('OBang', line, { align, bold: cell?.bold ?? false }));
};

const rowXml = (properties: string, cells: readonly string[]): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

const cellXml = (width: number, properties: string, paragraphs: readonly string[]): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`;

type Look = { align?: Align; bold?: boolean; list?: number; level?: number; keepNext?: boolean };

/** A paragraph as WordprocessingML; a line break of the text stays one inside it. */
export function paragraphXml(
  style: StyleId,
  text: string,
  { align, bold, list, level = 0, keepNext }: Look = {},
): string {
  const number = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  const set = align === undefined || align === 'left' ? '' : `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>`;
  const look = bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : '';
  const run = text === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${brokenLines(text)}</w:t></w:r>`;
  const keep = keepNext ? '<w:keepNext/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${number}${set}</w:pPr>${run}</w:p>`;
}

const brokenLines = (text: string): string => escaped(text).replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');

const escaped = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
