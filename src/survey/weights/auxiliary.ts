import { Problem } from '../../kernel/problem.ts';
import type { DomainValue, Margin } from '../model.ts';
import { encode } from '../scan/encode.ts';

/**
 * Respondents grouped by the values that weight steps look at: all that steps need to know of the sample, since they give
 * the same ratio of new weight to old to everybody with the same values.
 */
export type Auxiliary = {
  cells: number;
  /** Per column named in a step, its value in each cell. */
  values: ReadonlyMap<string, ArrayLike<DomainValue>>;
  /** Respondents per cell; where there are none, values may be missing. */
  n: Float64Array;
};

/** A margin laid over the cells: the category of each cell and what it must come to. */
export type Classes = { of: Int32Array; names: readonly string[]; totals: Float64Array; columns: string };

/** The values of a column, each cell with one. */
export function valuesOf(auxiliary: Auxiliary, column: string): ArrayLike<DomainValue> {
  const values = auxiliary.values.get(column);
  if (values === undefined) throw new Error(`Không quét cột ${column}`);
  let rows = 0;
  for (let cell = 0; cell < auxiliary.cells; cell++) {
    const value = values[cell];
    if (value === null || value === undefined || Number.isNaN(value)) rows += auxiliary.n[cell] as number;
  }
  if (rows > 0) throw new Problem('survey-auxiliary-missing', { column, rows });
  return values;
}

/** A column of numbers. */
export function numbersOf(auxiliary: Auxiliary, column: string): Float64Array {
  const values = valuesOf(auxiliary, column);
  return Float64Array.from({ length: auxiliary.cells }, (_, cell) => {
    if (auxiliary.n[cell] === 0) return 0;
    const number = typeof values[cell] === 'boolean' ? Number(values[cell]) : values[cell];
    if (typeof number !== 'number' || !Number.isFinite(number))
      throw new Problem('survey-column-not-number', { column, example: String(values[cell]) });
    return number;
  });
}

/** Groups cells by the values of columns; a category is named by its values joined by ` × `. */
export function classesOf(auxiliary: Auxiliary, columns: readonly string[]): { of: Int32Array; names: string[] } {
  const values = columns.map((column) => valuesOf(auxiliary, column));
  const { ids } = encode(auxiliary.cells, values);
  const known = new Map<number, number>();
  const names: string[] = [];
  // A cell nobody counts in moves nothing, whichever category it is put into.
  const of = ids.map((id, cell) => {
    if (auxiliary.n[cell] === 0) return 0;
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, names.length);
    return names.push(values.map((column) => String(column[cell])).join(' × ')) - 1;
  });
  return { of, names };
}

/**
 * Lays a margin over the cells. Every category in the sample must have a total above zero, and every total above zero
 * respondents to carry it; a category with neither is left out.
 */
export function layMargin(auxiliary: Auxiliary, margin: Margin): Classes {
  const { of, names } = classesOf(auxiliary, margin.columns);
  const columns = margin.columns.join(' × ');
  const refuse = (why: 'no-total' | 'nobody' | 'not-positive', category: string): never => {
    throw new Problem('survey-totals-wrong', { columns, category, why });
  };
  const present = new Set(names);
  for (const [category, total] of Object.entries(margin.totals)) {
    if (!(total >= 0 && Number.isFinite(total))) refuse('not-positive', category);
    if (total > 0 && !present.has(category)) refuse('nobody', category);
  }
  const totals = Float64Array.from(names, (name) => {
    const total = Object.hasOwn(margin.totals, name) ? (margin.totals[name] as number) : refuse('no-total', name);
    return total > 0 ? total : refuse('not-positive', name);
  });
  return { of, names, totals, columns };
}

/** Sums of a figure of cells per category. */
export function sumByClass(of: Int32Array, classes: number, figure: Float64Array): Float64Array {
  const sums = new Float64Array(classes);
  for (let cell = 0; cell < of.length; cell++) {
    const id = of[cell] as number;
    sums[id] = (sums[id] as number) + (figure[cell] as number);
  }
  return sums;
}
