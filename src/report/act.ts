import Type, { type Static } from 'typebox';
import { day, Id, note, some } from '../assignment/act.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../kernel/shapes.ts';
import { ReportLine, type SentField, wholeFields } from './content/model.ts';
import type { DutyAct, ReportAct } from './model.ts';
import type { RoundAct } from './round/model.ts';

/** What comes from outside about reports. */

const Day = Type.Unsafe<PlainDate>(day);

/** What the unit and its head do: `submit`, `recall`, `send-back`, `send`, `correct`. */
export const SentUnitAct = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<Extract<ReportAct, { kind: 'submit' | 'recall' | 'send-back' | 'send' | 'correct' }>>(
      Type.Union([
        Type.Object({ kind: Type.Literal('submit'), note }, closed),
        Type.Object({ kind: Type.Literal('recall') }, closed),
        Type.Object({ kind: Type.Literal('send-back'), reason: some }, closed),
        Type.Object({ kind: Type.Literal('send'), note }, closed),
        Type.Object({ kind: Type.Literal('correct'), reason: some }, closed),
      ]),
    ),
  },
  closed,
);
export type SentUnitAct = Static<typeof SentUnitAct>;

/** What who receives reports does. */
export const SentReceiverAct = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<Extract<ReportAct, { kind: 'receive' | 'return' | 'grant' }>>(
      Type.Union([
        Type.Object({ kind: Type.Literal('receive'), note }, closed),
        Type.Object({ kind: Type.Literal('return'), reason: some, due: nullable(Day) }, closed),
        Type.Object({ kind: Type.Literal('grant'), until: Day, reason: some }, closed),
      ]),
    ),
  },
  closed,
);

/** What who keeps the rounds does about a unit's duty to report. */
export const SentDutyAct = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<Exclude<DutyAct, { kind: 'add' }>>(
      Type.Union([
        Type.Object({ kind: Type.Literal('excuse'), reason: some }, closed),
        Type.Object({ kind: Type.Literal('restore'), reason: some }, closed),
        Type.Object({ kind: Type.Literal('move'), due: Day, reason: some }, closed),
        Type.Object({ kind: Type.Literal('unmove'), of: Id }, closed),
      ]),
    ),
  },
  closed,
);

/** What is done at once about several units' duties to report in a round. */
export const SentDuties = Type.Object(
  {
    planId: Id,
    round: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' }),
    acts: Type.Array(Type.Object({ ...SentDutyAct.properties, report: Id }, closed), { minItems: 1, maxItems: 500 }),
  },
  closed,
);
export type SentDuties = Static<typeof SentDuties>;

/** Which round of which plan. */
export const RoundName = {
  planId: Id,
  round: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' }),
};

export const SentRound = Type.Object(
  {
    id: Id,
    ...RoundName,
    act: Type.Unsafe<RoundAct>(
      Type.Union([
        Type.Object({ kind: Type.Literal('close'), reason: note }, closed),
        Type.Object({ kind: Type.Literal('open'), reason: some }, closed),
        Type.Object({ kind: Type.Literal('exclude'), agencyId: Id, reason: some }, closed),
        Type.Object({ kind: Type.Literal('include'), agencyId: Id }, closed),
      ]),
    ),
  },
  closed,
);

/** Units that report for a round though its plan did not ask them; `due`: by a day of their own. */
export const SentUnits = Type.Object(
  {
    ...RoundName,
    agencyIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    reason: some,
    due: nullable(Day),
  },
  closed,
);

const long = Type.String({ maxLength: 50_000, pattern: '^[^\\u0000]*$' });
const revision = { base: Type.Integer({ minimum: 0 }), was: Type.Unknown() };
const { state, percent, figures, result, difficulty, proposal } = ReportLine.properties;
const lineValues = { state, percent, figures, result, difficulty, proposal };

const wholeField = Type.Object(
  {
    place: Type.Object({ of: Type.Literal('whole'), field: oneOf(...wholeFields) }, closed),
    ...revision,
    value: long,
  },
  closed,
);

/** A field of a line, its value as that field is shaped. */
const lineFields = Object.entries(lineValues).map(([field, value]) =>
  Type.Object(
    {
      place: Type.Object(
        {
          of: oneOf('item', 'component'),
          key: Type.String({ minLength: 1, maxLength: 600 }),
          field: Type.Literal(field),
        },
        closed,
      ),
      ...revision,
      value,
    },
    closed,
  ),
);

/** Fields as they are typed, some at a time. */
export const SentFields = Type.Object(
  {
    fields: Type.Unsafe<SentField[]>(
      Type.Array(Type.Union([wholeField, ...lineFields]), { minItems: 1, maxItems: 400 }),
    ),
  },
  closed,
);
