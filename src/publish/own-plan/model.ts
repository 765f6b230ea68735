import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';

/** A unit's own plan while it is drafted: what follows from the mother plan, and what the unit made of it. */

const text = Type.String();
const withoutNul = '^[^\\u0000]*$';
const written = (maxLength: number) => Type.String({ maxLength, pattern: withoutNul });
const some = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });

/** `mother`: what the mother plan says of it; null for a task the unit added. `dropped`: why the unit leaves it out. */
export const OwnTask = Type.Object(
  {
    id: text,
    mother: nullable(Type.Object({ text, time: nullable(text) }, closed)),
    component: nullable(text),
    text,
    result: nullable(text),
    time: nullable(text),
    division: nullable(text),
    dropped: nullable(text),
  },
  closed,
);
export type OwnTask = Static<typeof OwnTask>;

/** `basis`: the grounds, one a line, the mother plan among them. `head`: who answers for the plan by name. */
export const OwnDraft = Type.Object(
  { title: text, head: nullable(text), basis: Type.Array(text), tasks: Type.Array(OwnTask) },
  closed,
);
export type OwnDraft = Static<typeof OwnDraft>;

export const taskFields = ['text', 'result', 'time', 'division'] as const;
export type TaskField = (typeof taskFields)[number];

const id = Type.String({ pattern: '^[0-9a-fA-F-]{36}$' });
/** Prose is found by its first words: assignment/items.ts. */
const task = some(400);
const edit = <K extends string, P extends Record<string, Type.TSchema>>(kind: K, properties: P) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

/** One change of a draft. A task that is dropped says why; `undo` of an undo is a redo. */
export const OwnEdit = Type.Union([
  edit('title', { value: some(2_000) }),
  edit('head', { value: written(200) }),
  edit('basis', { value: Type.Array(some(1_000), { maxItems: 40 }) }),
  edit('task', { task, field: oneOf(...taskFields), value: written(10_000) }),
  edit('add', { task: id, after: nullable(task), value: some(10_000) }),
  edit('drop', { task, reason: some(2_000) }),
  edit('keep', { task }),
  edit('undo', { of: id }),
]);
export type OwnEdit = Static<typeof OwnEdit>;

/** What the browser sends and the log holds: under an id of the sender's making, so that twice counts once. */
export const SentEdit = Type.Object({ id, act: OwnEdit }, closed);
export type SentEdit = Static<typeof SentEdit>;

/**
 * What a unit's plan is held against: it names its head; it divides the work; it has all tasks of the mother plan for the
 * unit; no day of it is later than the mother plan's.
 */
export const contents = ['head', 'division', 'tasks', 'days'] as const;

/** `task`: which of the draft's tasks, or of the mother plan's where it is not there. */
export const Check = Type.Object(
  {
    what: oneOf(...contents),
    ok: Type.Boolean(),
    missing: Type.Array(Type.Object({ task: nullable(text), said: text }, closed)),
  },
  closed,
);
export type Check = Static<typeof Check>;

/** Which task of a unit's plan, counted from the first, carries out which item of the mother plan. */
export const TaskLink = Type.Object({ at: Type.Integer({ minimum: 0, maximum: 5_000 }), key: text }, closed);
export type TaskLink = Static<typeof TaskLink>;
