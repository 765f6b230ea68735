import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { PlanEvent, Segment } from '../plan/history.ts';
import { type Draft, foldReview, type ReviewAction } from '../plan/review.ts';
import type { Database, Transaction } from './db.ts';
import { changePlan, draftColumns, lockPlan, type PlanRow } from './plans.ts';

/** One action of a review with its place in the plan's order, when and by whom. */
export type RecordedAction = ReviewAction & { seq: number; at: Date; by: string; carried: boolean };

/** A plan's actions after `after`, in order. */
export async function listActions(
  db: Database | Transaction,
  tenantId: string,
  planId: string,
  after: number,
): Promise<RecordedAction[]> {
  return db
    .selectFrom('review_action as action')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'action.tenant_id').onRef('officer.id', '=', 'action.by'),
    )
    .select(['action.seq', 'action.id', 'action.at', 'action.act', 'action.carried', 'officer.name as by'])
    .where('action.tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('action.seq', '>', after)
    .orderBy('action.seq')
    .execute();
}

/**
 * Appends to a draft's review, in the order of arrival. Actions already there are skipped, so sending again after a
 * lost answer is safe even when the plan has been confirmed since. Working copy: audited when confirmed.
 */
export async function appendActions(
  trx: Transaction,
  actor: Actor,
  planId: string,
  sent: readonly ReviewAction[],
  version?: number,
): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, planId);
  const fresh = await withoutKnown(trx, actor.tenantId, planId, sent);
  if (fresh.length === 0) return;
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.status === 'confirmed') throw new Problem('plan-confirmed', {});
  // Made on a draft that another file has taken the place of.
  if (version !== undefined && version !== plan.version) throw new Problem('review-moved-on', { seq: plan.seq });
  const now = new Date();
  const rows = fresh.map(({ id, act }, i) => ({
    tenant_id: actor.tenantId,
    plan_id: planId,
    seq: plan.seq + i + 1,
    id,
    at: now,
    by: actor.officerId,
    act: toJson(act),
  }));
  await trx.insertInto('review_action').values(rows).execute();
  const draft = await foldPlan(trx, plan);
  await changePlan(trx, actor, planId, { seq: plan.seq + fresh.length, ...draftColumns(draft, plan.file_name) });
}

/** What was sent, without repetitions and without what the plan already has. */
async function withoutKnown(
  trx: Transaction,
  tenantId: string,
  planId: string,
  sent: readonly ReviewAction[],
): Promise<ReviewAction[]> {
  const once = sent.filter(({ id }, i) => sent.findIndex((other) => other.id === id) === i);
  if (once.length === 0) return [];
  const known = await trx
    .selectFrom('review_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where(
      'id',
      'in',
      once.map(({ id }) => id),
    )
    .execute();
  const ids = new Set(known.map(({ id }) => id));
  return once.filter(({ id }) => !ids.has(id));
}

/** The draft of the current version as its actions leave it. */
export async function foldPlan(
  db: Database | Transaction,
  { tenant_id, id, reading, ids, since }: Pick<PlanRow, 'tenant_id' | 'id' | 'reading' | 'ids' | 'since'>,
): Promise<Draft> {
  return foldReview(reading, await listActions(db, tenant_id, id, since), ids ?? undefined);
}

/** What happened to a plan as a whole, oldest first. */
export async function listEvents(db: Database, tenantId: string, planId: string): Promise<PlanEvent[]> {
  const rows = await db
    .selectFrom('plan_event as event')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'event.tenant_id').onRef('officer.id', '=', 'event.by'),
    )
    .select(['event.kind', 'event.at', 'event.seq', 'event.version', 'officer.name as by'])
    .where('event.tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('no')
    .execute();
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}

/** The review of every version a plan has had, in the order they were current. */
export async function listSegments(db: Database, plan: PlanRow): Promise<Segment[]> {
  const { tenant_id, id } = plan;
  const recorded = await listActions(db, tenant_id, id, 0);
  const actions = recorded.map((action) => ({ ...action, at: action.at.toISOString() }));
  const switches = await db
    .selectFrom('plan_event as event')
    .innerJoin('plan_version as version', (join) =>
      join
        .onRef('version.tenant_id', '=', 'event.tenant_id')
        .onRef('version.plan_id', '=', 'event.plan_id')
        .onRef('version.no', '=', 'event.version'),
    )
    .select(['event.seq', 'version.no', 'version.reading', 'version.ids'])
    .where('event.tenant_id', '=', tenant_id)
    .where('event.plan_id', '=', id)
    .where('event.kind', '=', 'version-accepted')
    .orderBy('event.no')
    .execute();
  const current = { seq: 0, no: plan.version, reading: plan.reading, ids: plan.ids };
  const first = switches.length > 0 ? await firstVersion(db, plan) : current;
  const starts = [first, ...switches].map((start) =>
    start.no === plan.version ? { ...current, seq: start.seq } : start,
  );
  return starts.map(({ seq, reading, ids }, i) => {
    const end = starts[i + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const own = actions.filter((action) => action.seq > seq && action.seq <= end);
    return { reading, ids: ids ?? undefined, actions: own };
  });
}

async function firstVersion(db: Database, { tenant_id, id }: PlanRow) {
  const { reading, ids } = await db
    .selectFrom('plan_version')
    .select(['reading', 'ids'])
    .where('tenant_id', '=', tenant_id)
    .where('plan_id', '=', id)
    .where('no', '=', 1)
    .executeTakeFirstOrThrow();
  return { seq: 0, no: 1, reading, ids };
}
