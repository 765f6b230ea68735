import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { Problem } from '../../kernel/problem.ts';
import type { Margin, WeightStep } from '../model.ts';
import { type Auxiliary, layMargin, numbersOf } from './auxiliary.ts';
import { type Basis, combine, orthonormal, project } from './basis.ts';
import { type Distance, linearDistance, logitDistance, rakingDistance } from './distance.ts';
import type { CellSums, Step } from './step.ts';

type Calibration = Extract<WeightStep, { step: 'calibrate' }>;

/** What weighted sums must come to: columns of cells, their totals, and what to call them. */
type Target = { columns: Float64Array[]; totals: number[]; names: string[] };

/** As many rounds as Newton's method may need; it doubles the digits with each, so more says it does not arrive. */
const rounds = 100;
/** Totals are met when they differ by less than this share. */
const met = 1e-13;
const nearlyMet = 1e-9;

/**
 * Calibration: new weights as near to the old as the distance says, with given totals met exactly (Deville & Särndal
 * 1992). The variance is that of the residuals of a regression on the columns, weighted by the weights before.
 */
export function calibrate(auxiliary: Auxiliary, step: Calibration): Step {
  const target = targetOf(auxiliary, step.totals, step.margins ?? []);
  const distance = distanceOf(step);
  return (weight) => {
    if (weight.some((value) => value < 0)) throw new Problem('survey-calibration-failed', { why: 'negative' });
    const basis = orthonormal(weight, target.columns, target.totals);
    if ('contradicts' in basis)
      throw new Problem('survey-totals-contradict', { what: target.names[basis.contradicts] ?? '' });
    const ratio =
      distance === undefined ? regress(weight, basis) : newton(weight, basis, distance, step.bounds !== undefined);
    return { ratio, corrections: (scores, before, after) => residuals(basis, scores, before, after) };
  };
}

/** Columns for the totals of numbers, and one for each category of each margin. */
function targetOf(auxiliary: Auxiliary, totals: Readonly<Record<string, number>>, margins: readonly Margin[]): Target {
  const target: Target = { columns: [], totals: [], names: [] };
  const add = (column: Float64Array, total: number, name: string): void => {
    target.columns.push(column);
    target.totals.push(total);
    target.names.push(name);
  };
  for (const [name, total] of Object.entries(totals))
    add(name === '(intercept)' ? new Float64Array(auxiliary.cells).fill(1) : numbersOf(auxiliary, name), total, name);
  for (const margin of margins) {
    const classes = layMargin(auxiliary, margin);
    classes.names.forEach((name, id) => {
      add(
        Float64Array.from(classes.of, (own) => (own === id ? 1 : 0)),
        classes.totals[id] as number,
        `${classes.columns}: ${name}`,
      );
    });
  }
  return target;
}

/** Undefined for the one distance that has a closed form. */
function distanceOf({ distance, bounds }: Calibration): Distance | undefined {
  if (bounds && !(bounds[0] < 1 && bounds[1] > 1)) throw new Problem('survey-calibration-failed', { why: 'bounds' });
  if (distance === 'logit') {
    if (bounds === undefined) throw new Problem('survey-calibration-failed', { why: 'bounds' });
    return logitDistance(bounds);
  }
  if (distance === 'raking') return rakingDistance(bounds);
  return bounds && linearDistance(bounds);
}

function regress(weight: Float64Array, { functions, totals }: Basis): Float64Array {
  const found = project(functions, weight);
  const shares = totals.map((total, k) => total - (found[k] as number));
  return combine(functions, shares, weight.length).map((value) => 1 + value);
}

/**
 * Solves Σ w·g(q'λ)·q = totals by minimising the convex function Σ w·G(q'λ) − λ'totals: Newton's steps, halved until
 * the function falls as it should, so that it arrives from anywhere when there is somewhere to arrive.
 */
