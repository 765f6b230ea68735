import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { Transaction } from './db.ts';
import { changePlan, lockPlan, recordEvent } from './plans.ts';

/** Takes a plan away; it can be brought back. Taking away what is away changes nothing. */
export async function removePlan(trx: Transaction, actor: Actor, id: string): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  if (plan.removed_at) return;
  if (await isGivenOut(trx, actor.tenantId, id)) throw new Problem('plan-given-out', {});
  const now = new Date();
  await changePlan(trx, actor, id, { removed_at: now });
  await recordEvent(trx, actor, id, { kind: 'removed', at: now, seq: plan.seq, tasks: plan.tasks });
}

/** Whether agencies owe work of it: that would vanish with the plan. */
async function isGivenOut(trx: Transaction, tenantId: string, planId: string): Promise<boolean> {
  const item = await trx
    .selectFrom('work_item')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  return item !== undefined;
}

/** Brings a plan back as it was. */
export async function restorePlan(trx: Transaction, actor: Actor, id: string): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  if (!plan.removed_at) return;
  await changePlan(trx, actor, id, { removed_at: null });
  await recordEvent(trx, actor, id, { kind: 'restored', at: new Date(), seq: plan.seq, tasks: plan.tasks });
}
