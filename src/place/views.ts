import Type from 'typebox';
import { closed, oneOf } from '../kernel/shapes.ts';
import { agencyKinds, levels } from './model.ts';

/** What the API tells and takes about agencies: the shapes, shared with the browser. */

const day = Type.String({ format: 'date', maxLength: 10 });
const dayOrNone = Type.Union([day, Type.Null()]);
const id = Type.String({ maxLength: 100 });
const idOrNone = Type.Union([id, Type.Null()]);
const text = Type.String();
const textOrNone = Type.Union([text, Type.Null()]);
const line = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
const lineOrNone = Type.Union([line, Type.Null()]);

const KindWord = oneOf(...agencyKinds);
const LevelWord = oneOf(...levels);

/** One agency as it was on a day. */
export const AgencyLine = Type.Object(
  { id, name: text, shortName: textOrNone, kind: KindWord, level: LevelWord, parentId: idOrNone },
  closed,
);
export type AgencyLine = Type.Static<typeof AgencyLine>;

/** All there were on a day, in the official order, and the days on which anything changes. */
export const AgencyTree = Type.Object({ on: day, agencies: Type.Array(AgencyLine), days: Type.Array(day) }, closed);
export type AgencyTree = Type.Static<typeof AgencyTree>;

const Span = Type.Object({ from: day, to: dayOrNone, name: text, shortName: textOrNone, parent: textOrNone }, closed);
const Link = Type.Object({ id, name: text, effective: day, function: textOrNone }, closed);

/** One agency over all time: what it was called, from whom its work came and to whom it went. */
export const AgencyPage = Type.Object(
  {
    ...{
      id,
      kind: KindWord,
      level: LevelWord,
      unit: Type.Union([Type.Object({ code: text, validFrom: day }, closed), Type.Null()]),
    },
    aliases: Type.Array(text),
    /** what the template could not prove of its days or place; null once an officer has put them right */
    doubt: textOrNone,
    spans: Type.Array(Span),
    predecessors: Type.Array(Link),
    successors: Type.Array(Link),
  },
  closed,
);
export type AgencyPage = Type.Static<typeof AgencyPage>;

const Founding = Type.Object(
  {
    /** made by who asks, so that work can be handed to it in the preview */
    id: Type.Optional(Type.String({ format: 'uuid', maxLength: 36 })),
    ...{ kind: KindWord, level: LevelWord, name: line, shortName: lineOrNone, parentId: idOrNone },
  },
  closed,
);
const kindOf = <K extends string>(kind: K) => ({ kind: Type.Literal(kind) });
const Takeover = Type.Object({ toId: id, function: lineOrNone }, closed);
const Part = Type.Object({ founding: Founding, function: line }, closed);

/** A reorganisation as it is asked for; see perform.ts. */
export const AskedReorganisation = Type.Union([
  Type.Object({ ...kindOf('create'), founding: Founding }, closed),
  Type.Object(
    {
      ...kindOf('merge'),
      ids: Type.Array(id, { minItems: 1, maxItems: 500 }),
      into: Type.Union([Type.Object({ id }, closed), Type.Object({ founding: Founding }, closed)]),
    },
    closed,
  ),
  Type.Object(
    { ...kindOf('split'), id, parts: Type.Array(Part, { minItems: 1, maxItems: 50 }), keeps: Type.Boolean() },
    closed,
  ),
  Type.Object({ ...kindOf('rename'), id, name: line, shortName: lineOrNone }, closed),
  Type.Object({ ...kindOf('abolish'), id, takeovers: Type.Array(Takeover, { maxItems: 50 }) }, closed),
  Type.Object({ ...kindOf('move-function'), fromId: id, toId: id, function: line }, closed),
  Type.Object({ ...kindOf('move-parent'), id, parentId: idOrNone }, closed),
]);
export type AskedReorganisation = Type.Static<typeof AskedReorganisation>;

const Handing = Type.Object(
  { fromId: id, toId: id, assignmentIds: Type.Union([Type.Array(id, { maxItems: 10_000 }), Type.Literal('rest')]) },
  closed,
);

export const ReorganisationForm = Type.Object(
  {
    asked: AskedReorganisation,
    effective: day,
    resolution: lineOrNone,
    handing: Type.Array(Handing, { maxItems: 1_000 }),
  },
  closed,
);
export type ReorganisationForm = Type.Static<typeof ReorganisationForm>;

