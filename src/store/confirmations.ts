import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { learnFrom } from '../plan/learned/learn.ts';
import { passagesOf } from '../plan/passage.ts';
import { type Draft, firstIds, foldReview } from '../plan/review.ts';
import type { Transaction } from './db.ts';
import { recordLessons } from './lessons.ts';
import { changePlan, getPlanDocument, lockPlan, recordEvent } from './plans.ts';
import { listActions } from './reviews.ts';
import { writeTasks } from './tasks.ts';

/**
 * Confirms the draft the officer saw: `seq` is the last action they had. When another tab has added one since, nothing
 * happens, so that nobody confirms what they have not seen. What the corrections teach is learned with it.
 */
export async function confirmPlan(trx: Transaction, actor: Actor, id: string, seq: number): Promise<void> {
  const { tenantId } = actor;
  const plan = await lockPlan(trx, tenantId, id);
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.status === 'confirmed') throw new Problem('plan-confirmed', {});
  if (plan.seq !== seq) throw new Problem('review-moved-on', { seq: plan.seq });
  const actions = await listActions(trx, tenantId, id, plan.since);
  const ids = plan.ids ?? firstIds(plan.reading);
  const draft = foldReview(plan.reading, actions, ids);
  refuseEmptyTasks(draft);
  const findPassage = passagesOf(await getPlanDocument(trx, tenantId, id));
  const tasks = draft.tasks.map((task) => ({ task, quote: findPassage(task.source, task.fields) }));
  const now = new Date();
  await writeTasks(trx, tenantId, id, tasks);
  await changePlan(trx, actor, id, { status: 'confirmed', confirmed_at: now });
  const taught = learnFrom({ reading: plan.reading, ids, actions, draft, columns: plan.columns });
  const lessons = await recordLessons(trx, actor, id, taught);
  await recordEvent(trx, actor, id, { kind: 'confirmed', at: now, seq, tasks: tasks.length, lessons });
}

function refuseEmptyTasks({ tasks }: Draft): void {
  const empty = tasks.filter(({ text }) => text.trim() === '').map(({ id }) => id);
  if (empty.length > 0) throw new Problem('task-without-text', { tasks: empty });
}

/** Back to a draft: its tasks leave the matrix and keep their ids and history for the next confirmation. */
export async function reopenPlan(trx: Transaction, actor: Actor, id: string): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  if (plan.removed_at) throw new Problem('plan-removed', {});
  if (plan.status === 'draft') throw new Problem('plan-not-confirmed', {});
  await changePlan(trx, actor, id, { status: 'draft', confirmed_at: null });
  await recordEvent(trx, actor, id, { kind: 'reopened', at: new Date(), seq: plan.seq, tasks: plan.tasks });
}
