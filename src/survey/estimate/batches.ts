import { Problem } from '../../kernel/problem.ts';
import type { Dictionary, SurveyDesign } from '../model.ts';
import type { Plan } from './plan.ts';
import type { Batch } from './scan-sample.ts';

/** Columns of one scan: more take the database long to read the statement. */
const mostColumns = 2000;
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
  const { sums, quantiles, functions, stages, by, frameQuestion } = plan;
  const perRow = stages.some(({ unit }) => unit === null);
  if (perRow && rows > mostRows)
    throw new Problem('survey-too-many-groups', { groups: rows, limit: mostRows, what: 'rows' });
  const spread = perRow || design.weights?.some(({ step }) => step === 'calibrate');
  const cells = by.length * Math.max(1, spread ? rows : Math.min(rows, usualCells));
  const columns = 8 + 2 * (frameQuestion.replicates?.length ?? 0);
  const size = Math.max(1, Math.floor(Math.min(mostColumns, roomForSums / cells) / columns));
  const batches: Batch[] = [];
  for (let from = 0; from < sums.length; from += size) batches.push({ asked: sums.slice(from, from + size) });
  return [
    ...batches,
    ...functions.map((one) => ({ asked: one.parts, functions: [one] })),
    ...quantiles.map((asked) => ({ asked: [asked], values: asked.variable })),
  ];
}
