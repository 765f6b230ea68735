import Type, { type Static } from 'typebox';
import { closed } from '../kernel/shapes.ts';

/**
 * An index as data: its versions and its tree of dimensions and what they are made of. Scales and scoring rules are not
 * here yet.
 */

const text = Type.String({ minLength: 1 });
const optionalText = Type.Union([text, Type.Null()]);
const optionalYear = Type.Union([Type.Integer(), Type.Null()]);

/**
 * `also`: other names offices use for it. `keywords`: phrases that name it in running text, for a field the names of its
 * criteria. `needs`: words of which one must stand, where the rest of the name is also the dimension's.
 */
export const FrameworkNode = Type.Object(
  {
    code: text,
    parent: optionalText,
    name: text,
    nameEn: optionalText,
    also: Type.Array(text),
    keywords: Type.Array(text),
    needs: Type.Optional(Type.Array(text)),
  },
  closed,
);
export type FrameworkNode = Static<typeof FrameworkNode>;

/** Whom it scores: a province where nothing else is said. */
export const Level = Type.Union([Type.Literal('province'), Type.Literal('district'), Type.Literal('commune')]);
export type Level = 'province' | 'district' | 'commune';

/** One version of an index. `from` and `to` are years of measurement, both included; null is open. */
export const Framework = Type.Object(
  {
    index: text,
    version: text,
    level: Level,
    from: optionalYear,
    to: optionalYear,
    name: text,
    nameEn: optionalText,
    source: text,
    nodes: Type.Array(FrameworkNode),
  },
  closed,
);
export type Framework = Static<typeof Framework>;

/** A file of data/frameworks: one tree, told once for all its versions; `in` names the versions a node belongs to. */
export const FrameworkFile = Type.Object(
  {
    index: text,
    name: text,
    nameEn: optionalText,
    source: text,
    note: text,
    level: Type.Optional(Level),
    versions: Type.Array(Type.Object({ version: text, from: optionalYear, to: optionalYear, source: text }, closed), {
      minItems: 1,
    }),
    nodes: Type.Array(Type.Object({ ...FrameworkNode.properties, in: Type.Optional(Type.Array(text)) }, closed)),
  },
  closed,
);
export type FrameworkFile = Static<typeof FrameworkFile>;
