import type { Linearised } from '../linear/linearised.ts';
import type { Variances } from '../linear/variance.ts';

/** Variances and covariances of estimates of one sample. */
export function covarianceMatrix({ covariance }: Variances, estimates: readonly Linearised[]): Float64Array[] {
  const matrix = estimates.map(() => new Float64Array(estimates.length));
  estimates.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const value = covariance(a, estimates[j] as Linearised);
      (matrix[i] as Float64Array)[j] = value;
      (matrix[j] as Float64Array)[i] = value;
    }
  });
  return matrix;
}
