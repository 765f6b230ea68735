import { type Insertable, sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import type { Gathered } from '../report/consolidated/paragraph.ts';
import type { ReportContent } from '../report/content/model.ts';
import { applyToReport, beginReport } from '../report/fold.ts';
import type { FormContent } from '../report/form/model.ts';
import type { ReportAct, ReportState } from '../report/model.ts';
import { refuseReportAct } from '../report/rules.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import type { ReportTable } from './report-tables.ts';
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
  const state = applyToReport(before, action);
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

/** The act about the work that goes with one about its report; its id, or null where there is none to go with it. */
async function carryOver(
  trx: Transaction,
  actor: Actor,
  report: ActedOn,
  { act, agencyId }: SentReportAct,
  { at, day }: Doing,
): Promise<string | null> {
  if (report.assignmentId === null) return null;
  const about = await workAct(trx, actor, report.id, act, day);
  if (about === null) return null;
  const id = newId();
  const sent: SentAct = { assignmentId: report.assignmentId, id, occurrenceId: report.id, act: about, agencyId };
  // What is said about the duty is nothing without the work; a report is sent whatever was done about the work beside it.
  const skipRefused = act.kind !== 'excuse' && act.kind !== 'restore' && act.kind !== 'move';
  const { taken } = await appendActs(trx, actor, [sent], { source: 'web', at, day, quiet: true, skipRefused });
  return taken === 1 ? id : null;
}

async function workAct(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  reportId: string,
  act: ReportAct,
  day: PlainDate,
): Promise<SentAct['act'] | null> {
  switch (act.kind) {
    case 'send':
      return { kind: 'complete', on: day, note: null, serves: [], servedBy: null };
    case 'return':
      return { kind: 'return', reason: act.reason, due: act.due };
    case 'recall': {
      const of = await lastCompletion(trx, tenantId, reportId);
      return of === null ? null : { kind: 'undo', of };
    }
    case 'excuse':
      return { kind: 'cancel', reason: act.reason };
    case 'restore': {
      const of = await lastActOf(trx, tenantId, reportId, ['excuse', 'restore']);
      return of?.kind === 'excuse' && of.act_id !== null ? { kind: 'undo', of: of.act_id } : null;
    }
    case 'move':
      return { kind: 'extend', due: act.due, reason: act.reason, grantedBy: await nameOf(trx, tenantId, officerId) };
    default:
      return null;
  }
}

/** The act that settled the work when the report was last sent, unless it was taken back already. */
async function lastCompletion(trx: Transaction, tenantId: string, reportId: string): Promise<string | null> {
  const last = await lastActOf(trx, tenantId, reportId, ['send', 'recall', 'return']);
  return last?.kind === 'send' ? last.act_id : null;
}

type Done = { kind: ReportAct['kind']; act_id: string | null };

/** The last of certain acts about a report, with the act about the work that went with it. */
async function lastActOf(
  trx: Transaction,
  tenantId: string,
  reportId: string,
  kinds: readonly ReportAct['kind'][],
): Promise<Done | undefined> {
  const { rows } = await sql<Done>`
    select act ->> 'kind' as kind, act_id from report_action
    where tenant_id = ${tenantId} and report_id = ${reportId} and act ->> 'kind' = any(${[...kinds]}::text[])
    order by seq desc limit 1`.execute(trx);
  return rows[0];
}

async function nameOf(trx: Transaction, tenantId: string, officerId: string): Promise<string> {
  const { name, unit } = await trx
    .selectFrom('officer')
    .select(['name', 'unit'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', officerId)
    .executeTakeFirstOrThrow();
  return unit === '' ? name : `${name}, ${unit}`;
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
