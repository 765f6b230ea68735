import Type, { type Static } from 'typebox';
import { closed, nullable } from '../kernel/shapes.ts';
import { LearnedRole, LessonKind } from './learned/model.ts';
import { DocumentHead, Reading, Source, TaskFields } from './model.ts';

/**
 * What leaves the API: the only shapes presenters make and screens know. Times are ISO 8601 with zone (UTC), days are
 * ISO dates.
 */

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
    /** number of the current file; 1 where there has been one only */
    version: Type.Integer(),
    addedAt: time,
    addedBy: text,
    confirmedAt: nullable(time),
    removedAt: nullable(time),
    /** the plan that took its place, from a day on: its own work has ended */
    supersededBy: nullable(
      Type.Object(
        {
          ...{ id: text, type: nullable(text), number: nullable(text), symbol: nullable(text), title: nullable(text) },
          ...{ date: nullable(text), day: text },
        },
        closed,
      ),
    ),
  },
  closed,
);
export type PlanSummary = Static<typeof PlanSummary>;

/**
 * One file of a plan: the first, a second sent later, or the same file read anew with a column's meaning set by an
 * officer. proposed: waits to be compared and accepted · current: what the draft starts from · past: was current once.
 */
export const VersionView = Type.Object(
  {
    no: Type.Integer({ minimum: 1 }),
    fileName: text,
    mediaType: text,
    state: Type.Unsafe<'proposed' | 'current' | 'past'>(Type.Enum(['proposed', 'current', 'past'])),
    /** why it was made: a file, or the plan read again after a column's meaning was set */
    origin: Type.Unsafe<'file' | 'columns'>(Type.Enum(['file', 'columns'])),
    tasks: Type.Integer(),
    addedAt: time,
    addedBy: text,
  },
  closed,
);
export type VersionView = Static<typeof VersionView>;

/** Another plan that may be an earlier or later file of the same one. */
export const PlanCandidate = Type.Object(
  {
    id: text,
    number: nullable(text),
    title: nullable(text),
    fileName: text,
    status: PlanStatus,
    tasks: Type.Integer(),
    addedAt: time,
    /** 0–1 */
    likeness: Type.Number({ minimum: 0, maximum: 1 }),
  },
  closed,
);
export type PlanCandidate = Static<typeof PlanCandidate>;

/** What an officer said a column of this plan means; `header` as printed. */
export const ColumnSetting = Type.Object({ header: text, role: LearnedRole }, closed);
export type ColumnSetting = Static<typeof ColumnSetting>;

/**
 * One plan with what was read from it; the draft is `foldReview(reading, actions, ids)`, made by whoever needs it. `ids`
 * are the ids of the reading's tasks in their order ("t1", "t2" … for the first file; a later file keeps the ids of the
 * tasks it repeats).
 */
export const PlanView = Type.Object(
  {
    plan: PlanSummary,
    reading: Reading,
    seq: Type.Integer(),
    ids: Type.Array(text),
    versions: Type.Array(VersionView),
    columns: Type.Array(ColumnSetting),
    candidates: Type.Array(PlanCandidate),
  },
  closed,
);
export type PlanView = Static<typeof PlanView>;

/** waiting, reading: on its way · done: `planId` is there · failed: `problem` says why, can be tried again · cancelled */
export const IntakeState = Type.Unsafe<'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'>(
  Type.Enum(['waiting', 'reading', 'done', 'failed', 'cancelled']),
);
export type IntakeState = Static<typeof IntakeState>;

/** A file that has been received and is being read. `rev` grows with every change. */
export const IntakeView = Type.Object(
  {
    id: text,
    rev: Type.Integer(),
    fileName: text,
    fileSize: Type.Integer(),
    state: IntakeState,
    /** what is being done: pages read from the file, pictures of pages recognised; null before and after */
    step: nullable(Type.Unsafe<'pages' | 'recognise'>(Type.Enum(['pages', 'recognise']))),
    done: Type.Integer(),
    of: Type.Integer(),
    /** a problem document as any refusal of the API */
    problem: nullable(Type.Object({ code: text, title: text, detail: text }, { additionalProperties: true })),
    /** the plan made from it; for a second file of a plan, that plan from the beginning */
    planId: nullable(text),
    /** for a second file of a plan, once it is read: the number of its version */
    version: nullable(Type.Integer()),
    addedAt: time,
    addedBy: text,
    changedAt: time,
  },
  closed,
);
export type IntakeView = Static<typeof IntakeView>;

/** A task in a comparison, by its id and place (from 1) in its own draft. */
export const ComparedTask = Type.Object({ ...TaskFields.properties, id: text, order: Type.Integer() }, closed);
export type ComparedTask = Static<typeof ComparedTask>;
/** `partOf`: the task of the other file whose text holds it: it was split off that one, or merged into it. */
const LoneTask = Type.Object({ ...ComparedTask.properties, partOf: nullable(text) }, closed);
const ChangedTask = Type.Object(
  { before: ComparedTask, after: ComparedTask, fields: Type.Array(text), moved: Type.Boolean() },
  closed,
);

/**
 * Two files of one plan, task by task; each task stands in exactly one list. `moved` are the same in all but their place.
 */
export const ComparisonView = Type.Object(
  {
    before: Type.Object({ planId: text, version: Type.Integer(), fileName: text }, closed),
    after: Type.Object({ planId: text, version: Type.Integer(), fileName: text }, closed),
    same: Type.Array(Type.Object({ before: text, after: text }, closed)),
    changed: Type.Array(ChangedTask),
    added: Type.Array(LoneTask),
    removed: Type.Array(LoneTask),
    moved: Type.Array(ChangedTask),
    head: Type.Array(Type.Object({ field: text, before: Type.Unknown(), after: Type.Unknown() }, closed)),
  },
  closed,
);
export type ComparisonView = Static<typeof ComparisonView>;

/** One thing that happened to a lesson, oldest first. */
export const LessonChange = Type.Object(
  {
    at: time,
    by: text,
    what: Type.Unsafe<'learned' | 'edited' | 'removed' | 'restored'>(
      Type.Enum(['learned', 'edited', 'removed', 'restored']),
    ),
    value: Type.Array(text),
    planId: nullable(text),
  },
  closed,
);

/**
 * What a tenant's confirmed corrections have taught. header: `printed` column header → one role · agency: a name as
 * printed → names · code: `printed` component (of `index`) → codes.
 */
export const LessonView = Type.Object(
  {
    id: text,
    kind: LessonKind,
    printed: text,
    index: nullable(text),
    value: Type.Array(text),
    /** the plan it was last learned from */
    planId: nullable(text),
    planTitle: nullable(text),
    planNumber: nullable(text),
    learnedAt: time,
    by: text,
    removedAt: nullable(time),
    /** earlier values it was taught, when they differ: the latest counts */
    changes: Type.Array(LessonChange),
  },
  closed,
);
export type LessonView = Static<typeof LessonView>;

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
