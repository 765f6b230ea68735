import type { Line } from './lines.ts';

/**
 * Which of the hidden cells follow from what is told: those that the lines, taken together as equations, leave one value
 * for (a row of the reduced system with a single unknown). `hidden` by number of cell; the untold whole is an unknown too.
 * Tables so large that this would keep a server waiting are not looked at: there lines by themselves must do.
 */
export function findDetermined(lines: readonly Line[], hidden: readonly boolean[]): Set<number> {
  const unknowns = new Map<number, number>();
  const rows = lines.flatMap(({ total, parts }) => {
    const row = new Map<number, number>();
    for (const cell of [total, ...parts])
      if (cell === -1 || hidden[cell]) row.set(cell, (row.get(cell) ?? 0) + (cell === total ? -1 : 1));
    for (const cell of row.keys()) if (!unknowns.has(cell)) unknowns.set(cell, unknowns.size);
    return row.size === 0 ? [] : [row];
  });
  if (rows.length ** 2 * unknowns.size > mostWork) return new Set();
  const reduced = reduce(rows, unknowns);
  const cells = [...unknowns.keys()];
  return new Set(
    reduced.flatMap((row) => {
      const left = cells.filter((_, at) => Math.abs(row[at] as number) > tolerance);
      return left.length === 1 && left[0] !== -1 ? left : [];
    }),
  );
}

/** Multiplications of one table: some tenths of a second. */
const mostWork = 200_000_000;

/** Coefficients are sums and quotients of a few ones. */
const tolerance = 1e-9;

/** Gauss and Jordan: reduced row echelon form. */
function reduce(sparse: readonly ReadonlyMap<number, number>[], unknowns: ReadonlyMap<number, number>): Float64Array[] {
  const rows: Float64Array[] = sparse.map((row) => {
    const dense = new Float64Array(unknowns.size);
    for (const [cell, value] of row) dense[unknowns.get(cell) as number] = value;
    return dense;
  });
  let done = 0;
  for (let column = 0; column < unknowns.size && done < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= done && Math.abs(row[column] as number) > tolerance);
    if (pivot === -1) continue;
    const own = rows[pivot] as Float64Array;
    rows[pivot] = rows[done] as Float64Array;
    rows[done] = own;
    const lead = own[column] as number;
    for (let k = column; k < own.length; k++) own[k] = (own[k] as number) / lead;
    for (const row of rows) if (row !== own) takeAway(row, own, column);
    done++;
  }
  return rows.slice(0, done);
}

function takeAway(row: Float64Array, own: Float64Array, column: number): void {
  const by = row[column] as number;
  if (Math.abs(by) <= tolerance) return;
  for (let k = column; k < row.length; k++) row[k] = (row[k] as number) - by * (own[k] as number);
}
