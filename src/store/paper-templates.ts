import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { PaperKind } from '../publish/template/kinds.ts';
import type { TemplateCheck } from '../publish/template/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** Templates of papers a tenant has changed, and which of them is in use. */

/** Versions of one kind that are kept; a template is changed a few times in years. */
const mostVersions = 50;

export type KeptTemplate = { id: string; kind: PaperKind; name: string; content: Buffer; check: TemplateCheck };

/** Keeps a template that passed its check. It is not in use by that; an id that is there is kept no second time. */
export async function addTemplate(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  { id, kind, name, content, check }: KeptTemplate,
  at: Date,
): Promise<void> {
  const kept = await trx
    .selectFrom('paper_template')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  if (Number(kept.count) >= mostVersions) throw new Problem('templates-full', { most: mostVersions });
  const { numInsertedOrUpdatedRows: added } = await trx
    .insertInto('paper_template')
    .values({ tenant_id: tenantId, id, kind, name, content, check_result: toJson(check), at, by: officerId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (added === 0n) return;
  const details = { kind, size: content.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'template.added', subject: id, details });
}

/** Has papers of a kind made by a template from now on; null: by the built-in one. */
export async function putToUse(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  kind: PaperKind,
  templateId: string | null,
  at: Date,
): Promise<void> {
  // The tenant's row is what two who choose at once wait for.
  await trx.selectFrom('tenant').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
  if (templateId !== null) await getTemplate(trx, tenantId, templateId, kind);
  const [last] = await listUses(trx, tenantId, kind);
  if ((last?.templateId ?? null) === templateId) return;
  await trx
    .insertInto('paper_template_use')
    .values({ tenant_id: tenantId, kind, seq: (last?.seq ?? 0) + 1, template_id: templateId, at, by: officerId })
    .execute();
  const subject = templateId === null ? {} : { subject: templateId };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'template.used', ...subject, details: { kind } });
}

/** Which template was put to use when, the latest first. */
export const listUses = (db: Database, tenantId: string, kind: PaperKind) =>
  db
    .selectFrom('paper_template_use as u')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'u.tenant_id').onRef('o.id', '=', 'u.by'))
    .select(['u.seq', 'u.template_id as templateId', 'u.at', 'o.name as by'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.kind', '=', kind)
    .orderBy('u.seq', 'desc')
    .execute();

/** The templates of a kind without their content, the newest first. */
export const listTemplates = (db: Database, tenantId: string, kind: PaperKind) =>
  db
    .selectFrom('paper_template as t')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.by'))
    .select(['t.id', 't.name', 't.at', 'o.name as by', 't.check_result as check'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.kind', '=', kind)
    .orderBy('t.at', 'desc')
    .orderBy('t.id')
    .execute();

/** For each kind how many templates there are and which is in use since when; kinds without any are left out. */
export async function listKindsInUse(db: Database, tenantId: string) {
  const { rows } = await sql<{ kind: PaperKind; count: number; name: string | null; since: Date | null }>`
    select t.kind, t.count::int as count, p.name, case when p.id is null then null else u.at end as since
    from (select kind, count(*) from paper_template where tenant_id = ${tenantId} group by kind) t
    left join lateral (
      select template_id, at from paper_template_use where tenant_id = ${tenantId} and kind = t.kind
      order by seq desc limit 1
    ) u on true
    left join paper_template p on p.tenant_id = ${tenantId} and p.id = u.template_id`.execute(db);
  return rows;
}

/** A template with its content, or the Problem that there is none of that kind. */
export async function getTemplate(db: Database, tenantId: string, id: string, kind: PaperKind) {
  const found = await db
    .selectFrom('paper_template')
    .select(['id', 'name', 'content'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!found) throw new Problem('not-found', { what: 'biểu mẫu này' });
  return found;
}

/** The template papers of a kind are made by; undefined: the built-in way. */
export async function findTemplateInUse(db: Database, tenantId: string, kind: PaperKind) {
  const { rows } = await sql<{ id: string; name: string; content: Buffer }>`
    select t.id, t.name, t.content from (
      select template_id from paper_template_use where tenant_id = ${tenantId} and kind = ${kind} order by seq desc limit 1
    ) u join paper_template t on t.tenant_id = ${tenantId} and t.id = u.template_id`.execute(db);
  return rows[0];
}
