import { type RawBuilder, sql } from 'kysely';
import { newId } from '../src/kernel/ids.ts';
import { type Database, inTransaction } from '../src/store/db.ts';
import { openSession } from '../src/store/sessions.ts';

/** A year of the whole country, made by SQL: what bench/national-year.ts measures on. */

export const shape = { tenants: 34, communes: 3_321, departments: 20, tasks: 60, components: 12 } as const;

/** One province with a plan of the year issued to every commune and department, and what they have done of it. */
export type Province = {
  tenantId: string;
  officerId: string;
  planId: string;
  communes: string[];
  departments: string[];
  /** the cookie of an officer of the focal office, and of one of the first commune */
  focal: string;
  commune: string;
};

/** Communes of the n-th province of 34: 3,321 in all. */
const communesOf = (n: number): number =>
  Math.floor(shape.communes / shape.tenants) + (n < shape.communes % shape.tenants ? 1 : 0);

export async function addProvince(db: Database, n: number, today: string): Promise<Province> {
  const [tenantId, officerId, planId] = [newId(), newId(), newId()] as [string, string, string];
  const run = (query: RawBuilder<unknown>) => query.execute(db);
  await run(sql`insert into tenant (id, name) values (${tenantId}, ${`Tỉnh ${n + 1}`})`);
  await run(
    sql`insert into officer (tenant_id, id, name, unit) values (${tenantId}, ${officerId}, 'Mai', 'Sở Nội vụ')`,
  );
  const departments = await addAgencies(db, tenantId, 'department', shape.departments);
  const communes = await addAgencies(db, tenantId, 'committee', communesOf(n));
  await run(addPlan(tenantId, officerId, planId, today));
  await run(addItems(tenantId, planId, today));
  await run(addAssignments(tenantId, today));
  await run(addOccurrences(tenantId, today));
  await run(addActions(tenantId, officerId, today));
  await run(countActions(tenantId));
  const focal = await addSession(db, tenantId, 'focal', null);
  const commune = await addSession(db, tenantId, 'officer', communes[0] ?? null);
  return { tenantId, officerId, planId, communes, departments, focal, commune };
}

async function addAgencies(db: Database, tenantId: string, kind: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  const level = kind === 'committee' ? 'commune' : 'province';
  const name = kind === 'committee' ? 'UBND xã' : 'Sở';
  await sql`insert into agency (tenant_id, id, kind, level, position)
    select ${tenantId}, id, ${kind}, ${level}, n from unnest(${ids}::uuid[]) with ordinality as made (id, n)`.execute(
    db,
  );
  await sql`insert into agency_span (tenant_id, agency_id, valid_from, name, search)
    select ${tenantId}, id, '2025-07-01', ${name} || ' ' || n, ${name} || ' ' || n
    from unnest(${ids}::uuid[]) with ordinality as made (id, n)`.execute(db);
  return ids;
}

const addPlan = (tenantId: string, officerId: string, planId: string, today: string) => sql`
  insert into plan (tenant_id, id, file_name, media_type, file_size, sha256, reading, status, added_by, added_at, confirmed_at,
    indices, tasks, doubtful, search, number, title, year, date)
  values (${tenantId}, ${planId}, 'kh.docx', 'x', 1, '\\x00', ${JSON.stringify(emptyReading)}, 'confirmed', ${officerId},
    now(), now(), '{PAPI}', ${shape.tasks}, 0, '', '1/KH-UBND', 'Kế hoạch năm', ${year(today)}, ${`${year(today)}-01-15`})`;

export const emptyReading = { document: {}, duties: [], reporting: [], groups: [], tasks: [], warnings: [] };

const year = (today: string): number => Number(today.slice(0, 4));

/** A row of a plan is about so long. */
const words =
  'Tổ chức tuyên truyền, phổ biến, công khai minh bạch; rà soát, kiểm tra việc thực hiện tại đơn vị; tiếp nhận, giải quyết kịp thời phản ánh của người dân';

const addItems = (tenantId: string, planId: string, today: string) => sql`
  insert into work_item (tenant_id, id, plan_id, kind, key, position, modality, index_name, dimension, component, codes, text,
    time, schedule, year, search)
  select ${tenantId}, gen_random_uuid(), ${planId}, 'task', 't' || n, n, 'assign', 'PAPI', (n % 8 + 1)::text,
    'Nội dung ' || n % ${shape.components}, '{}', ${words} || ' ' || n, 'Hằng quý', '{"kind": "continuous"}', ${year(today)},
    'to chuc tuyen truyen pho bien cong khai minh bach ra soat kiem tra viec ' || n
  from generate_series(1, ${shape.tasks}) as n`;

