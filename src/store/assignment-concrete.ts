import type { ConcreteAct } from '../assignment/model.ts';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** The concrete acts of an assignment in their order. */
export async function listConcreteActs(db: Database, tenantId: string, assignmentId: string): Promise<ConcreteAct[]> {
  const rows = await db
    .selectFrom('concrete_act')
    .select(['id', 'text', 'product', 'due', 'villages', 'done_on'])
    .where('tenant_id', '=', tenantId)
    .where('assignment_id', '=', assignmentId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(({ done_on, ...row }) => ({ ...row, doneOn: done_on }));
}

/**
 * Sets the acts of an assignment as one list. What is missing from it is taken away and kept; an id that belongs to another
 * assignment is refused. Setting what is there leaves no trace.
 */
export async function setConcreteActs(
  trx: Transaction,
  actor: Actor,
  assignmentId: string,
  acts: readonly ConcreteAct[],
): Promise<ConcreteAct[]> {
  const { tenantId, officerId } = actor;
  await trx
    .selectFrom('assignment')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', assignmentId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found', { what: 'việc được giao này' }));
  const before = await listConcreteActs(trx, tenantId, assignmentId);
  if (toJson(before) === toJson(acts.map(ordered))) return before;
  const kept = new Set(acts.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0)
    await trx
      .updateTable('concrete_act')
      .set({ removed_at: new Date() })
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', gone)
      .execute();
  for (const [position, act] of acts.entries()) await upsert(trx, tenantId, assignmentId, position, act);
  const done = acts.filter(({ doneOn }) => doneOn !== null).length;
  const details = { acts: acts.length, done, removed: gone.length };
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: 'assignment.acts-set',
    subject: assignmentId,
    details,
  });
  return listConcreteActs(trx, tenantId, assignmentId);
}

/** With its keys in the order the list above gives. */
const ordered = ({ id, text, product, due, villages, doneOn }: ConcreteAct): ConcreteAct => ({
  ...{ id, text, product, due },
  villages: villages.map(({ name, doneOn }) => ({ name, doneOn })),
  doneOn,
});

async function upsert(
  trx: Transaction,
  tenantId: string,
  assignmentId: string,
  position: number,
  { id, text, product, due, villages, doneOn }: ConcreteAct,
): Promise<void> {
  const columns = {
    ...{ position, text: storable(text), product: product === null ? null : storable(product), due },
    ...{ villages: toJson(villages), done_on: doneOn, removed_at: null },
  };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('concrete_act')
    .values({ tenant_id: tenantId, id, assignment_id: assignmentId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet(columns).where('concrete_act.assignment_id', '=', assignmentId),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('not-found', { what: 'việc cụ thể này' });
}
