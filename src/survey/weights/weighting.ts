/**
 * What weight steps come to, per auxiliary cell (respondents with the same values of all auxiliary columns).
 *
 * `factor[c]`: new weight = design weight × factor. `residualize`: what the steps took out of the variance: given, per
 * auxiliary cell, the sums of an influence under design weights (`weighted`) and without weights (`plain`), the part
 * h(c) of each respondent's influence that the auxiliary values explain; the linearised value becomes
 * w*·(influence − h(c)), for everybody in the sample, also outside the domain.
 */
export type Weighting = {
  factor: Float64Array;
  residualize: (sums: { weighted: Float64Array; plain: Float64Array }) => Float64Array;
};
