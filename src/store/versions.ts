import { type Selectable, sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { firstIds } from '../plan/review.ts';
import { likenessOfPlans } from '../plan/versions/candidates.ts';
import type { ColumnSetting } from '../plan/views.ts';
import type { Database, Transaction } from './db.ts';
import type { PlanTable, PlanVersionTable } from './plan-tables.ts';
import { changePlan, getPlan, lockPlan, type NewPlan, type PlanLine, type PlanRow, recordEvent } from './plans.ts';

/** A version as lists show it. */
export type VersionLine = {
  no: number;
  file_name: string;
  media_type: string;
  origin: 'file' | 'columns';
  accepted_at: Date | null;
  tasks: number;
  added_at: Date;
  addedByName: string;
};

/** The versions of a plan that have not been dropped, the first first; none are kept of a plan with one file. */
async function listVersions(db: Database, tenantId: string, planId: string): Promise<VersionLine[]> {
  return db
    .selectFrom('plan_version as version')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'version.tenant_id').onRef('officer.id', '=', 'version.added_by'),
    )
    .where('version.tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('dropped_at', 'is', null)
    .select([
      'no',
      'file_name',
      'media_type',
      'origin',
      'accepted_at',
      'version.added_at',
      'officer.name as addedByName',
    ])
    .select(sql<number>`jsonb_array_length(reading -> 'tasks')`.as('tasks'))
    .orderBy('no')
    .execute();
}

