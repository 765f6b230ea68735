import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../kernel/shapes.ts';

/**
 * A survey as its estimates see it: the columns of the responses, how they were drawn (the design), what is asked of
 * them (the request) and what comes out (rows of estimates). Columns are named as in the data.
 */

const column = Type.String({ minLength: 1, maxLength: 200 });
const columns = Type.Array(column, { maxItems: 10 });

/**
 * One stage of selection. `strata`: within what units were drawn apart; `unit`: what was drawn; `fpc`: how many units the
 * stratum has, as a column (a share drawn when all its values are at most 1), for the correction for a finite population.
 */
export const Stage = Type.Object(
  { strata: Type.Optional(columns), unit: nullable(column), fpc: Type.Optional(nullable(column)) },
  closed,
);
export type Stage = Static<typeof Stage>;

/** What a stratum with a single PSU adds to the variance; the names and meanings of R's `survey.lonely.psu`. */
export const Lonely = oneOf('fail', 'certainty', 'adjust', 'average');
export type Lonely = Static<typeof Lonely>;

/** A known number of people (or the sum of a column) per category of one or several columns: one margin. */
const Margin = Type.Object(
  {
    columns: Type.Array(column, { minItems: 1, maxItems: 5 }),
    /** Population per category, keyed by the category's values joined by ` × `. */
    totals: Type.Record(Type.String(), Type.Number()),
  },
  closed,
);
export type Margin = Static<typeof Margin>;

/**
 * One step that moves weights. `respond`: raise respondents' weights to those of all drawn, within classes (the column
 * says who answered: 1 or 0). `poststratify`: one margin. `rake`: several margins in turn. `calibrate`: totals of numeric
 * columns and margins at once; `(intercept)` is the size of the population.
 */
export const WeightStep = Type.Union([
  Type.Object({ step: Type.Literal('respond'), responded: column, classes: columns }, closed),
  Type.Object({ step: Type.Literal('poststratify'), margin: Margin }, closed),
  Type.Object({ step: Type.Literal('rake'), margins: Type.Array(Margin, { minItems: 1, maxItems: 20 }) }, closed),
  Type.Object(
    {
      step: Type.Literal('calibrate'),
      distance: oneOf('linear', 'raking', 'logit'),
      /** Bounds of the ratio of the new weight to the old: needed by `logit`, allowed by `linear`. */
      bounds: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
      totals: Type.Record(Type.String(), Type.Number()),
      margins: Type.Optional(Type.Array(Margin, { maxItems: 20 })),
    },
    closed,
  ),
]);
export type WeightStep = Static<typeof WeightStep>;

/** Replicate weights that came with the data. Var = scale · Σ rscales·(θᵣ − centre)²; centre is θ with `mse`, else the mean. */
export const SuppliedReplicates = Type.Object(
  {
    columns: Type.Array(column, { minItems: 2, maxItems: 2000 }),
    /** Whether the columns hold whole weights, or multipliers of the weight. */
    combined: Type.Boolean(),
    scale: Type.Number({ exclusiveMinimum: 0 }),
    rscales: Type.Optional(Type.Array(Type.Number({ minimum: 0 }))),
    mse: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type SuppliedReplicates = Static<typeof SuppliedReplicates>;

/** How the sample was drawn: declared once, checked against the data, printed with every figure. */
export const SurveyDesign = Type.Object(
  {
    stages: Type.Array(Stage, { minItems: 1, maxItems: 5 }),
    /** Without it every respondent stands for one, unless `fpc` of all stages says for how many. */
    weight: nullable(column),
    /** True (or 1) in rows whose first-stage unit was taken with certainty: it is a stratum, the next stage its units. */
    certainty: Type.Optional(nullable(column)),
    lonely: Type.Optional(Lonely),
    weights: Type.Optional(Type.Array(WeightStep, { maxItems: 5 })),
    replicates: Type.Optional(SuppliedReplicates),
    /** Whether the same name of a unit in two strata means two units; else that is a fault. */
    nest: Type.Optional(Type.Boolean()),
    /** What a published figure needs at least (default 30 respondents, 2 PSUs). */
    minimum: Type.Optional(
      Type.Object({ respondents: Type.Integer({ minimum: 1 }), psus: Type.Integer({ minimum: 1 }) }, closed),
    ),
  },
  closed,
);
export type SurveyDesign = Static<typeof SurveyDesign>;

export const StatisticKind = oneOf('total', 'mean', 'proportion', 'ratio', 'quantile', 'function');
export type StatisticKind = Static<typeof StatisticKind>;

/**
 * One figure asked for. `mean` and `total` of a number; `proportion` of those with `is` (a code of a choice; without it a
 * column of 0 and 1); `ratio` of the totals of two columns; `quantile` at `at` (0 to 1); `function`: a smooth function of
 * such figures, written as in `smooth/parse.ts`: `mean(a) / mean(b)`.
 */
export const Statistic = Type.Union([
  Type.Object({ kind: oneOf('total', 'mean'), of: column }, closed),
  Type.Object({ kind: Type.Literal('proportion'), of: column, is: Type.Optional(Type.String()) }, closed),
  Type.Object({ kind: Type.Literal('ratio'), of: column, to: column }, closed),
  Type.Object({ kind: Type.Literal('quantile'), of: column, at: Type.Number({ minimum: 0, maximum: 1 }) }, closed),
  Type.Object({ kind: Type.Literal('function'), of: Type.String({ minLength: 1, maxLength: 20_000 }) }, closed),
]);
export type Statistic = Static<typeof Statistic>;

export const IntervalKind = oneOf('mean', 'logit', 'beta', 'wilson');
export type IntervalKind = Static<typeof IntervalKind>;

/** How variances are reckoned: by linearisation, or by replicates made here (or supplied with the data). */
export const Method = Type.Union([
  Type.Object({ kind: Type.Literal('taylor') }, closed),
  Type.Object({ kind: Type.Literal('supplied') }, closed),
  Type.Object({ kind: oneOf('jackknife', 'brr') }, closed),
  Type.Object(
    {
      kind: Type.Literal('bootstrap'),
      replicates: Type.Integer({ minimum: 2, maximum: 10_000 }),
      seed: Type.Integer(),
    },
    closed,
  ),
]);
export type Method = Static<typeof Method>;

/** What is asked: figures, for the whole and by any number of groupings (each a list of columns crossed). */
export const EstimateRequest = Type.Object(
  {
    of: Type.Array(Statistic, { minItems: 1, maxItems: 500 }),
    /** Groupings: `[]` is the whole, `[[], ['province'], ['sex', 'age']]` the whole and two tables of domains. */
    by: Type.Array(Type.Array(column, { maxItems: 5 }), { maxItems: 20 }),
    /** Only those with one of these values in each column named: a domain, the design stays whole. */
    only: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Union([Type.String(), Type.Number()])))),
    method: Type.Optional(Method),
    /** Of proportions; means and totals have t intervals. Default logit. */
    interval: Type.Optional(IntervalKind),
    level: Type.Optional(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  },
  closed,
);
export type EstimateRequest = Static<typeof EstimateRequest>;

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);
export type DomainValue = Static<typeof value>;

