import { decodeText } from './decode.ts';
import { openPackage } from './package/office-package.ts';
import { openZip } from './package/zip.ts';
import { Refusal } from './refuse.ts';
import { readCsv } from './text/csv.ts';
import { readRows } from './xlsx/read-rows.ts';

/** A sheet as rows of cells, each as it shows. */
export type RowSheet = { sheet: string; rows: string[][] };

/** The rows of a workbook or a CSV file, for what is taken over cell by cell. What it is, its content says. */
export function readRowSheets(bytes: Uint8Array): RowSheet[] {
  if (bytes.length === 0) throw new Refusal('file-empty');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const zip = openZip(bytes);
    const found = openPackage(zip);
    if (found.kind !== 'spreadsheet') throw new Refusal('file-unknown');
    return readRows(zip, found);
  }
  const text = decodeText(bytes);
  if (text === undefined) throw new Refusal('file-unknown');
  return [{ sheet: '', rows: readCsv(text) }];
}
