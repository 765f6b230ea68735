import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { letterKinds, PaperDraftContent } from './model.ts';

const text = Type.String();

/** A late unit or task as the screen lists it; tasks of an explanation have a key, under which reasons are typed. */
const LetterRow = Type.Object(
  {
    key: nullable(text),
    unit: nullable(text),
    what: text,
    due: nullable(text),
    state: text,
    days: nullable(Type.Integer()),
  },
  closed,
);
export type LetterRow = Static<typeof LetterRow>;

export const LetterView = Type.Object(
  {
    kind: oneOf(...letterKinds),
    name: text,
    issuer: text,
    /** what it is about, in a line */
    about: text,
    rows: Type.Array(LetterRow),
    /** sentences the product has ready where nothing is typed, by the field they stand for */
    ready: Type.Record(text, text),
    content: PaperDraftContent,
    /** when what was typed was kept; null: never yet */
    savedAt: nullable(text),
    /** whether there is a workbook of it */
    workbook: Type.Boolean(),
  },
  closed,
);
export type LetterView = Static<typeof LetterView>;
