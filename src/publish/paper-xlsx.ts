import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import { harmlessCell } from './cell.ts';
import { withCounting } from './paper/counting.ts';
import type { Block, Paper, Table } from './paper/model.ts';

/** Excel keeps at most this many characters in a cell and calls a file with more of them damaged. */
const longest = 32_767;
/** No name of a sheet is longer, or holds any of these. */
const nameOf = (text: string): string => text.replace(/[\\/?*[\]:']+/gu, ' ').slice(0, 31);

const head = (value: string) => ({
  ...{ value, type: String, fontWeight: 'bold' as const, wrap: true, align: 'center' as const },
  backgroundColor: '#e7f0f2',
});
const text = (value: string, bold = false) => ({
  ...{ value: inXml(harmlessCell(value)).slice(0, longest), type: String, wrap: true, alignVertical: 'top' as const },
  ...(bold && { fontWeight: 'bold' as const }),
});
const number = (value: number) => ({ value, type: Number, alignVertical: 'top' as const });
const formula = (value: string) => ({ value, type: 'Formula' as const, fontWeight: 'bold' as const });

/** The tables a paper prints, in their order, under the names of what they stand in. */
function tablesOf({ blocks, appendices, type }: Paper): { name: string; table: Table }[] {
  const within = (all: readonly Block[], name: string) =>
    all.flatMap((block) => (block.kind === 'table' ? [{ name, table: block.table }] : []));
  return [...within(blocks, type), ...appendices.flatMap((one) => within(one.blocks, one.label))];
}

/** Whether there is anything in a paper to make a workbook of. */
export const hasTables = (paper: Paper): boolean => tablesOf(paper).length > 0;

/**
 * The tables of a paper as a workbook, a sheet for each: heads kept in sight, figures as numbers with their sums, and how many
 * rows stand how, by formulas that follow when a cell is changed.
 */
export async function paperXlsx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tablesOf(paper).map(({ name, table }, at, all) => {
    const same = all.filter((one) => one.name === name);
    const which = same.length > 1 ? ` (${all.slice(0, at + 1).filter((one) => one.name === name).length})` : '';
    return { ...sheetOf(table), sheet: nameOf(`${name}${which}`) };
  });
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf(table: Table) {
  const columns = withCounting(table);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const wide = columns.map(({ share }) => ({ width: Math.max(6, Math.round((130 * share) / shares)) }));
  const own = columns.length - table.columns.length;
  return {
    data: [
      columns.map(({ header }) => head(header)),
      ...rowsOf(table, own),
      ...sumRow(table, own),
      ...stateRows(table, own),
    ] as SheetData,
    ...{ stickyRowsCount: 1, stickyColumnsCount: own + 1, orientation: 'landscape' as const, columns: wide },
  };
}

/** The heading of a group stands where a row's own words begin. */
function rowsOf({ rows }: Table, own: number): unknown[][] {
  let count = 0;
  const counting = (value: unknown) => (own === 0 ? [] : [value]);
  return rows.map((row) => {
    if (row.kind === 'row')
      return [...counting(number(++count)), ...row.cells.map((cell) => cellOf(cell?.lines ?? []))];
    const label = row.label === null ? [] : [row.label];
    if (own === 0) return [text([...label, row.name].join('. '), true)];
    return [row.label === null ? null : text(row.label, true), text(row.name, true)];
  });
}

const isFigure = (line: string): boolean => /^\d{1,9}$/u.test(line);

function cellOf(lines: readonly string[]) {
  const [only = '', second] = lines;
  if (second === undefined && only === '') return null;
  return second === undefined && isFigure(only) ? number(Number(only)) : text(lines.join('\n'));
}

/** What stands in a column, cell by cell. */
const wordsIn = ({ rows }: Table, at: number): string[] =>
  rows.flatMap((row) => (row.kind === 'row' ? [(row.cells[at]?.lines ?? []).join('\n')] : []));

/** No table of a paper has more than 26 columns. */
const letterOf = (at: number): string => String.fromCharCode(65 + at);
const cellsOf = ({ rows }: Table, at: number): string => `${letterOf(at)}$2:${letterOf(at)}$${rows.length + 1}`;

/** The sums of columns that hold nothing but figures; none where no column does. */
function sumRow(table: Table, own: number): unknown[][] {
  const sums = table.columns.map((_, at) => {
    const words = wordsIn(table, at);
    return words.length > 0 && words.every(isFigure) ? formula(`SUM(${cellsOf(table, at + own)})`) : null;
  });
  if (sums.every((one) => one === null)) return [];
  return [
    [...(own === 0 ? [] : [null]), ...sums.map((one, at) => (at === 0 ? (one ?? text('Tổng cộng', true)) : one))],
  ];
}

/** Excel compares no longer texts. */
const longestCompared = 255;

/** Below a column that says how each row stands: how many stand how. */
function stateRows(table: Table, own: number): unknown[][] {
  const at = table.columns.findIndex(({ header }) => header.startsWith('Tình trạng'));
  const states = [...new Set(at < 0 ? [] : wordsIn(table, at))].filter(
    (word) => word !== '' && word.length <= longestCompared,
  );
  const first = table.rows.length + sumRow(table, own).length + 2;
  const counted = states.map((state, below) => [
    ...(own === 0 ? [] : [null]),
    text(state, true),
    formula(`COUNTIF(${cellsOf(table, at + own)},$${letterOf(own)}${first + 1 + below})`),
  ]);
  return counted.length === 0 ? [] : [[], ...counted];
}
