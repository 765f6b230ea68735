import { type Selectable, type SqlBool, sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { storable, toJson } from '../kernel/storable.ts';
import { fold, squish } from '../kernel/text.ts';
import { type Role, roles, type TaskFields } from '../plan/model.ts';
import { orderTasks } from '../plan/order.ts';
import type { DraftTask } from '../plan/review.ts';
import type { Database, Transaction } from './db.ts';
import type { TaskTable } from './plan-tables.ts';
import { contains, matches, searchable } from './search.ts';

/** A task of the matrix with what is shown of its plan. */
export type TaskRow = Pick<Selectable<TaskTable>, 'id' | 'plan_id' | 'draft_id' | 'source' | 'quote'> & {
  fields: TaskFields;
  order: number;
  planNumber: string | null;
  planSymbol: string | null;
  planTitle: string | null;
  year: number | null;
};

export type TaskFilter = {
  plan?: string | undefined;
  /** index names; "none" for tasks without one */
  indices?: readonly string[] | undefined;
  agency?: string | undefined;
  role?: Role | undefined;
  /** kinds of schedule; "none" for tasks without one */
  schedules?: readonly string[] | undefined;
  q?: string | undefined;
};

/** A confirmed task with the passage it was read from. */
export type ConfirmedTask = { task: DraftTask; quote: string[] };

/** Writes what a plan's confirmation leaves in the matrix. A task keeps its id; one that is gone is withdrawn. */
export async function writeTasks(
  trx: Transaction,
  tenantId: string,
  planId: string,
  confirmed: readonly ConfirmedTask[],
): Promise<void> {
  const known = await trx
    .selectFrom('task')
    .select(['id', 'draft_id'])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .execute();
  const ids = new Map(known.map(({ id, draft_id }) => [draft_id, id]));
  const rows = confirmed.map(({ task, quote }, i) => ({
    ...taskColumns(task, quote, i + 1),
    tenant_id: tenantId,
    plan_id: planId,
    id: ids.get(task.id) ?? newId(),
  }));
  await trx
    .updateTable('task')
    .set({ withdrawn_at: new Date() })
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const some of inPortions(rows)) await upsertTasks(trx, some);
  await writeAgencies(trx, tenantId, rows);
}

function taskColumns(task: DraftTask, quote: string[], position: number) {
  const fields = fieldsOf(task);
  const agencies = roles.flatMap((role) => task[role]);
  return {
    draft_id: task.id,
    position,
    index_name: task.index,
    schedule_kinds: scheduleKinds(task),
    fields: toJson(fields),
    source: toJson(task.source),
    quote: quote.map(storable),
    search: storable(searchable(task.text, task.result, task.component, task.time, ...task.codes, ...agencies)),
    withdrawn_at: null,
    agencies: agenciesOf(task),
  };
}

function fieldsOf(task: DraftTask): TaskFields {
  const { id, source, fields, notes, accepted, corrected, ...rest } = task;
  return rest;
}

const scheduleKinds = ({ schedule }: DraftTask): string[] =>
  schedule === null
    ? []
    : [...new Set([schedule.kind, ...(schedule.kind === 'several' ? schedule.parts.map(({ kind }) => kind) : [])])];

type Row = ReturnType<typeof taskColumns> & { tenant_id: string; plan_id: string; id: string };

async function upsertTasks(trx: Transaction, rows: Row[]): Promise<void> {
  const values = rows.map(({ agencies: _, ...columns }) => columns);
  await trx
    .insertInto('task')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'plan_id', 'draft_id']).doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        index_name: ref('excluded.index_name'),
        schedule_kinds: ref('excluded.schedule_kinds'),
        fields: sql<string>`excluded.fields`,
        source: sql<string>`excluded.source`,
        quote: ref('excluded.quote'),
        search: ref('excluded.search'),
        withdrawn_at: null,
      })),
    )
    .execute();
}

const agenciesOf = (task: DraftTask) =>
  roles.flatMap((role) => task[role].map((name, position) => ({ role, position, name: storable(name) })));

