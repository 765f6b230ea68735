import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import { findNoDay, ReviewActionSchema, ReviewActSchema } from '../../plan/act.ts';
import { PlanView } from '../../plan/views.ts';
import { confirmPlan, reopenPlan } from '../../store/confirmations.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { getPlanLine } from '../../store/plans.ts';
import { appendActions, listActions } from '../../store/reviews.ts';
import { getWholePlan } from '../../store/versions.ts';
import { getId, IdParams } from '../ids.ts';
import { presentActions, presentPlan } from '../present.ts';
import { type Api, type Context, getOfficer } from '../types.ts';

const tags = ['Rà soát'];
const what = 'kế hoạch này';
const see = { may: 'Cán bộ xem được việc rà soát kế hoạch' } as const;
const review = { may: 'Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch' } as const;
const confirm = { may: 'Cơ quan thường trực và đơn vị chủ trì xác nhận, mở lại được kế hoạch' } as const;

const Seq = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const Log = Type.Object({
  seq: Seq,
  /** the version of the plan whose draft these actions make */
  version: Type.Integer(),
  actions: Type.Array(
    Type.Object({ seq: Seq, id: Type.String(), at: Type.String(), by: Type.String(), act: ReviewActSchema }, closed),
  ),
});
const Sent = Type.Object(
  {
    after: Seq,
    actions: Type.Array(ReviewActionSchema, { maxItems: 500 }),
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'bản mà thao tác được làm trên đó' })),
  },
  closed,
);

/** The review of a plan: what has been done, doing more, confirming, opening again. */
export async function reviewRoutes(app: Api, context: Context): Promise<void> {
  log(app, context);
  append(app, context);
  confirmation(app, context);
  reopening(app, context);
}

function log(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/review',
    {
      config: see,
      schema: {
        tags,
        summary: 'Các thao tác rà soát sau số thứ tự đã biết',
        params: IdParams,
        querystring: Type.Object({ after: Type.Optional(Seq) }),
        response: { 200: Log },
      },
    },
    async (request) => logAfter(db, getOfficer(request).tenantId, getId(request, what), request.query.after ?? 0),
  );
}

function append(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/review',
    {
      config: review,
      bodyLimit: 4 * 1_048_576,
      schema: {
        tags,
        summary: 'Ghi thêm thao tác rà soát; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: Sent,
        response: { 200: Log },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { after, actions, version } = request.body;
      refuseNoDay(actions);
      return inTransaction(db, async (trx) => {
        await appendActions(trx, officer, id, actions, version);
        return logAfter(trx, officer.tenantId, id, after);
      });
    },
  );
}

function confirmation(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/confirm',
    {
      config: confirm,
      schema: {
        tags,
        summary: 'Xác nhận bản rà soát đang thấy; nhiệm vụ vào ma trận',
        params: IdParams,
        body: Type.Object({ seq: Seq }, closed),
        response: { 200: PlanView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        await confirmPlan(trx, officer, id, request.body.seq);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}

function reopening(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/reopen',
    {
      config: confirm,
      schema: { tags, summary: 'Mở lại rà soát', params: IdParams, response: { 200: PlanView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        await reopenPlan(trx, officer, id);
        return presentPlan(await getWholePlan(trx, officer.tenantId, id));
      });
    },
  );
}

async function logAfter(db: Database | Transaction, tenantId: string, id: string, after: number) {
  // The plan first: what is appended between the two queries then only comes with a later answer's number.
  const { seq, since, version } = await getPlanLine(db, tenantId, id);
  const actions = await listActions(db, tenantId, id, Math.max(after, since));
  return presentActions(Math.max(seq, actions.at(-1)?.seq ?? 0), version, actions);
}

function refuseNoDay(actions: readonly ReviewActionSchema[]): void {
  const at = actions.findIndex(({ act }) => findNoDay(act) !== undefined);
  if (at >= 0) {
    const fields = [{ path: `body/actions/${at}/act/value`, message: 'must be a day of the calendar' }];
    throw new Problem('request-invalid', { fields });
  }
}
