import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';

/**
 * How a sample is drawn, as data: stages from the largest units to the smallest, each drawn within the unit above it.
 * Columns are those of the list it is drawn from (dàn mẫu), one row per smallest unit.
 */

const column = Type.String({ minLength: 1, maxLength: 200 });

/** How many to take: everywhere the same, or by class or stratum; `*` for all others. */
const Take = Type.Union([
  Type.Integer({ minimum: 1 }),
  Type.Record(Type.String(), Type.Integer({ minimum: 1 }), { minProperties: 1 }),
]);
export type Take = Static<typeof Take>;

/**
 * `pps`: systematic with probability proportional to size, large units certain. `systematic`: each k-th. `srs`: by chance
 * without replacement. `all`: whole.
 */
const Drawing = oneOf('pps', 'systematic', 'srs', 'all');
export type DrawingMethod = Static<typeof Drawing>;

export const PlanStage = Type.Object(
  {
    /** What a unit is called: "huyện". */
    name: Type.String({ minLength: 1, maxLength: 50 }),
    unit: column,
    /** Within what units are drawn apart, beside the unit above. */
    strata: Type.Optional(Type.Array(column, { maxItems: 5 })),
    method: Drawing,
    take: Type.Optional(Take),
    /** Column that is 1 for units taken whatever the chance; they count towards `take`. */
    always: Type.Optional(column),
    /** Columns the list is sorted by before a systematic drawing: implicit strata. Else its own order. */
    order: Type.Optional(Type.Array(column, { maxItems: 5 })),
    /** Where there are fewer units than asked: refuse (default), or take all. */
    short: Type.Optional(oneOf('refuse', 'all')),
  },
  closed,
);
export type PlanStage = Static<typeof PlanStage>;

export const SamplingPlan = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200 }),
    sources: Type.Array(Type.String(), { maxItems: 20 }),
    notes: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
    /** People of a row; needed by `pps` and by classes. */
    size: nullable(column),
    /** Classes of the units of `of` by the people in them: the step with the largest `from` they reach. */
    classes: Type.Optional(
      Type.Object(
        {
          of: Type.Array(column, { minItems: 1, maxItems: 5 }),
          steps: Type.Array(
            Type.Object({ name: Type.String({ minLength: 1 }), from: Type.Number({ minimum: 0 }) }, closed),
            { minItems: 1, maxItems: 20 },
          ),
        },
        closed,
      ),
    ),
    stages: Type.Array(PlanStage, { minItems: 1, maxItems: 5 }),
    /** People interviewed in each unit of the last stage, drawn later from its own list; `reserve` stand ready. */
    respondents: Type.Optional(Type.Object({ take: Take, reserve: Type.Optional(Take) }, closed)),
  },
  closed,
);
export type SamplingPlan = Static<typeof SamplingPlan>;

/** The list a sample is drawn from: cells as text, squished; `lines` are the rows' places in the file, from 1. */
export type SamplingFrame = {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  lines: readonly number[];
};

/** Why a unit is in the sample: marked so, as large as the interval, all were taken, or hit by chance. */
export type Reason = 'always' | 'size' | 'all' | 'chance';

/** A unit drawn. `low`…`high` is its stretch of the cumulated list, `point` what fell into it (`srs`: its random number). */
export type Chosen = {
  unit: string;
  size: number;
  reason: Reason;
  /** Of being drawn, given that the unit above was. */
  probability: number;
  low: number | null;
  high: number | null;
  point: number | null;
};

/** One drawing: the units of one stratum within one unit above. Everything needed to do it again by hand. */
export type Drawn = {
  stage: number;
  /** The units above and the strata, as in the list. */
  within: readonly string[];
  class: string | null;
  units: number;
  take: number;
  /** Number in the sequence and value of the first random number used; null where none was. */
  random: { number: number; value: number } | null;
  interval: number | null;
  start: number | null;
  chosen: Chosen[];
};

/** A unit of the last stage in the sample, with the ways that led to it. */
export type SampledUnit = {
  /** Its first row in the list. */
  row: number;
  class: string | null;
  /** What its unit of the first stage was drawn within. */
  stratum: string;
  /** Per stage. */
  units: readonly string[];
  probabilities: readonly number[];
  /** Per stage how many units chance had to choose from; null where a correction for a finite population does not hold. */
  populations: readonly (number | null)[];
  probability: number;
  /** Whether its unit of the first stage was certain to be drawn. */
  certain: boolean;
  people: number | null;
  /** People to interview, and in reserve; null where the unit is itself who answers. */
  respondents: number | null;
  reserve: number | null;
  /** 1 / probability of a person of the unit to be interviewed. */
  weight: number;
};

export type SelectedSample = { plan: SamplingPlan; drawings: Drawn[]; units: SampledUnit[]; randoms: number };
