import { Problem } from '../../kernel/problem.ts';
import type { Dictionary, SurveyDesign } from '../model.ts';
import type { Plan } from './plan.ts';
import type { Batch } from './scan-sample.ts';

/** Doubles that the sums of one scan may take: 256 MB. */
const roomForSums = 32_000_000;
/** More cells than this come only of designs without clusters, where each row is one. */
const usualCells = 200_000;
/** So many rows may be cells of their own. */
const mostRows = 5_000_000;

/**
 * The scans a request takes: a few hundred figures each, as their sums have room; a function with its figures together;
 * a quantile alone.
 */
export function splitBatches(plan: Plan, design: SurveyDesign, { rows }: Dictionary): Batch[] {
  const { sums, quantiles, functions, stages, by } = plan;
  const perRow = stages.some(({ unit }) => unit === null);
  if (perRow && rows > mostRows)
    throw new Problem('survey-too-many-groups', { groups: rows, limit: mostRows, what: 'rows' });
  const spread = perRow || design.weights?.some(({ step }) => step === 'calibrate');
  const cells = by.length * Math.max(1, spread ? rows : Math.min(rows, usualCells));
  const size = Math.max(1, Math.min(250, Math.floor(roomForSums / (8 * cells))));
  const batches: Batch[] = [];
  for (let from = 0; from < sums.length; from += size) batches.push({ asked: sums.slice(from, from + size) });
  return [
    ...batches,
    ...functions.map((one) => ({ asked: one.parts, functions: [one] })),
    ...quantiles.map((asked) => ({ asked: [asked], values: asked.variable })),
  ];
}
