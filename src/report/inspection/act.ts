import Type, { type Static, type TSchema } from 'typebox';
import { day, Id, note, some } from '../../assignment/act.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { type Component, inspectionKinds, type TeamAct, type UnitAct, verdicts } from './model.ts';

/** What comes from outside about inspections. */

const Day = Type.Unsafe<PlainDate>(day);
const name = Type.String({ minLength: 1, maxLength: 300, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });
const line = nullable(name);

export const ComponentSchema = Type.Unsafe<Component>(
  Type.Object(
    { index: Type.String({ minLength: 1, maxLength: 40 }), code: Type.String({ minLength: 1, maxLength: 40 }) },
    closed,
  ),
);

const content = {
  subject: some,
  components: Type.Array(ComponentSchema, { maxItems: 60 }),
  lead: name,
  members: Type.Array(name, { maxItems: 60 }),
  joinedWith: line,
  places: Type.Array(name, { maxItems: 300 }),
};

const found = { text: some, component: nullable(ComponentSchema), place: line };

const act = (kind: TeamAct['kind'], properties: Record<string, TSchema>) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

export const TeamActSchema = Type.Unsafe<TeamAct>(
  Type.Union([
    act('change', content),
    act('move', { day: Day, reason: some }),
    act('cancel', { reason: some }),
    act('open', { on: Day }),
    act('note', { text: some, place: line }),
    act('check', { itemId: Id, verdict: oneOf(...verdicts), note }),
    act('find', { findingId: Id, itemId: nullable(Id), ...found }),
    act('mend', { findingId: Id, ...found }),
    act('withdraw', { findingId: Id, reason: some }),
    act('assign', { findingId: Id, remedy: some, agencyId: Id, asked: Day, due: Day }),
    act('accept', { findingId: Id, note }),
    act('return', { findingId: Id, reason: some, due: nullable(Day) }),
    act('extend', { findingId: Id, due: Day, reason: some }),
    act('close', { findingId: Id, reason: some }),
    act('conclude', { assessment: some, number: line, date: nullable(Day) }),
    act('number', { number: name, date: Day }),
  ]),
);

/** What a team did, in the order it was done: a phone that was out of reach sends it together. */
export const SentTeamActs = Type.Object(
  { acts: Type.Array(Type.Object({ id: Id, act: TeamActSchema }, closed), { minItems: 1, maxItems: 100 }) },
  closed,
);

export const SentRemedy = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<UnitAct>(
      Type.Object({ kind: Type.Literal('remedy'), findingId: Id, text: some, on: Day, without: note }, closed),
    ),
  },
  closed,
);

/** Inspections of several units planned at once; each unit under an id of its own. */
export const SentInspections = Type.Object(
  {
    units: Type.Array(Type.Object({ id: Id, agencyId: Id }, closed), { minItems: 1, maxItems: 300 }),
    planned: Type.Object({ kind: oneOf(...inspectionKinds), day: Day, earlierId: nullable(Id), ...content }, closed),
  },
  closed,
);
export type SentInspections = Static<typeof SentInspections>;
