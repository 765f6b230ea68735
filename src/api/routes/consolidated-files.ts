import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { consolidatedPaper } from '../../publish/report/consolidated.ts';
import { consolidatedXlsx } from '../../publish/report/consolidated-xlsx.ts';
import { periodFacts } from '../../publish/report/facts.ts';
import { WhichGathering } from '../../report/consolidated/views.ts';
import { ConsolidationView } from '../../report/views.ts';
import type { Database } from '../../store/db.ts';
import { consolidateRound, getRounds, narrowed } from '../../store/report-consolidate.ts';
import { draftOf, freeze } from '../../store/report-draft.ts';
import { isSent } from '../../store/report-gatherings.ts';
import { listGathered } from '../../store/report-log.ts';
import { getIssuer, getPlanOnPaper } from '../../store/report-papers.ts';
import { listPlanNames } from '../../store/report-plans.ts';
import { listReports } from '../../store/report-world.ts';
import { attachment } from '../attachment.ts';
import { type Gathering, getGathering, rightsOf } from '../consolidated-rights.ts';
import { type Asking, presentConsolidation } from '../present-reports.ts';
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
}

function figures(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/consolidation',
    {
      config: { may: gather },
      schema: {
        tags,
        summary:
          'Tổng hợp các báo cáo của một kỳ hoặc nhiều kỳ: số đếm, kết quả đo được, khó khăn, đề xuất, mỗi số kèm nguồn',
        querystring: WhichGathering,
        response: { 200: ConsolidationView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const asking = await openAsking(db, officer);
      const gathering = await getGathering(db, asking, request.query);
      const { own, opens } = await rightsOf(db, officer, gathering, asking.today);
      if (!own) throw new Problem('permission-refused', { needed: gather });
      const consolidated = await consolidateRound(db, tenantId, narrowed(gathering), asking);
      const ids = consolidated.known.map(({ agencyId }) => agencyId);
      return {
        ...presentConsolidation(consolidated),
        opens,
        agencies: await namedAgencies(db, tenantId, ids),
        plans: await listPlanNames(db, tenantId, [gathering.planId]),
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
        querystring: Type.Object({ ...WhichGathering.properties, format: Format }),
      },
    },
    async (request, reply) => {
      const asking = await openAsking(db, getOfficer(request));
      const gathering = await getGathering(db, asking, request.query);
      const { tenantId } = asking.officer;
      const text = await textOf(db, asking, gathering);
      const known = await listReports(db, tenantId, { planId: gathering.planId }, asking);
      const { round } = getRounds(known, gathering.round);
      const plan = await getPlanOnPaper(db, tenantId, gathering.planId);
      const issuer = await getIssuer(db, tenantId, gathering.agencyId, asking.today);
      const made = consolidatedPaper({
        ...{ issuer, plan: plan.name, round, led: gathering.scope === 'lead', items: text.items, result: text.result },
        ...{ paragraphs: text.paragraphs, names: new Map(Object.entries(text.names)) },
        receivers: gathering.text === null ? [] : plan.receiversOf(gathering.text),
        ...{ number: null, date: gathering.state.sentOn },
      });
      const facts = periodFacts(plan.name, issuer.name, round);
      const about = `${gathering.top ? '' : issuer.name} ${round.label}`;
      const leaving = { kind: 'consolidated', paper: made, facts, about } as const;
      return sendPaper(reply, { db, tenantId, today: asking.today }, leaving, request.query.format);
    },
  );
}

/** What was approved, as long as it stands; else the draft, for those whose it is. */
async function textOf(db: Database, asking: Asking, gathering: Gathering) {
  const { officer, today } = asking;
  const rights = await rightsOf(db, officer, gathering, today);
  const { reportId } = gathering;
  if (isSent(gathering) && reportId !== null && (rights.own || rights.receives)) {
    const sent = (await listGathered(db, officer.tenantId, [reportId])).get(reportId);
    if (sent) return sent;
  }
  if (!rights.own) throw new Problem('permission-refused', { needed: gather });
  return freeze(await draftOf(db, officer.tenantId, gathering, asking)).gathered;
}

function workbook(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/workbook',
    {
      config: { may: gather },
      schema: {
        tags,
        summary: 'Số liệu tổng hợp của một kỳ thành bảng tính (.xlsx): công thức cộng từ số liệu từng đơn vị',
        querystring: WhichGathering,
      },
    },
    async (request, reply) => {
      const asking = await openAsking(db, getOfficer(request));
      const { officer, today } = asking;
      const gathering = await getGathering(db, asking, request.query);
      const { own } = await rightsOf(db, officer, gathering, today);
      if (!own) throw new Problem('permission-refused', { needed: gather });
      const { consolidated, names } = await draftOf(db, officer.tenantId, gathering, asking);
      const { asked: items, result, reports, districts, round } = consolidated;
      const bytes = await consolidatedXlsx({ round, items, result, reports, districts, names });
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return attachment(reply, `${fileName(`Tổng hợp báo cáo ${round.label}`)}.xlsx`, type).send(Buffer.from(bytes));
    },
  );
}
