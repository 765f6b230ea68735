import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Target } from '../plan/model.ts';
import { consolidate } from '../report/consolidate.ts';
import { combine } from '../report/consolidated/combine.ts';
import type { AskedItem, Consolidation, Expected, UnitReport } from '../report/consolidated/model.ts';
import type { Gathered, Part } from '../report/consolidated/paragraph.ts';
import { mergeUnits, type RoundReports, sumRounds } from '../report/consolidated/sum-rounds.ts';
import { latenessOf } from '../report/late.ts';
import type { Round } from '../report/round/model.ts';
import { isSpan, spansOf } from '../report/round/spans.ts';
import type { KeptCalendar } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { listReportTargets } from './indicator-ties.ts';
import { type ItemLine, listItemLines } from './my-work.ts';
import { listDistricts } from './report-districts.ts';
import { listEvidenceOf } from './report-evidence.ts';
import { itemsCovered } from './report-fill.ts';
import { isSent, type KnownGathering, listGatherings, listLeads } from './report-gatherings.ts';
import { listGathered, listSentContents } from './report-log.ts';
import { listRoundStates, stateOfRound } from './report-rounds.ts';
import { type KnownReport, listReports } from './report-world.ts';

/** What the reports of a round, or of several, come to. */

/** `lead`: of the tasks an agency leads only; `district`: of the communes under a district only. */
export type RoundQuestion = { planId: string; round: string; lead?: string; district?: string };
export type By = { calendar: KeptCalendar; today: PlainDate };
type Item = ItemLine & { targets: readonly Target[] };

export type Consolidated = {
  round: Round;
  result: Consolidation;
  items: Item[];
  asked: AskedItem[];
  /** the reports that were taken in one by one, of several rounds as one, and what districts sent for those of their communes */
  reports: UnitReport[];
  districts: (Part & { reportId: string | null })[];
  leads: ReadonlyMap<string, readonly string[]>;
  gatherings: KnownGathering[];
  known: KnownReport[];
};

/**
 * Consolidates what was sent for a round of a plan; who was asked and sent nothing is missing, whose duty was cancelled is excused.
 * The office that consolidates is not among those it sums up. Communes whose district has sent its own consolidated report are
 * counted in that, and not a second time.
 */
export async function consolidateRound(
  db: Database,
  tenantId: string,
  question: RoundQuestion,
  by: By,
): Promise<Consolidated> {
  const { planId, round: key, lead } = question;
  const known = await listReports(db, tenantId, { planId, ...(!isSpan(key) && { round: key }) }, by);
  const { round, rounds } = getRounds(known, key);
  const [every, leads, gatherings] = await Promise.all([
    listCovered(db, tenantId, planId),
    listLeads(db, tenantId, planId),
    listGatherings(db, tenantId, { planId, round: key }, known),
  ]);
  const led = lead === undefined ? undefined : new Set(leads.get(lead) ?? []);
  const items = every.filter(({ id }) => led === undefined || led.has(id));
  const { districts, counts } = await below(db, tenantId, { question, round, known, gatherings });
  const asked = items.map(askedOf);
  const each = await loadRounds(db, tenantId, { planId, rounds, known, led, counts }, by);
  const own = each.length === 1 && each[0] ? consolidate({ items: asked, ...each[0] }) : sumRounds(asked, each);
  const result = combine(
    asked,
    own,
    districts.flatMap(({ gathered }) => (gathered ? [gathered.result] : [])),
  );
  return {
    ...{ round, result, items, asked, districts, leads, gatherings, known },
    reports: countedIn(asked, each),
  };
}

/** Each unit's report once, without those that are left out: what the figures recount from. */
function countedIn(asked: readonly AskedItem[], rounds: readonly RoundReports[]): UnitReport[] {
  const counted = rounds.flatMap(({ expected, reports }) => {
    const out = new Set(expected.flatMap((one) => (one.excluded === null ? [] : [one.agencyId])));
    return reports.filter(({ agencyId }) => !out.has(agencyId));
  });
  return rounds.length === 1 ? counted : mergeUnits(asked, counted);
}

/** What a consolidated report is made of, as it is asked for. */
export const narrowed = ({
  planId,
  round,
  scope,
  agencyId,
  district,
}: Pick<KnownGathering, 'planId' | 'round' | 'scope' | 'agencyId' | 'district'>): RoundQuestion => ({
  ...{ planId, round },
  ...(scope === 'lead' ? { lead: agencyId } : district ? { district: agencyId } : {}),
});

export const askedOf = (item: Item): AskedItem => ({
  ...{ key: item.id, index: item.index_name, dimension: item.dimension, component: item.component },
  ...{ text: item.text, targets: item.targets },
});

/** A round by its key, or the several a stretch of the year is made of. */
export function getRounds(known: readonly KnownReport[], key: string): { round: Round; rounds: readonly Round[] } {
  const rounds = roundsOf(known);
  const span = isSpan(key) ? spansOf(rounds).find((one) => one.key === key) : undefined;
  const found = span ?? rounds.find((one) => one.key === key);
  if (found === undefined) throw new Problem('not-found', { what: 'kỳ báo cáo này' });
  const { label, from, to } = found;
  return { round: { key, label, from, to }, rounds: span?.rounds ?? [found] };
}

/** The rounds units report for. */
export const roundsOf = (known: readonly KnownReport[]): Round[] => [
  ...new Map(known.filter(({ asked }) => asked === 'report').map(({ round }) => [round.key, round])).values(),
];

