import Type, { type Static } from 'typebox';
import { closed, nullable } from '../kernel/shapes.ts';
import { Choice, DesignSummary, EstimateRequest, EstimateRow, Statistic, SurveyDesign, Variable } from './model.ts';

/** What goes to and from the API about surveys: what was asked and how it was drawn, estimates, never a row of the responses. */

const text = Type.String();
const count = Type.Integer();
const moment = Type.String({ format: 'date-time' });
const named = Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
const year = Type.Integer({ minimum: 1990, maximum: 2199 });
const id = Type.String({ maxLength: 100 });

const line = {
  id: text,
  title: text,
  year: count,
  agency: nullable(text),
  rows: count,
  columns: count,
  /** whether it was declared how the sample was drawn, so that estimates can be made */
  declared: Type.Boolean(),
  runs: count,
  addedAt: moment,
  addedBy: text,
};

export const SurveyLine = Type.Object(line, closed);
export type SurveyLine = Static<typeof SurveyLine>;

/** `manages`: the asker brings in, declares and takes away surveys. */
export const SurveysView = Type.Object({ surveys: Type.Array(SurveyLine), manages: Type.Boolean() }, closed);
export type SurveysView = Static<typeof SurveysView>;

export const RunLine = Type.Object({ id: text, title: text, at: moment, by: text, stale: Type.Boolean() }, closed);
export type RunLine = Static<typeof RunLine>;

export const SurveyView = Type.Object(
  {
    ...line,
    rev: count,
    file: text,
    agencyId: nullable(text),
    variables: Type.Array(Variable),
    design: nullable(SurveyDesign),
    /** the design as it is in the data; null until it was declared */
    summary: nullable(DesignSummary),
    saved: Type.Array(RunLine),
    manages: Type.Boolean(),
  },
  closed,
);
export type SurveyView = Static<typeof SurveyView>;

/** What comes with a file of responses. */
export const SentSurvey = Type.Object({ id, title: named, year, agencyId: nullable(id) }, closed);
export type SentSurvey = Static<typeof SentSurvey>;

const said = Type.String({ maxLength: 1_000, pattern: '^[^\\u0000]*$' });
const choices = Type.Array(Choice, { maxItems: 2_000 });

/** What a person says of the columns: labels, choices, codes that are no answer. What is not named stays. */
export const SentDictionary = Type.Object(
  {
    rev: count,
    variables: Type.Array(
      Type.Object({ name: Type.String({ maxLength: 200 }), label: nullable(said), choices, missing: choices }, closed),
      { maxItems: 5_000 },
    ),
  },
  closed,
);
export type SentDictionary = Static<typeof SentDictionary>;

/** A design as chosen on the screen, or as the text of a design file (YAML), which can say more. */
export const SentDesign = Type.Object(
  { rev: count, design: Type.Union([SurveyDesign, Type.String({ minLength: 1, maxLength: 200_000 })]) },
  closed,
);
export type SentDesign = Static<typeof SentDesign>;

/** `run`: an id made by whoever asks, under which they hear how far it is. */
export const SentEstimate = Type.Object({ request: EstimateRequest, run: Type.Optional(id) }, closed);
export type SentEstimate = Static<typeof SentEstimate>;

/** An estimate as it is told: how many stand behind one that is kept back is not said either. */
export const ToldRow = Type.Object({ ...EstimateRow.properties, n: nullable(count), psus: nullable(count) }, closed);
export type ToldRow = Static<typeof ToldRow>;

/** `unnamed`: groups below the minimum whose names are values of the data themselves and are not told. */
export const EstimatesView = Type.Object(
  { estimates: Type.Object({ design: DesignSummary, rows: Type.Array(ToldRow) }, closed), unnamed: count },
  closed,
);
export type EstimatesView = Static<typeof EstimatesView>;

export const SentRun = Type.Object({ id, title: named, request: EstimateRequest }, closed);
export type SentRun = Static<typeof SentRun>;

/** `stale`: dictionary or design were changed since. */
export const RunView = Type.Object(
  { ...RunLine.properties, request: EstimateRequest, ...EstimatesView.properties },
  closed,
);
export type RunView = Static<typeof RunView>;

export const ProgressView = Type.Object({ share: nullable(Type.Number()) }, closed);
export type ProgressView = Static<typeof ProgressView>;

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);
const groupValues = Type.Array(value, { minItems: 1, maxItems: 5 });

/** Two groups of one grouping and the figure they are compared by; not a quantile. */
export const SentDifference = Type.Object(
  {
    of: Statistic,
    by: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 5 }),
    first: groupValues,
    second: groupValues,
    only: EstimateRequest.properties.only,
    level: EstimateRequest.properties.level,
  },
  closed,
);
export type SentDifference = Static<typeof SentDifference>;

const number = nullable(Type.Number());
/** First − second with its interval; `p` of no difference, two-sided. Null what cannot be reckoned. */
export const DifferenceView = Type.Object(
  { estimate: number, se: number, df: number, p: number, low: number, high: number },
  closed,
);
export type DifferenceView = Static<typeof DifferenceView>;
