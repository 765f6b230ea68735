import type { Line } from './lines.ts';

/**
 * Which of the hidden cells follow from what is told: those that the lines, taken together as equations, leave one value
 * for (a row of the reduced system with a single unknown). `hidden` by number of cell; the untold whole is an unknown too.
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
  const reduced = reduce(rows, unknowns);
  const cells = [...unknowns.keys()];
  return new Set(
    reduced.flatMap((row) => {
      const left = row.flatMap((value, at) => (Math.abs(value) > tolerance ? [cells[at] as number] : []));
      return left.length === 1 && left[0] !== -1 ? (left as [number]) : [];
    }),
  );
}

/** Coefficients are sums and quotients of a few ones. */
const tolerance = 1e-9;

/** Gauss and Jordan: reduced row echelon form. */
function reduce(sparse: readonly ReadonlyMap<number, number>[], unknowns: ReadonlyMap<number, number>): number[][] {
  const rows = sparse.map((row) => {
    const dense = new Array<number>(unknowns.size).fill(0);
    for (const [cell, value] of row) dense[unknowns.get(cell) ?? 0] = value;
    return dense;
  });
  let done = 0;
  for (let column = 0; column < unknowns.size && done < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= done && Math.abs(row[column] ?? 0) > tolerance);
    if (pivot === -1) continue;
    [rows[done], rows[pivot]] = [rows[pivot] as number[], rows[done] as number[]];
    const own = rows[done] as number[];
    const lead = own[column] ?? 1;
    for (let k = column; k < own.length; k++) own[k] = (own[k] ?? 0) / lead;
    rows.forEach((row, i) => {
      const by = row[column] ?? 0;
      if (i === done || Math.abs(by) <= tolerance) return;
      for (let k = column; k < row.length; k++) row[k] = (row[k] ?? 0) - by * (own[k] ?? 0);
    });
    done++;
  }
  return rows.slice(0, done);
}
