import Type, { type Static } from 'typebox';
import { closed } from '../../kernel/shapes.ts';

const count = Type.Integer();

/** What entering the day of an event has done: see EventDating. `acts` take it back. */
export const EventDatedView = Type.Object(
  { dated: count, changed: count, kept: count, done: count, acts: Type.Array(Type.String()) },
  closed,
);
export type EventDatedView = Static<typeof EventDatedView>;
