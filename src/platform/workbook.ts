import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { Problem } from '../kernel/problem.ts';

/** Bytes of all parts of a workbook together: a directory of 8,000 agencies has some 8 MB. */
const largest = 64 * 1_048_576;

/** The sheets of an Excel workbook as rows of text; a day is written as officials do. */
export async function readWorkbook(bytes: Buffer, name: string): Promise<{ sheet: string; rows: string[][] }[]> {
  const sheets = await readCells(bytes, name);
  return sheets.map(({ sheet, rows }) => ({ sheet, rows: rows.map((row) => row.map(String)) }));
}

type Cell = string | number | boolean;

/** The same with numbers as numbers. Refused before it could fill the memory. */
export async function readCells(bytes: Buffer, name: string): Promise<{ sheet: string; rows: Cell[][] }[]> {
  try {
    let size = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    if (size > largest) throw new Problem('file-expands-too-much', { name });
    const sheets = (await readExcelFile(bytes)) as unknown as { sheet: string; data: unknown[][] }[];
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellOf)) }));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('workbook-damaged', { name }, { cause });
  }
}

function cellOf(cell: unknown): Cell {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (!(cell instanceof Date)) return String(cell);
  return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
}
