import type { Selectable } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { storable } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { isLearnedRole, type Lesson, type LessonKind, type Lessons, noLessons } from '../plan/learned/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { LessonChangeTable, LessonTable } from './lesson-tables.ts';

export type LessonRow = Selectable<LessonTable> & {
  planTitle: string | null;
  planNumber: string | null;
  by: string;
  changes: ChangeRow[];
};
type ChangeRow = Pick<Selectable<LessonChangeTable>, 'lesson_id' | 'what' | 'value' | 'plan_id' | 'at'> & {
  by: string;
};

/** What a tenant has learned, as the reader uses it. */
export async function findLessons(db: Database, tenantId: string): Promise<Lessons> {
  const rows = await db
    .selectFrom('lesson')
    .select(['kind', 'key', 'value'])
    .where('tenant_id', '=', tenantId)
    .where('removed_at', 'is', null)
    .execute();
  const of = (kind: LessonKind) => rows.filter((row) => row.kind === kind);
  return {
    ...noLessons,
    headers: Object.fromEntries(
      of('header').flatMap(({ key, value: [role] }) => (isLearnedRole(role) ? [[key, role]] : [])),
    ),
    agencies: Object.fromEntries(of('agency').map(({ key, value }) => [key, value])),
    codes: Object.fromEntries(of('code').map(({ key, value }) => [key, value])),
  };
}

/**
 * Keeps what a confirmed plan teaches and tells how much of it is new. The latest lesson about a wording counts; what was
 * known already leaves no trace. Its audit entry is the confirmation's.
 */
export async function recordLessons(
  trx: Transaction,
  actor: Actor,
  planId: string | null,
  lessons: readonly Lesson[],
): Promise<number> {
  let fresh = 0;
  // In one order, so that two confirmations at once wait for each other and not in a circle.
  const ordered = lessons.toSorted((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
  for (const lesson of ordered) fresh += (await learn(trx, actor, planId, lesson)) ? 1 : 0;
  return fresh;
}

async function learn(trx: Transaction, actor: Actor, planId: string | null, lesson: Lesson): Promise<boolean> {
  const { tenantId, officerId } = actor;
  const key = storable(lesson.key);
  const value = lesson.value.map(storable);
  const now = new Date();
  const { id } = await trx
    .insertInto('lesson')
    .values({
      ...{ tenant_id: tenantId, id: newId(), kind: lesson.kind, key, printed: storable(lesson.printed) },
      ...{ index_name: lesson.index, value, plan_id: planId, changed_at: now, changed_by: officerId, removed_at: null },
    })
    // Writing what is there waits for whoever writes it too, and gives us the row.
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'key']).doUpdateSet({ key }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const known = await trx
    .selectFrom('lesson_change')
    .select(['what', 'value'])
    .where('tenant_id', '=', tenantId)
    .where('lesson_id', '=', id)
    .orderBy('no', 'desc')
    .executeTakeFirst();
  if (known && known.what !== 'removed' && known.value.join('\n') === value.join('\n')) return false;
  await appendChange(trx, actor, id, { what: 'learned', value, plan_id: planId, action_id: lesson.action, at: now });
  return true;
}

type NewChange = Pick<LessonChangeTable, 'what' | 'value' | 'plan_id' | 'action_id' | 'at'>;

/** Appends to a lesson's history; the lesson itself repeats it. */
async function appendChange(trx: Transaction, actor: Actor, id: string, change: NewChange): Promise<void> {
  const { tenantId, officerId } = actor;
  const { no } = await trx
    .selectFrom('lesson_change')
    .select(({ fn }) => fn.countAll<number>().as('no'))
    .where('tenant_id', '=', tenantId)
    .where('lesson_id', '=', id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('lesson_change')
    .values({ tenant_id: tenantId, lesson_id: id, no: no + 1, by: officerId, ...change })
    .execute();
  await trx
    .updateTable('lesson')
    .set({
      value: change.value,
      changed_at: change.at,
      changed_by: officerId,
      removed_at: change.what === 'removed' ? change.at : null,
      ...(change.plan_id && { plan_id: change.plan_id }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export type LessonFilter = { kind?: LessonKind | undefined; removed?: boolean | undefined; id?: string };

/** A tenant's lessons with their history, the latest first; `removed` asks for those taken away instead. */
export async function listLessons(db: Database, tenantId: string, filter: LessonFilter): Promise<LessonRow[]> {
  let query = db
    .selectFrom('lesson')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'lesson.tenant_id').onRef('officer.id', '=', 'lesson.changed_by'),
    )
    .leftJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'lesson.tenant_id').onRef('plan.id', '=', 'lesson.plan_id'),
    )
    .selectAll('lesson')
    .select(['plan.title as planTitle', 'plan.number as planNumber', 'officer.name as by'])
    .where('lesson.tenant_id', '=', tenantId);
  if (filter.id === undefined) query = query.where('lesson.removed_at', filter.removed ? 'is not' : 'is', null);
  else query = query.where('lesson.id', '=', filter.id);
  if (filter.kind) query = query.where('lesson.kind', '=', filter.kind);
  const lessons = await query.orderBy('changed_at', 'desc').orderBy('lesson.id').execute();
  const changes = await changesOf(
    db,
    tenantId,
    lessons.map(({ id }) => id),
  );
  return lessons.map((lesson) => ({ ...lesson, changes: changes.filter(({ lesson_id }) => lesson_id === lesson.id) }));
}

async function changesOf(db: Database, tenantId: string, ids: readonly string[]): Promise<ChangeRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('lesson_change as change')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'change.tenant_id').onRef('officer.id', '=', 'change.by'),
    )
    .select(['lesson_id', 'what', 'value', 'plan_id', 'at', 'officer.name as by'])
    .where('change.tenant_id', '=', tenantId)
    .where('lesson_id', 'in', ids)
    .orderBy('no')
    .execute();
}

