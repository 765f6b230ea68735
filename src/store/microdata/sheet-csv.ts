import { writeFile } from 'node:fs/promises';
import { Problem } from '../../kernel/problem.ts';
import type { Cell, CellRows } from '../../report/sheet/hidden.ts';

/** The first sheet of a workbook that holds anything, as CSV for the same reading as any CSV file. */
export async function writeSheetCsv(sheets: readonly CellRows[], name: string, into: string): Promise<void> {
  const sheet = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => !isBlank(cell))));
  const [head, ...rows] = sheet?.rows ?? [];
  if (head === undefined) throw new Problem('survey-no-rows', {});
  // Cells without a name beside a table are notes; within it they are a fault, which the reading says.
  const width = head.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (width === 0) throw new Problem('survey-csv-wrong', { name, line: 1, columns: null });
  const filled = rows.filter((row) => row.some((cell) => !isBlank(cell)));
  const lines = [head, ...filled].map((row) =>
    Array.from({ length: width }, (_, i) => cellText(row[i] ?? '')).join(','),
  );
  await writeFile(into, `${lines.join('\n')}\n`);
}

const isBlank = (cell: Cell): boolean => cell === null || cell === '';

const cellText = (cell: Cell): string => {
  // A number of a workbook is a double: as many digits as tell it from its neighbours.
  const text = String(cell ?? '');
  return typeof cell === 'string' ? `"${text.replaceAll('"', '""').replaceAll('\0', '')}"` : text;
};
