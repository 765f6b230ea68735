/** Functions of cells, orthonormal under weights: Σ w·qⱼ·qₖ is 1 for j = k, else 0. */
export type Basis = { functions: readonly Float64Array[]; totals: Float64Array };

/** The columns from which a basis cannot be made: what the named column must come to contradicts the others. */
export type Contradiction = { contradicts: number };

/** A column is a combination of those before it when this little of it is left. */
const nothingLeft = 1e-9;
/** Totals of a column that is a combination of others must agree with theirs this far. */
const agreement = 1e-8;

/**
 * Makes columns of cells orthonormal under weights (Gram–Schmidt, twice for each column, which is as exact as
 * Householder's), and carries their totals along. Columns that are combinations of others fall away; `contradicts` names
 * one whose total is not the same combination of the others' totals. In this basis every calibration starts from an
 * identity matrix, whatever the units of the columns.
 */
export function orthonormal(
  weight: Float64Array,
  columns: readonly Float64Array[],
  totals: readonly number[],
): Basis | Contradiction {
  const functions: Float64Array[] = [];
  const kept: number[] = [];
  for (let j = 0; j < columns.length; j++) {
    const rest = Float64Array.from(columns[j] as Float64Array);
    let total = totals[j] as number;
    let size = Math.abs(total);
    const whole = Math.sqrt(inner(weight, rest, rest));
    for (let pass = 0; pass < 2; pass++)
      functions.forEach((q, k) => {
        const share = inner(weight, rest, q);
        for (let cell = 0; cell < rest.length; cell++)
          rest[cell] = (rest[cell] as number) - share * (q[cell] as number);
        total -= share * (kept[k] as number);
        size += Math.abs(share * (kept[k] as number));
      });
    const norm = Math.sqrt(inner(weight, rest, rest));
    if (norm > nothingLeft * whole) {
      functions.push(rest.map((value) => value / norm));
      kept.push(total / norm);
    } else if (Math.abs(total) > agreement * size) return { contradicts: j };
  }
  return { functions, totals: Float64Array.from(kept) };
}

function inner(weight: Float64Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < weight.length; cell++)
    sum += (weight[cell] as number) * (a[cell] as number) * (b[cell] as number);
  return sum;
}

/** Σ of a figure of cells against each function. */
export const project = (functions: readonly Float64Array[], figure: Float64Array): Float64Array =>
  Float64Array.from(functions, (q) => {
    let sum = 0;
    for (let cell = 0; cell < q.length; cell++) sum += (q[cell] as number) * (figure[cell] as number);
    return sum;
  });

/** The sum of functions, each by its share, per cell. */
export function combine(functions: readonly Float64Array[], shares: ArrayLike<number>, cells: number): Float64Array {
  const out = new Float64Array(cells);
  functions.forEach((q, k) => {
    const share = shares[k] as number;
    for (let cell = 0; cell < cells; cell++) out[cell] = (out[cell] as number) + share * (q[cell] as number);
  });
  return out;
}