type Below = {
  question: RoundQuestion;
  round: Round;
  known: readonly KnownReport[];
  gatherings: readonly KnownGathering[];
};

/** What districts sent, and whose reports are therefore to be counted one by one. A district itself is not one of its communes. */
async function below(db: Database, tenantId: string, { question, round, known, gatherings }: Below) {
  const ids = [...new Set(known.map(({ agencyId }) => agencyId))];
  const under = await listDistricts(db, tenantId, ids, round.to);
  if (question.district !== undefined)
    return { districts: [], counts: (id: string) => under.get(id) === question.district };
  if (question.lead !== undefined || under.size === 0) return { districts: [], counts: () => true };
  const own = new Map(
    gatherings.filter(({ scope, district }) => scope === 'whole' && district).map((one) => [one.agencyId, one]),
  );
  const sent = [...own.values()].filter(isSent).flatMap(({ reportId }) => reportId ?? []);
  const gathered: ReadonlyMap<string, Gathered> = await listGathered(db, tenantId, sent);
  const districts = [...new Set(under.values())].map((agencyId) => {
    const reportId = own.get(agencyId)?.reportId ?? null;
    return { agencyId, reportId, gathered: gathered.get(reportId ?? '') ?? null };
  });
  const told = new Set(districts.flatMap((one) => (one.gathered ? [one.agencyId] : [])));
  return { districts, counts: (id: string) => !told.has(under.get(id) ?? '') };
}

type Loading = {
  planId: string;
  rounds: readonly Round[];
  known: readonly KnownReport[];
  led: ReadonlySet<string> | undefined;
  counts: (agencyId: string) => boolean;
};

async function loadRounds(db: Database, tenantId: string, loading: Loading, by: By): Promise<RoundReports[]> {
  const { planId, rounds, known, led, counts } = loading;
  const ofRounds = rounds.map((round) => ({
    round,
    own: ownReports(known.filter((one) => one.round.key === round.key && counts(one.agencyId))),
  }));
  const [owed, states, contents] = await Promise.all([
    listOwing(db, tenantId, planId),
    listRoundStates(db, tenantId, [planId]),
    listSentContents(
      db,
      tenantId,
      ofRounds.flatMap(({ own }) => own.map(({ id }) => id)),
    ),
  ]);
  const itemsOf = (id: string) => (owed.get(id) ?? []).filter((item) => led === undefined || led.has(item));
  return Promise.all(
    ofRounds.map(async ({ round, own }): Promise<RoundReports> => {
      const evidence = await listEvidenceOf(db, tenantId, planId, round);
      const excused = (await listExcused(db, tenantId, { planId, round: round.key })).filter(({ agencyId }) =>
        counts(agencyId),
      );
      const { excluded } = stateOfRound(states, planId, round.key);
      const reports = own.flatMap((report): UnitReport[] => {
        const content = contents.get(report.id);
        const items = itemsOf(report.agencyId);
        if (content === undefined || !isCounted(report) || (led !== undefined && items.length === 0)) return [];
        const { due, state, id: reportId, agencyId } = report;
        const { late } = latenessOf({ due, firstSentOn: state.firstSentOn }, by.today, by.calendar.work);
        return [
          { reportId, agencyId, late, content: within(content, led), items, evidence: evidence.get(agencyId) ?? {} },
        ];
      });
      const reported = new Set(reports.map(({ agencyId }) => agencyId));
      const expected = own.map(
        ({ agencyId }): Expected => ({
          ...{ agencyId, items: itemsOf(agencyId), reported: reported.has(agencyId), excused: null },
          excluded: reported.has(agencyId) ? (excluded.get(agencyId) ?? null) : null,
        }),
      );
      const there = new Set(own.map(({ agencyId }) => agencyId));
      const others = excused
        .filter(({ agencyId }) => !there.has(agencyId))
        .map(({ agencyId, reason }) => ({
          agencyId,
          items: itemsOf(agencyId),
          reported: false,
          excused: reason,
          excluded: null,
        }));
      const all = [...expected, ...others].filter(({ items }) => led === undefined || items.length > 0);
      return { label: round.label, expected: all, reports };
    }),
  );
}

/** A lead sums up its tasks: what a unit says of the whole of its work is not the lead's to tell. */
const within = (content: UnitReport['content'], led: ReadonlySet<string> | undefined): UnitReport['content'] =>
  led === undefined
    ? content
    : { ...content, whole: { overview: '', results: '', shortcomings: '', difficulties: '', proposals: '', next: '' } };

/** What was sent and lies with the receiver, or was received; what was returned counts again when it comes again. */
const isCounted = ({ state }: KnownReport): boolean => state.status === 'sent' || state.status === 'received';

/** The reports of units of their own work, one for each unit: the first due of those it owes. */
function ownReports(known: readonly KnownReport[]): KnownReport[] {
  const own = known.filter(({ asked }) => asked === 'report');
  return [...Map.groupBy(own, ({ agencyId }) => agencyId).values()].flatMap((list) => list.slice(0, 1));
}

async function listCovered(db: Database, tenantId: string, planId: string) {
  const targets = await listReportTargets(db, tenantId, sql`work_item.id in ${itemsCovered(tenantId, planId)}`);
  const lines = await listItemLines(db, tenantId, [...targets.keys()]);
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
async function listExcused(db: Database, tenantId: string, { planId, round }: { planId: string; round: string }) {
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
