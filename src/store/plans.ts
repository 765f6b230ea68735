import { type Selectable, sql, type Updateable } from 'kysely';
import type { Document } from '../document/model.ts';
import { newId } from '../kernel/ids.ts';
import { isPlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Reading } from '../plan/model.ts';
import { type Draft, openDraft } from '../plan/review.ts';
import { summarizeDraft } from '../plan/summary.ts';
import type { PlanStatus } from '../plan/views.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { PlanEventKind, PlanKind, PlanTable } from './plan-tables.ts';
import { type Successor, supersededBy } from './plans-superseded.ts';
import { matches, searchable } from './search.ts';

/** A plan with the name of who added it. */
export type PlanRow = Selectable<PlanTable> & { addedByName: string; superseded_by: Successor | null };
/** A line of the list: everything but the reading, which is large. */
export type PlanLine = Omit<PlanRow, 'reading' | 'ids' | 'columns'>;

export type NewPlan = {
  fileName: string;
  mediaType: string;
  fileSize: number;
  sha256: Buffer;
  /** as JSON text PostgreSQL can keep */
  document: string;
  reading: Reading;
  /** of a unit's own plan: the plan it carries out, and the unit */
  of?: { motherId: string; agencyId: string };
  /** unless it is one that was read */
  kind?: PlanKind;
};

const lineColumns = [
  'plan.kind',
  'plan.tenant_id',
  'plan.id',
  'file_name',
  'media_type',
  'file_size',
  'sha256',
  'seq',
  'version',
  'since',
  'status',
  'added_at',
  'added_by',
  'confirmed_at',
  'removed_at',
  'type',
  'number',
  'symbol',
  'title',
  'issuer',
  'date',
  'year',
  'indices',
  'tasks',
  'doubtful',
  'search',
  'mother_id',
  'plan.agency_id',
] as const;

/** Keeps a plan that has just been read, as a draft. */
export async function addPlan(trx: Transaction, actor: Actor, plan: NewPlan): Promise<string> {
  const id = newId();
  const now = new Date();
  const { tenantId, officerId } = actor;
  const fileName = storable(plan.fileName);
  await trx
    .insertInto('plan')
    .values({
      tenant_id: tenantId,
      id,
      file_name: fileName,
      media_type: storable(plan.mediaType),
      file_size: plan.fileSize,
      sha256: plan.sha256,
      reading: toJson(plan.reading),
      added_at: now,
      added_by: officerId,
      kind: plan.kind ?? 'plan',
      mother_id: plan.of?.motherId ?? null,
      agency_id: plan.of?.agencyId ?? null,
      ...draftColumns(openDraft(plan.reading), fileName),
    })
    .execute();
  await trx.insertInto('plan_document').values({ tenant_id: tenantId, plan_id: id, document: plan.document }).execute();
  const tasks = plan.reading.tasks.length;
  await recordEvent(trx, actor, id, { kind: 'added', at: now, seq: 0, tasks });
  return id;
}

/** The columns of a plan that repeat what its draft says now. */
export function draftColumns(draft: Draft, fileName: string) {
  const { type, number, symbol, title, issuer, date, year, indices, tasks, doubtful } = summarizeDraft(draft);
  const text = (value: string | null) => (value === null ? null : storable(value));
  return {
    type: text(type),
    number: text(number),
    symbol: text(symbol),
    title: text(title),
    issuer: text(issuer),
    date: date !== null && isPlainDate(date) ? date : null,
    year,
    indices,
    tasks,
    doubtful,
    search: storable(searchable(number, symbol, title, issuer, fileName)),
  };
}

/** The plan, unless the tenant has none of that id. */
export async function findPlan(db: Database, tenantId: string, id: string): Promise<PlanRow | undefined> {
  return withOfficer(db, tenantId)
    .where('plan.id', '=', id)
    .select(lineColumns)
    .select(['reading', 'ids', 'columns'])
    .executeTakeFirst();
}

/** The plan, or the Problem that there is none. */
export async function getPlan(db: Database, tenantId: string, id: string): Promise<PlanRow> {
  const plan = await findPlan(db, tenantId, id);
  if (!plan) throw new Problem('not-found', { what: 'kế hoạch này' });
  return plan;
}

/** The plan without its reading, or the Problem that there is none. */
export async function getPlanLine(db: Database, tenantId: string, id: string): Promise<PlanLine> {
  const plan = await withOfficer(db, tenantId).where('plan.id', '=', id).select(lineColumns).executeTakeFirst();
  if (!plan) throw new Problem('not-found', { what: 'kế hoạch này' });
  return plan;
}

