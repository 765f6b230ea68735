import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { inXml } from '../kernel/text.ts';
import type { MatrixColumn } from '../plan/views.ts';
import { harmlessCell } from './cell.ts';
import { type ExportedTask, getColumns } from './matrix.ts';

/** Excel keeps at most this many characters in a cell and calls a file with more of them damaged. */
const longest = 32_767;

/** The matrix as an Excel workbook: one sheet, the header row kept in sight, every cell text. */
export async function matrixXlsx(
  tasks: readonly ExportedTask[],
  names: readonly MatrixColumn[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { data, ...options } = matrixSheet(tasks, names);
  const blob = await writeExcelFile(data, { sheet: 'Ma trận nhiệm vụ', ...options }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The matrix as a sheet of any workbook. */
export function matrixSheet(tasks: readonly ExportedTask[], names: readonly MatrixColumn[]) {
  const columns = getColumns(names);
  const header = columns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    backgroundColor: '#e7f0f2',
    alignVertical: 'center' as const,
  }));
  const rows = tasks.map((task) => columns.map(({ of }) => textCell(of(task))));
  return {
    data: [header, ...rows] as SheetData,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ width }) => ({ width })),
  };
}

function textCell(text: string) {
  if (text === '') return null;
  return {
    value: inXml(harmlessCell(text)).slice(0, longest),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
  };
}
