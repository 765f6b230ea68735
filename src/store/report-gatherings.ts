import { type Selectable, sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { beginReport } from '../report/fold.ts';
import type { ReportState } from '../report/model.ts';
import type { Database, Transaction } from './db.ts';
import { isDistrict } from './report-districts.ts';
import { itemsCovered } from './report-fill.ts';
import { rowOf } from './report-log.ts';
import type { ReportTable } from './report-tables.ts';
import { type KnownReport, stateOf } from './report-world.ts';

/** Consolidated reports: which there are of a round, and where each stands. */

export type Scope = 'whole' | 'lead';
/** Which one: of a round or of several, of all who report to an agency, or of the tasks it leads. */
export type GatheringName = { planId: string; round: string; scope: Scope; agencyId: string };

export type KnownGathering = GatheringName & {
  /** null while nobody has written anything of it and no plan asks for it by a day */
  reportId: string | null;
  assignmentId: string | null;
  /** whether it is of the district that consolidates for its communes */
  district: boolean;
  due: PlainDate | null;
  /** the words of the plan that ask for it */
  text: string | null;
  state: ReportState;
};

type Kept = { id: string; scope: Scope; agency_id: string; district: boolean; report: Selectable<ReportTable> | null };

/** The consolidated reports of a round: those a plan asks for by a day, and those somebody began unasked. */
export async function listGatherings(
  db: Database,
  tenantId: string,
  { planId, round }: Pick<GatheringName, 'planId' | 'round'>,
  known: readonly KnownReport[],
): Promise<KnownGathering[]> {
  const { rows } = await sql<Kept>`
    select k.id, k.scope, k.agency_id, ${isDistrict} as district, to_jsonb(r) as report from report_gathering k
    join agency g on g.tenant_id = k.tenant_id and g.id = k.agency_id
    left join report r on r.tenant_id = k.tenant_id and r.id = k.id
    where k.tenant_id = ${tenantId} and k.plan_id = ${planId} and k.round = ${round} order by k.id`.execute(db);
  const asked = askedFor(known.filter((one) => one.planId === planId && one.round.key === round));
  const kept = rows.map(
    ({ id, scope, agency_id: agencyId, district, report }): KnownGathering => ({
      ...{ planId, round, scope, agencyId, district, reportId: id, assignmentId: null, due: null, text: null },
      state: report === null ? beginReport : stateOf(report),
    }),
  );
  const there = new Set(asked.map(({ scope, agencyId }) => `${scope} ${agencyId}`));
  return [...asked, ...kept.filter(({ scope, agencyId }) => !there.has(`${scope} ${agencyId}`))];
}

/**
 * What a plan asks for by a day: a district's is of its communes; of the province's offices the one that is due last gathers all, what
 * the others sum up is their parts of it.
 */
function askedFor(known: readonly KnownReport[]): KnownGathering[] {
  const all = known.filter(({ asked }) => asked === 'consolidated');
  const last = findLast(all);
  return all.map((one) => ({
    ...{ planId: one.planId, round: one.round.key, agencyId: one.agencyId, reportId: one.id },
    ...{ assignmentId: one.assignmentId, due: one.due, text: one.text, state: one.state },
    district: one.district,
    scope: one.district || one === last ? 'whole' : 'lead',
  }));
}

/** The report of the office that gathers all. */
export const findLast = (known: readonly KnownReport[]): KnownReport | undefined =>
  known
    .filter(({ asked, district }) => asked === 'consolidated' && !district)
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .at(-1);

/** The one of all: null where none is asked for and none was begun. */
export const findTop = (all: readonly KnownGathering[]): KnownGathering | null =>
  all.find(({ scope, district }) => scope === 'whole' && !district) ?? null;

/** What is with whoever it goes to: sent, or received. */
export const isSent = ({ state }: Pick<KnownGathering, 'state'>): boolean =>
  state.status === 'sent' || state.status === 'received';

/** The id of a consolidated report, made where it has none yet; whoever writes to it at once waits for this. */
export async function ensureGathering(
  trx: Transaction,
  tenantId: string,
  { planId, round, scope, agencyId, reportId, assignmentId }: KnownGathering,
): Promise<string> {
  if (reportId !== null && assignmentId !== null) return reportId;
  const name = { tenant_id: tenantId, plan_id: planId, round, scope, agency_id: agencyId };
  await trx
    .insertInto('report_gathering')
    .values({ ...name, id: newId() })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'plan_id', 'round', 'scope', 'agency_id']).doNothing())
    .execute();
  const { id } = await trx
    .selectFrom('report_gathering')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('round', '=', round)
    .where('scope', '=', scope)
    .where('agency_id', '=', agencyId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('report')
    .values({ tenant_id: tenantId, id, ...rowOf(beginReport), seq: 0, gathered: true })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute();
  return id;
}

/** Of an assignment `a`: of an office above the communes, of a task others answer for. */
export const sumsUp = sql<boolean>`exists (select from agency g where g.tenant_id = a.tenant_id and g.id = a.agency_id
    and g.level not in ('commune', 'village'))
  and exists (select from assignment x where x.tenant_id = a.tenant_id and x.item_id = a.item_id and x.owes
    and x.closed is distinct from 'cancelled' and x.agency_id <> a.agency_id)`;

/**
 * Which agencies lead which of the tasks reports of a plan are about. Whoever leads what others answer for sums it up over them; a commune
 * that leads its own work has nobody's to sum up.
 */
export async function listLeads(
  db: Database,
  tenantId: string,
  planId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ agencyId: string; items: string[] }>`
    select a.agency_id as "agencyId", array_agg(distinct a.item_id) as items from assignment a
    where a.tenant_id = ${tenantId} and a.role = 'lead' and a.closed is distinct from 'cancelled'
      and a.item_id in ${itemsCovered(tenantId, planId)} and ${sumsUp}
    group by a.agency_id order by count(distinct a.item_id) desc, a.agency_id`.execute(db);
  return new Map(rows.map(({ agencyId, items }) => [agencyId, items]));
}
