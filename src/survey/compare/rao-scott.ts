import { LuDecomposition, Matrix } from 'ml-matrix';
import { chiSquareTail, fTail } from '../distribution.ts';

/**
 * A test of independence in a table of shares: Pearson's X², and its second-order correction by Rao & Scott (1984).
 * `f` on `ndf` and `ddf` degrees of freedom has `p`; `pFirst` is that of the first-order correction, X² ÷ mean
 * generalised design effect on (rows − 1)(columns − 1) degrees of freedom. Equal to R's `svychisq` ("F" and "Chisq").
 */
export type RaoScott = { x2: number; f: number; ndf: number; ddf: number; p: number; pFirst: number };

/** A table of estimated shares that add up to 1, rows × columns, row by row. */
export type ShareTable = {
  rows: number;
  columns: number;
  shares: Float64Array;
  /** Covariances of the shares. */
  covariance: readonly Float64Array[];
  /** Respondents in the table. */
  n: number;
  /** Degrees of freedom of the design: PSUs − strata. */
  df: number;
};

/** Tests whether rows and columns of a table are independent. NaN where a row or column is empty. */
export function raoScott(table: ShareTable): RaoScott {
  const { rows, columns, df } = table;
  const x2 = pearson(table);
  const size = (rows - 1) * (columns - 1);
  if (!Number.isFinite(x2)) return { x2, f: Number.NaN, ndf: size, ddf: size * df, p: Number.NaN, pFirst: Number.NaN };
  const effects = designEffects(table);
  const trace = effects.trace();
  const ndf = trace ** 2 / effects.mmul(effects).trace();
  const f = x2 / trace;
  return { x2, f, ndf, ddf: ndf * df, p: fTail(f, ndf, ndf * df), pFirst: chiSquareTail((x2 * size) / trace, size) };
}

const sum = (count: number, of: (i: number) => number): number => {
  let total = 0;
  for (let i = 0; i < count; i++) total += of(i);
  return total;
};

/** n·Σ (share − expected)² ÷ expected. */
function pearson({ rows, columns, shares, n }: ShareTable): number {
  const rowSums = Float64Array.from({ length: rows }, (_, i) => sum(columns, (j) => shares[i * columns + j] as number));
  const columnSums = Float64Array.from({ length: columns }, (_, j) =>
    sum(rows, (i) => shares[i * columns + j] as number),
  );
  return (
    n *
    sum(rows * columns, (cell) => {
      const expected = (rowSums[Math.floor(cell / columns)] as number) * (columnSums[cell % columns] as number);
      return ((shares[cell] as number) - expected) ** 2 / expected;
    })
  );
}

/**
 * The matrix of generalised design effects, (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C, with C the interactions of the saturated log-linear
 * model made orthogonal to its main effects (which in a table is taking off the means of rows and columns).
 */
function designEffects({ rows, columns, shares, covariance, n }: ShareTable): Matrix {
  const cells = rows * columns;
  const size = (rows - 1) * (columns - 1);
  const scaled = Matrix.zeros(cells, size);
  const plain = Matrix.zeros(cells, size);
  for (let cell = 0; cell < cells; cell++) {
    const share = shares[cell] as number;
    for (let k = 0; k < size; k++) {
      const [row, column] = [1 + Math.floor(k / (columns - 1)), 1 + (k % (columns - 1))];
      const inRow = (Math.floor(cell / columns) === row ? 1 : 0) - 1 / rows;
      const inColumn = (cell % columns === column ? 1 : 0) - 1 / columns;
      plain.set(cell, k, inRow * inColumn);
      scaled.set(cell, k, share === 0 ? 0 : (inRow * inColumn) / share);
    }
  }
  const whole = new Matrix(covariance.map((row) => Array.from(row)));
  const simple = plain.transpose().mmul(scaled).div(n);
  return new LuDecomposition(simple).solve(scaled.transpose().mmul(whole).mmul(scaled));
}
