import { sql } from 'kysely';
import type { FanOutBy } from '../assignment/fan-out.ts';
import { by as usual } from '../assignment/testing.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { fold } from '../kernel/text.ts';
import type { Actor } from '../people/model.ts';
import type { Reading, TaskFields } from '../plan/model.ts';
import { type Database, inTransaction } from './db.ts';
import { type IssueOptions, issuePlan } from './issues.ts';
import { writeTasks } from './tasks.ts';

/** A tenant with a few agencies and confirmed plans, for tests of what is issued. */

export const day = (text: string): PlainDate => text as PlainDate;
export const today = day('2026-06-10');

export const agencyNames = {
  ubnd: 'Ủy ban nhân dân tỉnh Minh Hà',
  'noi-vu': 'Sở Nội vụ',
  'tai-chinh': 'Sở Tài chính',
  'mat-tran': 'Ủy ban MTTQ tỉnh',
  'tan-lap': 'UBND xã Tân Lập',
  'an-phu': 'UBND xã An Phú',
  'hoa-binh': 'UBND phường Hòa Bình',
  'so-moi': 'Sở Tài chính và Kế hoạch',
} as const;
export type AgencyName = keyof typeof agencyNames;

export type Province = { db: Database; actor: Actor; ids: Record<AgencyName, string>; by: FanOutBy };

/** A tenant with an officer and the agencies above. */
export async function province(db: Database): Promise<Province> {
  const actor = { tenantId: newId(), officerId: newId() };
  const { tenantId, officerId } = actor;
  await db.insertInto('tenant').values({ id: tenantId, name: 'Minh Hà' }).execute();
  const officer = { tenant_id: tenantId, id: officerId, name: 'Mai', unit: 'Sở Nội vụ' };
  await db.insertInto('officer').values(officer).execute();
  const ids = Object.fromEntries(Object.keys(agencyNames).map((name) => [name, newId()])) as Province['ids'];
  for (const [i, [name, said]] of Object.entries(agencyNames).entries()) {
    const kind = name === 'ubnd' ? 'committee' : (usual.kindOf(name) ?? 'department');
    const level = kind === 'committee' && name !== 'ubnd' ? 'commune' : 'province';
    const parent = name === 'ubnd' ? null : ids.ubnd;
    await sql`insert into agency (tenant_id, id, kind, level, position)
      values (${tenantId}, ${ids[name as AgencyName]}, ${kind}, ${level}, ${i})`.execute(db);
    await sql`insert into agency_span (tenant_id, agency_id, valid_from, name, parent_id, search)
      values (${tenantId}, ${ids[name as AgencyName]}, '2020-01-01', ${said}, ${parent}, ${fold(said)})`.execute(db);
  }
  return { db, actor, ids, by: inTenant(ids) };
}

/** The names and kinds of the domain's tests, with this tenant's ids. */
const inTenant = (ids: Province['ids']): FanOutBy => {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return {
    ...usual,
    resolve: (printed) => {
      const found = usual.resolve(printed);
      return found === 'queued' ? 'queued' : found.map((name) => ids[name as AgencyName]);
    },
    kindOf: (id) => usual.kindOf(names.get(id) ?? ''),
    levelOf: (id) => usual.levelOf(names.get(id) ?? ''),
    isWithinAreaOf: (id, other) => usual.isWithinAreaOf(names.get(id) ?? '', names.get(other) ?? ''),
  };
};

type Task = Partial<TaskFields> & { id: string };

const empty: TaskFields = {
  ...{ index: 'PAPI', dimension: 2, component: 'Tiếp cận thông tin', codes: ['2.1'], text: '', result: null },
  ...{ lead: [], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
};
const source = { page: null, table: null, row: null, line: null };
const noHead: Reading['document'] = {
  ...{ type: null, number: null, symbol: null, date: null, year: null, place: null, issuer: null, title: null },
  ...{ signer: null, indices: [], references: [], addressees: [], recipients: [], results: [], goals: [] },
};

/** Puts a confirmed plan with these tasks there, or gives one that is there other tasks. */
export async function confirmed(
  { db, actor }: Province,
  tasks: readonly Task[],
  plan: { id?: string; date?: string; duties?: Reading['duties'] } = {},
) {
  const { tenantId, officerId } = actor;
  const id = plan.id ?? newId();
  const date = plan.date ?? '2026-01-15';
  const reading: Reading = {
    document: noHead,
    duties: plan.duties ?? [],
    reporting: [],
    groups: [],
    tasks: [],
    warnings: [],
  };
  if (!plan.id)
    await db
      .insertInto('plan')
      .values({
        ...{ tenant_id: tenantId, id, file_name: 'kh.docx', media_type: 'text/plain', file_size: 1 },
        ...{ sha256: Buffer.from(id), reading: JSON.stringify(reading), status: 'confirmed', added_at: new Date() },
        ...{ added_by: officerId, confirmed_at: new Date(), date, year: Number(date.slice(0, 4)), indices: [] },
        ...{
          number: '12/KH-UBND',
          title: 'Kế hoạch',
          issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
          tasks: tasks.length,
          doubtful: 0,
          search: '',
        },
      })
      .execute();
  const rows = tasks.map((task) => ({
    task: { ...empty, text: `Việc ${task.id}`, ...task, source, fields: {}, notes: [], accepted: true, corrected: [] },
    quote: [],
  }));
  await inTransaction(db, (trx) => writeTasks(trx, tenantId, id, rows));
  return id;
}

/** Issues a plan for all of its year, on whatever day the test runs. */
export const issue = ({ db, actor, by }: Province, planId: string, options: Partial<IssueOptions> = {}) =>
  inTransaction(db, (trx) => issuePlan(trx, actor, planId, { by, at: new Date(), today, owedFrom: 'all', ...options }));

/** What an agency owes, by the days it was issued with. */
export async function owedBy({ db, actor, ids }: Province, name: AgencyName) {
  const rows = await db
    .selectFrom('occurrence')
    .innerJoin('work_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'occurrence.tenant_id').onRef('item.id', '=', 'occurrence.item_id'),
    )
    .select(['occurrence.id', 'assignment_id', 'item.key as item', 'occurrence.key', 'due', 'status', 'evidence'])
    .where('occurrence.tenant_id', '=', actor.tenantId)
    .where('agency_id', '=', ids[name])
    .orderBy('item.key')
    .orderBy('occurrence.key')
    .execute();
  return rows;
}
