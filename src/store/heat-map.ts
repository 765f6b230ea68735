import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { AgencyKind, Level } from '../place/model.ts';
import type { Role } from '../plan/model.ts';
import { seenWithin } from './assignment-scope.ts';
import type { Database } from './db.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { withinReach } from './permitted.ts';

/** How far work is: what is done in time and late, open and overdue, and waiting for a day. Given up work is not counted. */
export type Progress = { done: number; doneLate: number; open: number; late: number; waiting: number };

/** Which work: due in a period, both days included. */
export type HeatMapQuestion = {
  tenantId: string;
  reach: Reach;
  from: PlainDate;
  to: PlainDate;
  today: PlainDate;
  plan?: string | undefined;
  index?: string | undefined;
  component?: string | undefined;
  item?: string | undefined;
  levels?: readonly Level[] | undefined;
  kinds?: readonly AgencyKind[] | undefined;
};

export type AgencyLine = { id: string; name: string; kind: AgencyKind; level: Level };
export type Cell = Progress & { agencyId: string; itemId: string };
export type HeatMap = { agencies: AgencyLine[]; items: ItemLine[]; cells: Cell[] };

/** The figures of a progress, over rows of `occurrence o`. */
export const progressOf = (today: PlainDate): RawBuilder<unknown> => sql`
  count(*) filter (where o.status = 'done' and o.completed_on <= o.due) as done,
  count(*) filter (where o.status = 'done' and o.completed_on > o.due) as "doneLate",
  count(*) filter (where o.status in ('open', 'in-progress', 'returned') and o.due >= ${today}) as open,
  count(*) filter (where o.status in ('open', 'in-progress', 'returned') and o.due < ${today}) as late,
  count(*) filter (where o.status = 'waiting') as waiting`;

/** Due in a period; what waits for a day belongs to the year of its plan. */
export const dueWithin = ({ from, to }: { from: PlainDate; to: PlainDate }): RawBuilder<boolean> => sql<boolean>`
  (o.due between ${from} and ${to} or (o.due is null and exists (select from work_item w where w.tenant_id = o.tenant_id
    and w.id = o.item_id and w.year between ${Number(from.slice(0, 4))} and ${Number(to.slice(0, 4))})))`;

/** Units × items: one cell where a unit owes something. */
export async function findHeatMap(db: Database, question: HeatMapQuestion): Promise<HeatMap> {
  const wanted = await findItemIds(db, question);
  if (wanted.length === 0) return { agencies: [], items: [], cells: [] };
  const { rows } = await sql<Cell>`
    select o.agency_id as "agencyId", o.item_id as "itemId", ${progressOf(question.today)}
    from occurrence o
    where o.tenant_id = ${question.tenantId} and ${dueWithin(question)}
      and o.status not in ('cancelled', 'superseded') and ${seenWithin(question.tenantId, question.reach)}
      and o.item_id = any(${wanted}::uuid[])
    group by o.agency_id, o.item_id`.execute(db);
  const agencies = await listAgencyLines(db, question.tenantId, idsOf(rows, 'agencyId'), question);
  const shown = new Set(agencies.map(({ id }) => id));
  const cells = rows.filter(({ agencyId }) => shown.has(agencyId));
  return { agencies, items: await listItemLines(db, question.tenantId, idsOf(cells, 'itemId')), cells };
}

const idsOf = (cells: readonly Cell[], name: 'agencyId' | 'itemId'): string[] => [
  ...new Set(cells.map((cell) => cell[name])),
];

/** The items asked about: of plans that are there, by what narrows the question. */
async function findItemIds(db: Database, question: HeatMapQuestion): Promise<string[]> {
  const { tenantId, plan, index, component, item } = question;
  let query = db
    .selectFrom('work_item')
    .innerJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'work_item.tenant_id').onRef('plan.id', '=', 'work_item.plan_id'),
    )
    .select('work_item.id')
    .where('work_item.tenant_id', '=', tenantId)
    .where('plan.removed_at', 'is', null);
  if (plan !== undefined) query = query.where('plan_id', '=', plan);
  if (index !== undefined) query = query.where('index_name', '=', index);
  if (component !== undefined) query = query.where('component', '=', component);
  if (item !== undefined) query = query.where('work_item.id', '=', item);
  return (await query.execute()).map(({ id }) => id);
}

