import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { type Permission, reachOf } from '../../people/permissions.ts';
import { SentDutyAct, SentFields, SentReceiverAct, SentUnitAct } from '../../report/act.ts';
import type { ReportAct } from '../../report/model.ts';
import { mayWrite } from '../../report/rules.ts';
import { ReportDetailView, SavedFieldsView } from '../../report/views.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { findHeads } from '../../store/heads.ts';
import { stateFromReport } from '../../store/indicator-reports.ts';
import { saveFields } from '../../store/report-fields.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { actOnReport, type SentReportAct } from '../../store/report-log.ts';
import { tellOfReport } from '../../store/report-news.ts';
import { getReport, type KnownReport } from '../../store/report-world.ts';
import { getId, IdParams } from '../ids.ts';
import type { Asking } from '../present-reports.ts';
import { arrange, receive, see, sign, write } from '../report-sentences.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';
import { openAsking, reportDetail } from './reports.ts';

const tags = ['Báo cáo'];
const what = 'báo cáo này';

/** What is written in a report of a unit, and what is done about it by the unit, by who receives it and by who keeps the rounds. */
export async function reportActRoutes(app: Api, context: Context): Promise<void> {
  fields(app, context);
  unitActs(app, context);
  receiverActs(app, context);
  dutyActs(app, context);
}

type Changing = { trx: Transaction; officer: Asker; report: KnownReport; asking: Asking; at: Date };

/** What begins every change of a report: a transaction, and the report as far as the asker reaches. */
async function changeReport<T>(
  db: Database,
  request: FastifyRequest & { params: { id: string } },
  change: (changing: Changing) => Promise<T>,
): Promise<T> {
  const officer = getOfficer(request);
  const id = getId(request, what);
  const asking = await openAsking(db, officer);
  return inTransaction(db, async (trx) => {
    const report = await getReport(trx, officer.tenantId, id, reachOf(see, officer), asking);
    return change({ trx, officer, report, asking, at: new Date() });
  });
}

/** Does an act about a report, tells whom it concerns, and answers with the report as it is then. */
async function actAndAnswer(
  context: Context,
  { trx, officer, report, asking, at }: Changing,
  sent: SentReportAct,
): Promise<ReportDetailView> {
  const isNew = await actOnReport(trx, officer, report, sent, { at, day: asking.today });
  const { id: occurrenceId, agencyId, due, round } = report;
  const told = { agencyId, occurrenceId, due, name: `Báo cáo ${round.label}`, top: false };
  if (isNew) await tellOfReport(trx, officer, told, sent.act, sendingOf(context, at));
  return reportDetail(trx, officer, report.id);
}

function fields(app: Api, { db }: Context): void {
  app.patch(
    '/api/reports/:id/fields',
    {
      config: { may: write },
      schema: {
        tags,
        summary: 'Lưu những ô vừa nhập; hai người cùng nhập một ô thì lời của cả hai được giữ',
        params: IdParams,
        body: SentFields,
        response: { 200: SavedFieldsView },
      },
    },
    (request) =>
      changeReport(db, request, async ({ trx, officer, report, asking, at }) => {
        assertMay(request, write, { agencyIds: [report.agencyId] });
        refuseConsolidated(report);
        if (!mayWrite(report.state, asking.today, report.closed))
          throw new Problem('report-not-writable', { closed: report.closed });
        const sent = request.body.fields.map((field) => ({ ...field, was: field.was ?? null }));
        const saved = await saveFields(trx, officer, report.id, sent, at);
        const pairs = sent.flatMap((field, i) => (saved[i] ? [{ sent: field, saved: saved[i] }] : []));
        await stateFromReport(trx, officer, report, pairs, at);
        return { fields: saved, at: at.toISOString() };
      }),
  );
}

/** What is drafted from others' reports is written and approved where its sources stand beside it: one way, not two. */
function refuseConsolidated({ asked }: KnownReport): void {
  if (asked === 'consolidated') throw new Problem('report-consolidated', {});
}

/** Who may do what of the unit's acts: what is signed is the head's, or an officer's where the unit has no head here. */
async function sentenceFor(db: Database, tenantId: string, report: KnownReport, act: ReportAct): Promise<Permission> {
  if (act.kind !== 'send' && act.kind !== 'send-back') return write;
  const heads = await findHeads(db, tenantId, [report.agencyId], todayInVietnam());
  return heads.length === 0 ? write : sign;
}

function unitActs(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/reports/:id/acts',
    {
      config: { may: write },
      schema: {
        tags,
        summary: 'Trình, lấy lại, yêu cầu sửa, ký gửi, đính chính báo cáo; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: SentUnitAct,
        response: { 200: ReportDetailView },
      },
    },
    (request) =>
      changeReport(db, request, async (changing) => {
        const { trx, officer, report } = changing;
        const { id, act } = request.body;
        refuseConsolidated(report);
        const needed = await sentenceFor(trx, officer.tenantId, report, act);
        assertMay(request, needed, { agencyIds: [report.agencyId] });
        const agencyId = await openSigning(trx, officer, needed)([report.agencyId]);
        const content =
          act.kind === 'send' ? (await openReportContent(trx, officer.tenantId, report)).content : undefined;
        return actAndAnswer(context, changing, { id, act, agencyId, ...(content !== undefined && { content }) });
      }),
  );
}

function receiverActs(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/reports/:id/receiving',
    {
      config: { may: receive },
      schema: {
        tags,
        summary: 'Tiếp nhận, trả lại báo cáo, cho gửi sau khi khóa kỳ; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: SentReceiverAct,
        response: { 200: ReportDetailView },
      },
    },
    (request) => {
      refuseNoDay(request.body.act);
      return changeReport(db, request, async (changing) => {
        const { trx, officer, report } = changing;
        assertMay(request, receive, { agencyIds: [report.agencyId] });
        refuseConsolidated(report);
        const agencyId = await openSigning(trx, officer, receive)([]);
        return actAndAnswer(context, changing, { ...request.body, agencyId });
      });
    },
  );
}

function dutyActs(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/reports/:id/duty',
    {
      config: { may: arrange },
      schema: {
        tags,
        summary: 'Miễn, thôi miễn, dời hạn báo cáo của một đơn vị, có lý do; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: SentDutyAct,
        response: { 200: ReportDetailView },
      },
    },
    (request) => {
      refuseNoDay(request.body.act);
      return changeReport(db, request, async (changing) => {
        const agencyId = await openSigning(changing.trx, changing.officer, arrange)([]);
        return actAndAnswer(context, changing, { ...request.body, agencyId });
      });
    },
  );
}
