import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { consolidatedPaper } from '../../publish/report/consolidated.ts';
import { consolidatedXlsx } from '../../publish/report/consolidated-xlsx.ts';
import { periodFacts } from '../../publish/report/facts.ts';
import { SentTextsView, WhichFigures, WhichGathering } from '../../report/consolidated/views.ts';
import { ConsolidationView } from '../../report/views.ts';
import { getRounds } from '../../store/report-consolidate.ts';
import { getIssuer, getPlanOnPaper } from '../../store/report-papers.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { listSentTexts } from '../../store/report-snapshots.ts';
import { listReports } from '../../store/report-world.ts';
import { attachment } from '../attachment.ts';
import { getGathering, rightsOf } from '../consolidated-rights.ts';
import { answersIn, contentOf, figuresOf, getShown, type Shown } from '../consolidated-shown.ts';
import { plain } from '../present-consolidated.ts';
import { presentVersion } from '../present-reports.ts';
import { gather } from '../report-sentences.ts';
import { Format, fileName, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];

/** What a consolidated report is read and sent as: its figures, its paper, and the workbook that recounts them. */
export async function consolidatedFileRoutes(app: Api, context: Context): Promise<void> {
  figures(app, context);
  paper(app, context);
  workbook(app, context);
  versions(app, context);
}

function figures(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/consolidation',
    {
      config: { may: gather },
      schema: {
        tags,
        summary:
          'Tổng hợp các báo cáo của một kỳ hoặc nhiều kỳ: số đếm, kết quả đo được, khó khăn, đề xuất, mỗi số kèm nguồn; đã duyệt thì số liệu của bản đã duyệt',
        querystring: WhichFigures,
        response: { 200: ConsolidationView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const asking = await openAsking(db, getOfficer(request));
      const shown = await getShown(db, asking, request.query);
      const { agencyIds, ...figures } = await figuresOf(db, asking, shown);
      return {
        ...figures,
        agencies: await namedAgencies(db, tenantId, agencyIds),
        plans: await listPlanNames(db, tenantId, [shown.gathering.planId]),
      };
    },
  );
}

function paper(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/paper',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Báo cáo tổng hợp của một kỳ thành văn bản (.docx, .pdf): bản đã duyệt, chưa duyệt thì bản đang soạn',
        querystring: Type.Object({ ...WhichFigures.properties, format: Format }),
      },
    },
    async (request, reply) => {
      const asking = await openAsking(db, getOfficer(request));
      const { format, ...which } = request.query;
      const shown = await getShown(db, asking, which);
      const { gathering, snapshot } = shown;
      const { tenantId } = asking.officer;
      const text = await contentOf(db, asking, shown);
      const known = await listReports(db, tenantId, { planId: gathering.planId }, asking);
      const { round } = getRounds(known, gathering.round);
      const plan = await getPlanOnPaper(db, tenantId, gathering.planId);
      const issuer = await getIssuer(db, tenantId, gathering.agencyId, asking.today);
      const made = consolidatedPaper({
        ...{ issuer, plan: plan.name, round, led: gathering.scope === 'lead', items: text.items, result: text.result },
        ...{ paragraphs: text.paragraphs, names: new Map(Object.entries(text.names)) },
        receivers: gathering.text === null ? [] : plan.receiversOf(gathering.text),
        ...{ number: null, date: snapshot?.day ?? null },
      });
      const facts = periodFacts(plan.name, issuer.name, round);
      const about = `${gathering.top ? '' : issuer.name} ${round.label}${asVersion(shown)}`;
      const leaving = { kind: 'consolidated', paper: made, facts, about } as const;
      return sendPaper(reply, { db, tenantId, today: asking.today }, leaving, format);
    },
  );
}

/** Of an earlier version the file says which it is. */
const asVersion = ({ snapshot, approved }: Shown): string =>
  snapshot !== null && snapshot.seq !== approved?.seq ? `, bản ${snapshot.version}` : '';

function workbook(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/workbook',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Số liệu tổng hợp của một kỳ thành bảng tính (.xlsx): công thức cộng từ số liệu từng đơn vị',
        querystring: WhichFigures,
      },
    },
    async (request, reply) => {
      const asking = await openAsking(db, getOfficer(request));
      const { tenantId } = asking.officer;
      const shown = await getShown(db, asking, request.query);
      const { planId, round: key, agencyId } = shown.gathering;
      const { round } = getRounds(await listReports(db, tenantId, { planId }, asking), key);
      const content = await contentOf(db, asking, shown);
      const { items, result } = content;
      const names = new Map(Object.entries(content.names));
      const bytes = await consolidatedXlsx({ round, items, result, answers: answersIn(content, agencyId), names });
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const name = fileName(`Tổng hợp báo cáo ${round.label}${asVersion(shown)}`);
      return attachment(reply, `${name}.xlsx`, type).send(Buffer.from(bytes));
    },
  );
}

function versions(app: Api, { db }: Context): void {
  app.get(
    '/api/consolidated-reports/versions',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Lời của báo cáo tổng hợp qua từng lần duyệt, gửi, để so sánh bản sau với bản trước',
        querystring: WhichGathering,
        response: { 200: SentTextsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const gathering = await getGathering(db, asking, request.query);
      const { own } = await rightsOf(db, officer, gathering, asking.today);
      if (!own) throw new Problem('permission-refused', { needed: gather });
      const { reportId } = gathering;
      const sent = reportId === null ? [] : await listSentTexts(db, officer.tenantId, reportId);
      return {
        versions: sent.map(({ at, by, paragraphs, ...name }) => ({
          ...{ ...presentVersion(name), at: at.toISOString(), by },
          paragraphs: paragraphs.map(plain),
        })),
      };
    },
  );
}
