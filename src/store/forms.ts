import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor, Reach } from '../people/model.ts';
import type { Form } from '../report/form/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { withinReach } from './permitted.ts';

/** Forms while they are designed. */

const what = 'phiếu này';

export type FormLine = {
  id: string;
  agencyId: string;
  title: string;
  changedAt: Date;
  changedBy: string;
  sendings: number;
};
export type KeptForm = { id: string; agencyId: string; form: Form; rev: number; removed: boolean };

/** The forms of agencies, the last changed first, with how often each was sent. */
export async function listForms(db: Database, tenantId: string, reach: Reach): Promise<FormLine[]> {
  const { rows } = await sql<FormLine>`
    select f.id, f.agency_id as "agencyId", f.title, f.changed_at as "changedAt", o.name as "changedBy",
      (select count(*)::int from form_sending s where s.tenant_id = f.tenant_id and s.form_id = f.id) as sendings
    from form f join officer o on o.tenant_id = f.tenant_id and o.id = f.changed_by
    where f.tenant_id = ${tenantId} and f.removed_at is null and ${withinReach('f.agency_id', reach)}
    order by f.changed_at desc, f.id`.execute(db);
  return rows;
}

/** One form, or the Problem that there is none. */
export async function getForm(db: Database, tenantId: string, id: string): Promise<KeptForm> {
  const row = await db
    .selectFrom('form')
    .select(['id', 'agency_id', 'form', 'rev', 'removed_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return { id, agencyId: row.agency_id, form: row.form, rev: row.rev, removed: row.removed_at !== null };
}

type NewForm = { id: string; agencyId: string; form: Form };

/** Makes a form; the same id a second time changes nothing. */
export async function addForm(
  trx: Transaction,
  actor: Actor,
  { id, agencyId, form }: NewForm,
  at: Date,
): Promise<void> {
  const { tenantId, officerId } = actor;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('form')
    .values({
      ...{ tenant_id: tenantId, id, agency_id: agencyId, title: form.title, form: toJson(form) },
      ...{ changed_at: at, changed_by: officerId, removed_at: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  const details = { agency: agencyId, questions: form.items.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'form.added', subject: id, details });
}

/**
 * Saves what is being designed, from the revision its writer began with; the new revision. A working copy: audited when it is sent.
 */
export async function saveForm(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, rev, form }: { id: string; rev: number; form: Form },
  at: Date,
): Promise<number> {
  const kept = await trx
    .selectFrom('form')
    .select(['rev', 'form', 'removed_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!kept) throw new Problem('not-found', { what });
  // Of a lost answer, saving the same again is no change.
  if (kept.removed_at === null && JSON.stringify(kept.form) === JSON.stringify(form)) return kept.rev;
  if (kept.rev !== rev || kept.removed_at !== null) throw new Problem('form-changed', {});
  await trx
    .updateTable('form')
    .set({ title: form.title, form: toJson(form), rev: rev + 1, changed_at: at, changed_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  return rev + 1;
}

/** Takes a form away, or brings it back. What was sent of it stays with those who answer it. */
export async function setFormRemoved(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  id: string,
  removedAt: Date | null,
): Promise<void> {
  await trx
    .updateTable('form')
    .set({ removed_at: removedAt })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const action = removedAt === null ? 'form.restored' : 'form.removed';
  await audit(trx, { tenant: tenantId, actor: officerId, action, subject: id, details: {} });
}
