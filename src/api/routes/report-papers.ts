import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { periodFacts } from '../../publish/report/facts.ts';
import { unitReportPaper } from '../../publish/report/unit-report.ts';
import { askedOf } from '../../store/report-consolidate.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { listSentContents } from '../../store/report-log.ts';
import { getIssuer, getPlanOnPaper } from '../../store/report-papers.ts';
import { getReport } from '../../store/report-world.ts';
import { getId, IdParams } from '../ids.ts';
import { see, write } from '../report-sentences.ts';
import { FormatWithTables, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];
/** Reports as the papers they are sent as: by Nghị định 30/2020/NĐ-CP, as a Word file or a PDF. */
export async function reportPaperRoutes(app: Api, context: Context): Promise<void> {
  unitPaper(app, context);
}

function unitPaper(app: Api, { db }: Context): void {
  app.get(
    '/api/reports/:id/paper',
    {
      config: { may: see },
      schema: {
        tags,
        summary:
          'Báo cáo thành văn bản (.docx, .pdf, .xlsx): bản đang soạn của đơn vị mình, bản đã gửi của đơn vị khác',
        params: IdParams,
        querystring: Type.Object({ format: FormatWithTables }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const id = getId(request, 'báo cáo này');
      const asking = await openAsking(db, officer);
      const report = await getReport(db, tenantId, id, reachOf(see, officer), asking);
      const opened = await openReportContent(db, tenantId, report);
      const own = allows(write, officer, { agencyIds: [report.agencyId] });
      const content = own ? opened.content : (await listSentContents(db, tenantId, [id])).get(id);
      if (content === undefined) throw new Problem('not-found', { what: 'bản đã gửi của báo cáo này' });
      const issuer = await getIssuer(db, tenantId, report.agencyId, asking.today);
      const plan = await getPlanOnPaper(db, tenantId, report.planId);
      const owing = new Set(opened.asked.filter(({ owes }) => owes).map(({ itemId }) => itemId));
      const items = opened.items.filter((item) => owing.has(item.id)).map(askedOf);
      const paper = unitReportPaper({
        ...{ issuer, plan: plan.name, round: report.round, items, content },
        ...{ receivers: plan.receiversOf(report.text), number: null, date: report.state.sentOn },
      });
      const facts = periodFacts(plan.name, issuer.name, report.round);
      const leaving = { kind: 'report', paper, facts, about: `${issuer.name} ${report.round.label}` } as const;
      return sendPaper(reply, { db, tenantId, today: asking.today }, leaving, request.query.format);
    },
  );
}