function newton(weight: Float64Array, basis: Basis, distance: Distance, bounded: boolean): Float64Array {
  const { functions, totals } = basis;
  const cells = weight.length;
  const size = Math.max(...totals.map(Math.abs), ...project(functions, weight).map(Math.abs), 1e-300);
  let lambda = new Float64Array(functions.length);
  let best = look(weight, basis, distance, lambda);
  for (let round = 0; round < rounds && best.miss > met * size; round++) {
    const direction = solve(slopes(weight, functions, combine(functions, lambda, cells), distance), best.gap);
    const descent = direction.reduce((sum, value, k) => sum + value * (best.gap[k] as number), 0);
    let next: { lambda: Float64Array<ArrayBuffer>; look: Look } | undefined;
    for (let length = 1; length > 1e-9; length /= 2) {
      const tried = lambda.map((value, k) => value + length * (direction[k] as number));
      const seen = look(weight, basis, distance, tried);
      // Near the end the function is flat to the last digit, and the gap alone says whether a step was good.
      if (seen.height <= best.height - 1e-4 * length * descent || seen.miss < best.miss / 2) {
        next = { lambda: tried, look: seen };
        break;
      }
    }
    if (next === undefined) break;
    lambda = next.lambda;
    best = next.look;
  }
  if (!(best.miss <= nearlyMet * size))
    throw new Problem('survey-calibration-failed', { why: bounded ? 'too-narrow' : 'no-solution' });
  return combine(functions, lambda, cells).map(distance.ratio);
}

type Look = { height: number; gap: Float64Array; miss: number };

function look(weight: Float64Array, { functions, totals }: Basis, distance: Distance, lambda: Float64Array): Look {
  const reach = combine(functions, lambda, weight.length);
  let height = 0;
  for (let cell = 0; cell < reach.length; cell++)
    if (weight[cell] !== 0) height += (weight[cell] as number) * distance.integral(reach[cell] as number);
  lambda.forEach((value, k) => {
    height -= value * (totals[k] as number);
  });
  const moved = reach.map((u, cell) => (weight[cell] === 0 ? 0 : (weight[cell] as number) * distance.ratio(u)));
  const found = project(functions, moved);
  const gap = totals.map((total, k) => total - (found[k] as number));
  const miss = gap.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Number.isFinite(height) && Number.isFinite(miss)
    ? { height, gap, miss }
    : { height: Number.POSITIVE_INFINITY, gap, miss: Number.POSITIVE_INFINITY };
}

function slopes(
  weight: Float64Array,
  functions: readonly Float64Array[],
  reach: Float64Array,
  distance: Distance,
): Matrix {
  const steep = reach.map((u, cell) => (weight[cell] as number) * distance.slope(u));
  const matrix = Matrix.zeros(functions.length, functions.length);
  functions.forEach((q, j) => {
    const scaled = q.map((value, cell) => value * (steep[cell] as number));
    const row = project(functions.slice(0, j + 1), scaled);
    row.forEach((value, k) => {
      matrix.set(j, k, value);
      matrix.set(k, j, value);
    });
  });
  return matrix;
}

/** Where everybody stands at a bound the matrix is flat; a trace of the identity leads on from there. */
function solve(matrix: Matrix, gap: Float64Array): Float64Array {
  const size = Math.max(matrix.trace() / Math.max(matrix.rows, 1), 1e-6);
  for (let trace = 0; trace < 1; trace = trace === 0 ? 1e-12 : trace * 100) {
    const raised = Matrix.add(matrix, Matrix.eye(matrix.rows, matrix.rows, trace * size));
    const parts = new CholeskyDecomposition(raised);
    if (!parts.isPositiveDefinite()) continue;
    const solution = parts.solve(Matrix.columnVector(Array.from(gap))).to1DArray();
    if (solution.every(Number.isFinite)) return Float64Array.from(solution);
  }
  return gap.map((value) => value / size);
}

/**
 * zᵢ becomes zᵢ − gᵢwᵢ·xᵢ'β, with β of the regression of zᵢ ÷ (gᵢwᵢ) on x weighted by the weights wᵢ before the step
 * (Deville & Särndal 1992, 3.4; R's `svyrecvar`). β needs only Σz per cell, as x and g are the same within a cell.
 */
function residuals(basis: Basis, scores: CellSums, before: Float64Array, after: Float64Array): Float64Array {
  const eased = scores.weighted.map((sum, cell) =>
    after[cell] === 0 ? 0 : (sum * (before[cell] as number)) / (after[cell] as number),
  );
  const fitted = combine(basis.functions, project(basis.functions, eased), eased.length);
  return fitted.map((value, cell) => value * (after[cell] as number));
}
