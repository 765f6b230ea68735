import Type, { type Static } from 'typebox';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { day, Id, note, some } from '../act.ts';
import { oversightForms, oversightSubjects, stances } from './model.ts';

/** What comes from outside about oversight. */

const Day = Type.Unsafe<PlainDate>(day);
const line = nullable(Type.String({ maxLength: 500, pattern: '^[^\\u0000]*$' }));

export const ReferenceSchema = Type.Object(
  {
    what: Type.String({ minLength: 1, maxLength: 500, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }),
    number: line,
    date: nullable(Day),
    address: nullable(Type.String({ maxLength: 2_000, pattern: '^[^\\u0000]*$' })),
  },
  closed,
);
const References = Type.Array(ReferenceSchema, { maxItems: 20 });

/** An entry as it is recorded, about one unit: as a whole, one task of it, or a component named as its tasks name it. */
export const RecordedOversight = Type.Object(
  {
    id: Id,
    agencyId: Id,
    about: oneOf(...oversightSubjects),
    itemId: nullable(Id),
    index: line,
    dimension: line,
    component: line,
    day: Day,
    form: oneOf(...oversightForms),
    participants: note,
    seen: some,
    recommendation: nullable(some),
    wishedBy: nullable(Day),
    references: References,
  },
  closed,
);
export type RecordedOversight = Static<typeof RecordedOversight>;

/** The unit's answer; the day it is given is the server's. */
export const OversightAnswer = Type.Object(
  {
    id: Id,
    act: Type.Object(
      { kind: Type.Literal('answer'), stance: oneOf(...stances), text: some, references: References },
      closed,
    ),
  },
  closed,
);

/** What whoever recorded it does after. */
export const OversightFollowUp = Type.Object(
  {
    id: Id,
    act: Type.Union([
      Type.Object({ kind: Type.Literal('judge'), satisfied: Type.Boolean(), note }, closed),
      Type.Object({ kind: Type.Literal('withdraw'), reason: some }, closed),
    ]),
  },
  closed,
);
