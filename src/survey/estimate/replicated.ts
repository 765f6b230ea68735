import { type Sample, totalsOf } from '../linear/linearise.ts';
import { type Replicated, replicateFunction } from '../replicate/replicates.ts';
import { replicateVariance } from '../replicate/variance.ts';
import type { ReplicateWeights } from '../replicate/weights.ts';
import { evaluateFormula } from '../smooth/evaluate.ts';
import type { Reckoner } from './reckoner.ts';

/** By replicates: each figure is reckoned anew under every replicate's weights. */
export function replicated(sample: Sample, weights: ReplicateWeights): Reckoner<Replicated> {
  return {
    figure: (sums, cells, statistic) => {
      const totals = totalsOf(sums, cells, sample.factor);
      const { w, y, x } = weights.totals(sums, cells);
      const value = totals.n === 0 ? Number.NaN : statistic.value(totals);
      const replicates = w.map((own, r) =>
        statistic.value({ ...totals, w: own, y: y[r] as number, x: x[r] as number }),
      );
      return { value, replicates };
    },
    combine: (formula, parts) => replicateFunction(parts, (values) => evaluateFormula(formula, values).value),
    variance: (estimate) => (Number.isNaN(estimate.value) ? Number.NaN : replicateVariance(weights.scales, estimate)),
    df: (base, sums, cells) => (base.n === 0 ? base.df : weights.degrees(sums, cells)),
  };
}
