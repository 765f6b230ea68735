import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, type Permission, reachOf } from '../../people/permissions.ts';
import { SentDutyAct, SentFields, SentReceiverAct, SentUnitAct } from '../../report/act.ts';
import type { ReportAct } from '../../report/model.ts';
import { mayWrite } from '../../report/rules.ts';
import { ReportDetailView, ReportsView, SavedFieldsView, VersionsView } from '../../report/views.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { findHeads } from '../../store/heads.ts';
import { presentRegister, stateFromReport } from '../../store/indicator-reports.ts';
import { saveFields } from '../../store/report-fields.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { actOnReport, listReportActions, listSentContents, listVersions } from '../../store/report-log.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { getReport, type KnownReport, listReports } from '../../store/report-world.ts';
import { getId, IdParams } from '../ids.ts';
import { ownReach } from '../own-reach.ts';
import { type Asking, presentFields, presentReport, presentReportHistory } from '../present-reports.ts';
import { presentItem } from '../present-work.ts';
import { arrange, receive, see, sign, write } from '../report-sentences.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, refuseNoDay, todayInVietnam } from '../work-answers.ts';

const tags = ['Báo cáo'];
const what = 'báo cáo này';
const Query = Type.Object({
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2199 })),
  agency: Type.Optional(Type.String({ maxLength: 100, description: 'chỉ của một cơ quan trong phạm vi của mình' })),
});

/** Reports of units: mine, one in full, what is written and what is done about it. */
export async function reportRoutes(app: Api, context: Context): Promise<void> {
  mine(app, context);
  one(app, context);
  fields(app, context);
  unitActs(app, context);
  receiverActs(app, context);
  dutyActs(app, context);
  versions(app, context);
}

export async function openAsking(db: Database, officer: Asker): Promise<Asking> {
  return { officer, today: todayInVietnam(), calendar: await getCalendar(db, officer.tenantId) };
}

function mine(app: Api, { db }: Context): void {
  app.get(
    '/api/reports',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Báo cáo đơn vị mình phải gửi: theo kỳ, theo hạn',
        querystring: Query,
        response: { 200: ReportsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const agency = idOr(request.query.agency, 'cơ quan này');
      if (agency !== undefined) assertMay(request, see, { agencyIds: [agency] });
      const agencies = agency === undefined ? await ownReach(db, officer, see) : [agency];
      const asking = await openAsking(db, officer);
      const { year } = request.query;
      const reports = await listReports(
        db,
        tenantId,
        { agencies, excused: true, ...(year !== undefined && { year }) },
        asking,
      );
      return {
        reports: reports.map((report) => presentReport(report, asking)),
        agencies: await namedAgencies(
          db,
          tenantId,
          reports.map(({ agencyId }) => agencyId),
        ),
        plans: await listPlanNames(
          db,
          tenantId,
          reports.map(({ planId }) => planId),
        ),
      };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/reports/:id',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một báo cáo: nội dung đang soạn của đơn vị mình, hoặc bản đã gửi của đơn vị khác',
        params: IdParams,
        response: { 200: ReportDetailView },
      },
    },
    async (request) => detail(db, getOfficer(request), getId(request, what)),
  );
}

