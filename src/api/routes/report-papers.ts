import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { writePdf } from '../../platform/office/write-pdf.ts';
import type { Paper } from '../../publish/paper/model.ts';
import { writeDocx } from '../../publish/paper/write-docx.ts';
import { consolidatedPaper } from '../../publish/report/consolidated.ts';
import { unitReportPaper } from '../../publish/report/unit-report.ts';
import { RoundName } from '../../report/act.ts';
import type { AskedItem } from '../../report/consolidate.ts';
import { findOwnAgency } from '../../store/belonging.ts';
import type { ItemLine } from '../../store/my-work.ts';
import { consolidateRound } from '../../store/report-consolidate.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { listSentContents } from '../../store/report-log.ts';
import { getIssuer, getPlanOnPaper } from '../../store/report-papers.ts';
import { getReport, listReports } from '../../store/report-world.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { keep, see, write } from '../report-sentences.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';
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
  roundPaper(app, context);
}

async function sendPaper(
  reply: FastifyReply,
  paper: Paper,
  name: string,
  format: 'docx' | 'pdf',
  today: Parameters<typeof writeDocx>[1],
) {
  const bytes = format === 'pdf' ? await writePdf(paper, today) : await writeDocx(paper, today);
  return attachment(reply, `${name}.${format}`, types[format]).send(Buffer.from(bytes));
}

const asked = (item: ItemLine & { targets: AskedItem['targets'] }): AskedItem => ({
  ...{ key: item.id, index: item.index_name, dimension: item.dimension, component: item.component },
  ...{ text: item.text, targets: item.targets },
});

/** Names of files: what an office computer may not keep is left out. */
const fileName = (text: string): string =>
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
      const items = opened.items.filter((item) => owing.has(item.id)).map(asked);
      const paper = unitReportPaper({
        ...{ issuer, plan: plan.name, round: report.round, items, content },
        ...{ receivers: plan.receiversOf(report.text), number: null, date: report.state.sentOn },
      });
      const name = fileName(`Báo cáo ${issuer.name} ${report.round.label}`);
      return sendPaper(reply, paper, name, request.query.format ?? 'docx', asking.today);
    },
  );
}

function roundPaper(app: Api, { db }: Context): void {
  app.get(
    '/api/report-rounds/paper',
    {
      config: { may: keep },
      schema: {
        tags,
        summary: 'Báo cáo tổng hợp của một kỳ thành văn bản (.docx, .pdf)',
        querystring: Type.Object({ plan: RoundName.planId, round: RoundName.round, format: Format }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { plan: planId, round: key } = request.query;
      const asking = await openAsking(db, officer);
      const known = await listReports(db, tenantId, { planId, round: key }, asking);
      const [first] = known;
      if (first === undefined) throw new Problem('not-found', { what: 'kỳ báo cáo này' });
      const { result, items } = await consolidateRound(db, tenantId, { planId, round: key }, asking);
      const gathered = known.find((one) => one.asked === 'consolidated');
      const agencyId = gathered?.agencyId ?? (await findOwnAgency(db, officer, asking.today));
      if (agencyId === null) throw new Problem('not-found', { what: 'đơn vị lập báo cáo tổng hợp' });
      const whole = gathered === undefined ? {} : (await openReportContent(db, tenantId, gathered)).content.whole;
      const plan = await getPlanOnPaper(db, tenantId, planId);
      const agencies = await namedAgencies(
        db,
        tenantId,
        known.map((one) => one.agencyId),
        asking.today,
      );
      const paper = consolidatedPaper({
        issuer: await getIssuer(db, tenantId, agencyId, asking.today),
        ...{ plan: plan.name, round: first.round, items: items.map(asked), result, whole },
        names: new Map(agencies.map(({ id, name }) => [id, name])),
        receivers: gathered === undefined ? [] : plan.receiversOf(gathered.text),
        ...{ number: null, date: gathered?.state.sentOn ?? null },
      });
      const name = fileName(`Báo cáo tổng hợp ${first.round.label}`);
      return sendPaper(reply, paper, name, request.query.format ?? 'docx', asking.today);
    },
  );
}
