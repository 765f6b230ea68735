import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import { listGiven } from './cascade.ts';
import type { Database, Transaction } from './db.ts';
import { listOwnPlans, type WhichOwn } from './own-plans.ts';

/** Own plans that units issued outside the product: what the focal office knows of them. */

export type Noted = { number: string; date: PlainDate };

/** Notes that a unit issued its plan, or corrects what was noted. One that is issued in the product is known already. */
export async function noteOwnPlan(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  which: WhichOwn & { today: PlainDate },
  { number, date }: Noted,
  at: Date,
): Promise<void> {
  const { planId, agencyId, today } = which;
  const given = await listGiven(trx, tenantId, { planId, reach: [agencyId], today });
  if (given.size === 0) throw new Problem('not-found', { what: 'việc của kế hoạch này giao cho đơn vị ấy' });
  const own = (await listOwnPlans(trx, tenantId, planId)).get(agencyId);
  if (own?.issued_on) throw new Problem('own-plan-issued', {});
  const noted = { number, date, at, by: officerId };
  await trx
    .insertInto('own_plan_noted')
    .values({ tenant_id: tenantId, plan_id: planId, agency_id: agencyId, ...noted })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id', 'agency_id']).doUpdateSet(noted))
    .execute();
  const details = { plan: planId, date };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'own-plan.noted', subject: agencyId, details });
}

/** Takes a note back that was a slip. */
export async function forgetOwnPlan(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { planId, agencyId }: WhichOwn,
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('own_plan_noted')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  const details = { plan: planId };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'own-plan.note-removed', subject: agencyId, details });
}

/** What is noted under a plan, by unit. */
export async function listNoted(db: Database, tenantId: string, planId: string): Promise<Map<string, Noted>> {
  const rows = await db
    .selectFrom('own_plan_noted')
    .select(['agency_id', 'number', 'date'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map(({ agency_id, ...noted }) => [agency_id, noted]));
}
