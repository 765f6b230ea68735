import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import { type CountedInspection, type Inspected, inspectionFigures } from '../report/inspection/figures.ts';
import type { CheckedItemView } from '../report/inspection/views.ts';
import type { Database } from './db.ts';
import { findHeirs, withForerunners } from './heat-map-heirs.ts';
import type { InspectionFindingTable, InspectionTable } from './inspection-tables.ts';
import { withinReach } from './permitted.ts';

/** Reading inspections, bounded by the units of a reach. */

export type FindingLine = Selectable<InspectionFindingTable> & { heldBy: string | null };

export type InspectionLine = Selectable<InspectionTable> & {
  /** the unit, or the one that has taken it over whole by today */
  heldBy: string;
  plannedBy: string;
  plannedByUnit: string;
  findings: FindingLine[];
};

/** `units`: inspections of these units, and those that found something they are to remedy; `unheard`: of these units also before they begin. */
export type InspectionReach = { units: Reach; unheard: Reach };

type Filter = { year?: number; id?: string; agencyId?: string };

/**
 * Inspections within a reach, the latest day first. A unit hears of an unannounced one when it begins: before that it is there only
 * for whoever sees all inspections of the unit.
 */
export async function listInspections(
  db: Database,
  tenantId: string,
  reach: InspectionReach,
  today: PlainDate,
  { year, id, agencyId }: Filter = {},
): Promise<InspectionLine[]> {
  const units = await withForerunners(db, tenantId, reach.units, today);
  const unheard = await withForerunners(db, tenantId, reach.unheard, today);
  const { rows } = await sql<Omit<InspectionLine, 'heldBy' | 'findings'>>`
    select i.*, o.name as "plannedBy", o.unit as "plannedByUnit" from inspection i
    join officer o on o.tenant_id = i.tenant_id and o.id = i.planned_by
    where i.tenant_id = ${tenantId} and ${visible(units, unheard)}
      and (${id ?? null}::uuid is null or i.id = ${id ?? null}::uuid)
      and (${agencyId ?? null}::uuid is null or i.agency_id = ${agencyId ?? null}::uuid)
      and (${year ?? null}::int is null or extract(year from i.day) = ${year ?? null}
        or extract(year from i.opened_on) = ${year ?? null})
    order by i.day desc, i.id limit 3000`.execute(db);
  const findings = await listFindings(
    db,
    tenantId,
    rows.map((row) => row.id),
  );
  const agencies = [...rows.map(({ agency_id }) => agency_id), ...findings.flatMap(({ agency_id }) => agency_id ?? [])];
  const heirs = await findHeirs(db, tenantId, agencies, today);
  const held = findings.map((one) => ({
    ...one,
    heldBy: one.agency_id && (heirs.get(one.agency_id) ?? one.agency_id),
  }));
  const of = Map.groupBy(held, ({ inspection_id }) => inspection_id);
  return rows.map((row) => ({
    ...row,
    heldBy: heirs.get(row.agency_id) ?? row.agency_id,
    findings: of.get(row.id) ?? [],
  }));
}

/** What of inspections `i` may be seen. */
export const visible = (units: Reach, unheard: Reach) => sql<boolean>`((${withinReach('i.agency_id', units)}
    or exists (select from inspection_finding f where f.tenant_id = i.tenant_id and f.inspection_id = i.id
      and ${withinReach('f.agency_id', units)}))
  and (i.kind <> 'unannounced' or i.status <> 'planned' or ${withinReach('i.agency_id', unheard)}))`;

const listFindings = (db: Database, tenantId: string, ids: readonly string[]) =>
  db
    .selectFrom('inspection_finding')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`inspection_id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute();

export async function getInspection(
  db: Database,
  tenantId: string,
  reach: InspectionReach,
  today: PlainDate,
  id: string,
): Promise<InspectionLine> {
  const [line] = await listInspections(db, tenantId, reach, today, { id });
  if (!line) throw new Problem('not-found', { what: 'cuộc kiểm tra này' });
  return line;
}

/** The inspection a finding is of, where the asker may see it. */
export async function findInspectionOf(
  db: Database,
  tenantId: string,
  reach: InspectionReach,
  today: PlainDate,
  findingId: string,
): Promise<InspectionLine | undefined> {
  const row = await db
    .selectFrom('inspection_finding')
    .select('inspection_id as id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', findingId)
    .executeTakeFirst();
  if (!row) return undefined;
  const [line] = await listInspections(db, tenantId, reach, today, row);
  return line;
}

/** The years there are inspections of, the latest first. */
export async function listInspectionYears(db: Database, tenantId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct extract(year from day)::int as year from inspection
    where tenant_id = ${tenantId} order by 1 desc`.execute(db);
  return rows.map(({ year }) => year);
}

