import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { sayNumber } from '../kernel/number.ts';
import { inXml } from '../kernel/text.ts';
import type { Dictionary, SurveyDesign } from '../survey/model.ts';
import type { EstimatesView, ToldRow } from '../survey/views.ts';
import { sayDesign, sayDomain, sayHidden, sayRow, sayWarning } from '../survey/words.ts';
import { harmlessCell } from './cell.ts';
import { toCsv } from './csv.ts';

/** Estimates of a survey on their way out, with all that is needed to read them: base, interval, warnings, the design. */
export type EstimatesTable = EstimatesView & {
  title: string;
  dictionary: Pick<Dictionary, 'variables'>;
  minimum: SurveyDesign['minimum'];
};

type Cell = string | number | null;

function headings(level: number): string[] {
  const at = `${sayNumber(100 * level)}%`;
  return [
    ...['Chỉ tiêu', 'Nhóm', 'Ước lượng', 'Sai số chuẩn', `Cận dưới ${at}`, `Cận trên ${at}`],
    ...['Người trả lời', 'Cụm', 'Bậc tự do', 'Hệ số thiết kế', 'Cỡ mẫu hiệu quả', 'Ghi chú'],
  ];
}

function cellsOf(row: ToldRow, { dictionary, minimum }: EstimatesTable): Cell[] {
  const notes = row.hidden ? [sayHidden(row.hidden, minimum)] : row.warnings.map((warning) => sayWarning(warning, row));
  return [
    ...[sayRow(dictionary, row), sayDomain(dictionary, row.by)],
    ...[row.estimate, row.se, row.low, row.high],
    ...[row.n, row.psus, row.df, row.deff, row.effective],
    notes.join('; '),
  ];
}

/** What stands below the figures: how the sample was drawn, how the figures were made, what is not told. */
function footer({ estimates: { design }, unnamed }: EstimatesTable): string[] {
  return [
    ...sayDesign(design),
    ...(unnamed > 0 ? [`${sayNumber(unnamed)} nhóm nhỏ không nêu ở bảng này để không nhận ra người trả lời.`] : []),
  ];
}

/** The table as CSV by RFC 4180, figures with a decimal point. */
export function estimatesCsv(table: EstimatesTable): string {
  const { rows, design } = table.estimates;
  return toCsv([
    headings(design.level),
    ...rows.map((row) => cellsOf(row, table).map((cell) => (cell === null ? '' : String(cell)))),
  ]);
}

const head = (value: string) => ({
  ...{ value: inXml(harmlessCell(value)), type: String, wrap: true },
  ...{ fontWeight: 'bold' as const, backgroundColor: '#e7f0f2' },
});
const text = (value: string) => ({ value: inXml(harmlessCell(value)).slice(0, 32_767), type: String, wrap: true });

/** The table as a workbook: figures as numbers, so that a sheet can go on with them. */
export async function estimatesXlsx(table: EstimatesTable): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, design } = table.estimates;
  const figures = rows.map((row) =>
    cellsOf(row, table).map((cell) =>
      cell === null ? null : typeof cell === 'number' ? { value: cell, type: Number } : text(cell),
    ),
  );
  const data = [headings(design.level).map(head), ...figures] as SheetData;
  const about = [[head(table.title)], ...footer(table).map((line) => [text(line)])] as SheetData;
  const columns = [{ width: 48 }, { width: 32 }, ...Array.from({ length: 9 }, () => ({ width: 12 })), { width: 48 }];
  const blob = await writeExcelFile([
    {
      ...{ sheet: 'Ước lượng', data, columns, stickyRowsCount: 1, stickyColumnsCount: 1 },
      orientation: 'landscape' as const,
    },
    { sheet: 'Về số liệu này', data: about, columns: [{ width: 110 }] },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
