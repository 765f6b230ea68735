import { seededRandom } from '../kernel/seeded.ts';
import { splitBatches } from './estimate/batches.ts';
import { reckonFigure, reckonFunction } from './estimate/figure.ts';
import { type Asked, type Plan, planEstimate } from './estimate/plan.ts';
import { quantileOf } from './estimate/quantile.ts';
import { type Reckoner, taylor } from './estimate/reckoner.ts';
import { replicated } from './estimate/replicated.ts';
import { makeRow, type Reckoned } from './estimate/row.ts';
import { summarizeDesign } from './estimate/sample.ts';
import { type Batch, type Scanned, scanSample } from './estimate/scan-sample.ts';
import type { Sample } from './linear/linearise.ts';
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
import { makeReplicates } from './replicate/make.ts';
import { suppliedWeights } from './replicate/supplied.ts';
import type { ReplicateWeights } from './replicate/weights.ts';
import type { Sums } from './scan/cells.ts';

/** What is asked of which survey: the design it was drawn by, the dictionary of its columns, the figures wanted. */
export type Question = { design: SurveyDesign; request: EstimateRequest; dictionary: Dictionary };

export type EstimateOptions = {
  /** Uniform in [0, 1): bootstrap draws replicates with it. Without it the request's seed is what they follow from. */
  random?: (() => number) | undefined;
  /** Stops between two figures; a scan is stopped by whoever runs it. */
  signal?: AbortSignal | undefined;
  /** Told after each figure: how many of all. */
  progress?: ((done: number, of: number) => void) | undefined;
  /** Waited for between two figures, so that a server can answer others meanwhile. */
  pause?: (() => Promise<void>) | undefined;
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
  const batches = splitBatches(plan, design, dictionary);
  const rows = new Map<Statistic, EstimateRow[]>();
  // Units are numbered per scan, so each scan draws the same replicates anew.
  const seed = options.random && Math.floor(options.random() * 2 ** 32);
  let summary: DesignSummary | undefined;
  for (const batch of batches) {
    options.signal?.throwIfAborted();
    const scanned = await scanSample(design, plan, batch, scan);
    summary ??= summarizeDesign(scanned.sample, nameMethod(request), request.level ?? 0.95);
    const weights = replicateWeights(question, plan, scanned.sample, seed);
    const figures = weights
      ? figuresOf(request, plan, batch, scanned, replicated(scanned.sample, weights))
      : figuresOf(request, plan, batch, scanned, taylor(scanned.sample));
    for (const { statistic, reckon } of figures) {
      rows.set(statistic, rowsOf(question, plan, scanned.sample, reckon));
      options.progress?.(rows.size, request.of.length);
      await options.pause?.();
      options.signal?.throwIfAborted();
    }
  }
  return {
    design: summary as DesignSummary,
    rows: request.of.flatMap((statistic) => rows.get(statistic) ?? []),
  };
}

const nameMethod = ({ method }: EstimateRequest): string =>
  method?.kind === 'bootstrap' ? `bootstrap:${method.replicates}` : (method?.kind ?? 'taylor');

/** Replicate weights by the method asked for; none for linearisation. */
function replicateWeights(
  { design, request: { method } }: Question,
  { frameQuestion: { path } }: Plan,
  sample: Sample,
  seed: number | undefined,
): ReplicateWeights | undefined {
  if (method === undefined || method.kind === 'taylor') return undefined;
  if (method.kind === 'supplied') return design.replicates && suppliedWeights(sample, design.replicates);
  const random = seededRandom(seed ?? ('seed' in method ? method.seed : 0));
  return makeReplicates(
    sample,
    path.map((_, i) => `p${i}`),
    method,
    random,
  );
}

function rowsOf(
  { design, request }: Question,
  { by }: Plan,
  { cells }: Sample,
  reckon: (cells: Int32Array) => Reckoned,
): EstimateRow[] {
  return cells.groupings.flatMap(({ domains }, g) =>
    domains.map((domain) => makeRow(design, request, by[g] ?? [], domain.values, reckon(domain.cells))),
  );
}

/** The figures of a batch that were asked for, each with how it is reckoned in the cells of a domain. */
function figuresOf<T extends { value: number }>(
  request: EstimateRequest,
  plan: Plan,
  batch: Batch,
  { sample, placeOf }: Scanned,
  reckoner: Reckoner<T>,
): { statistic: Statistic; reckon: (cells: Int32Array) => Reckoned }[] {
  const sumsOf = (asked: Asked): Sums => sample.cells.variables[placeOf(asked)] as Sums;
  if (batch.functions)
    return batch.functions.map((one) => ({
      statistic: one.statistic,
      reckon: (cells) => reckonFunction(sample, reckoner, one, one.parts.map(sumsOf), cells),
    }));
  if (batch.values) {
    const values = sample.cells.answer.column(`a${plan.frameQuestion.auxiliary.length}`) as Float64Array;
    return batch.asked.map((asked) => ({
      statistic: asked.statistic,
      reckon: (cells) => quantileOf(sample, reckoner, sumsOf(asked), values, cells, asked.statistic, request),
    }));
  }
  return batch.asked.map((asked) => ({
    statistic: asked.statistic,
    reckon: (cells) => reckonFigure(sample, reckoner, asked.statistic, sumsOf(asked), cells),
  }));
}
