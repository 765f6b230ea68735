import { type Insertable, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Gathered } from '../report/consolidated/paragraph.ts';
import type { ReportContent } from '../report/content/model.ts';
import { applyToReport, beginReport, foldReport, takesBack } from '../report/fold.ts';
import type { FormContent } from '../report/form/model.ts';
import type { ReportAct, ReportAction, ReportState } from '../report/model.ts';
import { refuseReportAct } from '../report/rules.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { ReportTable } from './report-tables.ts';
import { carryOver } from './report-work.ts';
import { stateOf } from './report-world.ts';

/** What is done about reports, and what goes with it in the work they are. */

/** The columns that repeat a state. */
export const rowOf = (
  state: ReportState,
): Omit<ReportTable, 'tenant_id' | 'id' | 'seq' | 'gathered' | 'occurrence_id' | 'gathering_id'> => ({
  ...{ status: state.status, version: state.version, reason: state.reason, mend_by: state.mendBy },
  ...{ first_sent_on: state.firstSentOn, sent_on: state.sentOn, answered: state.answered },
  ...{ received_on: state.receivedOn, granted_until: state.grantedUntil, excused: state.excused },
});

/**
 * `content` is what the report says when it is sent: kept as the version that was sent; `gathered` with it where it is a
 * consolidated one.
 */
export type SentReportAct = {
  id: string;
  act: ReportAct;
  agencyId: string | null;
  content?: ReportContent | FormContent;
  gathered?: Gathered;
  /** the caller's own audit entry tells of it */
  quiet?: true;
};

/** What is acted on; a consolidated report nobody asked for by a day is no work of an assignment. */
type ActedOn = { id: string; assignmentId: string | null; closed: boolean };

/** When it is done, and whether the round was closed by then. */
export type Doing = { at: Date; day: PlainDate };

/**
 * Appends an act to a report; whether it is new: an id that is there counts no second time. What is sent is owed no more, what is
 * returned is owed again: the act about the work goes with it in the same transaction.
 */
export async function actOnReport(
  trx: Transaction,
  actor: Actor,
  report: ActedOn,
  sent: SentReportAct,
  { at, day }: Doing,
): Promise<boolean> {
  const { tenantId, officerId } = actor;
  const row = await lock(trx, tenantId, report.id);
  if (await isKnown(trx, tenantId, sent.id)) return false;
  const before = row === undefined ? beginReport : stateOf(row);
  const action = { act: sent.act, day, closed: report.closed };
  const why = refuseReportAct(before, action);
  if (why) throw new Problem('report-act-refused', { why });
  const state = await stateAfter(trx, tenantId, report.id, before, { ...action, id: sent.id });
  const seq = (row?.seq ?? 0) + 1;
  await put(trx, { tenant_id: tenantId, id: report.id, ...rowOf(state), seq });
  const actId = await carryOver(trx, actor, report, sent, { at, day });
  await trx
    .insertInto('report_action')
    .values({
      ...{ tenant_id: tenantId, report_id: report.id, seq, id: sent.id, at, day, by: officerId },
      ...{ closed: report.closed, act_id: actId, act: toJson(sent.act) },
    })
    .execute();
  if (sent.act.kind === 'send') await keepVersion(trx, tenantId, report.id, { seq, version: state.version }, sent);
  if (sent.quiet) return true;
  const details = { kind: sent.act.kind, status: state.status, version: state.version };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'report.acted', subject: report.id, details });
  return true;
}

/** The state after an act; taking a move back is told by the whole log only. */
async function stateAfter(
  trx: Transaction,
  tenantId: string,
  reportId: string,
  before: ReportState,
  action: ReportAction,
): Promise<ReportState> {
  if (action.act.kind !== 'unmove') return applyToReport(before, action);
  const log: ReportAction[] = await trx
    .selectFrom('report_action')
    .select(['id', 'day', 'closed', 'act'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute();
  if (!takesBack(log, action.act.of)) throw new Problem('report-act-refused', { why: 'not-in-this-state' });
  return foldReport([...log, action]);
}

/** Who writes first makes the row; the occurrence is what two who do so at once wait for. */
async function lock(trx: Transaction, tenantId: string, id: string) {
  await trx
    .selectFrom('occurrence')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return trx
    .selectFrom('report')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

const isKnown = async (trx: Transaction, tenantId: string, id: string): Promise<boolean> =>
  (await trx
    .selectFrom('report_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

async function put(trx: Transaction, row: Insertable<ReportTable>): Promise<void> {
  const { tenant_id: _, id: __, ...changed } = row;
  await trx
    .insertInto('report')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(changed))
    .execute();
}

async function keepVersion(
  trx: Transaction,
  tenantId: string,
  reportId: string,
  { seq, version }: { seq: number; version: number },
  { content, gathered }: SentReportAct,
): Promise<void> {
  if (content === undefined) throw new Error('what is sent has a content');
  await trx
    .insertInto('report_version')
    .values({
      tenant_id: tenantId,
      report_id: reportId,
      seq,
      version,
      content: toJson(content),
      gathered: gathered ? toJson(gathered) : null,
    })
    .execute();
}

/** The history of a report, oldest first, with who did it. */
export const listReportActions = (db: Database, tenantId: string, reportId: string) =>
  db
    .selectFrom('report_action as a')
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.by'))
    .select(['a.seq', 'a.id', 'a.at', 'a.day', 'a.act', 'o.name as by'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.report_id', '=', reportId)
    .orderBy('a.seq')
    .execute();

/** Every time a report was sent, oldest first, with what it said. */
export const listVersions = (db: Database, tenantId: string, reportId: string) =>
  db
    .selectFrom('report_version as v')
    .innerJoin('report_action as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'v.tenant_id')
        .onRef('a.report_id', '=', 'v.report_id')
        .onRef('a.seq', '=', 'v.seq'),
    )
    .innerJoin('officer as o', (join) => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.by'))
    .select(['v.seq', 'v.version', 'v.content', 'a.at', 'o.name as by'])
    .where('v.tenant_id', '=', tenantId)
    .where('v.report_id', '=', reportId)
    .orderBy('v.seq')
    .execute();

/** What was sent last of each of these reports. */
export async function listSentContents<C = ReportContent>(
  db: Database,
  tenantId: string,
  reportIds: readonly string[],
): Promise<Map<string, C>> {
  const { rows } = await sql<{ report_id: string; content: C }>`
    select distinct on (report_id) report_id, content from report_version
    where tenant_id = ${tenantId} and report_id = any(${[...reportIds]}::uuid[]) order by report_id, seq desc`.execute(
    db,
  );
  return new Map(rows.map(({ report_id, content }) => [report_id, content]));
}

/** What was approved last of consolidated reports, without the answers its workbook recounts from. */
export async function listGathered(
  db: Database,
  tenantId: string,
  reportIds: readonly string[],
): Promise<Map<string, Gathered>> {
  const { rows } = await sql<{ report_id: string; gathered: Gathered | null }>`
    select distinct on (report_id) report_id, gathered - 'answers' as gathered from report_version
    where tenant_id = ${tenantId} and report_id = any(${[...reportIds]}::uuid[]) order by report_id, seq desc`.execute(
    db,
  );
  return new Map(rows.flatMap(({ report_id, gathered }) => (gathered === null ? [] : [[report_id, gathered]])));
}
