import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import { type Reading, roles } from '../plan/model.ts';
import { type MatrixColumn, matrixColumns } from '../plan/views.ts';
import { roleWords } from '../plan/words/roles.ts';
import { harmlessCell } from './cell.ts';
import { matrixSheet } from './matrix-xlsx.ts';

const matrixName = 'Ma trận nhiệm vụ';
/** The plan's own name and year stand in the file's name; they need no column in its own workbook. */
const columns = matrixColumns.filter((name) => name !== 'plan' && name !== 'year');

/**
 * A plan as a workbook: its tasks, and beside them who has how many, counted by formulas, so that the figures follow when a
 * cell is changed.
 */
export async function planXlsx({ document, tasks }: Reading): Promise<Uint8Array<ArrayBuffer>> {
  const { number: planNumber, symbol: planSymbol, title: planTitle, year } = document;
  const exported = tasks.map((task) => ({ ...task, planNumber, planSymbol, planTitle, year }));
  const blob = await writeExcelFile([
    { ...matrixSheet(exported, columns), sheet: matrixName },
    {
      data: counts(tasks) as SheetData,
      sheet: 'Tổng hợp',
      ...{ stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' },
      columns: [{ width: 48 }, ...roles.map(() => ({ width: 14 })), { width: 14 }],
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const head = (value: string) => ({
  ...{ value, type: String, fontWeight: 'bold' as const, wrap: true, align: 'center' as const },
  backgroundColor: '#e7f0f2',
});
/** As the file keeps it: the equals sign is what a person types before it. */
const formula = (value: string, bold = false) => ({
  ...{ value, type: 'Formula' as const },
  ...(bold && { fontWeight: 'bold' as const }),
});
const name = (value: string, bold = false) => ({
  ...{ value: inXml(harmlessCell(value)), type: String, wrap: true },
  ...(bold && { fontWeight: 'bold' as const }),
});

/** One line for each agency, its tasks by role; below them the sums, how many tasks there are and how many nobody leads. */
function counts(tasks: Reading['tasks']): unknown[][] {
  const agencies = [...new Set(tasks.flatMap((task) => roles.flatMap((role) => task[role])))];
  const last = agencies.length + 1;
  const letters = roles.map((_, at) => letterOf(at + 1));
  const lines = agencies.map((agency, at) => {
    const row = at + 2;
    const own = roles.map((role) => formula(countOf(role, tasks.length, `$A${row}`)));
    return [name(agency), ...own, formula(`SUM(B${row}:${letters.at(-1)}${row})`)];
  });
  const sums = [...letters, letterOf(roles.length + 1)].map((letter) =>
    formula(agencies.length === 0 ? '0' : `SUM(${letter}2:${letter}${last})`, true),
  );
  const blank = roles.map((role) => formula(tasks.length === 0 ? '0' : `COUNTBLANK(${cellsOf(role, tasks.length)})`));
  return [
    [head('Cơ quan, đơn vị'), ...roles.map((role) => head(roleWords[role])), head('Cộng')],
    ...lines,
    [name('Tổng số lượt giao', true), ...sums],
    [name('Số nhiệm vụ chưa ghi cơ quan'), ...blank],
    [name('Số nhiệm vụ', true), formula(tasks.length === 0 ? '0' : `COUNTA(${cellsOf('text', tasks.length)})`, true)],
  ];
}

/** Each name of a cell stands on a line of its own, ended by a semicolon where another follows: only whole names count. */
function countOf(role: MatrixColumn, tasks: number, agency: string): string {
  const lines = `CHAR(10)&${cellsOf(role, tasks)}&";"&CHAR(10)`;
  return `SUMPRODUCT(--ISNUMBER(FIND(CHAR(10)&${agency}&";"&CHAR(10),${lines})))`;
}

const cellsOf = (column: MatrixColumn, tasks: number): string => {
  const letter = letterOf((columns as readonly MatrixColumn[]).indexOf(column));
  return `'${matrixName}'!$${letter}$2:$${letter}$${tasks + 1}`;
};

/** No workbook of ours has more than 26 columns. */
const letterOf = (at: number): string => String.fromCharCode(65 + at);
