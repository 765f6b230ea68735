import type { Replicated, ReplicateScales } from './replicates.ts';

/** A domain may be empty in this share of replicates drawn by chance; beyond, the rest says too little. */
const mayBeEmpty = 0.1;

/** The variance of an estimate from its replicates. NaN where replicates are undefined (nobody of the domain in them). */
export const replicateVariance = (scales: ReplicateScales, estimate: Replicated): number =>
  replicateCovariance(scales, estimate, estimate);

/**
 * The covariance of two estimates from their replicates: scale · Σ rscales·(aᵣ − ā)(bᵣ − b̄). A replicate drawn by chance
 * that is undefined is left out, as in R; of a jackknife or balanced replicates each one carries a part of the variance,
 * so that without it there is none to tell.
 */
export function replicateCovariance(scales: ReplicateScales, a: Replicated, b: Replicated): number {
  const { count, rscales, scale, mse } = scales;
  const used: number[] = [];
  let undefinedOnes = 0;
  for (let r = 0; r < count; r++) {
    if (!Number.isFinite(a.replicates[r]) || !Number.isFinite(b.replicates[r])) undefinedOnes++;
    else used.push(r);
  }
  if (undefinedOnes > (scales.drawn ? mayBeEmpty * count : 0)) return Number.NaN;
  const [centreA, centreB] = mse ? [a.value, b.value] : [meanOf(a, used, rscales), meanOf(b, used, rscales)];
  let sum = 0;
  for (const r of used)
    sum += (rscales[r] as number) * ((a.replicates[r] as number) - centreA) * ((b.replicates[r] as number) - centreB);
  return scale * sum;
}

function meanOf({ replicates }: Replicated, used: readonly number[], rscales: Float64Array): number {
  const counted = used.filter((r) => (rscales[r] as number) > 0);
  return counted.reduce((sum, r) => sum + (replicates[r] as number), 0) / counted.length;
}
