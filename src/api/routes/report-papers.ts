import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { writePdf } from '../../platform/office/write-pdf.ts';
import type { Paper } from '../../publish/paper/model.ts';
import { writeDocx } from '../../publish/paper/write-docx.ts';
import { unitReportPaper } from '../../publish/report/unit-report.ts';
import { askedOf } from '../../store/report-consolidate.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { listSentContents } from '../../store/report-log.ts';
import { getIssuer, getPlanOnPaper } from '../../store/report-papers.ts';
import { getReport } from '../../store/report-world.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { see, write } from '../report-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];
const Format = Type.Optional(Type.Union([Type.Literal('docx'), Type.Literal('pdf')]));

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** Reports as the papers they are sent as: by Nghị định 30/2020/NĐ-CP, as a Word file or a PDF. */
export async function reportPaperRoutes(app: Api, context: Context): Promise<void> {
  unitPaper(app, context);
}

/** A paper as the file it is saved as. */
export async function sendPaper(
  reply: FastifyReply,
  paper: Paper,
  name: string,
  format: 'docx' | 'pdf',
  today: Parameters<typeof writeDocx>[1],
) {
  const bytes = format === 'pdf' ? await writePdf(paper, today) : await writeDocx(paper, today);
  return attachment(reply, `${name}.${format}`, types[format]).send(Buffer.from(bytes));
}

/** Names of files: what an office computer may not keep is left out. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|,]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function unitPaper(app: Api, { db }: Context): void {
  app.get(
    '/api/reports/:id/paper',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Báo cáo thành văn bản (.docx, .pdf): bản đang soạn của đơn vị mình, bản đã gửi của đơn vị khác',
        params: IdParams,
        querystring: Type.Object({ format: Format }),
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
      const name = fileName(`Báo cáo ${issuer.name} ${report.round.label}`);
      return sendPaper(reply, paper, name, request.query.format ?? 'docx', asking.today);
    },
  );
}
