import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';

const text = Type.String();
const count = Type.Integer();

/** An issued plan another may take the place of: `open` days of `agencies` would end, `overdue` of them past; `done` stays. */
export const ReplaceableView = Type.Object(
  {
    ...{ id: text, type: nullable(text), number: nullable(text), symbol: nullable(text), title: nullable(text) },
    ...{ date: nullable(text), open: count, agencies: count, overdue: count, done: count },
  },
  closed,
);
export type ReplaceableView = Static<typeof ReplaceableView>;
