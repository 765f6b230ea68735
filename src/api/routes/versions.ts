import Type from 'typebox';
import { setColumn } from '../../jobs/set-column.ts';
import { isId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { LearnedRole } from '../../plan/learned/model.ts';
import { ComparisonView, PlanView } from '../../plan/views.ts';
import { acceptVersion } from '../../store/accept-version.ts';
import { comparePlan } from '../../store/comparisons.ts';
import { inTransaction } from '../../store/db.ts';
import { dropVersion, getWholePlan, takeAsVersion } from '../../store/versions.ts';
import { getId, IdParams } from '../ids.ts';
import { presentPlan } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Bản của kế hoạch'];
const what = 'kế hoạch này';
const see = { may: 'Cán bộ so sánh được các bản của kế hoạch' } as const;
const config = { may: 'Cơ quan thường trực và đơn vị chủ trì thêm và chọn được bản của kế hoạch' } as const;
const review = { may: 'Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch' } as const;

const Seq = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const VersionParams = Type.Object({ id: Type.String(), no: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const Column = Type.Object(
  { header: Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*$' }), role: LearnedRole, seq: Seq },
  closed,
);

/** Second files of a plan: compared, accepted, dropped; and the meaning of a column, which reads the plan anew. */
export async function versionRoutes(app: Api, context: Context): Promise<void> {
  comparison(app, context);
  fromPlan(app, context);
  accept(app, context);
  drop(app, context);
  column(app, context);
}

function comparison(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/comparison',
    {
      config: see,
      schema: {
        tags,
        summary: 'So sánh từng nhiệm vụ với một bản khác (số của bản) hoặc một kế hoạch khác (mã)',
        params: IdParams,
        querystring: Type.Object({ with: Type.String({ maxLength: 100 }) }),
        response: { 200: ComparisonView },
      },
    },
    async (request) => {
      const other = request.query.with;
      const version = /^\d{1,6}$/.test(other) ? Number(other) : undefined;
      if (version === undefined && !isId(other)) throw new Problem('not-found', { what: 'bản cần so sánh' });
      return comparePlan(db, getOfficer(request).tenantId, getId(request, what), version ?? other);
    },
  );
}

function fromPlan(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/versions/from',
    {
      config,
      schema: {
        tags,
        summary: 'Ghép một kế hoạch đã thêm riêng thành bản của kế hoạch này',
        params: IdParams,
        body: Type.Object({ plan: Type.String({ maxLength: 100 }) }, closed),
        response: { 200: PlanView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { plan } = request.body;
      if (!isId(plan)) throw new Problem('not-found', { what: 'kế hoạch cần ghép' });
      return inTransaction(db, async (trx) => {
        await takeAsVersion(trx, officer, id, plan);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}

function accept(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/versions/:no/accept',
    {
      config,
      schema: {
        tags,
        summary: 'Chọn bản làm bản hiện hành, giữ các sửa đổi và mã nhiệm vụ; cũng dùng để quay lại bản trước',
        params: VersionParams,
        body: Type.Object({ seq: Seq }, closed),
        response: { 200: PlanView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        await acceptVersion(trx, officer, id, request.params.no, request.body.seq);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}

function drop(app: Api, { db }: Context): void {
  app.delete(
    '/api/plans/:id/versions/:no',
    {
      config,
      schema: { tags, summary: 'Bỏ một bản chưa chọn', params: VersionParams, response: { 200: PlanView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        await dropVersion(trx, officer, id, request.params.no);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}

function column(app: Api, context: Context): void {
  app.post(
    '/api/plans/:id/columns',
    {
      config: review,
      schema: {
        tags: ['Rà soát'],
        summary: 'Cho biết một cột là gì; kế hoạch được đọc lại theo đó, các sửa đổi được giữ',
        params: IdParams,
        body: Column,
        response: { 200: PlanView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      await setColumn(context, officer, id, request.body);
      return presentPlan(await getWholePlan(context.db, officer.tenantId, id));
    },
  );
}
