import { sql } from 'kysely';
import { findPairs } from '../assignment/likeness.ts';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { appendActs } from './assignment-actions.ts';
import { updateRows } from './assignment-rows.ts';
import type { Transaction } from './db.ts';
import type { When } from './issues-write.ts';
import { getPlanLine } from './plans.ts';

/**
 * Ends the open work of a plan that another takes the place of, with that as its reason; what is done stays done. Items the
 * later plan repeats are tied to their successors. Tells how many assignments ended.
 */
export async function supersedePlan(
  trx: Transaction,
  actor: Actor,
  oldId: string,
  planId: string,
  when: When,
): Promise<number> {
  const { tenantId } = actor;
  if (oldId === planId) throw new Problem('plan-not-issued', {});
  // The state of work is that of now: ending it today for a day to come would leave that time to nobody.
  if (when.day > dayInVietnam(when.at)) throw new Problem('superseding-ahead', {});
  const open = await trx
    .selectFrom('assignment')
    .innerJoin('work_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'assignment.tenant_id').onRef('item.id', '=', 'assignment.item_id'),
    )
    .select('assignment.id')
    .where('item.tenant_id', '=', tenantId)
    .where('item.plan_id', '=', oldId)
    .where('assignment.closed', 'is', null)
    .execute();
  if (open.length === 0) throw new Problem('plan-not-issued', {});
  const { number, title } = await getPlanLine(trx, tenantId, planId);
  const reason = `Được thay bằng kế hoạch ${number ?? title ?? 'giao sau'}`;
  const acts = open.map(({ id }) => ({
    ...{ assignmentId: id, id: newId(), occurrenceId: null, act: { kind: 'supersede' as const, reason } },
  }));
  await appendActs(trx, actor, acts, { source: 'issue', ...when, quiet: true });
  await tieSuccessors(trx, tenantId, oldId, planId);
  return open.length;
}

async function tieSuccessors(trx: Transaction, tenantId: string, oldId: string, planId: string): Promise<void> {
  const items = await trx
    .selectFrom('work_item')
    .select(['id', 'plan_id', 'index_name as index', 'component', 'text'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`plan_id = any(${[oldId, planId]}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .execute();
  const of = (id: string) => items.filter(({ plan_id }) => plan_id === id);
  const best = new Map<string, string>();
  for (const { id, otherId } of findPairs(of(oldId), of(planId))) if (!best.has(id)) best.set(id, otherId);
  const rows = [...best].map(([id, superseded_by]) => ({ tenant_id: tenantId, id, superseded_by }));
  await updateRows(trx, 'work_item', rows);
}
