import { buildFrame, type Frame } from '../frame/frame.ts';
import type { Sample } from '../linear/linearise.ts';
import type { DesignSummary, ScanAnswer, SurveyDesign } from '../model.ts';
import { readCells } from '../scan/cells.ts';
import type { CellQuestion, UsedStage } from '../scan/question.ts';
import { moveWeights } from './move-weights.ts';

/** Reads what a scan answered as a sample: cells in their place in the design, under the weights that count. */
export function readSample(
  design: SurveyDesign,
  stages: readonly UsedStage[],
  question: CellQuestion,
  answer: ScanAnswer,
): Sample {
  const cells = readCells(question, answer);
  const { frame, leafOf } = buildFrame(answer, stages, {
    nest: design.nest ?? false,
    lonely: design.lonely ?? 'fail',
    certainty: design.certainty ?? null,
  });
  const factor = new Float64Array(cells.count).fill(1);
  if (design.weight === null) {
    const weights = weightsOfLeaves(frame);
    leafOf.forEach((leaf, cell) => {
      factor[cell] = weights[leaf] ?? 1;
    });
  }
  const sample = { cells, frame, leafOf, factor };
  return design.weights?.length ? moveWeights(design.weights, sample) : sample;
}

/** Without a weight column a respondent stands for ∏ N/n of the stages, where all have a population; else for one. */
function weightsOfLeaves({ stages, leaves, unitOf }: Frame): Float64Array {
  const weights = new Float64Array(leaves).fill(1);
  if (stages.some(({ population }) => population.includes(Number.POSITIVE_INFINITY))) return weights;
  stages.forEach(({ stratumOf, population, drawn }, k) => {
    for (let leaf = 0; leaf < leaves; leaf++) {
      const stratum = stratumOf[unitOf[k]?.[leaf] ?? 0] ?? 0;
      weights[leaf] = ((weights[leaf] ?? 1) * (population[stratum] ?? 1)) / (drawn[stratum] ?? 1);
    }
  });
  return weights;
}

/** The design as found: what a reader of any figure has to know of the sample. */
export function summarizeDesign(sample: Sample, method: string, level: number): DesignSummary {
  const { frame, cells, factor } = sample;
  const own = cells.groupings[0]?.cells ?? new Int32Array();
  let [respondents, sum, squares, min, max] = [0, 0, 0, Number.POSITIVE_INFINITY, 0];
  for (const cell of own) {
    const f = factor[cell] ?? 1;
    if (f === 0) continue;
    respondents += cells.n[cell] ?? 0;
    sum += f * (cells.w[cell] ?? 0);
    squares += f * f * (cells.ww[cell] ?? 0);
    min = Math.min(min, f * (cells.least[cell] ?? 0));
    max = Math.max(max, f * (cells.most[cell] ?? 0));
  }
  const first = frame.stages[0];
  return {
    respondents,
    strata: first?.strata ?? 0,
    psus: first?.units ?? 0,
    df: (first?.units ?? 0) - (first?.strata ?? 0),
    stages: frame.stages
      .filter(({ share }) => share.some((part) => part > 0))
      .map(({ units, strata, population }) => ({ units, strata, fpc: population.some(Number.isFinite) })),
    certainty: frame.certainty,
    lonely: frame.lonelyStrata,
    weights: { sum, min, max, unequal: (respondents * squares) / (sum * sum) },
    method,
    level,
  };
}
