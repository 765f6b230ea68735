import { linearise, type Sample } from '../linear/linearise.ts';
import { compose, type Linearised } from '../linear/linearised.ts';
import type { SumStatistic } from '../linear/statistics.ts';
import { variancesOf } from '../linear/variance.ts';
import type { Sums } from '../scan/cells.ts';
import { evaluateFormula } from '../smooth/evaluate.ts';
import type { Formula } from '../smooth/parse.ts';
import type { Base } from './row.ts';

/** A way to variances: how a figure, and a function of figures, is kept so that its variance can be told. */
export type Reckoner<T extends { value: number }> = {
  figure: (sums: Sums, cells: Int32Array, statistic: SumStatistic) => T;
  combine: (formula: Formula, parts: readonly T[]) => T;
  variance: (estimate: T) => number;
  /** Degrees of freedom of the variance of an estimate with this base in these cells. */
  df: (base: Base, sums: Sums, cells: Int32Array) => number;
};

/** By linearisation: scores by unit, functions by their derivatives. */
export function taylor(sample: Sample): Reckoner<Linearised> {
  const { variance } = variancesOf(sample.frame);
  return {
    figure: (sums, cells, statistic) => linearise(sample, sums, cells, statistic),
    combine: (formula, parts) => {
      const { value, derivatives } = evaluateFormula(
        formula,
        parts.map((part) => part.value),
      );
      return compose(value, parts, Array.from(derivatives));
    },
    variance,
    df: ({ df }) => df,
  };
}
