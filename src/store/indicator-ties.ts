import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { Target } from '../plan/model.ts';
import type { Definition } from '../report/indicator/model.ts';
import { targetOf } from '../report/indicator/tie.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/**
 * Indicators that were made by hand and tied to a task stand in its reports as targets of it do, after those the plan prints. A place
 * once taken is never another's: reports that were sent state their figures by it.
 */

/** Ties an indicator to a task, or to none (null). What is tied to it already stays as it is. */
export async function tieIndicator(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, itemId }: { id: string; itemId: string | null },
  at: Date,
): Promise<void> {
  const { rows } = await sql<{ itemId: string | null; targetNo: number | null; made: boolean }>`
    select n.item_id as "itemId", n.target_no as "targetNo", n.target_no is not null and not exists (select from indicator_tie t
      where t.tenant_id = n.tenant_id and t.indicator_id = n.id and t.ended_at is null) as made
    from indicator n where n.tenant_id = ${tenantId} and n.id = ${id} for update`.execute(trx);
  const [known] = rows;
  if (!known) throw new Problem('not-found', { what: 'chỉ tiêu này' });
  if (known.itemId === itemId && (itemId === null || known.targetNo !== null)) return;
  if (known.made) throw new Problem('indicator-of-plan', {});
  await trx
    .updateTable('indicator_tie')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('indicator_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  const place = itemId === null ? null : await takePlace(trx, { tenantId, officerId }, { id, itemId }, at);
  await trx
    .updateTable('indicator')
    .set({ item_id: itemId, plan_id: place?.planId ?? null, target_no: place?.targetNo ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const details = { item: itemId, before: known.itemId };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'indicator.tied', subject: id, details });
}

/** The next place of a task; two who tie to one task wait for each other. */
async function takePlace(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, itemId }: { id: string; itemId: string },
  at: Date,
): Promise<{ planId: string; targetNo: number }> {
  const { rows } = await sql<{ planId: string; printed: number }>`
    select plan_id as "planId", jsonb_array_length(targets) as printed from work_item
    where tenant_id = ${tenantId} and id = ${itemId} and withdrawn_at is null for update`.execute(trx);
  const [item] = rows;
  if (!item) throw new Problem('not-found', { what: 'nhiệm vụ này' });
  const { rows: taken } = await sql<{ next: number }>`
    select coalesce(max(target_no) + 1, 0)::int as next from indicator_tie
    where tenant_id = ${tenantId} and item_id = ${itemId}`.execute(trx);
  const targetNo = Math.max(item.printed, taken[0]?.next ?? 0);
  await trx
    .insertInto('indicator_tie')
    .values({
      ...{ tenant_id: tenantId, item_id: itemId, target_no: targetNo, indicator_id: id },
      ...{ at, by: officerId, ended_at: null },
    })
    .execute();
  return { planId: item.planId, targetNo };
}

type Tied = { itemId: string; targetNo: number; definition: Definition; year: number; ended: boolean };

/** The targets of tasks as reports ask for them: those the plan prints, and after them the indicators tied to the task. */
export async function listReportTargets(
  db: Database,
  tenantId: string,
  items: RawBuilder<boolean>,
): Promise<Map<string, Target[]>> {
  const [{ rows }, { rows: ties }] = await Promise.all([
    sql<{ id: string; targets: Target[] }>`
      select id, targets from work_item where work_item.tenant_id = ${tenantId} and ${items}`.execute(db),
    sql<Tied>`
      select t.item_id as "itemId", t.target_no as "targetNo", n.definition, work_item.year,
        t.ended_at is not null or n.retired_at is not null as ended
      from indicator_tie t
      join work_item on work_item.tenant_id = t.tenant_id and work_item.id = t.item_id
      join indicator n on n.tenant_id = t.tenant_id and n.id = t.indicator_id
      where t.tenant_id = ${tenantId} and t.item_id in (select work_item.id from work_item where work_item.tenant_id = ${tenantId} and ${items})
      order by t.target_no`.execute(db),
  ]);
  const ofItem = Map.groupBy(ties, ({ itemId }) => itemId);
  return new Map(
    rows.map(({ id, targets }) => [id, [...targets, ...tiedTargets(targets.length, ofItem.get(id) ?? [])]]),
  );
}

/** Places that ended stand until the last that has not: the order is what tells one from another. */
function tiedTargets(printed: number, ties: readonly Tied[]): Target[] {
  const last = ties.findLastIndex(({ ended }) => !ended);
  const byPlace = new Map(ties.map((one) => [one.targetNo, one]));
  const end = ties[last]?.targetNo ?? -1;
  return Array.from({ length: Math.max(0, end + 1 - printed) }, (_, at) => {
    const tie = byPlace.get(printed + at);
    return targetOf(tie?.definition, tie?.year ?? 0, tie?.ended ?? true);
  });
}
