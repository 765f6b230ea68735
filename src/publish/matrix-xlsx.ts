import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
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
  const options = {
    sheet: 'Ma trận nhiệm vụ',
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ width }) => ({ width })),
  };
  const blob = await writeExcelFile([header, ...rows] as SheetData, options).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(text: string) {
  if (text === '') return null;
  return {
    value: legal(harmlessCell(text)).slice(0, longest),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
  };
}

/** XML has no place for most control characters; one of them would make the whole workbook unreadable. */
const legal = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, (c) => (/[\t\n]/.test(c) ? c : ''));
