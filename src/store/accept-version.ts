import { type Selectable, sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Reading } from '../plan/model.ts';
import { firstIds, foldReview, type ReviewAct, type ReviewAction, undoneActions } from '../plan/review.ts';
import { carryOver } from '../plan/versions/carry-over.ts';
import type { Transaction } from './db.ts';
import type { PlanTable, PlanVersionTable } from './plan-tables.ts';
import { changePlan, draftColumns, lockPlan, recordEvent } from './plans.ts';
import { listActions } from './reviews.ts';
import { changeVersion, getVersion } from './versions.ts';

type Plan = Selectable<PlanTable>;
type Version = Selectable<PlanVersionTable>;
type Start = { reading: Reading; ids: string[]; acts: ReviewAct[] };

/**
 * Makes a version the one the draft starts from. A new file takes over what the officers did with the one before; going
 * back to an earlier file gives its draft as it was left. A confirmed plan becomes a draft again; its tasks keep their ids.
 */
export async function acceptVersion(
  trx: Transaction,
  actor: Actor,
  id: string,
  no: number,
  seq: number,
): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.seq !== seq) throw new Problem('review-moved-on', { seq: plan.seq });
  const version = await getVersion(trx, actor.tenantId, id, no);
  if (plan.version === no) return;
  const actions = await listActions(trx, actor.tenantId, id, plan.since);
  await leave(trx, plan, actions);
  const start = startOf(plan, version, actions);
  const carried = start.acts.map((act) => ({ id: newId(), act }));
  await append(trx, actor, plan, carried);
  await switchTo(trx, actor, plan, version, start, carried);
}

/** The version that was current keeps its draft, so that it can be gone back to. */
async function leave(trx: Transaction, plan: Plan, actions: readonly ReviewAction[]): Promise<void> {
  const undone = undoneActions(actions);
  const counted = actions.filter(({ id, act }) => act.kind !== 'undo' && !undone.has(id));
  await changeVersion(trx, plan, plan.version, {
    actions: toJson(counted.map(({ id, act }) => ({ id, act }))),
    reading: toJson(plan.reading),
  });
}

/** What the draft would start from, were this version current: the work so far carried over, or as it was left. */
export function startOf(
  plan: Pick<Plan, 'reading' | 'ids'>,
  version: Version,
  actions: readonly ReviewAction[],
): Start {
  const { reading, no } = version;
  if (version.accepted_at) {
    const acts = (version.actions ?? []).map(({ act }) => act);
    return { reading, ids: version.ids ?? firstIds(reading), acts };
  }
  const ids = plan.ids ?? firstIds(plan.reading);
  return carryOver({ reading: plan.reading, ids, draft: foldReview(plan.reading, actions, ids) }, reading, no);
}

async function append(trx: Transaction, actor: Actor, plan: Plan, carried: readonly ReviewAction[]): Promise<void> {
  const now = new Date();
  const rows = carried.map(({ id, act }, i) => ({
    tenant_id: actor.tenantId,
    plan_id: plan.id,
    seq: plan.seq + i + 1,
    id,
    at: now,
    by: actor.officerId,
    act: toJson(act),
    carried: true,
  }));
  for (let at = 0; at < rows.length; at += 1_000)
    await trx
      .insertInto('review_action')
      .values(rows.slice(at, at + 1_000))
      .execute();
}

async function switchTo(
  trx: Transaction,
  actor: Actor,
  plan: Plan,
  version: Version,
  start: Start,
  carried: readonly ReviewAction[],
): Promise<void> {
  const now = new Date();
  const seq = plan.seq + carried.length;
  const draft = foldReview(start.reading, carried, start.ids);
  await changePlan(trx, actor, plan.id, {
    version: version.no,
    since: plan.seq,
    seq,
    ids: start.ids,
    reading: toJson(start.reading),
    columns: toJson(version.columns),
    file_name: version.file_name,
    media_type: version.media_type,
    file_size: version.file_size,
    sha256: version.sha256,
    status: 'draft',
    confirmed_at: null,
    ...draftColumns(draft, version.file_name),
  });
  await sql`update plan_document d set document = v.document from plan_version v
    where d.tenant_id = ${actor.tenantId} and d.plan_id = ${plan.id}
      and v.tenant_id = d.tenant_id and v.plan_id = d.plan_id and v.no = ${version.no}`.execute(trx);
  await changeVersion(trx, plan, version.no, { accepted_at: now, ids: start.ids });
  const tasks = draft.tasks.length;
  // Where the review stood before: what comes after belongs to this version.
  const event = { kind: 'version-accepted', at: now, seq: plan.seq, tasks, version: version.no } as const;
  await recordEvent(trx, actor, plan.id, event);
}
