import { tQuantile, tTail } from '../distribution.ts';
import type { Joint } from '../estimate/joint.ts';
import type { NamedScores } from '../estimate/named-scores.ts';

/** A difference of two estimates and the test of no difference: t = estimate ÷ se, `p` two-sided, `low`…`high` at the level. */
export type Difference = {
  estimate: number;
  se: number;
  df: number;
  t: number;
  p: number;
  low: number;
  high: number;
};

/** An estimate with its variance, from a sample of its own. */
export type Apart = { value: number; variance: number; df: number };

/**
 * The difference of a figure between two domains of one sample (first − second). What varies together in clusters that
 * both domains share is taken off. Degrees of freedom are those of both domains taken together.
 *
 * @param figure number of the figure asked of `joint`; @param domains numbers of two domains of the grouping
 */
export function differenceWithin(
  joint: Joint,
  figure: number,
  grouping: number,
  [first, second]: readonly [number, number],
  level = 0.95,
): Difference {
  const a = joint.figure(figure, grouping, first).estimate;
  const b = joint.figure(figure, grouping, second).estimate;
  const { variance, covariance } = joint.variances;
  const both = variance(a) + variance(b) - 2 * covariance(a, b);
  return test(a.value - b.value, both, joint.union(figure, grouping, [first, second]).df, level);
}

/**
 * The difference of two estimates from samples drawn independently, such as two years with other clusters. Degrees of
 * freedom by Welch & Satterthwaite: (v₁ + v₂)² ÷ (v₁²/df₁ + v₂²/df₂).
 */
export function differenceBetween(first: Apart, second: Apart, level = 0.95): Difference {
  const both = first.variance + second.variance;
  const df = both ** 2 / (first.variance ** 2 / first.df + second.variance ** 2 / second.df);
  return test(first.value - second.value, both, df, level);
}

/**
 * The difference of two estimates whose samples have clusters in common, such as two years of a panel of villages: the
 * scores of a cluster in both years are subtracted before the variance is taken over all clusters of either year
 * (Berger 2004). Clusters are the same when their stratum and name are. Finite populations are not allowed for, and a
 * cluster alone in its stratum counts in full: both make the error rather too large.
 */
export function differenceOverlapping(first: NamedScores, second: NamedScores, level = 0.95): Difference {
  let variance = 0;
  let df = 0;
  for (const stratum of new Set([...first.strata.keys(), ...second.strata.keys()])) {
    const a = first.strata.get(stratum);
    const b = second.strata.get(stratum);
    const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
    const moved = [...names].map((name) => subtract(a?.get(name) ?? 0, b?.get(name) ?? 0));
    const present = [...names].filter((name) => a?.get(name) || b?.get(name)).length;
    const mean = moved.reduce((sum, value) => sum + value, 0) / moved.length;
    if (moved.length === 1) variance += mean ** 2;
    else variance += (moved.length / (moved.length - 1)) * moved.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    df += Math.max(0, present - 1);
  }
  return test(subtract(first.value, second.value), variance, df, level);
}

/** What is left of two figures that are the same but for rounding is nothing. */
const subtract = (a: number, b: number): number => (Math.abs(a - b) <= 1e-12 * Math.abs(a) ? 0 : a - b);

function test(estimate: number, variance: number, df: number, level: number): Difference {
  // Rounding may leave a hair below nothing where two figures are one and the same.
  const se = Math.sqrt(Math.max(variance, 0));
  const t = estimate === 0 ? 0 : estimate / se;
  const half = tQuantile((1 + level) / 2, df) * se;
  return { estimate, se, df, t, p: tTail(t, df), low: estimate - half, high: estimate + half };
}
