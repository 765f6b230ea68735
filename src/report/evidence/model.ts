import Type, { type Static, type TProperties } from 'typebox';
import { day, some } from '../../assignment/act.ts';
import { closed, nullable } from '../../kernel/shapes.ts';

/**
 * What proves that work was done (tài liệu kiểm chứng), typed as the plans name it. `null`: not stated, which is never zero.
 * What each field is called stands in words.ts.
 */

const withoutNul = '^[^\\u0000]*$';
const maybe = nullable(Type.String({ maxLength: 1_000, pattern: withoutNul }));
const maybeDay = nullable(day);
const count = nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 }));

const piece = <K extends string, P extends TProperties>(kind: K, fields: P) =>
  Type.Object({ kind: Type.Literal(kind), ...fields }, closed);

const shapes = {
  /** an official document */
  document: piece('document', { subject: some, number: maybe, day: maybeDay, issuer: maybe }),
  /** an article or page; `snapshot`: the SHA-256 of the picture or print of it that was kept beside it */
  page: piece('page', {
    address: some,
    title: maybe,
    day: maybeDay,
    snapshot: nullable(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  }),
  broadcast: piece('broadcast', { station: some, from: day, to: maybeDay, times: maybe, count }),
  /** a picture, a sound, a film */
  media: piece('media', { subject: some, day: maybeDay, place: maybe }),
  training: piece('training', { topic: some, day, classes: count, participants: count, of: count }),
  meeting: piece('meeting', { subject: some, day, minutes: maybe, participants: count, asked: count, answered: count }),
  inspection: piece('inspection', { by: some, day, record: maybe, findings: count, remedied: count }),
  disclosure: piece('disclosure', { what: some, where: some, from: day, to: maybeDay }),
};

export const Evidence = Type.Union(Object.values(shapes) as [(typeof shapes)[EvidenceKind]]);
export type Evidence = Static<(typeof shapes)[EvidenceKind]>;
export type EvidenceKind = keyof typeof shapes;
export type EvidenceOf<K extends EvidenceKind> = Static<(typeof shapes)[K]>;

export const evidenceKinds = Object.keys(shapes) as EvidenceKind[];

/** The day a piece is of: when it was signed, held, or began. */
export const dayOf = (one: Evidence): string | null => ('from' in one ? one.from : one.day);
