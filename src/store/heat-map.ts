import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Reach } from '../people/model.ts';
import type { AgencyKind, Level } from '../place/model.ts';
import type { Role } from '../plan/model.ts';
import { followedInPart, seenWithin } from './assignment-scope.ts';
import type { Database } from './db.ts';
import { countAtHeirs, withForerunners } from './heat-map-heirs.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { countedOnce, withinReach } from './permitted.ts';

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

/** What a row of `occurrence o` counts as: done, done late, open, late, waiting; null where it was given up. */
export const standing = (today: PlainDate): RawBuilder<unknown> => sql`case
  when o.status = 'done' then case when o.completed_on <= o.due then 0 else 1 end
  when o.status = 'waiting' then 4 when o.status in ('cancelled', 'superseded') then null
  when o.due >= ${today}::date then 2 else 3 end`;

/** The figures of a progress over rows with a `standing`: numbers are compared far faster than words. */
export const progress = sql`count(*) filter (where standing = 0) as done, count(*) filter (where standing = 1) as "doneLate",
  count(*) filter (where standing = 2) as open, count(*) filter (where standing = 3) as late,
  count(*) filter (where standing = 4) as waiting`;

/** Due in a period; what waits for a day belongs to the year of its plan. */
export const dueWithin = ({ from, to }: { from: PlainDate; to: PlainDate }): RawBuilder<boolean> => sql<boolean>`
  (o.due between ${from} and ${to} or (o.due is null and exists (select from work_item w where w.tenant_id = o.tenant_id
    and w.id = o.item_id and w.year between ${Number(from.slice(0, 4))} and ${Number(to.slice(0, 4))})))`;

/** Units × items: one cell where a unit owes something. */
export async function findHeatMap(db: Database, question: HeatMapQuestion): Promise<HeatMap> {
  const { tenantId, today } = question;
  const reach = await withForerunners(db, tenantId, question.reach, today);
  const cells = await countAtHeirs(db, tenantId, await findCells(db, { ...question, reach }), today);
  const agencies = await listAgencyLines(db, question.tenantId, idsOf(cells, 'agencyId'), question);
  const shown = new Set(agencies.map(({ id }) => id));
  const left = cells.filter(({ agencyId }) => shown.has(agencyId));
  return { agencies, items: await listItemLines(db, question.tenantId, idsOf(left, 'itemId')), cells: left };
}

/** By the days first, for a period is a small part of all years; by the items where the question names few. */
async function findCells(db: Database, question: HeatMapQuestion): Promise<Cell[]> {
  const { tenantId, from, to, today, reach } = question;
  const wanted = await findItemIds(db, question);
  const meant = sql`o.tenant_id = ${tenantId} and ${seenWithin(tenantId, reach)} and ${
    wanted === undefined
      ? sql`o.item_id not in (select i.id from work_item i join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
          where i.tenant_id = ${tenantId} and (p.removed_at is not null or not ${countedOnce(reach)}))`
      : sql`o.item_id = any(${wanted}::uuid[])`
  }`;
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const { rows } = await sql<Cell>`
    select agency_id as "agencyId", item_id as "itemId", ${progress} from (
      select o.agency_id, o.item_id, ${standing(today)} as standing from occurrence o
      where ${meant} and o.due between ${from} and ${to}
      union all
      select o.agency_id, o.item_id, ${standing(today)} from occurrence o
      join work_item w on w.tenant_id = o.tenant_id and w.id = o.item_id
      where ${meant} and o.due is null and w.year between ${years[0]} and ${years[1]}) as owed
    where standing is not null
    group by agency_id, item_id`.execute(db);
  return rows;
}

function idsOf(cells: readonly Cell[], name: 'agencyId' | 'itemId'): string[] {
  const ids = new Set<string>();
  for (const cell of cells) ids.add(cell[name]);
  return [...ids];
}

/** The items asked about, of plans that are there; undefined where nothing narrows the question. */
async function findItemIds(db: Database, question: HeatMapQuestion): Promise<string[] | undefined> {
  const { tenantId, reach, plan, index, component, item } = question;
  if ([plan, index, component, item].every((part) => part === undefined)) return undefined;
  let query = db
    .selectFrom('work_item')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'work_item.tenant_id').onRef('p.id', '=', 'work_item.plan_id'),
    )
    .select('work_item.id')
    .where('work_item.tenant_id', '=', tenantId)
    .where('p.removed_at', 'is', null);
  if (plan === undefined && item === undefined) query = query.where(countedOnce(reach));
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
 * Who stands among those who owe it sees itself alone.
 */
export async function findDesk(
  db: Database,
  role: Role,
  { tenantId, reach, from, to, today }: Pick<HeatMapQuestion, 'tenantId' | 'reach' | 'from' | 'to' | 'today'>,
): Promise<DeskLine[]> {
  const { rows } = await sql<Progress & { itemId: string; agencies: number }>`
    with mine as (select a.item_id, bool_or(a.follows and a.follows_only is null) as follows from assignment a
      join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
      join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
      where a.tenant_id = ${tenantId} and a.role = ${role} and a.closed is null and p.removed_at is null
        and ${countedOnce(reach)} and ${withinReach('a.agency_id', reach)}
      group by a.item_id)
    select item_id as "itemId", count(distinct agency_id) as agencies, ${progress}
    from (select mine.item_id, o.agency_id, ${standing(today)} as standing
      from mine left join occurrence o on o.tenant_id = ${tenantId} and o.item_id = mine.item_id
        and (mine.follows or ${withinReach('o.agency_id', reach)}
          or o.assignment_id in ${followedInPart(tenantId, reach, role)})
        and ${dueWithin({ from, to })} and o.status not in ('cancelled', 'superseded')) as owed
    group by item_id`.execute(db);
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
    select agency_id as "agencyId", division_id as "divisionId", officer_id as "officerId", ${progress}
    from (select o.agency_id, a.division_id, a.officer_id, ${standing(today)} as standing
      from occurrence o join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
      join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
      join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id and ${countedOnce(reach)}
      where o.tenant_id = ${tenantId} and ${withinReach('o.agency_id', reach)} and ${dueWithin({ from, to })}) as owed
    where standing is not null
    group by agency_id, division_id, officer_id
    order by agency_id, division_id nulls first, officer_id nulls first`.execute(db);
  return rows;
}
