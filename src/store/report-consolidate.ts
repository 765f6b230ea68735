import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Target } from '../plan/model.ts';
import {
  type AskedItem,
  type Consolidation,
  consolidate,
  type Expected,
  type UnitReport,
} from '../report/consolidate.ts';
import { latenessOf } from '../report/late.ts';
import type { KeptCalendar } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { itemsCovered } from './report-fill.ts';
import { listSentContents } from './report-log.ts';
import { listRoundStates, stateOfRound } from './report-rounds.ts';
import { type KnownReport, listReports } from './report-world.ts';

/** What the reports of a round come to. */

export type RoundQuestion = { planId: string; round: string };
export type Consolidated = {
  result: Consolidation;
  items: (ItemLine & { targets: readonly Target[] })[];
};

/**
 * Consolidates what was sent for a round of a plan; who was asked and sent nothing is missing, whose duty was cancelled is excused.
 * The office that consolidates is not among those it sums up.
 */
export async function consolidateRound(
  db: Database,
  tenantId: string,
  { planId, round }: RoundQuestion,
  by: { calendar: KeptCalendar; today: PlainDate },
): Promise<Consolidated> {
  const known = await listReports(db, tenantId, { planId, round }, by);
  const own = ownReports(known);
  const [items, owed, excused, states, contents, evidence] = await Promise.all([
    listCovered(db, tenantId, planId),
    listOwing(db, tenantId, planId),
    listExcused(db, tenantId, { planId, round }),
    listRoundStates(db, tenantId, [planId]),
    listSentContents(
      db,
      tenantId,
      own.map(({ id }) => id),
    ),
    countEvidence(db, tenantId, planId),
  ]);
  const { excluded } = stateOfRound(states, planId, round);
  const itemsOf = (agencyId: string) => owed.get(agencyId) ?? [];
  const asked: AskedItem[] = items.map((item) => ({
    ...{ key: item.id, index: item.index_name, dimension: item.dimension, component: item.component },
    ...{ text: item.text, targets: item.targets },
  }));
  const reports = own.flatMap((report): UnitReport[] => {
    const content = contents.get(report.id);
    if (content === undefined || !isCounted(report)) return [];
    const { late } = latenessOf({ due: report.due, firstSentOn: report.state.firstSentOn }, by.today, by.calendar.work);
    const { id: reportId, agencyId } = report;
    return [{ reportId, agencyId, late, content, items: itemsOf(agencyId), evidence: evidence.get(agencyId) ?? {} }];
  });
  const reported = new Set(reports.map(({ agencyId }) => agencyId));
  const expected = [...new Set(own.map(({ agencyId }) => agencyId))].map(
    (agencyId): Expected => ({
      ...{ agencyId, items: itemsOf(agencyId), reported: reported.has(agencyId), excused: null },
      excluded: excluded.get(agencyId) ?? null,
    }),
  );
  const others = excused
    .filter(({ agencyId }) => !expected.some((one) => one.agencyId === agencyId))
    .map(({ agencyId, reason }) => ({ agencyId, items: [], reported: false, excused: reason, excluded: null }));
  return { result: consolidate({ items: asked, expected: [...expected, ...others], reports }), items };
}

/** What was sent and lies with the receiver, or was received; what was returned counts again when it comes again. */
const isCounted = ({ state }: KnownReport): boolean => state.status === 'sent' || state.status === 'received';

/** The reports of units of their own work, one for each unit: the first due of those it owes. */
function ownReports(known: readonly KnownReport[]): KnownReport[] {
  const own = known.filter(({ asked }) => asked === 'report');
  return [...Map.groupBy(own, ({ agencyId }) => agencyId).values()].flatMap((list) => list.slice(0, 1));
}

async function listCovered(db: Database, tenantId: string, planId: string) {
  const rows = await db
    .selectFrom('work_item')
    .select(['id', 'targets'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id in ${itemsCovered(tenantId, planId)}`)
    .execute();
  const lines = await listItemLines(
    db,
    tenantId,
    rows.map(({ id }) => id),
  );
  const targets = new Map(rows.map((row) => [row.id, row.targets]));
  return lines.map((line) => ({ ...line, targets: targets.get(line.id) ?? [] }));
}

/** What each agency answers for. */
async function listOwing(db: Database, tenantId: string, planId: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ agency_id: string; items: string[] }>`
    select a.agency_id, array_agg(distinct a.item_id) as items from assignment a
    where a.tenant_id = ${tenantId} and a.owes and a.closed is distinct from 'cancelled'
      and a.item_id in ${itemsCovered(tenantId, planId)}
    group by a.agency_id`.execute(db);
  return new Map(rows.map(({ agency_id, items }) => [agency_id, items]));
}

/** Whose report of the round was cancelled, and why. */
async function listExcused(db: Database, tenantId: string, { planId, round }: RoundQuestion) {
  const { rows } = await sql<{ agencyId: string; reason: string }>`
    select distinct on (o.agency_id) o.agency_id as "agencyId", coalesce(x.act ->> 'reason', '') as reason
    from work_item i join occurrence o on o.tenant_id = i.tenant_id and o.item_id = i.id
    left join assignment_action x on x.tenant_id = o.tenant_id and x.assignment_id = o.assignment_id
      and x.act ->> 'kind' = 'cancel' and (x.occurrence_id = o.id or x.occurrence_id is null)
    where i.tenant_id = ${tenantId} and i.plan_id = ${planId} and i.kind = 'reporting' and o.status = 'cancelled'
      and (o.period = ${round} or o.printed::text = ${round} or o.due::text = ${round})
    order by o.agency_id, x.seq desc`.execute(db);
  return rows;
}

async function countEvidence(db: Database, tenantId: string, planId: string) {
  const { rows } = await sql<{ agency_id: string; evidence: Record<string, number> }>`
    select agency_id, jsonb_object_agg(item_id, n) as evidence from (
      select o.agency_id, o.item_id, sum(o.evidence)::int as n from occurrence o
      where o.tenant_id = ${tenantId} and o.evidence > 0 and o.item_id in ${itemsCovered(tenantId, planId)}
      group by 1, 2) as counted
    group by agency_id`.execute(db);
  return new Map(rows.map(({ agency_id, evidence }) => [agency_id, evidence]));
}