/**
 * One estimate. `se` in the unit of `estimate`; `df` PSUs − strata of the domain; `low`…`high` at the asked level; `deff`
 * against simple random sampling without replacement; `effective` = n / deff; `n` respondents with an answer, `psus` the
 * PSUs they are in. `hidden`: why the figure is kept back; then estimate, se, low, high, deff and effective are null.
 */
export const EstimateRow = Type.Object(
  {
    variable: Type.String(),
    statistic: Type.String(),
    by: Type.Record(Type.String(), value),
    estimate: nullable(Type.Number()),
    se: nullable(Type.Number()),
    df: nullable(Type.Number()),
    low: nullable(Type.Number()),
    high: nullable(Type.Number()),
    deff: nullable(Type.Number()),
    effective: nullable(Type.Number()),
    n: Type.Integer(),
    psus: Type.Integer(),
    hidden: nullable(oneOf('respondents', 'psus', 'complement')),
    /** Codes of warnings that a screen says in words. */
    warnings: Type.Array(
      oneOf('few-clusters', 'few-respondents', 'wide', 'lonely', 'no-variance', 'no-df', 'all-alike', 'empty'),
    ),
  },
  closed,
);
export type EstimateRow = Static<typeof EstimateRow>;

/** The design as found in the data. `lonely`: strata with one PSU that were not taken whole. */
export const DesignSummary = Type.Object(
  {
    respondents: Type.Integer(),
    strata: Type.Integer(),
    psus: Type.Integer(),
    df: Type.Integer(),
    /** Units and strata per stage used in the variance, first stage first. */
    stages: Type.Array(Type.Object({ units: Type.Integer(), strata: Type.Integer(), fpc: Type.Boolean() }, closed)),
    certainty: Type.Integer(),
    lonely: Type.Integer(),
    weights: Type.Object(
      { sum: Type.Number(), min: Type.Number(), max: Type.Number(), unequal: Type.Number() },
      closed,
    ),
    method: Type.String(),
    level: Type.Number(),
  },
  closed,
);
export type DesignSummary = Static<typeof DesignSummary>;

export const Estimates = Type.Object({ design: DesignSummary, rows: Type.Array(EstimateRow) }, closed);
export type Estimates = Static<typeof Estimates>;

/** A choice of a question: the code in the data and what was read out. */
export const Choice = Type.Object({ code: Type.String(), label: Type.String() }, closed);
export type Choice = Static<typeof Choice>;

/** A column of the data. `missing`: codes that are no answer ("không biết", "từ chối"), declared, never guessed. */
export const Variable = Type.Object(
  {
    name: column,
    label: nullable(Type.String()),
    type: oneOf('number', 'integer', 'text', 'boolean', 'date'),
    choices: Type.Array(Choice),
    missing: Type.Array(Choice),
  },
  closed,
);
export type Variable = Static<typeof Variable>;

/** The data dictionary (từ điển dữ liệu): stands beside the Parquet file of the responses. */
export const Dictionary = Type.Object(
  { title: nullable(Type.String()), source: Type.String(), rows: Type.Integer(), variables: Type.Array(Variable) },
  closed,
);
export type Dictionary = Static<typeof Dictionary>;

/** What `survey` writes and `store` runs: one SELECT over the relation `responses`, answered column by column. */
export type Scan = (sql: string) => Promise<ScanAnswer>;
/** Columns by name; all of `rows` length. Numbers as doubles, SQL null as null (NaN where a column is a Float64Array). */
export type ScanAnswer = { rows: number; column: (name: string) => ArrayLike<DomainValue> | Float64Array };