/** Inspections that follow one, and the one it follows. */
export async function listAround(
  db: Database,
  tenantId: string,
  { id, earlier_id }: Pick<InspectionLine, 'id' | 'earlier_id'>,
) {
  const rows = await db
    .selectFrom('inspection')
    .select(['id', 'day', 'opened_on', 'number', 'earlier_id', 'status'])
    .where('tenant_id', '=', tenantId)
    .where((is) => is.or([is('earlier_id', '=', id), ...(earlier_id === null ? [] : [is('id', '=', earlier_id)])]))
    .orderBy('day')
    .execute();
  const earlier = rows.find((row) => row.id === earlier_id);
  return { earlier, later: rows.filter((row) => row.earlier_id === id && row.status !== 'cancelled') };
}

/** What of an inspection is counted (`inspectionFigures`): who took a unit over is counted for it. */
export const countedOf = (line: InspectionLine): CountedInspection => ({
  ...{ id: line.id, agencyId: line.heldBy, kind: line.kind, status: line.status, day: line.day },
  ...{ openedOn: line.opened_on, components: line.content.components },
  findings: line.findings.map(({ id, status, heldBy, due, closed_on, index_name, code }) => ({
    ...{ id, status, agencyId: heldBy, due, closedOn: closed_on },
    component: index_name === null || code === null ? null : { index: index_name, code },
  })),
});

/** What all inspections of a tenant come to in a period, with the inspections it is made of. */
export async function figuresOfInspections(
  db: Database,
  tenantId: string,
  period: { from: PlainDate; to: PlainDate },
  today: PlainDate,
): Promise<Inspected> {
  const all = await listInspections(db, tenantId, { units: 'all', unheard: 'all' }, today);
  const counted = all.map(countedOf);
  return { figures: inspectionFigures(counted, period, today), period, counted };
}

/**
 * What a unit was given to do of a year, with how it stands: the list a team checks by. With components, the tasks of these alone,
 * where the unit has any.
 */
export async function listChecklist(
  db: Database,
  tenantId: string,
  { agencyId, codes, today }: { agencyId: string; codes: readonly string[]; today: PlainDate },
): Promise<CheckedItemView[]> {
  const { rows } = await sql<CheckedItemView>`
    select i.id as "itemId", i.text, i.index_name as index, i.dimension, i.component, i.codes,
      count(*) filter (where o.status = 'done' and (o.due is null or o.completed_on <= o.due))::int as done,
      count(*) filter (where o.status = 'done' and o.completed_on > o.due)::int as "doneLate",
      count(*) filter (where o.status in ('open', 'in-progress', 'returned') and o.due < ${today})::int as overdue,
      count(*) filter (where o.status in ('waiting', 'open', 'in-progress', 'returned')
        and (o.due is null or o.due >= ${today}))::int as open,
      coalesce(sum(o.evidence), 0)::int as evidence
    from occurrence o
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id and i.kind <> 'reporting' and i.withdrawn_at is null
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id and p.removed_at is null
    where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and i.year = ${Number(today.slice(0, 4))}
    group by i.tenant_id, i.id order by i.plan_id, i.position, i.id limit 500`.execute(db);
  const within = rows.filter((row) =>
    row.codes.some((code) => codes.some((one) => code === one || code.startsWith(`${one}.`))),
  );
  return within.length > 0 ? within : rows;
}

/** Villages and street groups under a unit, by their names of a day. */
export async function listPlaceNames(
  db: Database,
  tenantId: string,
  agencyId: string,
  on: PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select s.name from agency_span s
    join agency a on a.tenant_id = s.tenant_id and a.id = s.agency_id and a.kind = 'village'
    where s.tenant_id = ${tenantId} and s.parent_id = ${agencyId} and s.valid_from <= ${on}
      and (s.valid_to is null or s.valid_to >= ${on}) order by a.position, s.name`.execute(db);
  return rows.map(({ name }) => name);
}
