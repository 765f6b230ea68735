import { type Selectable, sql } from 'kysely';
import type { RaisedDifficulty } from '../assignment/act.ts';
import { applyToDifficulty, refuseDifficultyAct } from '../assignment/difficulty.ts';
import type { DifficultyAct, DifficultyStatus } from '../assignment/model.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import type { Actor, Reach } from '../people/model.ts';
import { seenWithin } from './assignment-scope.ts';
import type { DifficultyActionTable, DifficultyTable } from './assignment-tables.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { listReceivers } from './difficulties-receivers.ts';
import { withinReach } from './permitted.ts';

export type DifficultyRow = Selectable<DifficultyTable> & {
  itemText: string;
  component: string | null;
  raisedBy: string;
};
type Raised = Omit<RaisedDifficulty, 'answerBy'> & { answerBy: PlainDate | null };

/**
 * Raises a difficulty; without a receiver it goes to whoever can answer. Raising the same id again changes nothing. Tells whether
 * it is new.
 */
export async function raiseDifficulty(trx: Transaction, actor: Actor, raised: Raised, at: Date): Promise<boolean> {
  const { tenantId, officerId } = actor;
  const [first] = raised.toAgencyId ? [] : await listReceivers(trx, tenantId, raised, dayInVietnam(at));
  const to = raised.toAgencyId ?? first?.agencyId;
  if (!to) throw new Problem('difficulty-without-receiver', {});
  if (to === raised.agencyId) throw new Problem('difficulty-act-refused', { why: 'own-agency' });
  if (raised.answerBy !== null && raised.answerBy < dayInVietnam(at))
    throw new Problem('difficulty-act-refused', { why: 'day-past' });
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('difficulty')
    .values({
      ...{ tenant_id: tenantId, id: raised.id, item_id: raised.itemId, assignment_id: raised.assignmentId },
      ...{ agency_id: raised.agencyId, text: storable(raised.text), raised_at: at, raised_by: officerId },
      ...{ to_agency_id: to, answer_by: raised.answerBy, status: 'raised', answered_on: null, seq: 0 },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  const details = { item: raised.itemId, to };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'difficulty.raised', subject: raised.id, details });
  return true;
}

export type SentDifficultyAct = { id: string; act: DifficultyAct; agencyId: string | null };

/** Appends an act to a difficulty; an id that is there counts no second time. Tells whether it is new. */
export async function actOnDifficulty(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  difficultyId: string,
  { id, act, agencyId }: SentDifficultyAct,
  at: Date,
): Promise<boolean> {
  const row = await trx
    .selectFrom('difficulty')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', difficultyId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'vướng mắc này' });
  const known = await trx
    .selectFrom('difficulty_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known) return false;
  const before = {
    ...{ status: row.status, toAgencyId: row.to_agency_id, answerBy: row.answer_by, answeredOn: row.answered_on },
  };
  const why = refuseDifficultyAct(before, act, dayInVietnam(at));
  if (why) throw new Problem('difficulty-act-refused', { why });
  const { status, toAgencyId, answerBy, answeredOn } = applyToDifficulty(before, act);
  const seq = row.seq + 1;
  await trx
    .insertInto('difficulty_action')
    .values({
      ...{ tenant_id: tenantId, difficulty_id: difficultyId, seq, id, at, by: officerId, agency_id: agencyId },
      act: toJson(act.kind === 'amend' ? { ...act, planId: await planOf(trx, tenantId, row.item_id) } : act),
    })
    .execute();
  await trx
    .updateTable('difficulty')
    .set({ status, to_agency_id: toAgencyId, answer_by: answerBy, answered_on: answeredOn, seq })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', difficultyId)
    .execute();
  const details = { kind: act.kind };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'difficulty.acted', subject: difficultyId, details });
  return true;
}

/** What is amended is the plan the task is of. */
async function planOf(trx: Transaction, tenantId: string, itemId: string): Promise<string> {
  const { plan_id } = await trx
    .selectFrom('work_item')
    .select('plan_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', itemId)
    .executeTakeFirstOrThrow();
  return plan_id;
}

export type DifficultyFilter = {
  status?: readonly DifficultyStatus[] | undefined;
  item?: string | undefined;
  plan?: string | undefined;
  id?: string | undefined;
};

/** The register: what agencies within a reach raised, are to answer or follow the task of, what waits longest first. */
export async function listDifficulties(
  db: Database,
  tenantId: string,
  reach: Reach,
  { status, item, plan, id }: DifficultyFilter = {},
): Promise<DifficultyRow[]> {
  const { rows } = await sql<DifficultyRow>`
    select o.*, i.text as "itemText", i.component, officer.name as "raisedBy"
    from difficulty o
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    join officer on officer.tenant_id = o.tenant_id and officer.id = o.raised_by
    where o.tenant_id = ${tenantId}
      and (${seenWithin(tenantId, reach)} or ${withinReach('o.to_agency_id', reach)})
      and (${status?.length ? status : null}::text[] is null or o.status = any(${status?.length ? status : null}::text[]))
      and (${item ?? null}::uuid is null or o.item_id = ${item ?? null}::uuid)
      and (${plan ?? null}::uuid is null or i.plan_id = ${plan ?? null}::uuid)
      and (${id ?? null}::uuid is null or o.id = ${id ?? null}::uuid)
    order by o.status <> 'raised', o.raised_at, o.id limit 2000`.execute(db);
  return rows;
}

export type DifficultyHistory = Pick<Selectable<DifficultyActionTable>, 'seq' | 'id' | 'at' | 'agency_id' | 'act'> & {
  by: string;
};

/** One difficulty with what was done about it, or the Problem that there is none within the reach. */
export async function getDifficulty(
  db: Database,
  tenantId: string,
  reach: Reach,
  id: string,
): Promise<{ difficulty: DifficultyRow; history: DifficultyHistory[] }> {
  const [difficulty] = await listDifficulties(db, tenantId, reach, { id });
  if (!difficulty) throw new Problem('not-found', { what: 'vướng mắc này' });
  const history = await db
    .selectFrom('difficulty_action as action')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'action.tenant_id').onRef('officer.id', '=', 'action.by'),
    )
    .select(['seq', 'action.id', 'at', 'agency_id', 'act', 'officer.name as by'])
    .where('action.tenant_id', '=', tenantId)
    .where('difficulty_id', '=', id)
    .orderBy('seq')
    .execute();
  return { difficulty, history };
}
