import Type, { type Static, type TSchema } from 'typebox';
import { isPlainDate } from '../kernel/plain-date.ts';
import { closed, nullable } from '../kernel/shapes.ts';
import { IndexName, SimpleSchedule, TargetOp, type TaskField } from './model.ts';
import type { HeadField, ReviewAct } from './review.ts';

/**
 * `ReviewAct` as a schema, for acts that come from outside. The lengths are far above anything a plan holds; they keep
 * one request from filling the database.
 */

// PostgreSQL keeps no NUL character, and no document has one.
const withoutNul = '^[^\\u0000]*$';
const line = Type.String({ maxLength: 2_000, pattern: withoutNul });
const long = Type.String({ maxLength: 50_000, pattern: withoutNul });
const names = Type.Array(line, { maxItems: 200 });

/** "t12" of the reading, or an id the browser made. */
export const DraftId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const ids = Type.Array(DraftId, { minItems: 1, maxItems: 10_000 });

const LimitedTarget = Type.Object(
  {
    subject: nullable(line),
    op: TargetOp,
    value: nullable(Type.Number()),
    unit: nullable(line),
    baseline: nullable(line),
    quote: long,
  },
  closed,
);
const LimitedSchedule = Type.Union([
  SimpleSchedule,
  Type.Object({ kind: Type.Literal('several'), parts: Type.Array(SimpleSchedule, { maxItems: 50 }) }, closed),
]);

const taskValues: Record<TaskField, TSchema> = {
  index: nullable(IndexName),
  dimension: nullable(Type.Union([Type.Integer({ minimum: 1, maximum: 8 }), line])),
  component: nullable(line),
  codes: names,
  text: long,
  result: nullable(long),
  lead: names,
  implement: names,
  cooperate: names,
  monitor: names,
  time: nullable(line),
  schedule: nullable(LimitedSchedule),
  targets: Type.Array(LimitedTarget, { maxItems: 100 }),
};

const headValues: Record<HeadField, TSchema> = {
  type: nullable(line),
  number: nullable(line),
  symbol: nullable(line),
  date: nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  year: nullable(Type.Integer({ minimum: 1900, maximum: 2199 })),
  place: nullable(line),
  issuer: nullable(line),
  title: nullable(line),
  indices: Type.Array(IndexName, { maxItems: 7 }),
};

const act = (kind: ReviewAct['kind'], properties: Record<string, TSchema>) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

const acts = [
  ...Object.entries(taskValues).map(([field, value]) =>
    act('set', { task: DraftId, field: Type.Literal(field), value }),
  ),
  ...Object.entries(headValues).map(([field, value]) => act('set-head', { field: Type.Literal(field), value })),
  act('accept', { tasks: ids }),
  act('reopen', { tasks: ids }),
  act('add', { task: DraftId, after: nullable(DraftId) }),
  act('remove', { task: DraftId }),
  act('split', { task: DraftId, into: DraftId, at: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  act('merge', { task: DraftId, into: DraftId }),
  act('move', { task: DraftId, after: nullable(DraftId) }),
  act('undo', { of: DraftId }),
];

export const ReviewActSchema = Type.Unsafe<ReviewAct>(Type.Union(acts));

/** What the browser sends: an act under an id of its making. */
export const ReviewActionSchema = Type.Object({ id: DraftId, act: ReviewActSchema }, closed);
export type ReviewActionSchema = Static<typeof ReviewActionSchema>;

/** A day in an act that no calendar has ("2026-02-31"): the pattern lets it through, a screen would show it moved. */
export function findNoDay(act: ReviewAct): string | undefined {
  if (act.kind === 'set-head') return act.field === 'date' ? noDay(act.value) : undefined;
  if (act.kind !== 'set' || act.field !== 'schedule' || act.value === null) return undefined;
  const parts = act.value.kind === 'several' ? act.value.parts : [act.value];
  return parts
    .flatMap((part) => (part.kind === 'window' ? [part.from, part.to] : part.kind === 'deadline' ? [part.by] : []))
    .find(noDay);
}

const noDay = (text: string | null): string | undefined => (text !== null && !isPlainDate(text) ? text : undefined);
