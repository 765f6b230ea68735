import Type from 'typebox';
import type { Permission } from '../../people/permissions.ts';
import { planPaper } from '../../publish/paper/plan.ts';
import { planXlsx } from '../../publish/plan-xlsx.ts';
import { paperKindNames } from '../../publish/template/kinds.ts';
import { getPlanToPrint } from '../../store/plan-papers.ts';
import { getId, IdParams } from '../ids.ts';
import { FormatWithTables, sendFile, sendPaper } from '../send-paper.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { todayInVietnam } from '../work-answers.ts';

const see: Permission = 'Cán bộ xem được kế hoạch của đơn vị mình';

/** A plan printed anew as its review has it: by the tenant's template of plans, or as a workbook. */
export async function planPaperRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    '/api/plans/:id/paper',
    {
      config: { may: see },
      schema: {
        tags: ['Kế hoạch'],
        summary: 'Kế hoạch như đã rà soát thành văn bản (.docx, .pdf) hoặc bảng tính (.xlsx)',
        params: IdParams,
        querystring: Type.Object({ format: FormatWithTables }),
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const today = todayInVietnam();
      const { reading, superior, own } = await getPlanToPrint(db, tenantId, getId(request, 'kế hoạch này'), today);
      const { number, symbol, title } = reading.document;
      const about = number ?? [symbol, title].filter(Boolean).join(' ');
      const kind = own ? 'own-plan' : 'plan';
      const { format } = request.query;
      if (format === 'xlsx')
        return sendFile(reply, `${paperKindNames[kind]} ${about}`, format, await planXlsx(reading));
      const paper = { ...planPaper(reading), superior };
      return sendPaper(reply, { db, tenantId, today }, { kind, paper, facts: {}, about }, format);
    },
  );
}
