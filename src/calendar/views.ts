import Type, { type Static } from 'typebox';
import type { PlainDate } from '../kernel/plain-date.ts';
import { closed, nullable } from '../kernel/shapes.ts';
import { CalendarChange, DeadlineSettings, NationalDay } from './model.ts';

/** A tenant's working calendar as it goes in and out. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const Day = Type.Unsafe<PlainDate>(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));
const reason = Type.String({ minLength: 1, maxLength: 300, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });

/** One change as a person enters it; an undo names what it takes back. */
export const CalendarEntry = Type.Union([
  Type.Object(
    { kind: Type.Literal('days'), changes: Type.Array(CalendarChange, { minItems: 1, maxItems: 60 }), reason },
    closed,
  ),
  Type.Object({ kind: Type.Literal('settings'), settings: DeadlineSettings, reason }, closed),
  Type.Object({ kind: Type.Literal('undo'), of: Type.Integer({ minimum: 1 }), reason }, closed),
]);
export type CalendarEntry = Static<typeof CalendarEntry>;

/** A change as it was entered. `undone`: it holds no more; `moved`: how many last days it moved at once. */
/** `moved`: how many days it moved; `givenUp`: some it should have moved were left where they were. */
export const CalendarEntryView = Type.Object(
  {
    seq: Type.Integer(),
    at: text,
    by: text,
    entry: CalendarEntry,
    undone: Type.Boolean(),
    moved: Type.Integer(),
    givenUp: Type.Boolean(),
  },
  closed,
);
export type CalendarEntryView = Static<typeof CalendarEntryView>;

/** What a wording comes to in a year. */
export const DueExample = Type.Object({ wording: text, days: Type.Array(Day) }, closed);
export type DueExample = Static<typeof DueExample>;

/** The change whose days are still being moved: `moved` of `days` so far; `failed` says when and why it stands still. */
const Moving = Type.Object(
  {
    ...{ seq: Type.Integer(), days: Type.Integer(), moved: Type.Integer() },
    failed: nullable(Type.Object({ at: Type.String({ format: 'date-time' }), reason: text }, closed)),
  },
  closed,
);

export const CalendarView = Type.Object(
  {
    seq: Type.Integer(),
    year: Type.Integer(),
    /** the years whose national days off are listed */
    years: Type.Tuple([Type.Integer(), Type.Integer()]),
    /** the national days of the year, each with its sources in words */
    days: Type.Array(Type.Object({ ...NationalDay.properties, source: Type.Array(text) }, closed)),
    /** the tenant's own changes that hold, of the year */
    changes: Type.Array(CalendarChange),
    settings: DeadlineSettings,
    defaults: DeadlineSettings,
    examples: Type.Array(DueExample),
    /** no other change can be saved until it is done or given up */
    moving: nullable(Moving),
    /** all changes, the latest first */
    history: Type.Array(CalendarEntryView),
  },
  closed,
);
export type CalendarView = Static<typeof CalendarView>;

/** What a change would move, before it is saved. */
export const CalendarPreview = Type.Object(
  {
    /** last days that move, over all agencies, and the first of them by task and day */
    moved: Type.Integer(),
    lines: Type.Array(
      Type.Object({ itemId: text, text, from: Day, to: Day, why: text, agencies: Type.Integer() }, closed),
    ),
    /** tasks whose periods come or go: that happens when their plan is issued again */
    reissue: Type.Integer(),
    examples: Type.Array(DueExample),
    /** why there is nothing to save; null where there is */
    nothing: nullable(text),
  },
  closed,
);
export type CalendarPreview = Static<typeof CalendarPreview>;