async function writeAgencies(trx: Transaction, tenantId: string, rows: Row[]): Promise<void> {
  for (const some of inPortions(rows)) {
    const ids = some.map(({ id }) => id);
    await trx.deleteFrom('task_agency').where('tenant_id', '=', tenantId).where('task_id', 'in', ids).execute();
  }
  const agencies = rows.flatMap(({ id, agencies }) =>
    agencies.map((agency) => ({
      ...agency,
      tenant_id: tenantId,
      task_id: id,
      search: storable(searchable(agency.name)),
    })),
  );
  for (const some of inPortions(agencies)) await trx.insertInto('task_agency').values(some).execute();
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
function inPortions<T>(rows: readonly T[], size = 1_000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** The matrix: tasks of confirmed plans that have not been taken away, in the matrix's order; of a unit's own plan where it is asked for. */
export async function listTasks(db: Database, tenantId: string, filter: TaskFilter): Promise<TaskRow[]> {
  let query = inMatrix(db, tenantId);
  query =
    filter.plan === undefined
      ? query.where('plan.mother_id', 'is', null)
      : query.where('task.plan_id', '=', filter.plan);
  if (filter.indices?.length) query = query.where((eb) => isOneOf(eb.ref('task.index_name'), filter.indices ?? []));
  if (filter.schedules?.length) query = query.where(hasKind(filter.schedules));
  if (filter.agency || filter.role) query = query.where(hasAgency(filter.agency ?? '', filter.role));
  if (filter.q) query = query.where((eb) => matches(eb, 'task.search', filter.q ?? ''));
  const rows = await query.execute();
  return orderTasks(rows.map((row) => ({ ...row.fields, planId: row.plan_id, order: row.order, row }))).map(
    ({ row }) => row,
  );
}

/** One task of the matrix, or the Problem that there is none. */
export async function getTask(db: Database, tenantId: string, id: string): Promise<TaskRow> {
  const row = await inMatrix(db, tenantId).where('task.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found', { what: 'nhiệm vụ này trong ma trận' });
  return row;
}

const inMatrix = (db: Database, tenantId: string) =>
  db
    .selectFrom('task')
    .innerJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'task.tenant_id').onRef('plan.id', '=', 'task.plan_id'),
    )
    .where('task.tenant_id', '=', tenantId)
    .where('task.withdrawn_at', 'is', null)
    .where('plan.status', '=', 'confirmed')
    .where('plan.removed_at', 'is', null)
    .select(['task.id', 'task.plan_id', 'task.draft_id', 'task.source', 'task.quote', 'task.fields'])
    .select(['task.position as order', 'plan.number as planNumber', 'plan.symbol as planSymbol'])
    .select(['plan.title as planTitle', 'plan.year']);

function isOneOf(column: unknown, names: readonly string[]) {
  const wanted = names.filter((name) => name !== 'none');
  return sql<SqlBool>`(${column} = any(${wanted}::text[]) or (${column} is null and ${names.includes('none')}))`;
}

function hasKind(kinds: readonly string[]) {
  const wanted = kinds.filter((kind) => kind !== 'none');
  return sql<SqlBool>`(task.schedule_kinds && ${wanted}::text[] or (task.schedule_kinds = '{}' and ${kinds.includes('none')}))`;
}

/** Whole words of the agency's name: "Sở Y tế" finds "Sở Y tế tỉnh", "so y te" too, and "Sở Y" does not find "Sở Yên". */
function hasAgency(agency: string, role: Role | undefined) {
  const name = fold(squish(agency));
  const pattern = name === '' ? '%' : contains(` ${name} `);
  return sql<SqlBool>`exists (
    select from task_agency a where a.tenant_id = task.tenant_id and a.task_id = task.id
      and (${role ?? null}::text is null or a.role = ${role ?? null})
      and ' ' || regexp_replace(a.search, '[,.;()]', ' ', 'g') || ' ' like ${pattern})`;
}
