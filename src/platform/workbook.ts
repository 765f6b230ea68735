import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { Problem } from '../kernel/problem.ts';

/** Bytes of all parts of a workbook together: a directory of 8,000 agencies has some 8 MB. */
const largest = 64 * 1_048_576;

type Cell = string | number | boolean;

/**
 * The sheets of an Excel workbook as cells, numbers as numbers, a day as officials write it. Refused before it could fill the
 * memory, and still only to be read in the process for files from outside: what a ZIP says of its sizes may be a lie.
 */
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