/** What a reorganisation would do: agencies before and after, successions, the open work and roles that move. */
export const ReorganisationPreview = Type.Object(
  {
    changed: Type.Array(Type.Object({ id, before: textOrNone, after: textOrNone, what: text }, closed)),
    successions: Type.Array(Type.Object({ fromId: id, toId: id, from: text, to: text, function: textOrNone }, closed)),
    work: Type.Array(
      Type.Object(
        {
          ...{ assignmentId: id, fromId: id, toId: idOrNone, from: text, to: textOrNone },
          component: textOrNone,
          text,
        },
        closed,
      ),
    ),
    /** agencies among those above that are no more from that day on */
    ended: Type.Array(id),
    /** how much open work has nobody to go to */
    stranded: Type.Integer(),
    /** difficulties that wait for an answer, with who answers from that day on */
    difficulties: Type.Array(Type.Object({ id, text, from: text, to: text }, closed)),
    /** whose role goes with it, person by person */
    accounts: Type.Array(
      Type.Object({ id, officer: text, role: text, from: text, to: text, delegated: Type.Boolean() }, closed),
    ),
    /** the day on which all this is moved, where that is yet to come; until then the old agencies do their work */
    movesOn: dayOrNone,
  },
  closed,
);
export type ReorganisationPreview = Type.Static<typeof ReorganisationPreview>;

export const EnteredReorganisation = Type.Object(
  {
    ...{ id, kind: text, effective: day, resolution: textOrNone, at: text, by: text, undone: Type.Boolean() },
    moved: Type.Record(Type.String(), Type.Integer()),
    /** the day on which work, difficulties and roles move, while that is yet to come */
    movesOn: dayOrNone,
  },
  closed,
);
export type EnteredReorganisation = Type.Static<typeof EnteredReorganisation>;

/** Open work of an agency that is no more, which waits for a person to say whose it is; `choices`: who took over parts. */
export const WaitingHolder = Type.Object(
  {
    ...{ agencyId: id, name: text, endedOn: day },
    choices: Type.Array(Type.Object({ id, name: text, functions: Type.Array(text) }, closed)),
    work: Type.Array(Type.Object({ assignmentId: id, component: textOrNone, text, days: Type.Integer() }, closed)),
  },
  closed,
);
export type WaitingHolder = Type.Static<typeof WaitingHolder>;

export const HandOver = Type.Object(
  { fromId: id, toId: id, assignmentIds: Type.Array(id, { minItems: 1, maxItems: 10_000 }) },
  closed,
);
export type HandOver = Type.Static<typeof HandOver>;

/** What an officer may answer a printed name with. */
const Suggestion = Type.Object({ name: text, score: Type.Number(), why: textOrNone, meaning: Type.Unknown() }, closed);

/** A printed name that waits for a person, with the plans it stands in. */
export const WaitingName = Type.Object(
  {
    ...{ printed: text, issuerId: id, issuer: text, times: Type.Integer(), reason: text },
    plans: Type.Array(Type.Object({ id, title: textOrNone }, closed)),
    candidates: Type.Array(Suggestion),
  },
  closed,
);
export type WaitingName = Type.Static<typeof WaitingName>;

const Query = Type.Object(
  {
    query: oneOf('bodies', 'departments', 'services', 'mass', 'press', 'schools', 'villages'),
    of: id,
    name: Type.Optional(line),
    only: Type.Optional(line),
    levels: Type.Optional(Type.Array(LevelWord, { maxItems: 5 })),
    types: Type.Optional(Type.Union([Type.Array(line, { maxItems: 12 }), Type.Null()])),
  },
  closed,
);

/** A name that an officer has answered: what it means in words, and as it was said. */
export const AnsweredName = Type.Object(
  {
    ...{ printed: text, issuerId: id, issuer: text, meaning: Type.Unknown() },
    means: Type.Array(text),
    at: text,
    by: text,
  },
  closed,
);
export type AnsweredName = Type.Static<typeof AnsweredName>;

/** What a name means from now on; null takes the answer back. */
export const NameAnswer = Type.Object(
  {
    issuerId: id,
    printed: line,
    meaning: Type.Union([
      Type.Object(
        { ...{ to: Type.Literal('agencies') }, agencyIds: Type.Array(id, { minItems: 1, maxItems: 500 }) },
        closed,
      ),
      Type.Object(
        { ...{ to: Type.Literal('group') }, group: Type.Array(Query, { minItems: 1, maxItems: 10 }) },
        closed,
      ),
      Type.Object({ to: Type.Literal('nothing') }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export type NameAnswer = Type.Static<typeof NameAnswer>;

const count = Type.Integer();

/** What a workbook did to the directory, or would do: how many agencies, and those it touches by the row of the file. */
export const ImportedSheet = Type.Object(
  {
    written: Type.Boolean(),
    ...{ added: count, changed: count, unchanged: count, refused: count, aliases: count },
    rows: Type.Array(
      Type.Object(
        {
          ...{ row: count, name: text, what: oneOf('added', 'changed', 'unchanged', 'refused') },
          told: Type.Array(text),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ImportedSheet = Type.Static<typeof ImportedSheet>;
