import Type, { type Static } from 'typebox';
import { Schedule } from '../calendar/schedule.ts';
import { closed, nullable } from '../kernel/shapes.ts';

export { Every, Schedule, SimpleSchedule } from '../calendar/schedule.ts';

/**
 * What one official plan says, in the shape every part of the product and every outside program starts from. Names are
 * fixed: they are the published reading contract. Every key is always present: null where nothing is stated, [] where
 * there is none.
 */

const text = Type.String();
/** One of these words; stated as a type too, since a mapped union would infer `never`. */
const oneOf = <T extends string>(...names: T[]) => Type.Unsafe<T>(Type.Union(names.map((name) => Type.Literal(name))));
const count = Type.Integer({ minimum: 1 });

export const IndexName = oneOf('PAPI', 'SIPAS', 'PAR INDEX', 'PCI', 'PGI', 'DDCI', 'DTI');
export type IndexName = 'PAPI' | 'SIPAS' | 'PAR INDEX' | 'PCI' | 'PGI' | 'DDCI' | 'DTI';

/** Where it stands; all count from 1. A stitched row is where it begins. */
export const Source = Type.Object(
  { page: nullable(count), table: nullable(count), row: nullable(count), line: nullable(count) },
  closed,
);
export type Source = Static<typeof Source>;

/** `cell` is the id of the document's cell or paragraph, for the review screen's highlight. */
export const FieldSource = Type.Object({ ...Source.properties, cell: nullable(text) }, closed);
export type FieldSource = Static<typeof FieldSource>;

const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const TargetOp = oneOf('=', '>=', '>', '<=', '<', 'increase', 'decrease');
export type TargetOp = '=' | '>=' | '>' | '<=' | '<' | 'increase' | 'decrease';
/** One stated quantity that can be met or missed. `unit` "%", "lần", "sáng kiến"…; `baseline` a year or state as printed. */
export const Target = Type.Object(
  {
    subject: nullable(text),
    op: TargetOp,
    value: nullable(Type.Number()),
    unit: nullable(text),
    baseline: nullable(text),
    quote: text,
  },
  closed,
);
export type Target = Static<typeof Target>;

export const Reference = Type.Object({ number: text, date: nullable(isoDate), issuer: nullable(text) }, closed);
export type Reference = Static<typeof Reference>;

export const Signer = Type.Object({ name: text, title: nullable(text), onBehalfOf: nullable(text) }, closed);

const dimension = nullable(Type.Union([Type.Integer({ minimum: 1, maximum: 8 }), text]));

/** A result stated about an earlier year. Scores in points, `of` the number ranked. */
export const Result = Type.Object(
  {
    index: nullable(IndexName),
    dimension,
    year: nullable(Type.Integer()),
    score: nullable(Type.Number()),
    outOf: nullable(Type.Number()),
    rank: nullable(Type.Integer()),
    of: nullable(Type.Integer()),
    group: nullable(text),
    changeScore: nullable(Type.Number()),
    changeRank: nullable(Type.Integer()),
    direction: nullable(Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('same')])),
    quote: text,
  },
  closed,
);
export type Result = Static<typeof Result>;

export const Goal = Type.Object({ index: nullable(IndexName), quote: text, targets: Type.Array(Target) }, closed);
export type Goal = Static<typeof Goal>;

export const DocumentHead = Type.Object(
  {
    type: nullable(text),
    number: nullable(text),
    symbol: nullable(text),
    date: nullable(isoDate),
    year: nullable(Type.Integer()),
    place: nullable(text),
    issuer: nullable(text),
    title: nullable(text),
    signer: nullable(Signer),
    indices: Type.Array(IndexName),
    references: Type.Array(Reference),
    addressees: Type.Array(text),
    recipients: Type.Array(text),
    results: Type.Array(Result),
    goals: Type.Array(Goal),
  },
  closed,
);
export type DocumentHead = Static<typeof DocumentHead>;

export const DutyItem = Type.Object(
  { text, agencies: Type.Array(text), schedule: nullable(Schedule), targets: Type.Array(Target) },
  closed,
);
/** `section` is the printed number of the clause ("1"); `modality` request is đề nghị (the Front, party bodies). */
export const Duty = Type.Object(
  {
    section: nullable(text),
    modality: Type.Union([Type.Literal('assign'), Type.Literal('request')]),
    agencies: Type.Array(text),
    items: Type.Array(DutyItem),
  },
  closed,
);
export type Duty = Static<typeof Duty>;

export const Reporting = Type.Object(
  {
    who: Type.Array(text),
    what: nullable(text),
    to: nullable(text),
    via: nullable(text),
    schedule: nullable(Schedule),
    quote: text,
  },
  closed,
);
export type Reporting = Static<typeof Reporting>;

export const Group = Type.Object(
  { index: nullable(IndexName), dimension, name: text, directive: nullable(text), agencies: Type.Array(text) },
  closed,
);
export type Group = Static<typeof Group>;

export const FieldReading = Type.Object(
  { confidence: Type.Number({ minimum: 0, maximum: 1 }), source: FieldSource },
  closed,
);
export type FieldReading = Static<typeof FieldReading>;

/** The fields of a task a reader fills and an officer may correct. */
export const taskFields = {
  index: nullable(IndexName),
  dimension,
  component: nullable(text),
  codes: Type.Array(text),
  text,
  result: nullable(text),
  lead: Type.Array(text),
  implement: Type.Array(text),
  cooperate: Type.Array(text),
  monitor: Type.Array(text),
  time: nullable(text),
  schedule: nullable(Schedule),
  targets: Type.Array(Target),
};
export const TaskFields = Type.Object(taskFields, closed);
export type TaskFields = Static<typeof TaskFields>;
export type TaskField = keyof TaskFields;

export const Task = Type.Object(
  { ...taskFields, source: Source, fields: Type.Record(Type.String(), FieldReading), notes: Type.Array(text) },
  closed,
);
export type Task = Static<typeof Task>;

export const Warning = Type.Object({ code: text, message: text, source: nullable(Source) }, closed);
export type Warning = Static<typeof Warning>;

export const Reading = Type.Object(
  {
    document: DocumentHead,
    duties: Type.Array(Duty),
    reporting: Type.Array(Reporting),
    groups: Type.Array(Group),
    tasks: Type.Array(Task),
    warnings: Type.Array(Warning),
  },
  { ...closed, title: 'Reading', description: 'What one official plan says' },
);
export type Reading = Static<typeof Reading>;

/** Agency roles of a task, in the order screens show them. */
export const roles = ['lead', 'implement', 'cooperate', 'monitor'] as const;
export type Role = (typeof roles)[number];
