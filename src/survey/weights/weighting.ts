import type { CellSums } from './step.ts';

/** What weight steps come to, per auxiliary cell (respondents with the same values of all auxiliary columns). */
export type Weighting = {
  /** New weight ÷ design weight: 0 for who did not respond. */
  factor: Float64Array;
  /**
   * What the steps took out of the variance, h per auxiliary cell c: a respondent with design weight w scores
   * w·(factor[c]·influence − h[c]) instead of w·factor[c]·influence; who is outside the domain has influence 0 and still
   * h[c], and so has who did not respond.
   * @param sums per cell Σ w·influence under design weights, and Σ influence
   */
  residualize: (sums: CellSums) => Float64Array;
};
