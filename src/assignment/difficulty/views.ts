import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';
import { difficultyStatuses } from '../model.ts';
import { type Receiver, receiverReasons } from './receiver.ts';

/** What leaves the API about difficulties. Times are ISO 8601 with zone (UTC), days ISO dates. */

const text = Type.String();
const day = nullable(text);
const count = Type.Integer();
const time = Type.String({ format: 'date-time' });

const DifficultyWord = Type.Unsafe<(typeof difficultyStatuses)[number]>(Type.Enum([...difficultyStatuses]));

/** A difficulty (vướng mắc). `days`: since it was raised, until it was answered or today. `late`: past the day it was to be answered by. */
export const DifficultyView = Type.Object(
  {
    id: text,
    itemId: text,
    itemText: text,
    component: nullable(text),
    assignmentId: nullable(text),
    agencyId: text,
    text,
    raisedAt: time,
    raisedBy: text,
    toAgencyId: text,
    answerBy: day,
    status: DifficultyWord,
    answeredOn: day,
    days: count,
    late: Type.Boolean(),
  },
  closed,
);
export type DifficultyView = Static<typeof DifficultyView>;

/** One entry of a difficulty's history, oldest first. */
export const DifficultyEntry = Type.Object(
  {
    id: text,
    at: time,
    by: text,
    agencyId: nullable(text),
    act: Type.Object({ kind: text }, { additionalProperties: true }),
  },
  closed,
);

/** Who can be asked, the first before all others, and what each is to the task or the unit. */
export const ReceiversView = Type.Object(
  {
    receivers: Type.Array(
      Type.Object(
        { agencyId: text, name: text, as: Type.Unsafe<Receiver['as']>(Type.Enum([...receiverReasons])) },
        closed,
      ),
    ),
  },
  closed,
);
export type ReceiversView = Static<typeof ReceiversView>;