/** Each item is led by a department, monitored by another, and done by every department and commune. */
const addAssignments = (tenantId: string, today: string) => sql`
  with agencies as (select id, kind, position from agency where tenant_id = ${tenantId}),
  wanted as (
    select i.id as item, r.role, a.id as agency from work_item i
    join (values ('lead', 0), ('monitor', 7)) as r (role, step) on true
    join agencies a on a.kind = 'department' and a.position = (i.position + r.step) % ${shape.departments} + 1
    where i.tenant_id = ${tenantId}
    union all
    select i.id, 'implement', a.id from work_item i cross join agencies a where i.tenant_id = ${tenantId})
  insert into assignment (tenant_id, id, item_id, role, first_agency_id, printed, owes, follows, request, since, agency_id, seq)
  select ${tenantId}, gen_random_uuid(), item, role, agency, 'Các cơ quan, đơn vị, địa phương', role = 'implement', role <> 'implement',
    false,
    ${`${year(today)}-01-15`}::date, agency, 0
  from wanted`;

/** Of what is past 85 % were done in time, 8 % late, 7 % are overdue; a third of what is due soon is done. */
const addOccurrences = (tenantId: string, today: string) => sql`
  insert into occurrence (tenant_id, id, assignment_id, item_id, key, period, period_from, period_to, printed, first_due, rule,
    since, agency_id, due, status, percent, evidence, completed_on)
  select ${tenantId}, gen_random_uuid(), a.id, a.item_id, due::text, 'Quý ' || q || '/' || ${year(today)},
    due - 90, due, due + 1, due, 'Trước ngày 15 tháng cuối quý, không tính ngày 15: hạn cuối 14.', a.since, a.agency_id, due,
    case when done then 'done' when chance < 0.97 and due < ${today}::date + 60 then 'in-progress' else 'open' end,
    case when done then 100 else 0 end, case when done then 1 else 0 end,
    case when done then due - 3 + case when chance > 0.85 then 10 else 0 end end
  from assignment a
  cross join lateral (select q, make_date(${year(today)}, q * 3, 14) as due, random() as chance
    from generate_series(1, 4) as q where a.id is not null) as quarter
  cross join lateral (select case when due < ${today}::date then chance < 0.93
    when due < ${today}::date + 45 then chance < 0.3 else false end as done) as settled
  where a.tenant_id = ${tenantId} and a.owes`;

const addActions = (tenantId: string, officerId: string, today: string) => sql`
  insert into assignment_action (tenant_id, assignment_id, seq, id, occurrence_id, at, day, by, agency_id, source, act)
  select o.tenant_id, o.assignment_id, row_number() over (partition by o.assignment_id order by o.due), gen_random_uuid(),
    o.id, now(), least(o.completed_on, ${today}::date), ${officerId}, o.agency_id, 'web',
    jsonb_build_object('kind', 'complete', 'on', o.completed_on, 'note', null, 'serves', '[]'::jsonb, 'servedBy', null)
  from occurrence o where o.tenant_id = ${tenantId} and o.status = 'done'`;

const countActions = (tenantId: string) => sql`
  update assignment a set seq = coalesce((select max(x.seq) from assignment_action x
    where x.tenant_id = ${tenantId} and x.assignment_id = a.id), 0)
  where a.tenant_id = ${tenantId} and a.owes`;

/** The cookie of an officer made for it, who holds a role for one agency or the whole province. */
export async function addSession(db: Database, tenantId: string, role: string, agency: string | null): Promise<string> {
  const officerId = newId();
  await sql`insert into officer (tenant_id, id, name, unit) values (${tenantId}, ${officerId}, 'An', 'Đơn vị')`.execute(
    db,
  );
  await sql`insert into role_grant (tenant_id, id, officer_id, role, agency_id, subtree, valid_from, granted_at, granted_by)
    values (${tenantId}, ${newId()}, ${officerId}, ${role}, ${agency}, false, '2025-07-01', now(), ${officerId})`.execute(
    db,
  );
  const token = await inTransaction(db, (trx) => openSession(trx, { tenantId, officerId }, new Date()));
  return `thang_session=${tenantId}.${token}`;
}
