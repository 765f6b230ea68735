import { Problem } from '../../kernel/problem.ts';
import { fold, squish } from '../../kernel/text.ts';

/** One row of a sheet by its columns, counted from 1 with the heading. */
export type Cells<C extends string> = { row: number; cells: Partial<Record<C, string>> };

/**
 * The rows of a sheet by their headings, in whatever order these stand; columns of other headings are left alone. A Problem names
 * the needed headings that are missing or stand twice: a file taken by position would give an agency its code for a name.
 */
export function readColumns<C extends string>(
  sheet: { name: string; rows: readonly (readonly string[])[] },
  headings: readonly C[],
  needed: readonly C[],
): Cells<C>[] {
  const [heading = [], ...rows] = sheet.rows;
  const keys = heading.map(keyOf);
  const missing = needed.filter((one) => !keys.includes(keyOf(one)));
  const twice = headings.filter((one) => keys.filter((key) => key === keyOf(one)).length > 1);
  if (missing.length + twice.length > 0) throw new Problem('sheet-heading', { sheet: sheet.name, missing, twice });
  const columns = headings.map((one) => [one, keys.indexOf(keyOf(one))] as const).filter(([, at]) => at >= 0);
  return rows
    .map((cells, i) => ({
      row: i + 2,
      cells: Object.fromEntries(columns.map(([one, at]) => [one, squish(cells[at] ?? '')])),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) as Cells<C>[];
}

const keyOf = (heading: string): string => fold(squish(heading)).replace(/[^a-z0-9]+/g, '');
