import Type, { type Static } from 'typebox';
import { Id, some } from '../../assignment/act.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { TargetOp } from '../../plan/model.ts';
import { type EvidenceKind, evidenceKinds } from '../evidence/model.ts';
import { measureKinds } from '../measure/model.ts';
import { everies } from './period.ts';

/**
 * An indicator (chỉ tiêu): a measurable result, what it is made of, whom it is asked of and what it is held against. Its kind is that of
 * a report's measure, for they are the same figures.
 */

const withoutNul = '^[^\\u0000]*$';
const words = (maxLength: number) => Type.String({ maxLength, pattern: withoutNul });
const maybe = nullable(words(300));
const year = Type.Integer({ minimum: 1990, maximum: 2199 });

/** How the figures of months come to one of a longer time: a flow is summed, a stock is as it stood last, a level is averaged. */
export const overs = ['sum', 'last', 'mean'] as const;
export type Over = (typeof overs)[number];

/** Who gives the figures: those who owe its task, every people's committee of the communes, or agencies by name. */
export const Givers = Type.Union([
  Type.Object({ of: Type.Literal('item') }, closed),
  Type.Object({ of: Type.Literal('communes') }, closed),
  Type.Object({ of: Type.Literal('agencies'), ids: Type.Array(Id, { minItems: 1, maxItems: 500 }) }, closed),
]);
export type Givers = Static<typeof Givers>;

/** Made of evidence: pieces of a kind, counted, or one of their numbers summed. */
export const FromEvidence = Type.Object(
  { kind: oneOf<EvidenceKind>(...evidenceKinds), field: nullable(words(40)) },
  closed,
);
export type FromEvidence = Static<typeof FromEvidence>;

/** `agencyId`: of that unit alone, where it differs from what all are held against. */
export const IndicatorTarget = Type.Object(
  { year, agencyId: nullable(Id), op: TargetOp, value: Type.Number() },
  closed,
);
export type IndicatorTarget = Static<typeof IndicatorTarget>;

/** `year` as printed: a year, or a stretch of years. */
export const Baseline = Type.Object(
  { agencyId: nullable(Id), year: words(40), value: Type.Number(), source: maybe },
  closed,
);
export type Baseline = Static<typeof Baseline>;

export const Definition = Type.Object(
  {
    name: some,
    /** as printed: "%", "cuộc", "triệu đồng" */
    unit: words(40),
    kind: oneOf(...measureKinds),
    over: oneOf(...overs),
    better: oneOf('up', 'down'),
    every: oneOf(...everies),
    index: maybe,
    component: maybe,
    code: maybe,
    givers: Givers,
    source: Type.Object({ kind: oneOf('system', 'paper'), name: maybe }, closed),
    evidence: nullable(FromEvidence),
    /** whether a target that is summed is each unit's ("mỗi xã 02 cuộc") or that of all together */
    applies: oneOf('each', 'whole'),
    targets: Type.Array(IndicatorTarget, { maxItems: 1000 }),
    baselines: Type.Array(Baseline, { maxItems: 1000 }),
  },
  closed,
);
export type Definition = Static<typeof Definition>;

/** Where a figure comes from. `report`: it was given in a report of the unit; `form`: in a form
 * the lead received; `evidence`: summed, nobody stated it. */
export type Origin =
  | { kind: 'typed' }
  | { kind: 'imported'; importId: string; file: string; row: number }
  | { kind: 'report'; reportId: string }
  | { kind: 'form'; answerId: string; form: string }
  | { kind: 'undone'; importId: string }
  | { kind: 'evidence'; pieces: number };

export const kindWords = {
  share: 'Tỷ lệ (số đạt được trên tổng số)',
  sum: 'Số đếm, cộng dồn',
  mean: 'Mức (điểm, ngày…), lấy trung bình',
  change: 'Tăng, giảm so với gốc',
} as const satisfies Record<Definition['kind'], string>;

export const overWords: Record<Over, string> = {
  sum: 'Cộng các tháng',
  last: 'Lấy tháng cuối có số liệu',
  mean: 'Trung bình các tháng',
};
