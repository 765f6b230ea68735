import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { reachOf } from '../../people/permissions.ts';
import { reportSheet } from '../../publish/report/report-sheet.ts';
import { readBase } from '../../report/sheet/base.ts';
import { takeIn } from '../../report/sheet/take-in.ts';
import { TakenInView } from '../../report/sheet/views.ts';
import type { Database } from '../../store/db.ts';
import { openReportContent } from '../../store/report-fill.ts';
import { getReport } from '../../store/report-world.ts';
import { attachment } from '../attachment.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { getFile, lookAt } from '../incoming-file.ts';
import { see, write } from '../report-sentences.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Báo cáo'];
const what = 'báo cáo này';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 10 * 1_048_576;

/** A report as a workbook, out to be filled in and in again. */
export async function reportSheetRoutes(app: Api, { db, files, reader }: Context): Promise<void> {
  app.get(
    '/api/reports/:id/sheet',
    {
      config: { may: write },
      schema: {
        tags,
        summary: 'Tải báo cáo thành biểu Excel để nhập khi không có mạng',
        params: IdParams,
        produces: [xlsx],
      },
    },
    async (request, reply) => {
      const { report, ...opened } = await open(db, request);
      const [unit] = await namedAgencies(db, getOfficer(request).tenantId, [report.agencyId]);
      const title = `Báo cáo ${report.round.label}, ${unit?.name ?? ''}`;
      const bytes = reportSheet({ reportId: report.id, title, ...opened });
      return attachment(reply, `${title.replaceAll('/', '-')}.xlsx`, xlsx).send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/reports/:id/sheet',
    {
      config: { may: write },
      schema: {
        tags,
        summary:
          'Biểu Excel đã nhập (multipart, trường “file”) sẽ thay đổi những ô nào của báo cáo; chưa thay đổi gì, nhận bằng cách lưu các ô',
        params: IdParams,
        consumes: ['multipart/form-data'],
        response: { 200: TakenInView },
      },
    },
    async (request, reply) => {
      const { report, ...opened } = await open(db, request);
      return lookAt(files, await getFile(request), largest, async ({ path, name }) => {
        const sheets = await reader.cells({ path, name }, hangUpSignal(reply));
        const found = readBase(sheets);
        if (typeof found === 'string') throw new Problem('report-sheet-foreign', { name, why: found });
        if (found.reportId !== report.id) throw new Problem('report-sheet-foreign', { name, why: 'other' });
        return takeIn(sheets, found.base, opened);
      });
    },
  );
}

/** The working copy, of who writes it. */
async function open(db: Database, request: FastifyRequest & { params: { id: string } }) {
  const officer = getOfficer(request);
  const asking = await openAsking(db, officer);
  const report = await getReport(db, officer.tenantId, getId(request, what), reachOf(see, officer), asking);
  assertMay(request, write, { agencyIds: [report.agencyId] });
  const { items, asked, content } = await openReportContent(db, officer.tenantId, report);
  const owing = new Set(asked.filter(({ owes }) => owes).map(({ itemId }) => itemId));
  return {
    report,
    items: items.map(({ id, text, targets }) => ({ id, text, owes: owing.has(id), targets })),
    content,
  };
}
