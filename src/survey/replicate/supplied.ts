import { Problem } from '../../kernel/problem.ts';
import type { MovedWeights, Sample } from '../linear/linearise.ts';
import type { SuppliedReplicates } from '../model.ts';
import type { ReplicateSums, Sums } from '../scan/cells.ts';
import { rankOf } from './degrees.ts';
import { factorsOf } from './made.ts';
import type { ReplicateScales } from './replicates.ts';
import type { ReplicateTotals, ReplicateWeights } from './weights.ts';

/**
 * Replicate weights that came with the data. The scan has summed every figure under each of them; weight steps are
 * carried out anew in each replicate.
 */
export function suppliedWeights(sample: Sample, supplied: SuppliedReplicates): ReplicateWeights {
  const scales = scalesOf(supplied);
  refuseFaultyReplicates(sample, supplied);
  const own = ownFactor(sample, supplied);
  const factors = sample.steps && movedFactors(sample, sample.steps, own, scales.count);
  const factorOf = (cell: number, r: number): number => {
    const moved = factors?.[sample.steps?.auxiliaryOf[cell] as number]?.[r] ?? 1;
    return (own?.[cell] ?? 1) * moved;
  };
  const totals = (sums: Sums, cells: Int32Array): ReplicateTotals => {
    const out = {
      w: new Float64Array(scales.count),
      y: new Float64Array(scales.count),
      x: new Float64Array(scales.count),
    };
    (sums.replicates ?? []).forEach((replicate, r) => {
      for (const cell of cells) {
        const factor = factorOf(cell, r);
        out.w[r] = (out.w[r] as number) + factor * (replicate.w[cell] as number);
        out.y[r] = (out.y[r] as number) + factor * (replicate.y[cell] as number);
        if (replicate.x) out.x[r] = (out.x[r] as number) + factor * (replicate.x[cell] as number);
      }
    });
    return out;
  };
  const known = new Map<string, number>();
  const degrees = (sums: Sums, cells: Int32Array): number => {
    const present = cells.filter((cell) => (sums.n[cell] as number) > 0);
    const key = present.join();
    const found = known.get(key) ?? rankOf(rowsOf(sums.replicates ?? [], present, factorOf, scales.count)) - 1;
    known.set(key, found);
    return found;
  };
  return { scales, totals, degrees };
}

function scalesOf({ columns, scale, rscales, mse }: SuppliedReplicates): ReplicateScales {
  const count = columns.length;
  if (rscales && rscales.length !== count)
    throw new Problem('survey-replicate-scales', { columns: count, scales: rscales.length });
  return {
    count,
    scale,
    rscales: Float64Array.from(rscales ?? Array<number>(count).fill(1)),
    mse: mse ?? false,
    drawn: false,
  };
}

function refuseFaultyReplicates({ cells }: Sample, { columns }: SuppliedReplicates): void {
  const [given, least, sum] = ['r_given', 'r_least', 'r_sum'].map((name) => cells.answer.column(name));
  for (const cell of cells.groupings[0]?.cells ?? [])
    if (
      Number(given?.[cell]) !== cells.n[cell] ||
      !(Number(least?.[cell]) >= 0) ||
      !Number.isFinite(Number(sum?.[cell] ?? Number.NaN))
    )
      throw new Problem('survey-replicate-weights-wrong', { first: columns[0] ?? '', last: columns.at(-1) ?? '' });
}

/** What scanned replicate weights lack: multipliers those of the population, where the weight comes of it. */
const ownFactor = ({ steps, factor }: Sample, { combined }: SuppliedReplicates): Float64Array | undefined =>
  combined ? undefined : (steps?.base ?? factor);

function movedFactors(
  { cells }: Sample,
  { laid, auxiliaryOf, size }: MovedWeights,
  own: Float64Array | undefined,
  count: number,
): Float64Array[] {
  const weights = Array.from({ length: size }, () => new Float64Array(count));
  cells.replicates?.forEach((sums, r) => {
    for (const cell of cells.groupings[0]?.cells ?? []) {
      const into = weights[auxiliaryOf[cell] as number] as Float64Array;
      into[r] = (into[r] as number) + (own?.[cell] ?? 1) * (sums[cell] as number);
    }
  });
  return factorsOf(laid.factor, weights, count);
}

/**
 * The replicate weights of cells as rows, whose rank is that of the respondents' where clusters have replicates in
 * common. More rows than twice the replicates are summed together, which does not lower the rank they can have.
 */
function rowsOf(
  replicates: readonly ReplicateSums[],
  cells: Int32Array,
  factorOf: (cell: number, r: number) => number,
  count: number,
): Float64Array[] {
  const rows = Array.from({ length: Math.min(cells.length, 2 * count + 1) }, () => new Float64Array(count));
  cells.forEach((cell, i) => {
    const row = rows[i % rows.length] as Float64Array;
    for (let r = 0; r < count; r++)
      row[r] = (row[r] as number) + factorOf(cell, r) * (replicates[r]?.w[cell] as number);
  });
  return rows;
}
