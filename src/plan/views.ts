import Type, { type Static, type TSchema } from 'typebox';
import { DocumentHead, Reading, Source, TaskFields } from './model.ts';

/**
 * What leaves the API: the only shapes presenters make and screens know. Times are ISO 8601 with zone (UTC), days are
 * ISO dates.
 */

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const text = Type.String();
const time = Type.String({ format: 'date-time' });

/** draft: under review · confirmed: its tasks are in the matrix */
export const PlanStatus = Type.Union([Type.Literal('draft'), Type.Literal('confirmed')]);
export type PlanStatus = Static<typeof PlanStatus>;

/** A line of the list of plans. `tasks` counts the draft's tasks, `doubtful` those with a field that waits. */
export const PlanSummary = Type.Object(
  {
    id: text,
    fileName: text,
    title: nullable(text),
    type: nullable(text),
    number: nullable(text),
    symbol: nullable(text),
    issuer: nullable(text),
    date: nullable(text),
    year: nullable(Type.Integer()),
    indices: Type.Array(text),
    status: PlanStatus,
    tasks: Type.Integer(),
    doubtful: Type.Integer(),
    addedAt: time,
    addedBy: text,
    confirmedAt: nullable(time),
    removedAt: nullable(time),
  },
  closed,
);
export type PlanSummary = Static<typeof PlanSummary>;

/** One plan with what was read from it; the draft is `foldReview(reading, actions)`, made by whoever needs it. */
export const PlanView = Type.Object({ plan: PlanSummary, reading: Reading, seq: Type.Integer() }, closed);
export type PlanView = Static<typeof PlanView>;

/** A confirmed task as the matrix shows it. `order` is its place in the plan, from 1. */
export const TaskView = Type.Object(
  {
    ...TaskFields.properties,
    id: text,
    planId: text,
    planNumber: nullable(text),
    planSymbol: nullable(text),
    planTitle: nullable(text),
    year: nullable(Type.Integer()),
    order: Type.Integer(),
    source: Source,
  },
  closed,
);
export type TaskView = Static<typeof TaskView>;

/** One entry of a task's history, oldest first: "read", the officer's corrections, "confirmed" … */
export const HistoryEntry = Type.Object(
  {
    at: time,
    by: text,
    kind: text,
    field: nullable(text),
    before: nullable(Type.Unknown()),
    after: nullable(Type.Unknown()),
  },
  closed,
);
export type HistoryEntry = Static<typeof HistoryEntry>;

export const TaskDetail = Type.Object(
  { task: TaskView, head: DocumentHead, quote: Type.Array(text), history: Type.Array(HistoryEntry) },
  closed,
);
export type TaskDetail = Static<typeof TaskDetail>;

/** The demo session: accounts come later. */
export const Session = Type.Object(
  {
    officer: text,
    unit: text,
    tenant: text,
    /** sent back as the header `x-thang-csrf` with every change */
    csrf: text,
    demo: Type.Boolean(),
  },
  closed,
);
export type Session = Static<typeof Session>;

/** Columns of the matrix, on the screen and in exports, in their usual order. */
export const matrixColumns = [
  'index',
  'dimension',
  'component',
  'codes',
  'text',
  'result',
  'lead',
  'implement',
  'cooperate',
  'monitor',
  'time',
  'schedule',
  'targets',
  'plan',
  'year',
] as const;
export type MatrixColumn = (typeof matrixColumns)[number];
