import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { lockAssignments } from './assignment-log.ts';
import type { Database, Transaction } from './db.ts';

/** What an agency holds, by what its successor may be told. */
export type HeldWork = {
  assignmentId: string;
  itemId: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
  text: string;
};

/** Who takes over a piece of work; undefined where it stays. Of an agency that is merged whole: always the one. */
export type Successor = (work: HeldWork) => string | undefined;

export type Reassigning = {
  from: string;
  to: Successor;
  /** the day the reorganisation takes effect; a report as of a day before shows things as they were */
  effective: PlainDate;
  at: Date;
  reason: string;
};

/** What of an agency's work is open, for the list that is shown before it is moved. */
export async function listHeldWork(db: Database, tenantId: string, agencyId: string): Promise<HeldWork[]> {
  const { rows } = await sql<HeldWork>`
    select a.id as "assignmentId", i.id as "itemId", i.index_name as index, i.dimension, i.component, i.text
    from assignment a join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    where a.tenant_id = ${tenantId} and a.closed is null and (a.agency_id = ${agencyId} or exists (
      select from occurrence o where o.tenant_id = a.tenant_id and o.assignment_id = a.id and o.agency_id = ${agencyId}
        and o.status in ('waiting', 'open', 'in-progress', 'returned')))
    order by i.plan_id, i.position, a.id`.execute(db);
  return rows;
}

/**
 * Moves the open work of an agency to who takes over, in the transaction of the reorganisation and told by its audit entry.
 * Assignments keep their ids, days, evidence and history; what is settled stays with who did it.
 */
export async function reassignAll(
  trx: Transaction,
  actor: Actor,
  { from, to, effective, at, reason }: Reassigning,
): Promise<{ assignments: number; occurrences: number; difficulties: number; stayed: HeldWork[] }> {
  const held = await listHeldWork(trx, actor.tenantId, from);
  const successors = new Map(held.map((work) => [work.assignmentId, to(work)]));
  const moving = held.filter(({ assignmentId }) => (successors.get(assignmentId) ?? from) !== from);
  const logged = await lockAssignments(
    trx,
    actor.tenantId,
    moving.map(({ assignmentId }) => assignmentId),
  );
  const acts = logged.flatMap(({ row, occurrences }): SentAct[] => {
    const agencyId = successors.get(row.id) ?? from;
    const act = { kind: 'reassign', agencyId, reason } as const;
    if (row.agency_id === from) return [{ assignmentId: row.id, id: newId(), occurrenceId: null, act }];
    // Only single days had been given to the agency.
    return occurrences
      .filter((one) => one.agency_id === from && ['waiting', 'open', 'in-progress', 'returned'].includes(one.status))
      .map(({ id }) => ({ assignmentId: row.id, id: newId(), occurrenceId: id, act }));
  });
  await appendActs(trx, actor, acts, { source: 'reorganisation', at, day: effective, quiet: true });
  return {
    assignments: moving.length,
    occurrences: await countMoved(trx, actor.tenantId, acts),
    difficulties: await forwardDifficulties(trx, actor, { from, to, at, reason }),
    stayed: held.filter(({ assignmentId }) => (successors.get(assignmentId) ?? from) === from),
  };
}

async function countMoved(trx: Transaction, tenantId: string, acts: readonly SentAct[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from occurrence o
    where o.tenant_id = ${tenantId} and o.assignment_id = any(${acts.map(({ assignmentId }) => assignmentId)}::uuid[])
      and o.status in ('waiting', 'open', 'in-progress', 'returned')`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** Whoever takes over the work answers what waited for an answer from the agency, or raised it. */
async function forwardDifficulties(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { from, to, at, reason }: Pick<Reassigning, 'from' | 'to' | 'at' | 'reason'>,
): Promise<number> {
  const { rows } = await sql<HeldWork & { id: string; seq: number }>`
    select d.id, d.seq, d.assignment_id as "assignmentId", i.id as "itemId", i.index_name as index, i.dimension, i.component,
      i.text
    from difficulty d join work_item i on i.tenant_id = d.tenant_id and i.id = d.item_id
    where d.tenant_id = ${tenantId} and d.to_agency_id = ${from} and d.status = 'raised'
    order by d.id for update of d`.execute(trx);
  let moved = 0;
  for (const { id, seq, ...work } of rows) {
    const agencyId = to(work);
    if (agencyId === undefined || agencyId === from) continue;
    moved += 1;
    const act = JSON.stringify({ kind: 'forward', agencyId, reason, answerBy: null });
    await trx
      .insertInto('difficulty_action')
      .values({
        tenant_id: tenantId,
        difficulty_id: id,
        seq: seq + 1,
        id: newId(),
        at,
        by: officerId,
        agency_id: null,
        act,
      })
      .execute();
    await trx
      .updateTable('difficulty')
      .set({ to_agency_id: agencyId, seq: seq + 1 })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
  }
  return moved;
}
