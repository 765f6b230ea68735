import { Problem } from '../../kernel/problem.ts';
import { type Sample, totalsOf } from '../linear/linearise.ts';
import type { Statistic } from '../model.ts';
import type { Sums } from '../scan/cells.ts';
import { type AskedFunction, statisticOf } from './plan.ts';
import type { Reckoner } from './reckoner.ts';
import { findBase, leastBase, type Reckoned } from './row.ts';

/** A figure that is a function of one variable's sums, in the cells of a domain. */
export function reckonFigure<T extends { value: number }>(
  sample: Sample,
  reckoner: Reckoner<T>,
  statistic: Statistic,
  sums: Sums,
  cells: Int32Array,
): Reckoned {
  const kind = statisticOf(statistic);
  const base = findBase(sample, sums, cells);
  if (statistic.kind === 'proportion' && statistic.is === undefined) refuseOther(sample, statistic.of, sums, cells);
  const estimate = reckoner.figure(sums, cells, kind);
  return {
    statistic,
    estimate: estimate.value,
    se: withoutRounding(Math.sqrt(reckoner.variance(estimate)), estimate.value),
    simple: kind.simpleVariance(totalsOf(sums, cells, sample.factor)),
    df: reckoner.df(base, sums, cells),
    base,
  };
}

/** A share is of a column of 0 and 1, where squares are what they are squares of; a code 88 among them is no answer. */
function refuseOther(sample: Sample, column: string, sums: Sums, cells: Int32Array): void {
  const { y, yy } = totalsOf(sums, cells, sample.factor);
  if (Math.abs(yy - y) > 1e-9 * (Math.abs(yy) + Math.abs(y))) throw new Problem('survey-column-not-share', { column });
}

/** Where all answers are alike nothing varies; what is left of the sums' rounding is no standard error. */
const withoutRounding = (se: number, estimate: number): number => (se <= 1e-12 * Math.abs(estimate) ? 0 : se);

/** A smooth function of figures in the cells of a domain. It has no design effect: there is no one sample to compare with. */
export function reckonFunction<T extends { value: number }>(
  sample: Sample,
  reckoner: Reckoner<T>,
  { statistic, formula, parts }: AskedFunction,
  sums: readonly Sums[],
  cells: Int32Array,
): Reckoned {
  const bases = sums.map((one) => findBase(sample, one, cells));
  const figures = parts.map((part, i) => reckoner.figure(sums[i] as Sums, cells, statisticOf(part.statistic)));
  const estimate = reckoner.combine(formula, figures);
  return {
    statistic,
    estimate: estimate.value,
    se: Math.sqrt(reckoner.variance(estimate)),
    simple: Number.NaN,
    df: Math.min(...bases.map((base, i) => reckoner.df(base, sums[i] as Sums, cells))),
    base: leastBase(bases),
  };
}
