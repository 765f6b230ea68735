import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';

/** What leaves the API about concrete acts. */

const text = Type.String();
/** on which day it was done; who recorded that, and when (ISO 8601 with zone) */
const done = {
  doneOn: nullable(text),
  doneBy: nullable(text),
  doneAt: nullable(Type.String({ format: 'date-time' })),
};

export const ConcreteActView = Type.Object(
  {
    id: text,
    text,
    product: nullable(text),
    due: nullable(text),
    villages: Type.Array(Type.Object({ name: text, ...done }, closed)),
    ...done,
  },
  closed,
);
export type ConcreteActView = Static<typeof ConcreteActView>;

/** An open concrete act with the day it is to be done by. */
export const ConcreteDayView = Type.Object({ id: text, assignmentId: text, text, due: text }, closed);
export type ConcreteDayView = Static<typeof ConcreteDayView>;