type Narrowing = Pick<HeatMapQuestion, 'levels' | 'kinds' | 'to'>;

/** Agencies under the name they have on the period's last day, or had last before it, in the official order. */
export async function listAgencyLines(
  db: Database,
  tenantId: string,
  ids: readonly string[],
  { levels, kinds, to }: Narrowing,
): Promise<AgencyLine[]> {
  const { rows } = await sql<AgencyLine>`
    select a.id, coalesce(named.name, '') as name, a.kind, a.level
    from agency a
    left join lateral (select s.name from agency_span s where s.tenant_id = a.tenant_id and s.agency_id = a.id
      order by s.valid_from <= ${to} desc, case when s.valid_from <= ${to} then s.valid_from end desc, s.valid_from
      limit 1) as named on true
    where a.tenant_id = ${tenantId} and a.id = any(${[...ids]}::uuid[])
      and (${levels ?? null}::text[] is null or a.level = any(${levels ?? null}::text[]))
      and (${kinds ?? null}::text[] is null or a.kind = any(${kinds ?? null}::text[]))
    order by a.level = 'commune', a.position, name, a.id`.execute(db);
  return rows;
}

export type DeskLine = Progress & { item: ItemLine; agencies: number };

/**
 * The desk of a role: the items agencies lead, or guide and urge, each with how far all who owe it are in a period.
 * Of several in that role each sees the whole item.
 */
export async function findDesk(
  db: Database,
  role: Role,
  { tenantId, reach, from, to, today }: Pick<HeatMapQuestion, 'tenantId' | 'reach' | 'from' | 'to' | 'today'>,
): Promise<DeskLine[]> {
  const { rows } = await sql<Progress & { itemId: string; agencies: number }>`
    with mine as (select distinct a.item_id from assignment a
      join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
      join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
      where a.tenant_id = ${tenantId} and a.role = ${role} and a.closed is null and p.removed_at is null
        and ${withinReach('a.agency_id', reach)})
    select mine.item_id as "itemId", count(distinct o.agency_id) as agencies, ${progressOf(today)}
    from mine left join occurrence o on o.tenant_id = ${tenantId} and o.item_id = mine.item_id
      and ${dueWithin({ from, to })} and o.status not in ('cancelled', 'superseded')
    group by mine.item_id`.execute(db);
  const lines = new Map(rows.map((row) => [row.itemId, row]));
  const items = await listItemLines(db, tenantId, [...lines.keys()]);
  return items.flatMap((item) => {
    const line = lines.get(item.id);
    if (!line) return [];
    const { itemId: _, ...progress } = line;
    return [{ item, ...progress }];
  });
}

export type HeadLine = Progress & { agencyId: string; divisionId: string | null; officerId: string | null };

/** Who in each agency has the work: the head answers for all of it by name. */
export async function findHeadDesk(
  db: Database,
  { tenantId, reach, from, to, today }: Pick<HeatMapQuestion, 'tenantId' | 'reach' | 'from' | 'to' | 'today'>,
): Promise<HeadLine[]> {
  const { rows } = await sql<HeadLine>`
    select o.agency_id as "agencyId", a.division_id as "divisionId", a.officer_id as "officerId", ${progressOf(today)}
    from occurrence o join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    where o.tenant_id = ${tenantId} and ${withinReach('o.agency_id', reach)}
      and ${dueWithin({ from, to })} and o.status not in ('cancelled', 'superseded')
    group by o.agency_id, a.division_id, a.officer_id
    order by o.agency_id, a.division_id nulls first, a.officer_id nulls first`.execute(db);
  return rows;
}
