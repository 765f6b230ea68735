import type { MatrixColumn } from '../plan/views.ts';
import { toCsv } from './csv.ts';
import { type ExportedTask, getColumns } from './matrix.ts';

/** The matrix as CSV. */
export function matrixCsv(tasks: readonly ExportedTask[], names: readonly MatrixColumn[]): string {
  const columns = getColumns(names);
  return toCsv([columns.map(({ heading }) => heading), ...tasks.map((task) => columns.map(({ of }) => of(task)))]);
}
