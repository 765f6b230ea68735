import { type Asked, type Plan, planEstimate, statisticOf } from './estimate/plan.ts';
import { quantileOf } from './estimate/quantile.ts';
import { findBase, makeRow, nameOf, type Reckoned } from './estimate/row.ts';
import { summarizeDesign } from './estimate/sample.ts';
import { type Batch, scanSample } from './estimate/scan-sample.ts';
import { linearise, type Sample, totalsOf } from './linear/linearise.ts';
import { type Variances, variancesOf } from './linear/variance.ts';
import type {
  DesignSummary,
  Dictionary,
  EstimateRequest,
  EstimateRow,
  Estimates,
  Scan,
  Statistic,
  SurveyDesign,
} from './model.ts';

/** What is asked of which survey: the design it was drawn by, the dictionary of its columns, the figures wanted. */
export type Question = { design: SurveyDesign; request: EstimateRequest; dictionary: Dictionary };

export type EstimateOptions = {
  /** Uniform in [0, 1): bootstrap draws replicates with it. Without it the request's seed is what they follow from. */
  random?: (() => number) | undefined;
  /** Stops between two scans; the scan itself is stopped by whoever runs it. */
  signal?: AbortSignal | undefined;
  /** Told after each scan: how many of all. */
  progress?: ((done: number, of: number) => void) | undefined;
};

/**
 * Estimates with honest intervals: scans the responses once for up to a few hundred variables, then reckons every
 * figure of every domain from the sums. Rows come by figure, grouping and domain, in that order.
 *
 * @param scan runs SQL over the relation `responses` (see `cellsSql`)
 * @throws Problem when the design does not fit the data, or the data are no numbers
 * @see Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling; Lumley (2010), Complex Surveys
 */
export async function estimate(question: Question, scan: Scan, options: EstimateOptions = {}): Promise<Estimates> {
  const { design, request, dictionary } = question;
  const plan = planEstimate(design, request, dictionary);
  const batches = splitVariables(plan, design, dictionary);
  const rows = new Map<Statistic, EstimateRow[]>();
  let summary: DesignSummary | undefined;
  for (const [i, batch] of batches.entries()) {
    options.signal?.throwIfAborted();
    const { sample, placeOf } = await scanSample(design, plan, batch, scan);
    summary ??= summarizeDesign(sample, nameMethod(request), request.level ?? 0.95);
    const variances = variancesOf(sample.frame);
    for (const asked of batch.asked)
      rows.set(asked.statistic, rowsOf(question, plan, sample, variances, asked, placeOf(asked)));
    options.progress?.(i + 1, batches.length);
  }
  return {
    design: summary as DesignSummary,
    rows: request.of.flatMap((statistic) => rows.get(statistic) ?? []),
  };
}

const nameMethod = ({ method }: EstimateRequest): string =>
  method?.kind === 'bootstrap' ? `bootstrap:${method.replicates}` : (method?.kind ?? 'taylor');

/** Doubles that the sums of one scan may take: 256 MB. */
const roomForSums = 32_000_000;
/** More cells than this come only of designs without clusters, where each row is one. */
const usualCells = 200_000;

function splitVariables({ sums, quantiles, stages, by }: Plan, design: SurveyDesign, { rows }: Dictionary): Batch[] {
  const perRow = stages.some(({ unit }) => unit === null) || design.weights?.some(({ step }) => step === 'calibrate');
  const cells = by.length * Math.max(1, perRow ? rows : Math.min(rows, usualCells));
  const size = Math.max(1, Math.min(250, Math.floor(roomForSums / (8 * cells))));
  const batches: Batch[] = [];
  for (let from = 0; from < sums.length; from += size) batches.push({ asked: sums.slice(from, from + size) });
  return [...batches, ...quantiles.map((asked) => ({ asked: [asked], values: asked.variable }))];
}

function rowsOf(
  { design, request }: Question,
  plan: Plan,
  sample: Sample,
  variances: Variances,
  asked: Asked,
  at: number,
): EstimateRow[] {
  return sample.cells.groupings.flatMap((grouping, g) =>
    grouping.domains.map(({ values, cells }) =>
      makeRow(design, request, plan.by[g] ?? [], values, reckon(request, plan, sample, variances, asked, at, cells)),
    ),
  );
}

function reckon(
  request: EstimateRequest,
  plan: Plan,
  sample: Sample,
  variances: Variances,
  { statistic }: Asked,
  at: number,
  cells: Int32Array,
): Reckoned {
  const sums = sample.cells.variables[at];
  if (!sums) throw new Error(`Không có tổng của ${nameOf(statistic)}`);
  if (statistic.kind === 'quantile') {
    const values = sample.cells.answer.column(`a${plan.frameQuestion.auxiliary.length}`) as Float64Array;
    return quantileOf(sample, variances, sums, values, cells, statistic, request);
  }
  const kind = statisticOf(statistic);
  const base = findBase(sample, sums, cells);
  const estimate = linearise(sample, sums, cells, kind);
  return {
    statistic,
    estimate: estimate.value,
    se: Math.sqrt(variances.variance(estimate)),
    simple: kind.simpleVariance(totalsOf(sums, cells, sample.factor)),
    df: base.df,
    base,
  };
}
