import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { PlanEvent } from '../plan/history.ts';
import type { Reading } from '../plan/model.ts';
import { type Draft, foldReview, type ReviewAction } from '../plan/review.ts';
import type { Database, Transaction } from './db.ts';
import { changePlan, draftColumns, lockPlan } from './plans.ts';

/** One action of a review with its place in the plan's order, when and by whom. */
export type RecordedAction = ReviewAction & { seq: number; at: Date; by: string };

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
    .select(['action.seq', 'action.id', 'action.at', 'action.act', 'officer.name as by'])
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
): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, planId);
  const fresh = await withoutKnown(trx, actor.tenantId, planId, sent);
  if (fresh.length === 0) return;
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.status === 'confirmed') throw new Problem('plan-confirmed', {});
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
  const draft = await foldPlan(trx, actor.tenantId, planId, plan.reading);
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

/** The draft as all recorded actions leave it. */
export async function foldPlan(trx: Transaction, tenantId: string, planId: string, reading: Reading): Promise<Draft> {
  return foldReview(reading, await listActions(trx, tenantId, planId, 0));
}

/** What happened to a plan as a whole, oldest first. */
export async function listEvents(db: Database, tenantId: string, planId: string): Promise<PlanEvent[]> {
  const rows = await db
    .selectFrom('plan_event as event')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'event.tenant_id').onRef('officer.id', '=', 'event.by'),
    )
    .select(['event.kind', 'event.at', 'officer.name as by'])
    .where('event.tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('no')
    .execute();
  return rows.map(({ kind, at, by }) => ({ kind, at: at.toISOString(), by }));
}