/** A plan of the tenant made from exactly these bytes, taken away or not. */
export async function findPlanByFile(db: Database, tenantId: string, sha256: Buffer): Promise<string | undefined> {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return plan?.id;
}

export type PlanFilter = { q?: string | undefined; status?: PlanStatus | undefined; removed?: boolean | undefined };

/** A tenant's plans, the latest first, without its units' own and the regimes of reports; `removed` asks for those taken away instead. */
export async function listPlans(db: Database, tenantId: string, filter: PlanFilter): Promise<PlanLine[]> {
  let query = withOfficer(db, tenantId)
    .select(lineColumns)
    .where('removed_at', filter.removed ? 'is not' : 'is', null)
    .where('mother_id', 'is', null)
    .where('plan.kind', '=', 'plan')
    .where((eb) => matches(eb, 'plan.search', filter.q ?? ''));
  if (filter.status) query = query.where('status', '=', filter.status);
  return query.orderBy('added_at', 'desc').orderBy('plan.id', 'desc').execute();
}

const withOfficer = (db: Database, tenantId: string) =>
  db
    .selectFrom('plan')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'plan.tenant_id').onRef('officer.id', '=', 'plan.added_by'),
    )
    .where('plan.tenant_id', '=', tenantId)
    // What holds a form of figures is no plan anybody reads, reviews or issues.
    .where('plan.kind', '<>', 'form')
    .select('officer.name as addedByName')
    .select(supersededBy);

/** The document a plan was read from. */
export async function getPlanDocument(db: Database, tenantId: string, planId: string): Promise<Document> {
  const row = await db
    .selectFrom('plan_document')
    .select('document')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'kế hoạch này' });
  return row.document;
}

/** The same as JSON text, for who only hands it on; of another version than the current one where `version` says so. */
export async function getPlanDocumentText(
  db: Database,
  tenantId: string,
  planId: string,
  version?: number,
): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select coalesce(v.document, d.document)::text as text
    from plan p
    join plan_document d on d.tenant_id = p.tenant_id and d.plan_id = p.id
    left join plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id and v.no = ${version ?? null}::integer
    where p.tenant_id = ${tenantId} and p.id = ${planId}
      and (${version ?? null}::integer is null or v.no is not null or p.version = ${version ?? null}::integer)`.execute(
    db,
  );
  if (!rows[0]) throw new Problem('not-found', { what: 'kế hoạch này' });
  return rows[0].text;
}

export type PlanFile = Pick<PlanLine, 'file_name' | 'media_type' | 'file_size' | 'sha256'>;

/** Which file a plan, or one version of it, was read from. */
export async function getPlanFile(db: Database, tenantId: string, id: string, version?: number): Promise<PlanFile> {
  const plan = await getPlanLine(db, tenantId, id);
  if (version === undefined || version === plan.version) return plan;
  const file = await db
    .selectFrom('plan_version')
    .select(['file_name', 'media_type', 'file_size', 'sha256'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', id)
    .where('no', '=', version)
    .executeTakeFirst();
  if (!file) throw new Problem('not-found', { what: 'bản này của kế hoạch' });
  return file;
}

/** Takes the plan for this transaction: others who would change it wait. */
export async function lockPlan(trx: Transaction, tenantId: string, id: string): Promise<Selectable<PlanTable>> {
  const plan = await trx
    .selectFrom('plan')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw new Problem('not-found', { what: 'kế hoạch này' });
  return plan;
}

type PlanChange = Omit<Updateable<PlanTable>, 'tenant_id' | 'id' | 'added_at' | 'added_by'>;

export async function changePlan(trx: Transaction, { tenantId }: Actor, id: string, change: PlanChange): Promise<void> {
  await trx.updateTable('plan').set(change).where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** `lessons`: how many things were learned with it. */
type NewEvent = { kind: PlanEventKind; at: Date; seq: number; tasks: number; version?: number; lessons?: number };

/** Appends what happened to the plan, with its audit entry. Call with the plan locked (or just made). */
export async function recordEvent(trx: Transaction, actor: Actor, planId: string, event: NewEvent): Promise<void> {
  const { tenantId, officerId } = actor;
  const { kind, at, seq, tasks, version, lessons } = event;
  const { no } = await trx
    .selectFrom('plan_event')
    .select(({ fn }) => fn.countAll<number>().as('no'))
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('plan_event')
    .values({
      tenant_id: tenantId,
      plan_id: planId,
      no: no + 1,
      by: officerId,
      kind,
      at,
      seq,
      tasks,
      version: version ?? null,
    })
    .execute();
  await audit(trx, {
    tenant: tenantId,
    actor: officerId,
    action: `plan.${kind}`,
    subject: planId,
    details: { seq, tasks, ...(version && { version }), ...(lessons && { lessons }) },
  });
}
