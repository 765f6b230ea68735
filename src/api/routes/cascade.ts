import { Readable } from 'node:stream';
import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Permission } from '../../people/permissions.ts';
import { reachOf } from '../../people/permissions.ts';
import { writePdf } from '../../platform/office/write-pdf.ts';
import { childPaper } from '../../publish/cascade/child.ts';
import { CascadeView } from '../../publish/cascade/views.ts';
import { fileNameOf, zipCascade } from '../../publish/cascade/zip.ts';
import { writeDocx } from '../../publish/paper/write-docx.ts';
import { findCascade, listCascades } from '../../store/cascade.ts';
import { getPlanLine } from '../../store/plans.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { idOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Giao kế hoạch'];
const what = 'kế hoạch này';
const own: Permission = 'Cán bộ, thủ trưởng và đơn vị chủ trì dự thảo được kế hoạch của đơn vị mình';
const all: Permission = 'Cơ quan thường trực và đơn vị chủ trì dự thảo được kế hoạch của mọi đơn vị';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The plans that units draft to carry out one they were given work by. */
export async function cascadeRoutes(app: Api, context: Context): Promise<void> {
  listUnits(app, context);
  onePlan(app, context);
  allPlans(app, context);
}

function listUnits(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/cascade',
    {
      config: { may: own },
      schema: {
        tags,
        summary: 'Các đơn vị được giao việc của kế hoạch: số nhiệm vụ, và kế hoạch của đơn vị nếu đã có',
        params: IdParams,
        response: { 200: CascadeView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const planId = getId(request, what);
      await getPlanLine(db, officer.tenantId, planId);
      const asking = { planId, reach: reachOf(own, officer), today: todayInVietnam() };
      return findCascade(db, officer.tenantId, asking);
    },
  );
}

function onePlan(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/cascade/paper',
    {
      config: { may: own },
      schema: {
        tags,
        summary: 'Dự thảo kế hoạch của một đơn vị thực hiện kế hoạch này (.docx, .pdf)',
        params: IdParams,
        querystring: Type.Object({
          agency: Type.String({ maxLength: 100 }),
          format: Type.Optional(Type.Union([Type.Literal('docx'), Type.Literal('pdf')])),
        }),
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const planId = getId(request, what);
      const nothing = 'việc của kế hoạch này giao cho đơn vị ấy';
      const agency = idOr(request.query.agency, nothing);
      const today = todayInVietnam();
      const reach = reachOf(own, officer);
      await getPlanLine(db, tenantId, planId);
      const within = agency !== undefined && (reach === 'all' || reach.includes(agency)) ? [agency] : [];
      const [cascade] = await listCascades(db, tenantId, { planId, reach: within, today });
      if (cascade === undefined) throw new Problem('not-found', { what: nothing });
      const format = request.query.format ?? 'docx';
      const paper = childPaper(cascade);
      const bytes = format === 'pdf' ? await writePdf(paper, today) : await writeDocx(paper, today);
      return attachment(reply, `${fileNameOf(cascade)}.${format}`, types[format]).send(Buffer.from(bytes));
    },
  );
}

function allPlans(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/cascade/papers',
    {
      config: { may: all },
      schema: {
        tags,
        summary: 'Dự thảo kế hoạch của mọi đơn vị được giao việc, trong một tệp .zip',
        params: IdParams,
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const planId = getId(request, what);
      await getPlanLine(db, tenantId, planId);
      const today = todayInVietnam();
      const cascades = await listCascades(db, tenantId, { planId, reach: 'all', today });
      if (cascades.length === 0) throw new Problem('not-found', { what: 'đơn vị nào được giao việc của kế hoạch này' });
      // It is sent as it is written: whoever waits sees it grow, and whoever leaves ends it.
      return attachment(reply, 'Dự thảo kế hoạch của các đơn vị.zip', 'application/zip').send(
        Readable.from(zipCascade(cascades, today), { objectMode: false }),
      );
    },
  );
}
