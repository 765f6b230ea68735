import { tQuantile } from '../distribution.ts';
import { interval } from '../interval.ts';
import type { Sample } from '../linear/linearise.ts';
import { statistics } from '../linear/statistics.ts';
import type { EstimateRequest, IntervalKind, Statistic } from '../model.ts';
import type { Sums } from '../scan/cells.ts';
import type { Reckoner } from './reckoner.ts';
import { findBase, type Reckoned } from './row.ts';

/**
 * A quantile of a domain and Woodruff's (1952) interval: the share at or below the quantile is a mean, its interval is
 * carried back through the distribution (Francisco & Fuller 1991). The quantile is the smallest value that at least the
 * share `at` of the weight is at or below (R's `qrule = "math"`); the standard error is the interval's width ÷ 2t.
 *
 * @param values the answer in each cell (the scan has a cell per value), in the variable's unit
 */
export function quantileOf<T extends { value: number }>(
  sample: Sample,
  reckoner: Reckoner<T>,
  sums: Sums,
  values: Float64Array,
  cells: Int32Array,
  statistic: Statistic,
  request: EstimateRequest,
): Reckoned {
  const base = findBase(sample, sums, cells);
  const steps = distributionOf(sample, sums, values, cells);
  const estimate = findQuantile(steps, statistic.kind === 'quantile' ? statistic.at : Number.NaN);
  const share = reckoner.figure(atMost(sums, values, estimate), cells, statistics.mean);
  const se = Math.sqrt(reckoner.variance(share));
  const df = reckoner.df(base, sums, cells);
  const { level = 0.95 } = request;
  const kind: IntervalKind = request.interval ?? 'mean';
  const ends = interval({ estimate: share.value, se, df, n: base.n, level, kind });
  const [low, high] = [carryBack(steps, ends.low), carryBack(steps, ends.high)];
  return {
    statistic,
    estimate,
    se: low === null || high === null ? Number.NaN : (high - low) / (2 * tQuantile((1 + level) / 2, df)),
    simple: Number.NaN,
    df,
    base,
    ends: { low, high },
  };
}

/** Values in ascending order with the share of the weight at or below each. */
type Distribution = { values: Float64Array; shares: Float64Array };

function distributionOf({ factor }: Sample, sums: Sums, values: Float64Array, cells: Int32Array): Distribution {
  const weights = new Map<number, number>();
  for (const cell of cells) {
    if (!sums.n[cell]) continue;
    const value = values[cell] ?? 0;
    weights.set(value, (weights.get(value) ?? 0) + (factor[cell] ?? 1) * (sums.w[cell] ?? 0));
  }
  const sorted = Float64Array.from(weights.keys()).sort();
  const total = Array.from(sorted, (value) => weights.get(value) ?? 0).reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const shares = sorted.map((value) => {
    sum += weights.get(value) ?? 0;
    return sum / total;
  });
  return { values: sorted, shares };
}

/** Sums in another order must not move a quantile that falls just on a step. */
const rounding = 1e-12;

function findQuantile({ values, shares }: Distribution, at: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] ?? 0) >= at - rounding) high = middle;
    else low = middle + 1;
  }
  return values[low] ?? Number.NaN;
}

/** An end of the share's interval as a value; none where it leaves 0…1, for the data say nothing beyond their ends. */
const carryBack = (steps: Distribution, share: number | null): number | null =>
  share === null || share < 0 || share > 1 ? null : findQuantile(steps, share);

/** Sums of "at or below the cut", 1 or 0, from those of a variable whose cells each hold one value. */
function atMost(sums: Sums, values: Float64Array, cut: number): Sums {
  const below = (column: Float64Array): Float64Array =>
    column.map((sum, cell) => ((values[cell] ?? Number.NaN) <= cut ? sum : 0));
  const wy = below(sums.w);
  return {
    n: sums.n,
    w: sums.w,
    wy,
    wyy: wy,
    ...(sums.y && { y: below(sums.n) }),
    ...(sums.replicates && { replicates: sums.replicates.map(({ w }) => ({ w, y: below(w) })) }),
  };
}
