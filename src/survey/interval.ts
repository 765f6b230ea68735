import { betaQuantile, tQuantile } from './distribution.ts';
import type { IntervalKind } from './model.ts';

/** What an interval is made from. */
export type Estimated = {
  estimate: number;
  se: number;
  /** Degrees of freedom of the variance; Infinity for a normal interval. */
  df: number;
  /** Respondents behind the estimate: used by `beta`, and by `wilson` at 0 and 1. */
  n: number;
  /** 0.95 when not said. */
  level?: number;
  kind: IntervalKind;
};

/** Ends of a confidence interval; null where the variance, or its degrees of freedom, does not allow one. */
export type Interval = { low: number | null; high: number | null };

const none: Interval = { low: null, high: null };

/**
 * The confidence interval of an estimate, with t's quantile t at `df` degrees of freedom.
 *
 * - `mean`: estimate ± t·se, of anything. Not cut at 0 or 1.
 * - `logit`: of a proportion p. Wald on the logit, whose standard error is se/(p(1 − p)): what a quasi-binomial regression
 *   with nothing but an intercept comes to (R's `svyciprop`, method "logit"). With one degree of freedom R itself gives
 *   0…1, because it sends t through the normal's tail; here t stays.
 * - `beta`: Korn & Graubard (1998): Clopper–Pearson's with the effective size n* = p(1 − p)/se² · (t(n − 1)/t(df))², where
 *   t(n − 1) is t's quantile at n − 1 degrees of freedom (R's method "beta"; n* may exceed n, as there).
 * - `wilson`: Wilson's (1927) with n* = p(1 − p)/se², t in the place of z: centre (p + t²/2n*)/(1 + t²/n*), half the width
 *   t·√(se² + t²/4n*²)/(1 + t²/n*).
 *
 * At p = 0 and p = 1 nothing varies, so se is 0, which says nothing of the population: the logit is not defined and R gives
 * an interval that depends on when its iteration stops. There n* is n (for `beta` with the same factor of t's), and `logit` is
 * answered by `beta`: one-sided in fact, as Korn & Graubard advise. Elsewhere se = 0 means that the whole was asked, and
 * the interval is the estimate.
 */
export function interval({ level = 0.95, ...given }: Estimated): Interval {
  const of = given.kind === 'mean' ? given : settle(given);
  const { estimate, se, df, kind } = of;
  if (!Number.isFinite(estimate) || !Number.isFinite(se) || !(df > 0)) return none;
  const t = tQuantile((1 + level) / 2, df);
  if (kind === 'mean') return { low: estimate - t * se, high: estimate + t * se };
  if (estimate < 0 || estimate > 1) return none;
  const certain = estimate === 0 || estimate === 1;
  if (se === 0 && !certain) return { low: estimate, high: estimate };
  if (kind === 'wilson') return wilson(of, t);
  return kind === 'beta' || certain ? beta(of, t, level) : logit(of, t);
}

/** Shares of weights that make up the whole need not add up to 1 to the last digit. */
function settle(of: Estimated): Estimated {
  const end = Math.round(of.estimate);
  const near = Math.abs(of.estimate - end) < 1e-12 && (end === 0 || end === 1);
  return near ? { ...of, estimate: end, se: Number.isFinite(of.se) ? 0 : of.se } : of;
}

function logit({ estimate: p, se }: Estimated, t: number): Interval {
  const [middle, half] = [Math.log(p / (1 - p)), (t * se) / (p * (1 - p))];
  const share = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: share(middle - half), high: share(middle + half) };
}

/** As many people drawn one by one at random would give this standard error. */
const effective = ({ estimate: p, se, n }: Estimated) => (p === 0 || p === 1 ? n : (p * (1 - p)) / (se * se));

function beta(of: Estimated, t: number, level: number): Interval {
  const { estimate: p, n } = of;
  if (!(n > 1)) return none;
  const size = effective(of) * (tQuantile((1 + level) / 2, n - 1) / t) ** 2;
  return {
    low: betaQuantile((1 - level) / 2, size * p, size * (1 - p) + 1),
    high: betaQuantile((1 + level) / 2, size * p + 1, size * (1 - p)),
  };
}

function wilson(of: Estimated, t: number): Interval {
  const p = of.estimate;
  const size = effective(of);
  if (!(size > 0)) return none;
  const shrink = 1 + (t * t) / size;
  const middle = (p + (t * t) / (2 * size)) / shrink;
  const half = (t * Math.sqrt((p * (1 - p)) / size + (t * t) / (4 * size * size))) / shrink;
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
