import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { measureKinds } from './model.ts';

const text = Type.String();

/**
 * Where a figure of a report comes from: its target has an indicator. `said`: who stated it; `locked`: it was stated for parts of the
 * period, and is mended there.
 */
export const RegisterView = Type.Object(
  {
    indicatorId: text,
    kind: oneOf(...measureKinds),
    period: text,
    locked: Type.Boolean(),
    said: nullable(text),
    /** the unit's own target, where it has one */
    goal: nullable(text),
  },
  closed,
);
export type RegisterView = Static<typeof RegisterView>;
