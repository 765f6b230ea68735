import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';
import { Check, OwnDraft, SentEdit } from './model.ts';

/** What leaves the API about a unit's own plan. Days are ISO days, times ISO 8601 with zone (UTC). */

const text = Type.String();
const Named = Type.Object({ id: text, name: text }, closed);

/** The file a unit brought in the place of the draft: its tasks, and which of the mother plan's each is most like. */
export const OwnFile = Type.Object(
  {
    childId: text,
    fileName: text,
    number: nullable(text),
    date: nullable(text),
    tasks: Type.Array(Type.Object({ text, time: nullable(text) }, closed)),
    likely: Type.Array(Type.Object({ at: Type.Integer(), key: text, score: Type.Number() }, closed)),
  },
  closed,
);
export type OwnFile = Static<typeof OwnFile>;

export const OwnPlanView = Type.Object(
  {
    plan: Type.Object({ id: text, name: text, title: nullable(text) }, closed),
    unit: Named,
    /** working days before the mother plan's */
    days: Type.Integer(),
    seq: Type.Integer(),
    /** as it follows from the mother plan; the edits make the draft of it */
    base: OwnDraft,
    edits: Type.Array(
      Type.Object({ ...SentEdit.properties, at: Type.String({ format: 'date-time' }), by: text }, closed),
    ),
    checks: Type.Array(Check),
    divisions: Type.Array(text),
    due: nullable(text),
    issued: nullable(Type.Object({ childId: text, number: nullable(text), date: text }, closed)),
    file: nullable(OwnFile),
    may: Type.Object({ edit: Type.Boolean(), issue: Type.Boolean() }, closed),
  },
  { ...closed, title: 'OwnPlan' },
);
export type OwnPlanView = Static<typeof OwnPlanView>;
