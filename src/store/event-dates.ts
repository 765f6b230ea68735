import { sql } from 'kysely';
import { type Awaiting, dateEvent, type EventDating } from '../assignment/event/date.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { lockAssignments } from './assignment-log.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';

/** Events the plan waits for: their day, entered once for all who owe an item. */

export type EventDay = {
  event: string;
  due: PlainDate;
  /** whether days that agencies entered themselves are written over */
  overwrite: boolean;
  /** for whom it is entered */
  agencyId: string | null;
  at: Date;
  /** today in Vietnam */
  day: PlainDate;
};

export type EventDated = Omit<EventDating, 'acts'> & { acts: string[] };

/** Dates an event for all who owe the item; tells how many, and the acts that take it back. One audit entry for all. */
export async function dateEventFor(
  trx: Transaction,
  actor: Actor,
  itemId: string,
  { event, due, overwrite, agencyId, at, day }: EventDay,
): Promise<EventDated> {
  const awaiting = await lockAwaiting(trx, actor.tenantId, itemId, event);
  if (awaiting.length === 0) throw new Problem('not-found', { what: 'sự kiện này của nhiệm vụ' });
  const { acts, ...counts } = dateEvent(awaiting, due, overwrite);
  const sent = acts.map((act): SentAct => ({ id: newId(), agencyId, ...act }));
  if (sent.length > 0) {
    await appendActs(trx, actor, sent, { source: 'web', at, day, quiet: true });
    const { tenantId: tenant, officerId } = actor;
    const details = { due, overwrite, ...counts };
    await audit(trx, { tenant, actor: officerId, action: 'work-item.event-dated', subject: itemId, details });
  }
  return { ...counts, acts: sent.map(({ id }) => id) };
}

/** What waits for the event or got its day, taken for this transaction: a unit that enters its own day meanwhile waits. */
async function lockAwaiting(trx: Transaction, tenantId: string, itemId: string, event: string): Promise<Awaiting[]> {
  const find = () =>
    sql<Awaiting>`
      select o.id, o.assignment_id as "assignmentId", o.status, o.due from occurrence o
      join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
      where o.tenant_id = ${tenantId} and o.item_id = ${itemId} and o.event = ${event} and a.closed is null
      order by o.id`.execute(trx);
  const ids = (await find()).rows.map(({ assignmentId }) => assignmentId);
  await lockAssignments(trx, tenantId, [...new Set(ids)]);
  return (await find()).rows;
}

/** Takes back days an officer has entered for all of an item; what was taken back already is left. Tells how many. */
export async function undoEventDates(
  trx: Transaction,
  actor: Actor,
  itemId: string,
  { acts, agencyId, at, day }: Pick<EventDay, 'agencyId' | 'at' | 'day'> & { acts: readonly string[] },
): Promise<number> {
  const { tenantId, officerId } = actor;
  const { rows } = await sql<{ id: string; assignmentId: string }>`
    select x.id, x.assignment_id as "assignmentId" from assignment_action x
    join assignment a on a.tenant_id = x.tenant_id and a.id = x.assignment_id
    where x.tenant_id = ${tenantId} and x.id = any(${[...acts]}::uuid[]) and x.by = ${officerId} and a.item_id = ${itemId}
      and x.source = 'web' and x.act ->> 'kind' in ('date', 'move')`.execute(trx);
  if (rows.length < new Set(acts).size) throw new Problem('not-found', { what: 'lần nhập ngày này' });
  const undos = rows.map(
    ({ id, assignmentId }): SentAct => ({
      ...{ id: newId(), assignmentId, occurrenceId: null, agencyId, act: { kind: 'undo', of: id } },
    }),
  );
  const { taken } = await appendActs(trx, actor, undos, { source: 'web', at, day, quiet: true, skipRefused: true });
  const details = { taken };
  if (taken > 0)
    await audit(trx, {
      tenant: tenantId,
      actor: officerId,
      action: 'work-item.event-date-undone',
      subject: itemId,
      details,
    });
  return taken;
}
