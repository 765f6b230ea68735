import Type, { type Static, type TSchema } from 'typebox';
import { day, Id, note, some } from '../../assignment/act.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { type KeeperAct, type OwnerAct, sources } from './model.ts';

/** What comes from outside about recommendations. */

const Day = Type.Unsafe<PlainDate>(day);
const line = nullable(Type.String({ minLength: 1, maxLength: 300, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }));
const asked = { text: some, agencyId: Id, due: nullable(Day) };

export const SentRecommendation = Type.Object(
  {
    id: Id,
    source: oneOf(...sources),
    paper: Type.Object({ what: some, number: line, date: nullable(Day), issuer: line }, closed),
    ...asked,
  },
  closed,
);
export type SentRecommendation = Static<typeof SentRecommendation>;

const act = (kind: KeeperAct['kind'], properties: Record<string, TSchema>) =>
  Type.Object({ kind: Type.Literal(kind), ...properties }, closed);

export const SentKeeperAct = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<KeeperAct>(
      Type.Union([
        act('change', { ...asked, reason: some }),
        act('close', { note }),
        act('reopen', { reason: some }),
        act('withdraw', { reason: some }),
      ]),
    ),
  },
  closed,
);

export const SentOwnerAct = Type.Object(
  {
    id: Id,
    act: Type.Unsafe<OwnerAct>(
      Type.Object(
        {
          kind: Type.Literal('progress'),
          percent: Type.Integer({ minimum: 0, maximum: 100 }),
          text: some,
          without: note,
        },
        closed,
      ),
    ),
  },
  closed,
);
