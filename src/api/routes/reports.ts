import Type from 'typebox';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import type { DoneAfter } from '../../report/fill.ts';
import { mayWrite } from '../../report/rules.ts';
import { ReportDetailView, type ReportItemView, ReportsView, VersionsView } from '../../report/views.ts';
import { getCalendar } from '../../store/calendar-settings.ts';
import type { Database } from '../../store/db.ts';
import { findHeads } from '../../store/heads.ts';
import { presentRegister } from '../../store/indicator-reports.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { listReportActions, listSentContents, listVersions } from '../../store/report-log.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { getReport, listReports } from '../../store/report-world.ts';
import { getId, IdParams } from '../ids.ts';
import { ownReach } from '../own-reach.ts';
import { type Asking, presentFields, presentReport, presentReportHistory } from '../present-reports.ts';
import { presentItem } from '../present-work.ts';
import { see, write } from '../report-sentences.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, namedAgencies, todayInVietnam } from '../work-answers.ts';

const tags = ['Báo cáo'];
const what = 'báo cáo này';
const Query = Type.Object({
  year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2199 })),
  agency: Type.Optional(Type.String({ maxLength: 100, description: 'chỉ của một cơ quan trong phạm vi của mình' })),
});

/** Reports of units: mine, one in full, what was sent of it. */
export async function reportRoutes(app: Api, context: Context): Promise<void> {
  mine(app, context);
  one(app, context);
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
    async (request) => reportDetail(db, getOfficer(request), getId(request, what)),
  );
}

/** A draft is the unit's own: others see what was sent. */
export async function reportDetail(db: Database, officer: Asker, id: string) {
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
      after: own ? presentAfter(opened.after.get(item.id)) : null,
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

const presentAfter = (after: DoneAfter | undefined): ReportItemView['after'] =>
  after === undefined ? null : { completedOn: after.completedOn, notes: after.notes.map((note) => ({ ...note })) };

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
