import type { SurveyDesign } from '../model.ts';

/**
 * What one scan asks of the responses, as SQL expressions over the relation `responses`. The engine decides what is
 * needed; `cells-sql.ts` only writes it down.
 */
export type CellQuestion = {
  /** Columns of the design's path in order: strata and unit of each stage, as far as the variance needs them. */
  path: readonly string[];
  /** Columns whose value a unit must have once: fpc of each stage, and the mark of units taken with certainty. */
  marks: readonly string[];
  weight: string;
  /** Values that weight steps look at; within a cell they are the same for everybody. */
  auxiliary: readonly string[];
  /** Groupings of domains: each a list of expressions; an empty list is the whole. */
  groupings: readonly (readonly string[])[];
  variables: readonly CellVariable[];
  /** Replicate weights that came with the data. */
  replicates?: readonly string[];
  /** Whether unweighted sums of values are needed too (raking's residuals are). */
  plain: boolean;
};

/** A number per respondent, null where there is none; `x` beside it where a ratio needs both at once. */
export type CellVariable = { y: string; x?: string };

/** A stage as the scan sees it: which stages the variance needs, before the data is known. */
export type UsedStage = { strata: readonly string[]; unit: string | null; fpc: string | null };

/**
 * The stages the variance needs: the first, and each next as long as the stage above has a finite population; what lies
 * below adds nothing (ultimate clusters: Särndal, Swensson & Wretman 1992, 4.5). Under units taken with certainty the second
 * stage is the first, and the same holds from there.
 */
export function usedStages(design: SurveyDesign): UsedStage[] {
  const stages = design.stages.map(({ strata, unit, fpc }) => ({ strata: strata ?? [], unit, fpc: fpc ?? null }));
  const first = usedFrom(stages, 0);
  return stages.slice(0, design.certainty ? Math.max(first, usedFrom(stages, 1)) : first);
}

/** Up to which stage the variance of units of a stage goes. */
function usedFrom(stages: readonly UsedStage[], from: number): number {
  const open = stages.findIndex(({ fpc }, k) => k >= from && fpc === null);
  return open === -1 ? stages.length : open + 1;
}
