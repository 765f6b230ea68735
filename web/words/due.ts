import { undoneActions } from '../../src/assignment/fold.ts';
import type { Act, Action } from '../../src/assignment/model.ts';
import { sayDay } from '../../src/kernel/plain-date.ts';
import type { HistoryEntry, Owed } from '../api-work.ts';
import { sayMoment } from './time.ts';

/** Why something is due on its day, told in one way on every screen. */

type Days = Pick<Owed, 'id' | 'printed' | 'due' | 'firstDue' | 'rule' | 'moved' | 'flags'>;

/** Where the paper prints no day, the settings of the tenant chose it. */
const chosen: readonly string[] = ['day-assumed', 'no-time-stated', 'period-assumed', 'as-prescribed'];

/** What the day is called that the last day to act was reckoned from. */
export const namePrintedDay = (flags: readonly string[]): string =>
  flags.some((flag) => chosen.includes(flag)) ? 'Ngày theo cài đặt' : 'Ngày trong văn bản';

/** Who gave it the day it has now, until when and why; undefined where nobody did, or it is not in the history. */
export function sayGiven(owed: Pick<Days, 'id' | 'due'>, history: readonly HistoryEntry[]): string | undefined {
  const log = history.map((entry) => ({ ...entry, act: entry.act as Act }));
  const undone = undoneActions(log as readonly Pick<Action, 'id' | 'act'>[]);
  const last = log.findLast(
    ({ id, act, occurrenceId }) =>
      (act.kind === 'extend' || act.kind === 'return') &&
      (occurrenceId === owed.id || occurrenceId === null) &&
      act.due === owed.due &&
      !undone.has(id),
  );
  if (!last || (last.act.kind !== 'extend' && last.act.kind !== 'return') || last.act.due === null) return undefined;
  const { act, by, at } = last;
  const recorded = `${by} ghi lúc ${sayMoment(at)}`;
  return act.kind === 'extend'
    ? `Gia hạn đến ${sayDay(act.due)}, người cho phép: ${act.grantedBy}; lý do: ${act.reason} (${recorded}).`
    : `Trả lại, làm lại chậm nhất ngày ${sayDay(last.act.due)}: ${act.reason} (${recorded}).`;
}

/** The lines of the explanation: the day of now first, then how the day it was issued with came about. */
export function explainDue(owed: Days, history: readonly HistoryEntry[] = []): string[] {
  const { printed, due, firstDue, rule, moved, flags } = owed;
  const from = printed && printed !== (firstDue ?? due) ? `${namePrintedDay(flags)}: ${sayDay(printed)}.` : '';
  if (firstDue === null || due === null) return [from, rule, moved ?? ''].filter(Boolean);
  const given = sayGiven(owed, history) ?? `Được giao lại ngày ${sayDay(due)} sau khi giao việc.`;
  return [given, `Hạn ban đầu ${sayDay(firstDue)}.`, from, rule, moved ?? ''].filter(Boolean);
}

/** The same in one line. */
export const sayWhyDue = (owed: Days, history: readonly HistoryEntry[] = []): string =>
  explainDue(owed, history).join(' ');
