import Type, { type Static, type TSchema } from 'typebox';
import { isPlainDate } from '../kernel/plain-date.ts';
import { closed, nullable } from '../kernel/shapes.ts';
import type { ConcreteChange } from './concrete/model.ts';
import type { Act, DifficultyAct } from './model.ts';

/**
 * Acts as schemas, for those that come from outside. What only the product does itself (`move` when the calendar changes,
 * `supersede` when a plan is issued again) is not among them. Lengths are far above what anybody writes by hand.
 */

// PostgreSQL keeps no NUL character, and nobody types one.
const withoutNul = '^[^\\u0000]*$';
export const some = Type.String({ minLength: 1, maxLength: 5_000, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });
export const note = nullable(Type.String({ maxLength: 5_000, pattern: withoutNul }));
export const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const Id = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
});
/** Twice what one unit can owe in a year under the largest plans seen. */
const ids = Type.Array(Id, { maxItems: 500 });

const act = (kind: Act['kind'], properties: Record<string, TSchema> = {}) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

const change = (kind: ConcreteChange['kind'], properties: Record<string, TSchema> = {}) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

const village = Type.String({ minLength: 1, maxLength: 200, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });
/** Twice what the largest commune has. */
const villages = Type.Array(village, { maxItems: 300 });

const changes = [
  change('add', { text: some, product: note, due: nullable(day), villages }),
  change('text', { text: some }),
  change('product', { product: note }),
  change('due', { due: nullable(day) }),
  change('villages', { add: villages, remove: villages }),
  change('tick', { village, on: nullable(day) }),
  change('done', { on: nullable(day) }),
  change('remove'),
];

const acts = [
  act('accept'),
  act('hand-on', { divisionId: nullable(Id), officerId: nullable(Id), note }),
  act('progress', { percent: Type.Integer({ minimum: 0, maximum: 100 }), note }),
  act('evidence', { what: some, address: nullable(Type.String({ maxLength: 2_000, pattern: withoutNul })) }),
  act('complete', { on: day, note, serves: ids, servedBy: Type.Null() }),
  act('return', { reason: some, due: nullable(day) }),
  act('extend', { due: day, reason: some, grantedBy: some }),
  act('ask-extension', { due: day, reason: some }),
  act('decline', { reason: some }),
  act('date', { due: day }),
  act('cancel', { reason: some }),
  act('reassign', { agencyId: Id, reason: some }),
  act('concrete', { concreteId: Id, change: Type.Union(changes) }),
  act('undo', { of: Id }),
];

export const ActSchema = Type.Unsafe<Act>(Type.Union(acts));

/** What the browser sends: an act under an id of its making, about one occurrence or the whole assignment. */
export const SentAction = Type.Object({ id: Id, occurrenceId: nullable(Id), act: ActSchema }, closed);
export type SentAction = Static<typeof SentAction>;

const difficultyAct = (kind: DifficultyAct['kind'], properties: Record<string, TSchema>) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

const difficultyActs = [
  difficultyAct('answer', { text: some, on: day }),
  difficultyAct('forward', { agencyId: Id, reason: some, answerBy: nullable(day) }),
  difficultyAct('amend', { planId: nullable(Id), note: some }),
  difficultyAct('withdraw', { reason: some }),
  difficultyAct('close', { note }),
  difficultyAct('reopen', { reason: some }),
];

export const DifficultyActSchema = Type.Unsafe<DifficultyAct>(Type.Union(difficultyActs));

/** A difficulty as it is raised; without a receiver it goes to whoever can answer. */
export const RaisedDifficulty = Type.Object(
  {
    id: Id,
    itemId: Id,
    assignmentId: nullable(Id),
    agencyId: Id,
    text: some,
    toAgencyId: nullable(Id),
    answerBy: nullable(day),
  },
  closed,
);
export type RaisedDifficulty = Static<typeof RaisedDifficulty>;

/** A day that no calendar has ("2026-02-31"), anywhere in what was sent: the pattern lets it through. */
export function findNoDay(sent: unknown): string | undefined {
  if (typeof sent === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(sent) && !isPlainDate(sent) ? sent : undefined;
  if (typeof sent !== 'object' || sent === null) return undefined;
  for (const part of Object.values(sent)) {
    const found = findNoDay(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
