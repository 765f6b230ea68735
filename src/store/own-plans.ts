import type { Selectable } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { SentEdit } from '../publish/own-plan/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { OwnPlanTable } from './own-plan-tables.ts';

/** Units' own plans while they are drafted: one row once a unit has begun, and the list of its edits. */

export type OwnPlanRow = Selectable<OwnPlanTable>;
/** Whose own plan of which plan. */
export type WhichOwn = { planId: string; agencyId: string };
export type LoggedEdit = SentEdit & { at: Date; by: string };

const what = 'kế hoạch của đơn vị này';

/** The own plans units have begun under a plan, by unit. */
export async function listOwnPlans(db: Database, tenantId: string, planId: string): Promise<Map<string, OwnPlanRow>> {
  const rows = await db
    .selectFrom('own_plan')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map((row) => [row.agency_id, row]));
}

/** Every edit of the own plans under a plan, of one unit where it is said, in their order. */
export async function listEdits(
  db: Database,
  tenantId: string,
  { planId, agencyId }: { planId: string; agencyId?: string },
): Promise<Map<string, LoggedEdit[]>> {
  let query = db
    .selectFrom('own_plan_edit as e')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'e.tenant_id').onRef('o.id', '=', 'e.by'))
    .select(['e.agency_id', 'e.id', 'e.at', 'e.edit', 'o.name as by'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.plan_id', '=', planId);
  if (agencyId !== undefined) query = query.where('e.agency_id', '=', agencyId);
  const rows = await query.orderBy('e.seq').execute();
  const ofUnit = Map.groupBy(rows, ({ agency_id }) => agency_id);
  return new Map(
    [...ofUnit].map(([id, edits]) => [id, edits.map(({ edit, id, at, by }) => ({ id, at, by, act: edit }))]),
  );
}

/** Takes a unit's own plan for this transaction, begun now where nobody has; refuses one that is issued. */
export async function lockOwnPlan(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { planId, agencyId }: WhichOwn,
  begun: { days: number; today: PlainDate; at: Date },
): Promise<OwnPlanRow> {
  const key = { tenant_id: tenantId, plan_id: planId, agency_id: agencyId };
  await trx
    .insertInto('own_plan')
    .values({
      ...key,
      ...{ days: begun.days, opened_on: begun.today, child_id: null, issued_on: null, checks: null },
      ...{ changed_at: begun.at, changed_by: officerId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await trx
    .selectFrom('own_plan')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('agency_id', '=', agencyId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { what });
  if (row.issued_on !== null) throw new Problem('own-plan-issued', {});
  return row;
}

export type OwnPlanChange = Partial<Pick<OwnPlanRow, 'days' | 'seq' | 'child_id' | 'issued_on'>> & { checks?: string };

export async function changeOwnPlan(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { planId, agencyId }: WhichOwn,
  change: OwnPlanChange & { at: Date },
): Promise<void> {
  const { at, ...columns } = change;
  await trx
    .updateTable('own_plan')
    .set({ ...columns, changed_at: at, changed_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('agency_id', '=', agencyId)
    .execute();
}

/** Appends edits of a draft; one that is there counts no second time. A draft is a working copy: it is audited when it is issued. */
export async function appendEdits(
  trx: Transaction,
  actor: Actor,
  which: WhichOwn,
  edits: readonly SentEdit[],
  begun: { days: number; today: PlainDate; at: Date },
): Promise<void> {
  const { seq } = await lockOwnPlan(trx, actor, which, begun);
  const known = await trx
    .selectFrom('own_plan_edit')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where(
      'id',
      'in',
      edits.map(({ id }) => id),
    )
    .execute();
  const there = new Set(known.map(({ id }) => id));
  const fresh = [...new Map(edits.map((one) => [one.id, one])).values()].filter(({ id }) => !there.has(id));
  if (fresh.length === 0) return;
  await trx
    .insertInto('own_plan_edit')
    .values(
      fresh.map(({ id, act }, i) => ({
        ...{ tenant_id: actor.tenantId, plan_id: which.planId, agency_id: which.agencyId, seq: seq + i + 1 },
        ...{ id, at: begun.at, by: actor.officerId, edit: toJson(act) },
      })),
    )
    .execute();
  await changeOwnPlan(trx, actor, which, { seq: seq + fresh.length, at: begun.at });
}

export type OwnDay = { due: PlainDate; ground: string | null };

/** The day by which units issue their plans, as the focal office set it. */
export async function findOwnDay(db: Database, tenantId: string, planId: string): Promise<OwnDay | undefined> {
  return db
    .selectFrom('own_plan_day')
    .select(['due', 'ground'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
}

/** Sets that day, with what says so. */
export async function setOwnDay(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  planId: string,
  { due, ground }: OwnDay,
  at: Date,
): Promise<void> {
  const set = { due, ground, at, by: officerId };
  await trx
    .insertInto('own_plan_day')
    .values({ tenant_id: tenantId, plan_id: planId, ...set })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id']).doUpdateSet(set))
    .execute();
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'own-plan.day-set',
    subject: planId,
    details: { due },
  });
}