/** Other plans of the tenant that may be files of this one, the likeliest first. */
async function listCandidates(db: Database, tenantId: string, plan: PlanLine) {
  if (plan.removed_at) return [];
  const others = await db
    .selectFrom('plan')
    .select(['id', 'number', 'symbol', 'title', 'issuer', 'year', 'file_name', 'status', 'tasks', 'added_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '<>', plan.id)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('year', 'is', null), eb('year', 'is not distinct from', plan.year)]))
    .orderBy('added_at', 'desc')
    .limit(500)
    .execute();
  return others
    .flatMap((other) => {
      const likeness = likenessOfPlans(plan, other);
      return likeness === undefined ? [] : [{ ...other, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3);
}

/** A plan with its versions and the plans that may be others. */
export type WholePlan = {
  plan: PlanRow;
  versions: VersionLine[];
  candidates: Awaited<ReturnType<typeof listCandidates>>;
};

export async function getWholePlan(db: Database, tenantId: string, id: string): Promise<WholePlan> {
  const plan = await getPlan(db, tenantId, id);
  return { plan, versions: await listVersions(db, tenantId, id), candidates: await listCandidates(db, tenantId, plan) };
}

type Version = Selectable<PlanVersionTable>;

/** One version of a plan with its reading, or the Problem that there is none. Call only for what has rows. */
export async function getVersion(db: Database, tenantId: string, planId: string, no: number): Promise<Version> {
  const version = await db
    .selectFrom('plan_version')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('no', '=', no)
    .where('dropped_at', 'is', null)
    .executeTakeFirst();
  if (!version) throw new Problem('not-found', { what: 'bản này của kế hoạch' });
  return version;
}

/** Another file of a plan, or its own file read anew; and why. */
export type NewVersion = NewPlan & { origin: PlanVersionTable['origin']; columns: ColumnSetting[] };

/** Keeps a version that waits to be accepted and returns its number. */
export async function proposeVersion(trx: Transaction, actor: Actor, id: string, next: NewVersion): Promise<number> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  if (plan.removed_at) throw new Problem('plan-removed', {});
  await keepFirst(trx, plan);
  const no = await nextNo(trx, plan);
  const now = new Date();
  await trx
    .insertInto('plan_version')
    .values({
      tenant_id: actor.tenantId,
      plan_id: id,
      no,
      origin: next.origin,
      file_name: storable(next.fileName),
      media_type: storable(next.mediaType),
      file_size: next.fileSize,
      sha256: next.sha256,
      reading: toJson(next.reading),
      document: next.document,
      columns: toJson(next.columns),
      added_at: now,
      added_by: actor.officerId,
    })
    .execute();
  const tasks = next.reading.tasks.length;
  const kind = next.origin === 'columns' ? 'columns-set' : 'version-proposed';
  await recordEvent(trx, actor, id, { kind, at: now, seq: plan.seq, tasks, version: no });
  return no;
}

/** The plan's only file becomes its first version. */
async function keepFirst(trx: Transaction, plan: Selectable<PlanTable>): Promise<void> {
  const { tenant_id, id } = plan;
  await sql`insert into plan_version (tenant_id, plan_id, no, origin, file_name, media_type, file_size, sha256, reading,
      document, ids, columns, accepted_at, added_at, added_by)
    select p.tenant_id, p.id, 1, 'file', p.file_name, p.media_type, p.file_size, p.sha256, p.reading, d.document,
      ${firstIds(plan.reading)}::text[], p.columns, p.added_at, p.added_at, p.added_by
    from plan p join plan_document d on d.tenant_id = p.tenant_id and d.plan_id = p.id
    where p.tenant_id = ${tenant_id} and p.id = ${id}
      and not exists (select from plan_version v where v.tenant_id = ${tenant_id} and v.plan_id = ${id})`.execute(trx);
}

async function nextNo(trx: Transaction, { tenant_id, id }: Selectable<PlanTable>): Promise<number> {
  const { last } = await trx
    .selectFrom('plan_version')
    .select(({ fn }) => fn.max<number>('no').as('last'))
    .where('tenant_id', '=', tenant_id)
    .where('plan_id', '=', id)
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** Drops a proposal; it stays in the history. */
export async function dropVersion(trx: Transaction, actor: Actor, id: string, no: number): Promise<void> {
  const plan = await lockPlan(trx, actor.tenantId, id);
  const version = await getVersion(trx, actor.tenantId, id, no);
  if (version.accepted_at) throw new Problem('version-in-use', { version: no });
  const now = new Date();
  await changeVersion(trx, plan, no, { dropped_at: now });
  await recordEvent(trx, actor, id, {
    kind: 'version-dropped',
    at: now,
    seq: plan.seq,
    tasks: version.reading.tasks.length,
    version: no,
  });
}

type VersionChange = { dropped_at?: Date; accepted_at?: Date; actions?: string; reading?: string; ids?: string[] };

export async function changeVersion(
  trx: Transaction,
  { tenant_id, id }: Pick<Selectable<PlanTable>, 'tenant_id' | 'id'>,
  no: number,
  change: VersionChange,
): Promise<void> {
  await trx
    .updateTable('plan_version')
    .set(change)
    .where('tenant_id', '=', tenant_id)
    .where('plan_id', '=', id)
    .where('no', '=', no)
    .execute();
}

/**
 * Another plan's file as a version of this one; the other plan is taken away and can be brought back. What has been
 * confirmed or reviewed for itself is not taken: that work would be lost.
 */
export async function takeAsVersion(trx: Transaction, actor: Actor, id: string, otherId: string): Promise<number> {
  // In one order, so that two who join the same plans the other way round wait for each other and not in a circle.
  if (id < otherId) await lockPlan(trx, actor.tenantId, id);
  const other = await lockPlan(trx, actor.tenantId, otherId);
  if (other.removed_at) throw new Problem('plan-removed', {});
  if (id === otherId || other.status === 'confirmed' || other.seq > 0 || other.version > 1)
    throw new Problem('plan-has-review', {});
  const { document } = await trx
    .selectFrom('plan_document')
    .select(sql<string>`document::text`.as('document'))
    .where('tenant_id', '=', actor.tenantId)
    .where('plan_id', '=', otherId)
    .executeTakeFirstOrThrow();
  const no = await proposeVersion(trx, actor, id, {
    origin: 'file',
    columns: [],
    fileName: other.file_name,
    mediaType: other.media_type,
    fileSize: other.file_size,
    sha256: other.sha256,
    document,
    reading: other.reading,
  });
  const now = new Date();
  await changePlan(trx, actor, otherId, { removed_at: now });
  await recordEvent(trx, actor, otherId, { kind: 'removed', at: now, seq: other.seq, tasks: other.tasks });
  return no;
}
