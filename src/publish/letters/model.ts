import Type, { type Static } from 'typebox';
import { closed, nullable } from '../../kernel/shapes.ts';
import type { PaperKind } from '../template/kinds.ts';

/** Papers an office writes on a screen: what the product knows of their matter, and what the office typed. */

export const letterKinds = [
  'reminder',
  'late-list',
  'explanation',
  'mid-year',
  'year-end',
] as const satisfies PaperKind[];
export type LetterKind = (typeof letterKinds)[number];

const text = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000]*$' });
const lines = (maxItems: number) => Type.Array(text(500), { maxItems });

/** What is typed into a paper; what is left out stands as the product has it. */
export const PaperDraftContent = Type.Object(
  {
    addressees: lines(300),
    recipients: lines(50),
    signer: Type.Object({ authority: lines(5), title: text(200), name: nullable(text(200)) }, closed),
    number: nullable(text(60)),
    date: nullable(Type.String({ format: 'date' })),
    /** until when a letter asks for what is late */
    until: nullable(Type.String({ format: 'date' })),
    /** texts by the part of the paper they belong to */
    words: Type.Record(Type.String({ maxLength: 40, pattern: '^[a-z]+$' }), text(20_000)),
    /** of each late task why, and what is done about it, by its key */
    rows: Type.Record(
      Type.String({ maxLength: 100 }),
      Type.Object({ reason: text(2_000), remedy: text(2_000) }, closed),
    ),
  },
  closed,
);
export type PaperDraftContent = Static<typeof PaperDraftContent>;
