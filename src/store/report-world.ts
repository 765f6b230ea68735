import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { Level } from '../place/model.ts';
import { askedFor } from '../report/asked.ts';
import { beginReport } from '../report/fold.ts';
import type { Asked, ReportState } from '../report/model.ts';
import type { Round, RoundState } from '../report/round/model.ts';
import { closesAfter, isClosed, roundOf } from '../report/round/round.ts';
import { seenWithin } from './assignment-scope.ts';
import type { OccurrenceTable } from './assignment-tables.ts';
import type { KeptCalendar } from './calendar-settings.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';
import { isDistrict } from './report-districts.ts';
import { listRoundStates, stateOfRound } from './report-rounds.ts';
import type { ReportTable } from './report-tables.ts';

/** Reports with what surrounds them: the occurrence they are, its item and plan, and the round they belong to. */

const what = 'báo cáo này';

type Columns = Pick<
  Selectable<OccurrenceTable>,
  | 'id'
  | 'assignment_id'
  | 'item_id'
  | 'agency_id'
  | 'period'
  | 'period_from'
  | 'period_to'
  | 'printed'
  | 'due'
  | 'rule'
  | 'moved'
> & { owed: Selectable<OccurrenceTable>['status'] };

type Row = Columns & {
  plan_id: string;
  plan_from: PlainDate;
  text: string;
  asked_what: string | null;
  scheduled: boolean;
  level: Level;
  district: boolean;
  report: Selectable<ReportTable> | null;
};

/** `owed` is the state of the occurrence: what was reported on paper is done without a report here. */
export type KnownReport = {
  id: string;
  assignmentId: string;
  itemId: string;
  planId: string;
  agencyId: string;
  asked: Asked;
  /** whether it is of a district's committee, which consolidates for its communes; an office of a district does not */
  district: boolean;
  text: string;
  round: Round;
  due: PlainDate | null;
  rule: string;
  moved: string | null;
  owed: Columns['owed'];
  state: ReportState;
  seq: number;
  /** whether it was ever opened or acted on */
  begun: boolean;
  closesAfter: PlainDate;
  closed: boolean;
};

export type ReportFilter = {
  /** agencies whose own reports are asked for */
  agencies?: Reach;
  /** what the asker may see: own agencies and what they follow */
  reach?: Reach;
  planId?: string;
  round?: string;
  ids?: readonly string[];
  /** with those nobody waits for, too */
  excused?: true;
  /** rounds that touch this year */
  year?: number;
};

/** When the days of a plan begin: the day it was issued for, else the first of its year. */
const planFrom = sql<PlainDate>`coalesce(p.date::date, make_date(i.year, 1, 1))`;

/** Reports that are owed, by the filter; what was cancelled or superseded is owed by nobody. */
export async function listReports(
  db: Database,
  tenantId: string,
  { agencies = 'all', reach = 'all', planId, round, ids, year, excused }: ReportFilter,
  { calendar, today }: { calendar: KeptCalendar; today: PlainDate },
): Promise<KnownReport[]> {
  const { rows } = await sql<Row>`
    select o.id, o.assignment_id, o.item_id, o.agency_id, o.period, o.period_from, o.period_to, o.printed, o.due, o.rule,
      coalesce(o.moved_later, o.moved) as moved, o.status as owed, i.plan_id, ${planFrom} as plan_from, i.text,
      i.result as asked_what, i.schedule is not null as scheduled, g.level,
      ${isDistrict} as district, to_jsonb(r) as report
    from work_item i join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    join occurrence o on o.tenant_id = i.tenant_id and o.item_id = i.id
    join agency g on g.tenant_id = o.tenant_id and g.id = o.agency_id
    left join report r on r.tenant_id = o.tenant_id and r.id = o.id
    where i.tenant_id = ${tenantId} and i.kind = 'reporting' and p.removed_at is null
      and (o.status not in ('cancelled', 'superseded')
        or ${excused === true ? sql`o.status = 'cancelled' and r.excused is not null` : sql`false`})
      and ${withinReach('o.agency_id', agencies)} and ${seenWithin(tenantId, reach)}
      and ${planId === undefined ? sql`true` : sql`i.plan_id = ${planId}`}
      and ${ids === undefined ? sql`true` : sql`o.id = any(${[...ids]}::uuid[])`}
      and ${round === undefined ? sql`true` : sql`(o.period = ${round} or o.printed::text = ${round} or o.due::text = ${round})`}
      and ${year === undefined ? sql`true` : sql`(extract(year from coalesce(o.period_to, o.due)) = ${year} or coalesce(o.period_to, o.due) is null)`}
    order by coalesce(o.period_to, o.due), o.due, o.id`.execute(db);
  const states = await listRoundStates(db, tenantId, [...new Set(rows.map(({ plan_id }) => plan_id))]);
  return rows.flatMap((row) => {
    const known = know(row, { calendar, today, states });
    return known === undefined || (round !== undefined && known.round.key !== round) ? [] : [known];
  });
}

/** One report within a reach, or the Problem that there is none. */
export async function getReport(
  db: Database,
  tenantId: string,
  id: string,
  reach: Reach,
  by: { calendar: KeptCalendar; today: PlainDate },
): Promise<KnownReport> {
  const [known] = await listReports(db, tenantId, { reach, ids: [id], excused: true }, by);
  if (!known) throw new Problem('not-found', { what });
  return known;
}

type By = { calendar: KeptCalendar; today: PlainDate; states: ReadonlyMap<string, RoundState> };

/** An occurrence that waits for an event to be dated has no round yet, and no report. */
function know(row: Row, { calendar, today, states }: By): KnownReport | undefined {
  const { period, period_from: from, period_to: to, printed, due } = row;
  const round = roundOf({ period, from, to, printed, due }, row.plan_from);
  if (round === undefined) return undefined;
  const after = closesAfter(round, calendar.settings, calendar.work);
  const { report } = row;
  return {
    ...{
      id: row.id,
      assignmentId: row.assignment_id,
      itemId: row.item_id,
      planId: row.plan_id,
      agencyId: row.agency_id,
    },
    ...{ asked: askedOf(row), district: row.district },
    ...{ text: row.text, round, due, rule: row.rule, moved: row.moved, owed: row.owed },
    state: report === null ? beginReport : stateOf(report),
    ...{ seq: report?.seq ?? 0, begun: report !== null, closesAfter: after },
    closed: isClosed(stateOfRound(states, row.plan_id, round.key), after, today),
  };
}

/** What a commune "sums up" of its own work is its report: there is no level below it that reports to it. */
function askedOf({ text, asked_what: what, scheduled: hasSchedule, level }: Row): Asked {
  const asked = askedFor({ text, what, hasSchedule });
  return asked === 'consolidated' && (level === 'commune' || level === 'village') ? 'report' : asked;
}

/** The state its columns repeat. */
export const stateOf = (row: Selectable<ReportTable>): ReportState => ({
  ...{ status: row.status, version: row.version, reason: row.reason, mendBy: row.mend_by },
  ...{ firstSentOn: row.first_sent_on, sentOn: row.sent_on, answered: row.answered, receivedOn: row.received_on },
  ...{ grantedUntil: row.granted_until, excused: row.excused },
});
