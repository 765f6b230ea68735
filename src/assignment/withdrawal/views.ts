import Type, { type Static } from 'typebox';
import { closed } from '../../kernel/shapes.ts';

/** What leaves the API about taking back what was issued by mistake. Times are ISO 8601 with zone (UTC). */

const text = Type.String();
const count = Type.Integer();

export const WithdrawalView = Type.Object(
  {
    /** what a withdrawal would take back; nothing where the plan is not issued, or was withdrawn since */
    items: count,
    agencies: count,
    /** on how many assignments somebody has begun, which keeps it from being withdrawn, and a few of them */
    begun: count,
    begunFirst: Type.Array(Type.Object({ agency: text, text, kind: text }, closed)),
    /** every withdrawal, the latest first; `no`: the last time the plan had been issued by then */
    withdrawals: Type.Array(Type.Object({ no: count, at: text, by: text, reason: text }, closed)),
  },
  closed,
);
export type WithdrawalView = Static<typeof WithdrawalView>;

/** The reason of a withdrawal as it is sent. */
export const Withdrawing = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 2_000, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' }) },
  closed,
);
