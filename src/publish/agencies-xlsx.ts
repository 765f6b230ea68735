import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { agencyHeadings, successionHeadings, toRows } from '../place/directory/sheet.ts';
import type { Directory } from '../place/model.ts';
import { harmlessCell } from './cell.ts';

const widths = [38, 46, 30, 18, 12, 38, 13, 13, 40, 24, 60];

const sheetOf = (headings: readonly string[], rows: readonly (readonly string[])[]): SheetData =>
  [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#e7f0f2' })),
    ...rows.map((row) => row.map((text) => (text === '' ? null : { value: harmlessCell(text), type: String }))),
  ] as SheetData;

/** A directory over all time as a workbook: agencies and who took over from whom, to be edited and taken in again. */
export async function agenciesXlsx(directory: Directory): Promise<Uint8Array<ArrayBuffer>> {
  const { agencies, successions } = toRows(directory);
  const columns = widths.map((width) => ({ width }));
  const blob = await writeExcelFile([
    { data: sheetOf(agencyHeadings, agencies), sheet: 'Cơ quan', columns, stickyRowsCount: 1 },
    { data: sheetOf(successionHeadings, successions), sheet: 'Kế thừa', columns, stickyRowsCount: 1 },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
