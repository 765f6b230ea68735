import { Problem } from '../../kernel/problem.ts';
import type { Margin } from '../model.ts';
import { type Auxiliary, type Classes, layMargin, sumByClass } from './auxiliary.ts';
import type { CellSums, Step } from './step.ts';

/**
 * Post-stratification: the weights of each category are raised to its total (Holt & Smith 1979). What is left of the
 * variance is that of the deviations from the category's mean.
 */
export function poststratify(auxiliary: Auxiliary, margin: Margin): Step {
  const classes = layMargin(auxiliary, margin);
  return (weight) => {
    const { ratio, sums } = raise(classes, weight);
    return { ratio, corrections: (scores, before, after) => deviations(classes, sums, scores, before, after) };
  };
}

/** Total ÷ sum of weights of each cell's category. Replicates may have lost a category that the sample has. */
export function raise(classes: Classes, weight: Float64Array): { ratio: Float64Array; sums: Float64Array } {
  const sums = sumByClass(classes.of, classes.totals.length, weight);
  const empty = sums.findIndex((sum) => !(sum > 0));
  if (empty !== -1)
    throw new Problem('survey-totals-wrong', {
      columns: classes.columns,
      category: classes.names[empty] ?? '',
      why: 'nobody',
    });
  const ratio = Float64Array.from(classes.of, (id) => (classes.totals[id] as number) / (sums[id] as number));
  return { ratio, sums };
}

/** zᵢ becomes zᵢ − gᵢwᵢ·Σ(z/g)/Σw over the category, with the weights w before the step. */
function deviations(
  { of }: Classes,
  sums: Float64Array,
  scores: CellSums,
  before: Float64Array,
  after: Float64Array,
): Float64Array {
  const eased = scores.weighted.map((sum, cell) =>
    after[cell] === 0 ? 0 : (sum * (before[cell] as number)) / (after[cell] as number),
  );
  const totals = sumByClass(of, sums.length, eased);
  return after.map((value, cell) => {
    const id = of[cell] as number;
    return (value * (totals[id] as number)) / (sums[id] as number);
  });
}
