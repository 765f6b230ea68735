import { sql } from 'kysely';
import { addDays } from '../calendar/days.ts';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { type Onward, onwardFrom } from '../place/directory/heirs.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { listHeldWork, reassignAll } from './assignment-reassign.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { loadDirectory, lockDirectory } from './directory.ts';
import { listEndedHolders } from './directory-inherit.ts';

/** Open work of agencies that are no more, which waits for a person to say whose it is. */

export type WaitingWork = { assignmentId: string; component: string | null; text: string; days: number };
export type WaitingHolder = { agencyId: string; onward: Onward; work: WaitingWork[] };

/** Agency by agency, with those who took over parts of its work. */
export async function listWaitingWork(
  db: Database,
  tenantId: string,
  today: PlainDate,
): Promise<{ directory: Directory; waiting: WaitingHolder[] }> {
  const holders = await listEndedHolders(db, tenantId, today);
  // The navigation asks on every screen, and mostly there is none.
  if (holders.length === 0) return { directory: { agencies: [], successions: [] }, waiting: [] };
  const directory = await loadDirectory(db, tenantId);
  const { rows } = await sql<WaitingWork & { agencyId: string }>`
    select o.agency_id as "agencyId", o.assignment_id as "assignmentId", i.component, i.text, count(*)::int as days
    from occurrence o join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
      join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where o.tenant_id = ${tenantId} and o.agency_id = any(${holders}::uuid[]) and p.removed_at is null
      and o.status in ('waiting', 'open', 'in-progress', 'returned')
    group by o.agency_id, o.assignment_id, i.component, i.text, i.plan_id, i.position
    order by i.plan_id, i.position, o.assignment_id`.execute(db);
  const ofEach = Map.groupBy(rows, ({ agencyId }) => agencyId);
  const waiting = holders.flatMap((agencyId): WaitingHolder[] => {
    const work = (ofEach.get(agencyId) ?? []).map(({ agencyId: _, ...one }) => one);
    const onward = onwardFrom(directory, agencyId, today);
    return onward && work.length > 0 ? [{ agencyId, onward, work }] : [];
  });
  return { directory, waiting };
}

export type HandingOver = { fromId: string; toId: string; assignmentIds: readonly string[] };

/** Gives such work to who is to do it, from the day after its agency ended. Tells how many assignments went. */
export async function handOver(
  trx: Transaction,
  actor: Actor,
  { fromId, toId, assignmentIds }: HandingOver,
  { today, at }: { today: PlainDate; at: Date },
): Promise<number> {
  const { tenantId, officerId } = actor;
  const directory = await lockDirectory(trx, tenantId);
  const onward = onwardFrom(directory, fromId, today);
  const from = findAgency(directory, fromId)?.spans.at(-1)?.name;
  const to = findAgency(directory, toId);
  if (!onward || from === undefined) throw new Problem('not-found', { what: 'việc chờ nơi nhận này' });
  if (!to || !spanOn(to, today))
    throw new Problem('agency-unknown', {
      what: to?.spans.at(-1)?.name ?? 'nơi nhận việc',
      on: formatPlainDate(today),
    });
  const wanted = new Set(assignmentIds);
  const work = (await listHeldWork(trx, tenantId, [fromId])).filter(({ assignmentId }) => wanted.has(assignmentId));
  const reason = `${from} đã kết thúc ngày ${formatPlainDate(onward.endedOn)}; cơ quan thường trực chọn nơi nhận`;
  const { assignments } = await reassignAll(
    trx,
    actor,
    work.map((one) => ({ fromId, work: one, toId })),
    { effective: addDays(onward.endedOn, 1), at, reason: () => reason },
  );
  const details = { from: fromId, to: toId, assignments };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.handed-over', subject: fromId, details });
  return assignments;
}
