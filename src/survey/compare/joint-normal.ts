import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { normalFrom } from '../normal.ts';

/**
 * Draws from a joint normal distribution. The covariance of survey estimates may be singular (more domains than degrees of
 * freedom, a calibrated total): its root is taken by eigenvalues, those a hair below nothing as nothing.
 *
 * @param random uniform in [0, 1)
 */
export function jointNormal(
  means: ArrayLike<number>,
  covariance: readonly Float64Array[],
  random: () => number,
): () => Float64Array {
  const size = means.length;
  const root = size === 0 ? [] : rootOf(covariance);
  const normal = normalFrom(random);
  const free = new Float64Array(size);
  return () => {
    for (let i = 0; i < size; i++) free[i] = normal();
    return Float64Array.from({ length: size }, (_, i) => {
      const row = root[i] as Float64Array;
      let value = means[i] as number;
      for (let j = 0; j < size; j++) value += (row[j] as number) * (free[j] as number);
      return value;
    });
  };
}

/** The symmetric root: its square is the covariance. Its signs do not hang on the order of eigenvectors. */
function rootOf(covariance: readonly Float64Array[]): Float64Array[] {
  const parts = new EigenvalueDecomposition(new Matrix(covariance.map((row) => Array.from(row))), {
    assumeSymmetric: true,
  });
  const vectors = parts.eigenvectorMatrix;
  const scaled = vectors.clone();
  parts.realEigenvalues.forEach((value, k) => {
    scaled.mulColumn(k, Math.sqrt(Math.max(value, 0)));
  });
  return scaled
    .mmul(vectors.transpose())
    .to2DArray()
    .map((row) => Float64Array.from(row));
}
