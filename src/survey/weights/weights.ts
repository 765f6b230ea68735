import { Problem } from '../../kernel/problem.ts';
import type { WeightStep } from '../model.ts';
import type { Auxiliary } from './auxiliary.ts';
import { calibrate } from './calibrate.ts';
import { poststratify } from './poststratify.ts';
import { rake } from './rake.ts';
import { answersOf, respond } from './respond.ts';
import type { CellSums, Moved, Step } from './step.ts';
import type { Weighting } from './weighting.ts';

/** Weight steps laid over the cells of the sample, for the sample's weights and each replicate's. */
export type Steps = {
  /** @param weight Σ of design weights per auxiliary cell */
  apply: (weight: Float64Array) => Weighting;
  /** Only the factors, as replicates need. */
  factor: (weight: Float64Array) => Float64Array;
};

/** The columns that weight steps look at. */
export function auxiliaryColumns(steps: readonly WeightStep[]): string[] {
  const names = steps.flatMap((step) => {
    if (step.step === 'respond') return [step.responded, ...step.classes];
    if (step.step === 'poststratify') return step.margin.columns;
    if (step.step === 'rake') return step.margins.flatMap(({ columns }) => columns);
    const numbers = Object.keys(step.totals).filter((name) => name !== '(intercept)');
    return [...numbers, ...(step.margins ?? []).flatMap(({ columns }) => columns)];
  });
  return [...new Set(names)];
}

/**
 * Lays weight steps over the auxiliary cells, to be carried out in order. Fails with a Problem when a total has nobody to
 * carry it, a category no total, totals contradict each other, or weights within the bounds cannot meet them.
 */
export function laySteps(auxiliary: Auxiliary, steps: readonly WeightStep[]): Steps {
  const late = steps.findIndex(({ step }, k) => step === 'respond' && k > 0 && steps[k - 1]?.step !== 'respond');
  if (late !== -1) throw new Problem('survey-respond-late', { step: late + 1 });
  // Of those who did not respond only what the classes of non-response need is known.
  const counted = { ...auxiliary, n: respondents(auxiliary, steps) };
  const laid = steps.map((step) => ({
    step: lay(step.step === 'respond' ? auxiliary : counted, step),
    kind: step.step,
  }));
  const carryOut = (weight: Float64Array) => {
    let factor = new Float64Array(auxiliary.cells).fill(1);
    return laid.map(({ step, kind }) => {
      const before = factor;
      const moved = step(weight.map((value, cell) => value * (before[cell] as number)));
      const after = before.map((value, cell) => value * (moved.ratio[cell] as number));
      factor = after;
      return { kind, moved, before, after };
    });
  };
  return {
    factor: (weight) => carryOut(weight).at(-1)?.after ?? new Float64Array(auxiliary.cells).fill(1),
    apply: (weight) => weighting(weight, auxiliary.n, carryOut(weight)),
  };
}

/** Respondents per cell, without those whom a step says did not respond. */
function respondents(auxiliary: Auxiliary, steps: readonly WeightStep[]): Float64Array {
  const marks = steps.flatMap((step) => (step.step === 'respond' ? [answersOf(auxiliary, step.responded)] : []));
  return auxiliary.n.map((count, cell) => (marks.every((mark) => mark[cell] === 1) ? count : 0));
}

function lay(auxiliary: Auxiliary, step: WeightStep): Step {
  switch (step.step) {
    case 'respond':
      return respond(auxiliary, step.responded, step.classes);
    case 'poststratify':
      return poststratify(auxiliary, step.margin);
    case 'rake':
      return rake(auxiliary, step.margins);
    case 'calibrate':
      return calibrate(auxiliary, step);
  }
}

type Done = { kind: WeightStep['step']; moved: Moved; before: Float64Array; after: Float64Array };

function weighting(weight: Float64Array, n: Float64Array, done: readonly Done[]): Weighting {
  const factor = done.at(-1)?.after ?? new Float64Array(weight.length).fill(1);
  // Known totals take from the scores in the order of the steps, as R does; what was estimated of the sample itself, the
  // rates of response, comes last, by the chain rule.
  const order = [
    ...done.filter(({ kind }) => kind !== 'respond'),
    ...done.filter(({ kind }) => kind === 'respond').reverse(),
  ];
  const residualize = (sums: CellSums): Float64Array => {
    const taken = new Float64Array(weight.length);
    const left = {
      weighted: sums.weighted.map((sum, cell) => sum * (factor[cell] as number)),
      plain: sums.plain.map((sum, cell) => sum * (factor[cell] as number)),
    };
    for (const { moved, before, after } of order) {
      const off = moved.corrections(left, before, after);
      for (let cell = 0; cell < off.length; cell++) {
        const own = off[cell] as number;
        taken[cell] = (taken[cell] as number) + own;
        left.weighted[cell] = (left.weighted[cell] as number) - own * (weight[cell] as number);
        left.plain[cell] = (left.plain[cell] as number) - own * (n[cell] as number);
      }
    }
    return taken;
  };
  return { factor, residualize };
}