/** A draft is the unit's own: others see what was sent. */
async function detail(db: Database, officer: Asker, id: string) {
  const { tenantId } = officer;
  const asking = await openAsking(db, officer);
  const report = await getReport(db, tenantId, id, reachOf(see, officer), asking);
  const own = allows(write, officer, { agencyIds: [report.agencyId] });
  const [opened, sent, history, heads] = await Promise.all([
    openReportContent(db, tenantId, report),
    listSentContents(db, tenantId, [id]),
    listReportActions(db, tenantId, id),
    findHeads(db, tenantId, [report.agencyId], asking.today),
  ]);
  const asked = new Map(opened.asked.map((line) => [line.itemId, line]));
  return {
    report: presentReport(report, asking),
    items: opened.items.map((item) => ({
      ...{ item: presentItem(item), targets: [...item.targets] },
      ...{ roles: [...(asked.get(item.id)?.roles ?? [])], owes: asked.get(item.id)?.owes ?? false },
      register: presentRegister(item.targets, opened.register.get(item.id)),
    })),
    content: own ? opened.content : (sent.get(id) ?? null),
    fields: own ? presentFields(opened.written) : [],
    previous: own ? opened.previous : null,
    writable: own && mayWrite(report.state, asking.today, report.closed),
    unsigned: heads.length === 0,
    history: presentReportHistory(history),
    agencies: await namedAgencies(db, tenantId, [report.agencyId]),
    plans: await listPlanNames(db, tenantId, [report.planId]),
  };
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
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const asking = await openAsking(db, officer);
      const at = new Date();
      const saved = await inTransaction(db, async (trx) => {
        const report = await getReport(trx, officer.tenantId, id, reachOf(see, officer), asking);
        assertMay(request, write, { agencyIds: [report.agencyId] });
        refuseConsolidated(report);
        if (!mayWrite(report.state, asking.today, report.closed))
          throw new Problem('report-not-writable', { closed: report.closed });
        const sent = request.body.fields.map((field) => ({ ...field, was: field.was ?? null }));
        const kept = await saveFields(trx, officer, id, sent, at);
        const pairs = sent.flatMap((field, i) => (kept[i] ? [{ sent: field, saved: kept[i] }] : []));
        await stateFromReport(trx, officer, report, pairs, at);
        return kept;
      });
      return { fields: saved, at: at.toISOString() };
    },
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

function unitActs(app: Api, { db }: Context): void {
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
    async (request) => {
      const officer = getOfficer(request);
      const reportId = getId(request, what);
      const asking = await openAsking(db, officer);
      const { id, act } = request.body;
      return inTransaction(db, async (trx) => {
        const report = await getReport(trx, officer.tenantId, reportId, reachOf(see, officer), asking);
        refuseConsolidated(report);
        const needed = await sentenceFor(trx, officer.tenantId, report, act);
        assertMay(request, needed, { agencyIds: [report.agencyId] });
        const agencyId = await openSigning(trx, officer, needed)([report.agencyId]);
        const content =
          act.kind === 'send' ? (await openReportContent(trx, officer.tenantId, report)).content : undefined;
        const sent = { id, act, agencyId, ...(content !== undefined && { content }) };
        await actOnReport(trx, officer, report, sent, { at: new Date(), day: asking.today });
        return detail(trx, officer, reportId);
      });
    },
  );
}

function receiverActs(app: Api, { db }: Context): void {
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
    async (request) => {
      const officer = getOfficer(request);
      const reportId = getId(request, what);
      const asking = await openAsking(db, officer);
      const { id, act } = request.body;
      refuseNoDay(act);
      return inTransaction(db, async (trx) => {
        const report = await getReport(trx, officer.tenantId, reportId, reachOf(see, officer), asking);
        assertMay(request, receive, { agencyIds: [report.agencyId] });
        refuseConsolidated(report);
        const agencyId = await openSigning(trx, officer, receive)([]);
        await actOnReport(trx, officer, report, { id, act, agencyId }, { at: new Date(), day: asking.today });
        return detail(trx, officer, reportId);
      });
    },
  );
}

function dutyActs(app: Api, { db }: Context): void {
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
    async (request) => {
      const officer = getOfficer(request);
      const reportId = getId(request, what);
      const asking = await openAsking(db, officer);
      const { id, act } = request.body;
      refuseNoDay(act);
      return inTransaction(db, async (trx) => {
        const report = await getReport(trx, officer.tenantId, reportId, reachOf(see, officer), asking);
        const agencyId = await openSigning(trx, officer, arrange)([]);
        await actOnReport(trx, officer, report, { id, act, agencyId }, { at: new Date(), day: asking.today });
        return detail(trx, officer, reportId);
      });
    },
  );
}

function versions(app: Api, { db }: Context): void {
  app.get(
    '/api/reports/:id/versions',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Các bản đã gửi của một báo cáo, để so sánh bản sau với bản trước',
        params: IdParams,
        response: { 200: VersionsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const reportId = getId(request, what);
      await getReport(db, officer.tenantId, reportId, reachOf(see, officer), await openAsking(db, officer));
      const sent = await listVersions(db, officer.tenantId, reportId);
      return { versions: sent.map((one) => ({ ...one, at: one.at.toISOString() })) };
    },
  );
}
