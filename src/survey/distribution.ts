import upperGamma from '@stdlib/math-base-special-gammainc';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/**
 * The distributions that intervals and tests are read from, each equal to R's to 1e-10 relative (test/peers). Degrees of
 * freedom may be broken numbers, and Infinity where the variance is as good as known. A question without an answer
 * (degrees of freedom ≤ 0, a probability outside 0…1) gives NaN.
 */

/** Φ(z), the share of a standard normal below z. */
export const normalCdf = (z: number): number => normalCdfOf(z, 0, 1);

/** The z below which a share p of a standard normal lies. */
export function normalQuantile(p: number): number {
  const z = normalQuantileOf(p, 0, 1);
  if (!Number.isFinite(z)) return z;
  // The package's rational approximation holds 9 digits far out in the tails; one step of Newton's gives the rest.
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.abs(z) < 4 ? z : z - (p < 0.5 ? normalCdf(z) - p : 1 - p - normalCdf(-z)) / density;
}

/** The t below which a share p of Student's distribution lies; normal for df = Infinity. */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  return p === 0.5 ? 0 : tQuantileOf(p, df);
}

/** Two-sided: how likely a |T| of at least |t| is. */
export function tTail(t: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  return 2 * (df === Number.POSITIVE_INFINITY ? normalCdf(-Math.abs(t)) : tCdf(-Math.abs(t), df));
}

/** The share below which a share p of Beta(a, b) lies; a = 0 and b = 0 are the points 0 and 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (a === 0 && b > 0) return 0;
  if (b === 0 && a > 0) return 1;
  return betaQuantileOf(p, a, b);
}

/** How likely an F of at least x is, with d1 and d2 degrees of freedom; χ²/d1 for d2 = Infinity. */
export function fTail(x: number, d1: number, d2: number): number {
  if (!(d1 > 0 && d2 > 0)) return Number.NaN;
  if (x <= 0) return 1;
  if (d2 === Number.POSITIVE_INFINITY) return chiSquareTail(x * d1, d1);
  const below = fCdf(x, d1, d2);
  // 1 − below would lose the digits of a small tail, which is the other end of the mirrored distribution.
  return below < 0.5 ? 1 - below : fCdf(1 / x, d2, d1);
}

/** How likely a χ² of at least x is, with df degrees of freedom. */
export function chiSquareTail(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (x <= 0) return 1;
  return x === Number.POSITIVE_INFINITY ? 0 : upperGamma(x / 2, df / 2, true, true);
}
