import { Problem } from '../../kernel/problem.ts';
import type { Margin } from '../model.ts';
import { type Auxiliary, type Classes, layMargin, sumByClass } from './auxiliary.ts';
import { raise } from './poststratify.ts';
import type { CellSums, Step } from './step.ts';

/** Raking is settled when no weight moves by more than this share in a round. */
const settled = 1e-12;
const rounds = 2000;
/** Margins whose sums differ by more than this share can never be met together. */
const sameSum = 1e-8;
/** Times that deviations are taken from each margin's means in turn. */
const sweeps = 10;

/**
 * Raking (iterative proportional fitting): each margin's weights are raised to its totals in turn until all are met
 * (Deming & Stephan 1940). Fails with a Problem when margins do not sum to the same, or are never met together.
 */
export function rake(auxiliary: Auxiliary, margins: readonly Margin[]): Step {
  const laid = margins.map((margin) => layMargin(auxiliary, margin));
  checkSums(laid);
  return (weight) => {
    const ratio = settle(laid, weight);
    return { ratio, corrections: (scores, _before, after) => sweep(laid, auxiliary.n, scores, after) };
  };
}

function checkSums(laid: readonly Classes[]): void {
  const [first, ...rest] = laid.map(({ totals, columns }) => ({
    columns,
    sum: totals.reduce((sum, total) => sum + total, 0),
  }));
  if (first === undefined) return;
  for (const other of rest)
    if (Math.abs(other.sum - first.sum) > sameSum * first.sum)
      throw new Problem('survey-margins-differ', {
        one: first.columns,
        other: other.columns,
        sums: [first.sum, other.sum],
      });
}

function settle(laid: readonly Classes[], weight: Float64Array): Float64Array {
  const ratio = new Float64Array(weight.length).fill(1);
  const now = Float64Array.from(weight);
  for (let round = 0; round < rounds; round++) {
    const start = Float64Array.from(ratio);
    for (const classes of laid) {
      const raised = raise(classes, now).ratio;
      for (let cell = 0; cell < now.length; cell++) {
        now[cell] = (now[cell] as number) * (raised[cell] as number);
        ratio[cell] = (ratio[cell] as number) * (raised[cell] as number);
      }
    }
    if (ratio.every((value, cell) => Math.abs(value - (start[cell] as number)) <= settled * value) && meets(laid, now))
      return ratio;
  }
  throw new Problem('survey-calibration-failed', { why: 'no-solution' });
}

/** Margins that contradict each other in cells nobody is in settle too, without being met. */
const meets = (laid: readonly Classes[], weight: Float64Array): boolean =>
  laid.every(({ of, totals }) => {
    const sums = sumByClass(of, totals.length, weight);
    return totals.every((total, id) => Math.abs(total - (sums[id] as number)) <= 1e-9 * total);
  });

/**
 * Takes from z ÷ w the mean of each category, margin by margin, ten times over. The means are of respondents, unweighted:
 * that is R's convention (`svyrecvar`), followed so that figures agree; with many respondents per category weighting the
 * means alters little.
 */
function sweep(laid: readonly Classes[], n: Float64Array, scores: CellSums, after: Float64Array): Float64Array {
  const counts = n.map((count, cell) => (after[cell] === 0 ? 0 : count));
  // Sums of z ÷ (new weight) per cell; what is taken off is the same for everybody in the cell.
  const sums = scores.plain.map((sum, cell) => (after[cell] === 0 ? 0 : sum / (after[cell] as number)));
  const people = laid.map(({ of, totals }) => sumByClass(of, totals.length, counts));
  const taken = new Float64Array(sums.length);
  for (let turn = 0; turn < sweeps; turn++)
    laid.forEach(({ of, totals }, k) => {
      const left = sums.map((sum, cell) => sum - (counts[cell] as number) * (taken[cell] as number));
      const whole = sumByClass(of, totals.length, left);
      for (let cell = 0; cell < taken.length; cell++) {
        const id = of[cell] as number;
        const count = people[k]?.[id] as number;
        if (count > 0) taken[cell] = (taken[cell] as number) + (whole[id] as number) / count;
      }
    });
  return taken.map((value, cell) => value * (after[cell] as number));
}
