import { sql } from 'kysely';
import { findPairs } from '../assignment/likeness.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { insertRows } from './assignment-rows.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { Decision } from './item-links-list.ts';

/** Looks for items like those of a plan among all that hold, and remembers pairs not seen before; tells how many. */
export async function findLinks(trx: Transaction, tenantId: string, planId: string): Promise<number> {
  const { rows: items } = await sql<{ id: string; planId: string; index: string; component: string; text: string }>`
    select i.id, i.plan_id as "planId", i.index_name as index, i.component, i.text
    from work_item i join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where i.tenant_id = ${tenantId} and i.kind = 'task' and i.withdrawn_at is null and i.superseded_by is null
      and p.removed_at is null and p.mother_id is null and not exists (
        select from issue s where s.tenant_id = i.tenant_id and s.supersedes = i.plan_id)`.execute(trx);
  const mine = items.filter((item) => item.planId === planId);
  const rows = new Map(
    findPairs(mine, items).map(({ id, otherId, score }) => {
      const [item_id, other_id] = id < otherId ? [id, otherId] : [otherId, id];
      return [`${item_id} ${other_id}`, { tenant_id: tenantId, item_id, other_id, score }];
    }),
  );
  const known = await trx
    .selectFrom('item_link')
    .select(['item_id', 'other_id'])
    .where('tenant_id', '=', tenantId)
    .execute();
  for (const { item_id, other_id } of known) rows.delete(`${item_id} ${other_id}`);
  await insertRows(trx, 'item_link', [...rows.values()]);
  return rows.size;
}

/** Says of two items whether they ask for the same work; null takes the answer back. */
export async function decideLink(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  pair: readonly [string, string],
  decision: Decision | null,
): Promise<void> {
  const [itemId, otherId] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const { numUpdatedRows } = await trx
    .updateTable('item_link')
    .set({ decision, decided_at: decision && new Date(), decided_by: decision && officerId })
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', itemId)
    .where('other_id', '=', otherId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Problem('not-found', { what: 'cặp nhiệm vụ này' });
  const details = { other: otherId, decision };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'work-item.link-decided', subject: itemId, details });
}

/** What the same agency owes elsewhere that one act could fulfil too: items said to be the same, or of one component. */
export type Servable = { id: string; item_id: string; due: string | null; period: string | null; same: boolean };

export async function listServable(db: Database, tenantId: string, occurrenceId: string): Promise<Servable[]> {
  const { rows } = await sql<Servable>`
    select o.id, o.item_id, o.due, o.period, coalesce(l.decision = 'same', false) as same
    from occurrence mine
    join work_item i on i.tenant_id = mine.tenant_id and i.id = mine.item_id
    join occurrence o on o.tenant_id = mine.tenant_id and o.agency_id = mine.agency_id and o.id <> mine.id
    join work_item other on other.tenant_id = o.tenant_id and other.id = o.item_id
    left join item_link l on l.tenant_id = o.tenant_id and l.item_id = least(i.id, other.id)
      and l.other_id = greatest(i.id, other.id)
    where mine.tenant_id = ${tenantId} and mine.id = ${occurrenceId} and o.status in ('open', 'in-progress', 'returned')
      and o.item_id <> mine.item_id and l.decision is distinct from 'different'
      and (l.decision = 'same' or (other.component = i.component and other.index_name is not distinct from i.index_name))
    order by same desc, o.due, o.id limit 200`.execute(db);
  return rows;
}
