import { sayNumber } from '../../../src/kernel/number.ts';
import type { Nudged } from '../../api-follow.ts';
import { toProblem } from '../../problem.ts';

/** The server urges so many at once. */
const most = 500;

/** What urging has come to so far, and how many are left to be urged. */
export type Urging = {
  reminded: number;
  /** people who were told; null where several portions may have reached the same */
  people: number | null;
  skipped: Nudged['skipped'];
  /** of portions in which nobody was left to tell */
  nothing: number;
  left: number;
};

type Doors = {
  send: (portion: readonly string[]) => Promise<Nudged>;
  /** told after each portion */
  onPart: (so: Urging) => void;
  /** whether somebody wants to stop */
  stopped: () => boolean;
  size?: number;
};

/**
 * Urges many in portions the server takes, one after the other. Somebody may stop between two; what was urged stays urged, and is
 * not urged again on the same day when one goes on. Where nothing at all can be urged, or the first portion fails, the reason comes
 * as an error; a later failure leaves the rest for another time.
 */
export async function urgeAll(ids: readonly string[], { send, onPart, stopped, size = most }: Doors): Promise<Urging> {
  const so: Urging = { reminded: 0, people: null, skipped: [], nothing: 0, left: ids.length };
  let last: unknown;
  while (so.left > 0 && !stopped()) {
    const portion = ids.slice(ids.length - so.left, ids.length - so.left + size);
    try {
      const { reminded, people, skipped } = await send(portion);
      so.reminded += reminded;
      so.skipped = [...so.skipped, ...skipped];
      so.people = portion.length === ids.length ? people : null;
    } catch (error) {
      last = error;
      if (toProblem(error).code !== 'nothing-to-remind') break;
      so.nothing += portion.length;
    }
    so.left -= portion.length;
    onPart({ ...so });
  }
  if (so.reminded === 0 && last !== undefined) throw last;
  return so;
}

const why = {
  settled: 'đã xong',
  nobody: 'đơn vị chưa có người nhận thông báo',
  today: 'hôm nay đã nhắc',
} as const;

export function sayUrged({ reminded, people, skipped, nothing, left }: Urging): string {
  const reasons = [...Map.groupBy(skipped, (one) => one.why)].map(
    ([name, list]) => `${sayNumber(list.length)} việc ${why[name]}`,
  );
  if (nothing > 0) reasons.push(`${sayNumber(nothing)} việc đã xong hoặc đã nhắc`);
  const whom = people === null ? '' : ` tới ${sayNumber(people)} người`;
  const told = [`Đã nhắc ${sayNumber(reminded)} việc${whom}`, reasons.join(', ')].filter(Boolean).join('; ');
  return left > 0 ? `${told}. Còn ${sayNumber(left)} việc chưa nhắc, bấm nhắc lần nữa để tiếp tục.` : `${told}.`;
}
