import Type from 'typebox';
import type { Document } from '../../document/model.ts';
import { Problem } from '../../kernel/problem.ts';
import { PlanStatus, PlanSummary, PlanView } from '../../plan/views.ts';
import { inTransaction } from '../../store/db.ts';
import { getPlanDocumentText, getPlanFile, listPlans } from '../../store/plans.ts';
import { removePlan, restorePlan } from '../../store/plans-removed.ts';
import { getWholePlan } from '../../store/versions.ts';
import { attachment } from '../attachment.ts';
import { getId, IdParams } from '../ids.ts';
import { presentPlan, presentPlanLine } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Kế hoạch'];
const what = 'kế hoạch này';
const see = { may: 'Cán bộ xem được kế hoạch của đơn vị mình' } as const;
const take = { may: 'Cơ quan thường trực bỏ và khôi phục được kế hoạch' } as const;

const Filter = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 500 })),
  status: Type.Optional(PlanStatus),
  removed: Type.Optional(Type.Boolean()),
});

const OfVersion = Type.Object({
  version: Type.Optional(Type.Integer({ minimum: 1, description: 'số của bản; không nêu là bản hiện hành' })),
});

/** The list of plans, one plan, its document and its file; taking away and bringing back. */
export async function planRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  document(app, context);
  file(app, context);
  remove(app, context);
  restore(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/plans',
    {
      config: see,
      schema: {
        tags,
        summary: 'Danh sách kế hoạch, tìm không dấu theo số, tên, cơ quan ban hành và tên tệp',
        querystring: Filter,
        response: { 200: Type.Object({ plans: Type.Array(PlanSummary) }) },
      },
    },
    async (request) => {
      const plans = await listPlans(db, getOfficer(request).tenantId, request.query);
      return { plans: plans.map(presentPlanLine) };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id',
    { config: see, schema: { tags, summary: 'Một kế hoạch', params: IdParams, response: { 200: PlanView } } },
    async (request) => presentPlan(await getWholePlan(db, getOfficer(request).tenantId, getId(request, what))),
  );
}

function document(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/document',
    {
      config: see,
      schema: {
        tags,
        summary: 'Văn bản như đã đọc, theo khối',
        params: IdParams,
        querystring: OfVersion,
        response: { 200: Type.Unsafe<Document>(Type.Object({}, { description: 'Document' })) },
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const document = await getPlanDocumentText(db, tenantId, getId(request, what), request.query.version);
      return reply.type('application/json; charset=utf-8').send(document as unknown as Document);
    },
  );
}

function file(app: Api, { db, files }: Context): void {
  app.get(
    '/api/plans/:id/file',
    {
      config: see,
      schema: {
        tags,
        summary: 'Tệp gốc',
        params: IdParams,
        querystring: OfVersion,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const { tenantId } = getOfficer(request);
      const plan = await getPlanFile(db, tenantId, getId(request, what), request.query.version);
      const content = await files.find(tenantId, plan.sha256);
      if (!content) throw new Problem('file-lost', { name: plan.file_name });
      return attachment(reply, plan.file_name, plan.media_type).header('content-length', plan.file_size).send(content);
    },
  );
}

function remove(app: Api, { db }: Context): void {
  app.delete(
    '/api/plans/:id',
    {
      config: take,
      schema: { tags, summary: 'Bỏ một kế hoạch (khôi phục được)', params: IdParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      await inTransaction(db, (trx) => removePlan(trx, officer, getId(request, what)));
      return reply.code(204).send(null);
    },
  );
}

function restore(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/restore',
    {
      config: take,
      schema: { tags, summary: 'Khôi phục kế hoạch đã bỏ', params: IdParams, response: { 200: PlanView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        await restorePlan(trx, officer, id);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}
