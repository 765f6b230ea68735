import type { MatrixColumn } from '../plan/views.ts';
import { harmlessCell } from './cell.ts';
import { type ExportedTask, getColumns } from './matrix.ts';

/** Excel takes CSV for the local code page unless it begins with this mark. */
const byteOrderMark = '\ufeff';

/** The matrix as CSV by RFC 4180. */
export function matrixCsv(tasks: readonly ExportedTask[], names: readonly MatrixColumn[]): string {
  const columns = getColumns(names);
  const rows = [columns.map(({ heading }) => heading), ...tasks.map((task) => columns.map(({ of }) => of(task)))];
  return byteOrderMark + rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  const safe = harmlessCell(text);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
