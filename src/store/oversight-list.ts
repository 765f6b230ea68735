import { type Selectable, sql } from 'kysely';
import type { OversightStatus } from '../assignment/oversight/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { Database } from './db.ts';
import type { OversightActionTable, OversightTable } from './oversight-tables.ts';
import { withinReach } from './permitted.ts';

/** Reading oversight, bounded by the units of a reach. */

export type OversightRow = Selectable<OversightTable> & {
  /** who answers: the unit that was overseen, or the one that has taken it over whole by today */
  heldBy: string;
  itemText: string | null;
  itemIndex: string | null;
  itemDimension: string | null;
  itemComponent: string | null;
  recordedBy: string;
  recordedByUnit: string;
};

export type OversightFilter = {
  status?: readonly OversightStatus[] | undefined;
  agency?: string | undefined;
  item?: string | undefined;
  id?: string | undefined;
};

/** Longer than any chain of mergers; a circle of them ends here. */
const generations = 20;

/**
 * The register: entries about units within a reach, what waits longest for an answer first. Whoever took over the whole of
 * a unit has its entries too; found anew each time, so that a reorganisation that is undone or yet to come moves nothing.
 */
export async function listOversight(
  db: Database,
  tenantId: string,
  reach: Reach,
  today: PlainDate,
  { status, agency, item, id }: OversightFilter = {},
): Promise<OversightRow[]> {
  const states = status?.length ? status : null;
  const { rows } = await sql<OversightRow>`
    with recursive heir (first, id, step) as (
      select distinct agency_id, agency_id, 0 from oversight where tenant_id = ${tenantId}
      union
      select h.first, s.to_id, h.step + 1 from heir h
        join agency_succession s on s.tenant_id = ${tenantId} and s.from_id = h.id and s.function is null
          and s.effective <= ${today}
        where h.step < ${generations} and not exists (select from agency_succession other
          where other.tenant_id = ${tenantId} and other.from_id = h.id and other.id <> s.id
            and other.effective <= ${today})
    ), held as (select distinct on (first) first, id from heir order by first, step desc)
    select o.*, held.id as "heldBy", i.text as "itemText", i.index_name as "itemIndex",
      i.dimension as "itemDimension", i.component as "itemComponent",
      officer.name as "recordedBy", officer.unit as "recordedByUnit"
    from oversight o
    join held on held.first = o.agency_id
    join officer on officer.tenant_id = o.tenant_id and officer.id = o.recorded_by
    left join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    where o.tenant_id = ${tenantId} and (${withinReach('held.id', reach)} or ${withinReach('o.agency_id', reach)})
      and (${states}::text[] is null or o.status = any(${states}::text[]))
      and (${agency ?? null}::uuid is null or ${agency ?? null}::uuid in (o.agency_id, held.id))
      and (${item ?? null}::uuid is null or o.item_id = ${item ?? null}::uuid)
      and (${id ?? null}::uuid is null or o.id = ${id ?? null}::uuid)
    order by o.status not in ('waiting', 'unsatisfied'), o.recorded_at, o.id limit 2000`.execute(db);
  return rows;
}

export type OversightHistory = Pick<Selectable<OversightActionTable>, 'id' | 'at' | 'agency_id' | 'act'> & {
  by: string;
};

/** One entry with what was done about it, or the Problem that there is none within the reach. */
export async function getOversight(
  db: Database,
  tenantId: string,
  reach: Reach,
  today: PlainDate,
  id: string,
): Promise<{ entry: OversightRow; history: OversightHistory[] }> {
  const [entry] = await listOversight(db, tenantId, reach, today, { id });
  if (!entry) throw new Problem('not-found', { what: 'ghi nhận giám sát này' });
  const { rows } = await sql<OversightHistory>`
    select action.id, action.at, action.agency_id, action.act, officer.name as by from oversight_action action
    join officer on officer.tenant_id = action.tenant_id and officer.id = action.by
    where action.tenant_id = ${tenantId} and action.oversight_id = ${id} order by action.seq`.execute(db);
  return { entry, history: rows };
}
