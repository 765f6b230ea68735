import { Problem } from '../../kernel/problem.ts';
import { type Auxiliary, classesOf, sumByClass, valuesOf } from './auxiliary.ts';
import type { CellSums, Step } from './step.ts';

/**
 * Non-response in classes: respondents' weights are raised so that each class keeps the weight of all who were drawn; the
 * others fall to zero (Särndal, Swensson & Wretman 1992, 15.6). The rates are estimated from the same sample, and the
 * variance knows it: ŷ = Σ_c W_c·ȳ_c gives respondents g(y − ȳ_c) + ȳ_c and the others ȳ_c.
 */
export function respond(auxiliary: Auxiliary, responded: string, columns: readonly string[]): Step {
  const answered = answersOf(auxiliary, responded);
  const { of, names } = classesOf(auxiliary, columns);
  return (weight) => {
    const drawn = sumByClass(of, names.length, weight);
    const reached = sumByClass(
      of,
      names.length,
      weight.map((value, cell) => value * (answered[cell] as number)),
    );
    const empty = reached.findIndex((sum, id) => !(sum > 0) && (drawn[id] as number) > 0);
    if (empty !== -1)
      throw new Problem('survey-totals-wrong', {
        columns: columns.join(' × '),
        category: names[empty] ?? '',
        why: 'nobody',
      });
    const rise = drawn.map((sum, id) => (sum > 0 ? sum / (reached[id] as number) : 1));
    const ratio = answered.map((value, cell) => value * (rise[of[cell] as number] as number));
    return { ratio, corrections: (scores, before) => spread(answered, of, rise, reached, scores, before) };
  };
}

/** 1 for respondents, 0 for the others. */
export function answersOf(auxiliary: Auxiliary, column: string): Float64Array {
  const values = valuesOf(auxiliary, column);
  return Float64Array.from({ length: auxiliary.cells }, (_, cell) => {
    const value = Number(values[cell]);
    if (value !== 0 && value !== 1)
      throw new Problem('survey-responded-wrong', { column, example: String(values[cell]) });
    return value;
  });
}

function spread(
  answered: Float64Array,
  of: Int32Array,
  rise: Float64Array,
  reached: Float64Array,
  scores: CellSums,
  before: Float64Array,
): Float64Array {
  const eased = scores.weighted.map(
    (sum, cell) => (sum * (answered[cell] as number)) / (rise[of[cell] as number] as number),
  );
  const totals = sumByClass(of, rise.length, eased);
  return before.map((value, cell) => {
    const id = of[cell] as number;
    const mean = (reached[id] as number) > 0 ? (totals[id] as number) / (reached[id] as number) : 0;
    return value * mean * ((answered[cell] as number) === 1 ? (rise[id] as number) - 1 : -1);
  });
}
