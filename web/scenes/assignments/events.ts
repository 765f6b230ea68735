import type { EventDatedView } from '../../../src/assignment/event/views.ts';
import type { AssignmentLine } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { type Role, roles } from '../../../src/people/model.ts';
import type { Session } from '../../../src/people/views.ts';
import { holdsFor } from '../../state/reach.ts';

/** Events a task waits for, over all who owe it. */

/** One event: so many wait for its day, so many have one, and which; so many are done. */
export type WaitedEvent = {
  event: string;
  waiting: number;
  dated: number;
  done: number;
  days: { due: string; count: number }[];
};

/** The events of a task that somebody still waits for or has a day for, in the order they are found. */
export function findEvents(assignments: readonly AssignmentLine[]): WaitedEvent[] {
  const owed = assignments.filter(({ closed }) => closed === null).flatMap(({ occurrences }) => occurrences);
  const meant = owed.filter(({ event, status }) => event !== null && status !== 'cancelled' && status !== 'superseded');
  return [...Map.groupBy(meant, ({ event }) => event ?? '')]
    .map(([event, all]) => {
      const open = all.filter(({ status, due }) => status !== 'done' && due !== null);
      const byDay = Map.groupBy(open, ({ due }) => due ?? '');
      return {
        event,
        waiting: all.filter(({ due }) => due === null).length,
        dated: open.length,
        done: all.filter(({ status }) => status === 'done').length,
        days: [...byDay].map(([due, some]) => ({ due, count: some.length })).sort((a, b) => a.due.localeCompare(b.due)),
      };
    })
    .filter(({ waiting, dated }) => waiting + dated > 0);
}

/** "22 đơn vị chờ nhập ngày; 2 đơn vị đã có ngày (01/03/2026: 2); 1 đơn vị đã xong" */
export function sayEvent({ waiting, dated, done, days }: WaitedEvent): string {
  const told = days.slice(0, shown).map(({ due, count }) => `${sayDay(due)}: ${sayNumber(count)}`);
  const more = days.length > shown ? `; ${sayNumber(days.length - shown)} ngày khác` : '';
  const parts = [
    waiting > 0 && `${sayNumber(waiting)} đơn vị chờ nhập ngày`,
    dated > 0 && `${sayNumber(dated)} đơn vị đã có ngày (${told.join('; ')}${more})`,
    done > 0 && `${sayNumber(done)} đơn vị đã xong`,
  ];
  return parts.filter(Boolean).join('; ');
}
const shown = 3;

/** What entering a day would do, before it is done; undefined where nothing would change. */
export function sayDating(event: WaitedEvent, due: string, overwrite: boolean, today: string): string | undefined {
  const others = event.dated - (event.days.find((day) => day.due === due)?.count ?? 0);
  const changed = overwrite ? others : 0;
  if (event.waiting + changed === 0) return undefined;
  const kept = event.dated - changed;
  const parts = [
    event.waiting > 0 && `${sayNumber(event.waiting)} đơn vị đang chờ phải xong ngày ${sayDay(due)}`,
    changed > 0 && `${sayNumber(changed)} đơn vị đổi sang ngày này`,
    kept > 0 && `${sayNumber(kept)} đơn vị giữ ngày đã có`,
    due < today && 'ngày này đã qua nên các đơn vị quá hạn ngay',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** What was done, for the message with the way back. */
export function sayDated({ dated, changed, kept }: EventDatedView, due: string): string {
  if (dated + changed === 0) return 'Các đơn vị đã có ngày, không có gì thay đổi.';
  const keeps = kept > 0 ? `; ${sayNumber(kept)} đơn vị giữ ngày đã có` : '';
  return `Đã nhập ngày ${sayDay(due)} cho ${sayNumber(dated + changed)} đơn vị${keeps}.`;
}

/** Whether whoever is here may enter days for all: the focal office, and who leads or monitors the task without owing it. */
export const mayDate = (session: Session | undefined, assignments: readonly AssignmentLine[]): boolean =>
  (session?.roles.some(({ role, agencies }) => daters.includes(role) && agencies === 'all') ?? false) ||
  assignments.some(
    ({ role, owes, closed, agencyId }) =>
      (role === 'lead' || role === 'monitor') && !owes && closed === null && holdsFor(session, daters, agencyId),
  );
const daters: readonly Role[] = roles.filter((role) => role === 'focal' || role === 'lead' || role === 'monitor');
