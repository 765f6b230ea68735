import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { storable } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { insertRows } from './assignment-rows.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { type Begun, findBegun } from './issues-withdraw-begun.ts';
import { giveBackSuperseded } from './issues-withdraw-superseded.ts';
import { lockPlan } from './plans.ts';

/** Taking back what was issued by mistake, while nobody has acted on it. */

export type Withdrawal = { no: number; at: Date; by: string; reason: string; counts: Record<string, number> };

export type WithdrawalState = {
  /** what a withdrawal would take back; nothing where the plan is not issued, or was withdrawn since */
  items: number;
  agencies: number;
  begun: Begun;
  /** every withdrawal, the latest first */
  withdrawals: Withdrawal[];
};

export async function getWithdrawalState(db: Database, tenantId: string, planId: string): Promise<WithdrawalState> {
  const { rows } = await sql<{ items: number; agencies: number }>`
    select count(distinct i.id)::int as items, count(distinct a.agency_id)::int as agencies
    from work_item i join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id and a.closed is null
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.withdrawn_at is null`.execute(db);
  const { items, agencies } = rows[0] ?? { items: 0, agencies: 0 };
  return {
    ...{ items, agencies, begun: await findBegun(db, tenantId, planId) },
    withdrawals: await listWithdrawals(db, tenantId, planId),
  };
}

const listWithdrawals = (db: Database, tenantId: string, planId: string): Promise<Withdrawal[]> =>
  db
    .selectFrom('issue_withdrawal as w')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'w.tenant_id').onRef('officer.id', '=', 'w.by'),
    )
    .select(['w.no', 'w.at', 'officer.name as by', 'w.reason', 'w.counts'])
    .where('w.tenant_id', '=', tenantId)
    .where('w.plan_id', '=', planId)
    .orderBy('w.no', 'desc')
    .execute();

/** How the reason of such an act begins, so that histories say it as it is. */
export const withdrawnBecause = 'Thu hồi việc giao';

/**
 * Takes back all that was issued of a plan, refused where somebody has begun. Histories keep it with the reason; a plan whose
 * place it had taken has its open work again. Issuing once more brings it back.
 */
export async function withdrawIssue(
  trx: Transaction,
  actor: Actor,
  planId: string,
  { reason, at, day }: { reason: string; at: Date; day: PlainDate },
): Promise<void> {
  const { tenantId } = actor;
  await lockPlan(trx, tenantId, planId);
  const assignments = await lockOpen(trx, tenantId, planId);
  const no = await findLastIssue(trx, tenantId, planId);
  if (no === undefined || assignments.length === 0) throw new Problem('issue-not-there', {});
  const begun = await findBegun(trx, tenantId, planId);
  if (begun.assignments > 0) throw new Problem('issue-begun', { begun: begun.assignments, first: begun.first });
  const said = `${withdrawnBecause}: ${storable(reason.trim())}`;
  const occurrences = await closeAll(trx, actor, planId, assignments, { said, at, day });
  const { numUpdatedRows } = await trx
    .updateTable('work_item')
    .set({ withdrawn_at: at })
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  const given = await giveBackSuperseded(trx, actor, planId, { at, day });
  const counts = { items: Number(numUpdatedRows), assignments: assignments.length, occurrences, given_back: given };
  await record(trx, actor, { planId, no, at, reason: storable(reason.trim()), counts });
}

type Open = { id: string; seq: number };

/** In the order others take them, so that nobody waits in a circle. */
async function lockOpen(trx: Transaction, tenantId: string, planId: string): Promise<Open[]> {
  const { rows } = await sql<Open>`select a.id, a.seq from assignment a
    where a.tenant_id = ${tenantId} and a.closed is null and a.item_id in (
      select i.id from work_item i where i.tenant_id = ${tenantId} and i.plan_id = ${planId})
    order by a.id for update`.execute(trx);
  return rows;
}

async function findLastIssue(db: Database, tenantId: string, planId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('issue')
    .select('no')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('no', 'desc')
    .executeTakeFirst();
  return row?.no;
}

type Closing = { said: string; at: Date; day: PlainDate };

/** What superseding the whole of each comes to in the fold, in a few statements; one entry in the history of each. */
async function closeAll(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  planId: string,
  assignments: readonly Open[],
  { said, at, day }: Closing,
): Promise<number> {
  const act = { kind: 'supersede', reason: said };
  const entries = assignments.map(({ id, seq }) => ({
    ...{ tenant_id: tenantId, assignment_id: id, seq: seq + 1, id: newId(), occurrence_id: null, at, day },
    ...{ by: officerId, agency_id: null, source: 'issue', act },
  }));
  await insertRows(trx, 'assignment_action', entries);
  const ofPlan = sql`item_id in (select i.id from work_item i where i.tenant_id = ${tenantId} and i.plan_id = ${planId})`;
  const { numAffectedRows } = await sql`update occurrence
    set status = 'superseded', asked_due = null, asked_reason = null, declined = null
    where tenant_id = ${tenantId} and ${ofPlan} and status in ('waiting', 'open', 'in-progress', 'returned')`.execute(
    trx,
  );
  await sql`update assignment set closed = 'superseded', seq = seq + 1
    where tenant_id = ${tenantId} and ${ofPlan} and closed is null`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

async function record(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { planId, no, at, reason, counts }: Omit<Withdrawal, 'by'> & { planId: string },
): Promise<void> {
  const row = { tenant_id: tenantId, plan_id: planId, no, at, by: officerId, reason };
  await trx
    .insertInto('issue_withdrawal')
    .values({ ...row, counts: JSON.stringify(counts) })
    .execute();
  const details = { no, ...counts };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'plan.issue-withdrawn', subject: planId, details });
}