/** One lesson with its history, or the Problem that there is none. */
export async function getLesson(db: Database, tenantId: string, id: string): Promise<LessonRow> {
  const [lesson] = await listLessons(db, tenantId, { id });
  if (!lesson) throw new Problem('not-found', { what: 'điều đã học này' });
  return lesson;
}

type Change = { what: 'edited'; value: string[] } | { what: 'removed' | 'restored' };

/** Edits, removes or brings back a lesson. What is so already stays as it is. */
export async function changeLesson(trx: Transaction, actor: Actor, id: string, change: Change): Promise<void> {
  const lesson = await lockLesson(trx, actor.tenantId, id);
  const value = change.what === 'edited' ? change.value.map(storable) : lesson.value;
  if (change.what === 'edited' && !fits(lesson.kind, value)) {
    throw new Problem('request-invalid', { fields: [{ path: 'body/value', message: `no value of a ${lesson.kind}` }] });
  }
  const same = {
    edited: value.join('\n') === lesson.value.join('\n'),
    removed: lesson.removed_at !== null,
    restored: lesson.removed_at === null,
  };
  if (same[change.what]) return;
  await appendChange(trx, actor, id, { what: change.what, value, plan_id: null, action_id: null, at: new Date() });
  await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: `lesson.${change.what}`, subject: id });
}

/** A header means one thing; agencies and codes may be several. */
function fits(kind: LessonKind, value: readonly string[]): boolean {
  return kind === 'header' ? value.length === 1 && isLearnedRole(value[0]) : value.every((part) => part.trim() !== '');
}

async function lockLesson(trx: Transaction, tenantId: string, id: string): Promise<Selectable<LessonTable>> {
  const lesson = await trx
    .selectFrom('lesson')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!lesson) throw new Problem('not-found', { what: 'điều đã học này' });
  return lesson;
}
