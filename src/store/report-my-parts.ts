import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { MyPartsView } from '../report/consolidated/views.ts';
import type { Round } from '../report/round/model.ts';
import type { Database } from './db.ts';
import { type By, roundsOf } from './report-consolidate.ts';
import { findTop, type KnownGathering, listGatherings, listLeads, type Scope, sumsUp } from './report-gatherings.ts';
import { listReports } from './report-world.ts';

type Mine = MyPartsView['parts'][number];
type Duty = { planId: string; scope: Scope; agencyId: string };

/** What agencies are to sum up for others, round by round: the tasks they lead, or the communes of their district. The last first. */
export async function listMyParts(
  db: Database,
  tenantId: string,
  { agencies, year }: { agencies: readonly string[]; year: number | undefined },
  by: By,
): Promise<Mine[]> {
  const duties = await listDuties(db, tenantId, agencies);
  const plans = [...Map.groupBy(duties, ({ planId }) => planId)];
  const parts = await Promise.all(
    plans.map(([planId, list]) => partsOf(db, tenantId, { planId, duties: list, year }, by)),
  );
  return parts.flat().toSorted((a, b) => (a.round.to < b.round.to ? 1 : a.round.to > b.round.to ? -1 : 0));
}

/** Plans whose reports are asked for, under which an agency leads tasks, or is the district of who reports. */
async function listDuties(db: Database, tenantId: string, agencies: readonly string[]): Promise<Duty[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<Duty>`
    with reported as (select distinct i.plan_id from work_item i join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
      where i.tenant_id = ${tenantId} and i.kind = 'reporting' and p.removed_at is null)
    select distinct i.plan_id as "planId", 'lead' as scope, a.agency_id as "agencyId" from assignment a
    join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id and i.kind <> 'reporting' and i.withdrawn_at is null
    where a.tenant_id = ${tenantId} and a.role = 'lead' and a.agency_id = any(${[...agencies]}::uuid[])
      and a.closed is distinct from 'cancelled' and ${sumsUp} and i.plan_id in (select plan_id from reported)
    union
    select distinct i.plan_id, 'whole', o.agency_id from occurrence o
    join agency g on g.tenant_id = o.tenant_id and g.id = o.agency_id and g.level = 'district' and g.kind = 'committee'
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id and i.kind = 'reporting'
    where o.tenant_id = ${tenantId} and o.agency_id = any(${[...agencies]}::uuid[]) and i.plan_id in (select plan_id from reported)`.execute(
    db,
  );
  return rows;
}

type OfPlan = { planId: string; duties: readonly Duty[]; year: number | undefined };

async function partsOf(db: Database, tenantId: string, { planId, duties, year }: OfPlan, by: By): Promise<Mine[]> {
  const known = await listReports(db, tenantId, { planId }, by);
  const rounds = roundsOf(known).filter((one) => isShown(one, year, by.today));
  const leads = await listLeads(db, tenantId, planId);
  const each = await Promise.all(
    rounds.map(async (round) => ({
      round,
      all: await listGatherings(db, tenantId, { planId, round: round.key }, known),
    })),
  );
  return each.flatMap(({ round, all }) => {
    const top = findTop(all)?.agencyId;
    return duties
      .filter(({ agencyId }) => agencyId !== top)
      .map((duty) => presentPart(duty, round, stateIn(all, duty), leads));
  });
}

/** Rounds that have begun, of the year that is asked for. */
const isShown = ({ from, to }: Round, year: number | undefined, today: PlainDate): boolean =>
  from <= today && (year === undefined || to.startsWith(String(year)));

const stateIn = (all: readonly KnownGathering[], { scope, agencyId }: Duty) =>
  all.find((one) => one.scope === scope && one.agencyId === agencyId)?.state;

function presentPart(
  { planId, scope, agencyId }: Duty,
  { key, label, from, to }: Round,
  state: KnownGathering['state'] | undefined,
  leads: ReadonlyMap<string, readonly string[]>,
): Mine {
  return {
    ...{ planId, round: { key, label, from, to }, scope, agencyId },
    tasks: scope === 'lead' ? (leads.get(agencyId)?.length ?? 0) : null,
    ...{ status: state?.status ?? 'writing', sentOn: state?.sentOn ?? null },
  };
}
