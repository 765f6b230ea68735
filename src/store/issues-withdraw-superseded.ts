import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, findSupersede } from './assignment-actions.ts';
import { lockAssignments } from './assignment-log.ts';
import type { Transaction } from './db.ts';
import type { When } from './issues-write.ts';

/**
 * Gives plans whose place a withdrawn one had taken their open work again: what ended when that one was issued, by undoing just
 * that. Tells how many assignments came back.
 */
export async function giveBackSuperseded(trx: Transaction, actor: Actor, planId: string, when: When): Promise<number> {
  const { tenantId } = actor;
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from issue s
    join work_item i on i.tenant_id = s.tenant_id and i.plan_id = s.supersedes
    join assignment a on a.tenant_id = i.tenant_id and a.item_id = i.id and a.closed = 'superseded'
    join assignment_action x on x.tenant_id = a.tenant_id and x.assignment_id = a.id and x.occurrence_id is null
      and x.source = 'issue' and x.act ->> 'kind' = 'supersede' and x.at = s.at
    where s.tenant_id = ${tenantId} and s.plan_id = ${planId} and s.supersedes is not null`.execute(trx);
  const logged = await lockAssignments(
    trx,
    tenantId,
    rows.map(({ id }) => id),
  );
  const acts = logged.flatMap((one) => {
    const of = findSupersede(one, null);
    const act = { kind: 'undo', of: of ?? '' } as const;
    return of === undefined ? [] : [{ assignmentId: one.row.id, id: newId(), occurrenceId: null, act }];
  });
  await appendActs(trx, actor, acts, { source: 'issue', ...when, quiet: true });
  await sql`update work_item old set superseded_by = null from work_item i
    where old.tenant_id = ${tenantId} and i.tenant_id = old.tenant_id and i.id = old.superseded_by
      and i.plan_id = ${planId}`.execute(trx);
  return acts.length;
}
