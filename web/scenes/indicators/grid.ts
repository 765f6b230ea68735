import { type Figure, noFigure } from '../../../src/report/content/model.ts';
import { readFigure } from '../../../src/report/indicator/read-number.ts';

/** The cells of a matrix as text: what is typed and pasted into them, and what stands in them. */

const write = (value: number): string => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }).format(value);

/** A figure as it is typed: "46/50", "92,3"; empty where nothing is stated. */
export function typedOf({ value, part, whole }: Figure): string {
  if (part !== null && whole !== null) return `${write(part)}/${write(whole)}`;
  return value === null ? '' : write(value);
}

/** The figure of what was typed; undefined where it is none. */
export function figureOf(typed: string): Figure | undefined {
  const read = readFigure(typed);
  return read === null ? noFigure : read;
}

/** A block copied from a spreadsheet: rows of cells. A last line break ends the last row, it begins none. */
export const blockOf = (text: string): string[][] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/** Where the cells of a block go when it is put at a cell; what would lie beyond the edge is counted. */
export function placeBlock(
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): { placed: { row: number; column: number; typed: string }[]; beyond: number } {
  const cells = block.flatMap((line, i) => line.map((typed, j) => ({ row: at.row + i, column: at.column + j, typed })));
  const placed = cells.filter(({ row, column }) => row < size.rows && column < size.columns);
  return { placed, beyond: cells.length - placed.length };
}
