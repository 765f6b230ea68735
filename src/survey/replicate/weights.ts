import type { Sums } from '../scan/cells.ts';
import type { ReplicateScales } from './replicates.ts';

/** Sums of a variable over cells under each replicate's weights. */
export type ReplicateTotals = { w: Float64Array; y: Float64Array; x: Float64Array };

/** Replicate weights of a scanned sample, wherever they come from. */
export type ReplicateWeights = {
  scales: ReplicateScales;
  totals: (sums: Sums, cells: Int32Array) => ReplicateTotals;
  /** Degrees of freedom among those with an answer in some cells: the rank of their replicate weights less one. */
  degrees: (sums: Sums, cells: Int32Array) => number;
};

/** Adds `share · weight[from + r]` to each replicate's sum. */
export function addScaled(sums: Float64Array, weight: Float64Array, from: number, share: number): void {
  if (share === 0) return;
  for (let r = 0; r < sums.length; r++) sums[r] = (sums[r] as number) + share * (weight[from + r] as number);
}
