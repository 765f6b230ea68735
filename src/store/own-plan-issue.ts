import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { firstIds, type ReviewAct } from '../plan/review.ts';
import type { Check, TaskLink } from '../publish/own-plan/model.ts';
import { appendActs } from './assignment-actions.ts';
import { audit } from './audit/write.ts';
import { confirmPlan } from './confirmations.ts';
import type { Transaction } from './db.ts';
import { fanOutByFor } from './fan-out-by.ts';
import { issuePlan } from './issues.ts';
import { findAsked } from './own-plan-register.ts';
import { changeOwnPlan, type WhichOwn } from './own-plans.ts';
import { getPlan, getPlanLine } from './plans.ts';
import { appendActions } from './reviews.ts';

export type OwnIssue = WhichOwn & {
  /** the plan it becomes, a draft until now */
  childId: string;
  number: string;
  date: PlainDate;
  /** which of its tasks carries out which item of the mother plan */
  links: readonly TaskLink[];
  checks: readonly Check[];
  at: Date;
  today: PlainDate;
};

/**
 * Issues a unit's own plan: confirmed under its number and day, given to the unit's divisions, tied task by task to the mother
 * plan's items, so that its progress counts there. The duty to issue one is done with it. Call with the own plan locked.
 */
export async function issueOwnPlan(trx: Transaction, actor: Actor, issue: OwnIssue): Promise<void> {
  const { tenantId } = actor;
  const { planId, agencyId, childId, date, at, today } = issue;
  await setHead(trx, actor, issue);
  const { seq } = await getPlanLine(trx, tenantId, childId);
  await confirmPlan(trx, actor, childId, seq);
  await issuePlan(trx, actor, childId, { by: await fanOutByFor(trx, tenantId, childId, today), at, today });
  const linked = await linkTasks(trx, tenantId, issue);
  await changeOwnPlan(
    trx,
    actor,
    { planId, agencyId },
    { child_id: childId, issued_on: date, checks: toJson(issue.checks), at },
  );
  await settleAsked(trx, actor, issue);
  const missing = issue.checks.filter(({ ok }) => !ok).map(({ what }) => what);
  const details = { plan: planId, child: childId, date, linked, missing };
  await audit(trx, { tenant: tenantId, actor: actor.officerId, action: 'own-plan.issued', subject: agencyId, details });
}

/** Number and day as they are entered stand over what a file said. */
async function setHead(trx: Transaction, actor: Actor, { childId, number, date }: OwnIssue): Promise<void> {
  const { reading, seq } = await getPlan(trx, actor.tenantId, childId);
  const { document } = reading;
  const year = document.year ?? Number(date.slice(0, 4));
  const acts: ReviewAct[] = [
    ...(document.number === number ? [] : [{ kind: 'set-head', field: 'number', value: number } as const]),
    ...(document.date === date ? [] : [{ kind: 'set-head', field: 'date', value: date } as const]),
    ...(document.year === year ? [] : [{ kind: 'set-head', field: 'year', value: year } as const]),
  ];
  if (acts.length > 0 && seq === 0)
    await appendActions(
      trx,
      actor,
      childId,
      acts.map((act) => ({ id: newId(), act })),
    );
}

/** A unit without tasks carries out its duties or its report: what is meant is the first of these kinds it was given. */
async function linkTasks(trx: Transaction, tenantId: string, issue: OwnIssue): Promise<number> {
  const { planId, agencyId, childId, links } = issue;
  const { reading, ids } = await getPlan(trx, tenantId, childId);
  const own = ids ?? firstIds(reading);
  const { rows } = await sql<{ id: string; key: string }>`select i.id, i.key from work_item i
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.withdrawn_at is null and exists (select from assignment a
      where a.tenant_id = i.tenant_id and a.item_id = i.id and a.agency_id = ${agencyId} and a.closed is null)
    order by i.kind = 'task', i.position`.execute(trx);
  const items = new Map(rows.map(({ id, key }) => [key, id]));
  const pairs = links.flatMap(({ at, key }) => {
    const [child_key, item_id] = [own[at], items.get(key)];
    return child_key && item_id ? [{ tenant_id: tenantId, child_id: childId, child_key, item_id }] : [];
  });
  const once = [...new Map(pairs.map((pair) => [`${pair.child_key} ${pair.item_id}`, pair])).values()];
  if (once.length > 0) await trx.insertInto('own_plan_task').values(once).execute();
  return once.length;
}

/** "Ban hành trước ngày 10/02": issued, that duty is done, on the plan's day. */
async function settleAsked(trx: Transaction, actor: Actor, issue: OwnIssue): Promise<void> {
  const { planId, agencyId, number, date, at, today } = issue;
  const asked = (await findAsked(trx, actor.tenantId, planId)).get(agencyId);
  if (!asked?.open) return;
  const act = {
    kind: 'complete',
    on: date,
    note: `Đã ban hành Kế hoạch số ${number}`,
    serves: [],
    servedBy: null,
  } as const;
  const sent = { id: newId(), assignmentId: asked.assignmentId, occurrenceId: asked.open, agencyId, act };
  await appendActs(trx, actor, [sent], { source: 'web', at, day: today, quiet: true, skipRefused: true });
}
