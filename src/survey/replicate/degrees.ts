import type { Replicates } from './replicates.ts';
import { type FirstStage, unitsByStratum } from './replicates.ts';

/** What is left of a row must be more than this share of it to add to the rank, as in R's `degf`. */
const tolerance = 1e-5;
/** Multiplications that finding a rank may take; beyond it the rank is reasoned out. */
const mostWork = 2_000_000;

/** Whether the rank of a matrix is counted, or too large for that. */
export const isCountable = (rows: number, columns: number): boolean =>
  Math.min(rows, columns) ** 2 * Math.max(rows, columns) <= mostWork;

/**
 * Degrees of freedom of made replicates among some PSUs: the rank of their multipliers less one (R's `degf`). For large
 * matrices the rank that the construction has: each stratum whose PSUs are all there has one dependence, shared by all.
 */
export function degreesOfFreedom(
  { count, multipliers }: Replicates,
  stage: FirstStage,
  units: Iterable<number>,
): number {
  const own = Int32Array.from(new Set(units));
  if (isCountable(own.length, count))
    return rankOf(Array.from(own, (unit) => multipliers.subarray(unit * count, (unit + 1) * count))) - 1;
  const present = new Uint8Array(stage.units);
  for (const unit of own) present[unit] = 1;
  const whole = unitsByStratum(stage).filter(({ units: all }) => all.every((unit) => present[unit] === 1)).length;
  return Math.min(count, own.length - Math.max(0, whole - 1)) - 1;
}

/** The rank of rows of numbers. */
export function rankOf(rows: readonly Float64Array[]): number {
  const width = rows[0]?.length ?? 0;
  const vectors =
    rows.length <= width
      ? rows.map((row) => row.slice())
      : Array.from({ length: width }, (_, j) => Float64Array.from(rows, (row) => row[j] as number));
  const kept: Float64Array[] = [];
  for (const vector of vectors) {
    const whole = Math.sqrt(inner(vector, vector));
    for (let pass = 0; pass < 2; pass++)
      for (const q of kept) {
        const share = inner(vector, q);
        for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) - share * (q[i] as number);
      }
    const norm = Math.sqrt(inner(vector, vector));
    if (norm > tolerance * whole) kept.push(vector.map((value) => value / norm));
  }
  return kept.length;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
