/** Sums over a domain's base (those with an answer): `n` counted, the others under final weights. */
export type Totals = { n: number; w: number; y: number; yy: number; x: number; xy: number; xx: number };

/** How an estimate moves with each sum: its derivatives by Σwy, Σw and Σwx. */
export type Slopes = { y: number; w: number; x: number };

/**
 * A statistic of weighted sums: its value, its derivatives by them (which are its influence: one respondent moves the
 * estimate by w·(slope.y·y + slope.w + slope.x·x)), and what simple random sampling of n of N would give for its
 * variance, for the design effect (Kish 1965; without replacement, as R's `deff = TRUE`).
 */
export type SumStatistic = {
  value: (totals: Totals) => number;
  slopes: (totals: Totals) => Slopes;
  simpleVariance: (totals: Totals) => number;
};

/** n/(n − 1) · Σwe²/Σw, the variance of e in the population as the weights see it. */
const spread = ({ n, w }: Totals, squares: number): number => ((n / (n - 1)) * squares) / w;

/** (N − n)/N · 1/n: what of a spread remains in the mean of n drawn at once from N. */
const thinned = ({ n, w }: Totals): number => (w < n ? Number.NaN : (w - n) / (w * n));

/** Squares about the mean; what is left of them by rounding alone, where all are alike, is nothing. */
const aboutMean = ({ w, y, yy }: Totals): number => {
  const squares = yy - (y * y) / w;
  return Math.abs(squares) <= 1e-14 * yy ? 0 : squares;
};

const mean: SumStatistic = {
  value: ({ w, y }) => y / w,
  slopes: ({ w, y }) => ({ y: 1 / w, w: -y / (w * w), x: 0 }),
  simpleVariance: (totals) => spread(totals, aboutMean(totals)) * thinned(totals),
};

/** The statistics that are functions of one respondent's sums; quantiles are not (`quantile.ts`). */
export const statistics = {
  mean,
  proportion: mean,
  total: {
    value: ({ y }) => y,
    slopes: () => ({ y: 1, w: 0, x: 0 }),
    simpleVariance: (totals) => totals.w ** 2 * mean.simpleVariance(totals),
  },
  ratio: {
    value: ({ y, x }) => y / x,
    slopes: ({ y, x }) => ({ y: 1 / x, w: 0, x: -y / (x * x) }),
    simpleVariance: (totals) => {
      const { w, y, yy, x, xy, xx } = totals;
      const ratio = y / x;
      // R takes the ratio's residuals as a variable and asks for the effect on their total.
      const squares = (yy - 2 * ratio * xy + ratio * ratio * xx) / (x * x) - ((y - ratio * x) / x) ** 2 / w;
      return spread(totals, squares) * thinned(totals) * w ** 2;
    },
  },
} as const satisfies Record<string, SumStatistic>;
