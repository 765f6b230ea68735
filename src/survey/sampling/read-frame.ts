import { Problem } from '../../kernel/problem.ts';
import { squish } from '../../kernel/text.ts';
import { nearNames } from '../dictionary/near.ts';
import type { SamplingFrame, SamplingPlan } from './model.ts';

type Cell = string | number | boolean | null;

/** The list a sample is drawn from, out of the cells of a sheet: headings in the first row that has any. */
export function readFrame(cells: readonly (readonly Cell[])[]): SamplingFrame {
  const filled = cells
    .map((row, at) => ({ line: at + 1, row: row.map(say) }))
    .filter(({ row }) => row.some((cell) => cell !== ''));
  const [headings, ...body] = filled;
  if (headings === undefined || body.length === 0) throw new Problem('sampling-list-empty', {});
  return { columns: headings.row, rows: body.map(({ row }) => row), lines: body.map(({ line }) => line) };
}

const say = (cell: Cell): string => (typeof cell === 'boolean' ? (cell ? '1' : '0') : squish(String(cell ?? '')));

/** A column of the list, cell by cell; `where` is where its name came from. */
export function columnOf(frame: SamplingFrame, name: string, where: string): string[] {
  const at = frame.columns.indexOf(name);
  if (at === -1) {
    throw new Problem('sampling-column-unknown', {
      ...{ column: name, where, near: nearNames(name, frame.columns), columns: frame.columns.filter(Boolean) },
    });
  }
  return frame.rows.map((row) => row[at] ?? '');
}

/** Units of a column, one per row; an empty one is a fault. */
export function unitsOf(frame: SamplingFrame, name: string, where: string): string[] {
  const cells = columnOf(frame, name, where);
  const empty = cells.flatMap((cell, row) => (cell === '' ? [row] : []));
  if (empty[0] !== undefined)
    throw new Problem('sampling-unit-missing', { column: name, rows: empty.length, row: frame.lines[empty[0]] ?? 0 });
  return cells;
}

/**
 * A column of numbers, all above 0. In a list that people made a sign that groups thousands is refused, for "12.345" may
 * be either; a sheet of ours (`written`) has points only.
 */
export function sizesOf(frame: SamplingFrame, name: string, where: string, written = false): Float64Array {
  const cells = columnOf(frame, name, where);
  const sizes = Float64Array.from(cells, (cell) => (written && cell !== '' ? Number(cell) : readSize(cell)));
  const wrong = cells.flatMap((_, row) => ((sizes[row] ?? 0) > 0 ? [] : [row]));
  if (wrong[0] !== undefined)
    throw new Problem('sampling-size-wrong', {
      ...{ column: name, rows: wrong.length, row: frame.lines[wrong[0]] ?? 0, value: cells[wrong[0]] ?? '' },
    });
  return sizes;
}

const readSize = (text: string): number =>
  /^\d+(?:\.\d+)?$/.test(text) && !/^[1-9]\d{0,2}\.\d{3}$/.test(text) ? Number(text) : Number.NaN;

/** Whether a mark says yes: 1, x, có, true. */
export const isMarked = (cell: string): boolean => /^(?:1|x|có|true|đúng)$/iu.test(cell);

/** Names of units together, as a stratum is called. */
export const joined = (names: readonly string[]): string => names.join(' × ');

/** People by the units a plan's classes are of, and the class each row's unit is in. */
export function classesOf(frame: SamplingFrame, plan: SamplingPlan, sizes: Float64Array | null): (string | null)[] {
  const { classes } = plan;
  if (classes === undefined || sizes === null) return frame.rows.map(() => null);
  const keys = classes.of.map((name) => unitsOf(frame, name, 'phương án: classes'));
  const keyOf = (row: number) => joined(keys.map((column) => column[row] ?? ''));
  const people = new Map<string, number>();
  for (const row of frame.rows.keys()) people.set(keyOf(row), (people.get(keyOf(row)) ?? 0) + (sizes[row] ?? 0));
  const steps = [...classes.steps].sort((a, b) => b.from - a.from);
  return frame.rows.map((_, row) => steps.find(({ from }) => (people.get(keyOf(row)) ?? 0) >= from)?.name ?? null);
}
