import Type from 'typebox';
import { IssueView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed } from '../../kernel/shapes.ts';
import { inTransaction } from '../../store/db.ts';
import { fanOutByFor } from '../../store/fan-out-by.ts';
import { listAgencyLines } from '../../store/heat-map.ts';
import { issuePlan, previewPlan } from '../../store/issues.ts';
import { findLinks } from '../../store/item-links.ts';
import { getId, IdParams } from '../ids.ts';
import { presentIssue } from '../present-work.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { dayOr, idOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Giao kế hoạch'];
const what = 'kế hoạch này';
const issue = { may: 'Cơ quan thường trực và đơn vị chủ trì xem trước và giao được kế hoạch' } as const;

const OwedFrom = Type.Optional(
  Type.String({
    maxLength: 10,
    description:
      'ngày bắt đầu tính hạn: kỳ có hạn trước ngày này không tạo; “all” là cả năm; không nêu thì như lần giao trước, lần đầu thì từ hôm nay nếu đã có kỳ qua hạn',
  }),
);

const Issuing = Type.Object(
  {
    owedFrom: OwedFrom,
    day: Type.Optional(
      Type.String({ maxLength: 10, description: 'có hiệu lực từ ngày; không nêu là ngày của kế hoạch' }),
    ),
    supersedes: Type.Optional(Type.String({ maxLength: 100, description: 'kế hoạch được thay thế' })),
  },
  closed,
);

/** Issuing a plan: what it would do, doing it. */
export async function issueRoutes(app: Api, context: Context): Promise<void> {
  preview(app, context);
  doIssue(app, context);
}

function preview(app: Api, { db }: Context): void {
  app.get(
    '/api/plans/:id/issue',
    {
      config: issue,
      schema: {
        tags,
        summary: 'Xem trước việc giao kế hoạch: đếm và liệt kê, chưa tạo gì',
        params: IdParams,
        querystring: Type.Object({ owedFrom: OwedFrom }),
        response: { 200: IssueView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const id = getId(request, what);
      const owedFrom = owedFromOf(request.query.owedFrom, 'querystring/owedFrom');
      const by = await fanOutByFor(db, tenantId, id, todayInVietnam());
      const shown = await previewPlan(db, tenantId, id, { by, today: todayInVietnam(), owedFrom });
      return presentIssue(shown, await namesIn(db, tenantId, shown.agencies), by);
    },
  );
}

function owedFromOf(text: string | undefined, path: string): PlainDate | 'all' | undefined {
  if (text === undefined || text === '') return undefined;
  return text === 'all' ? 'all' : dayOr(text, '', path);
}

const namesIn = (db: Context['db'], tenantId: string, agencies: readonly { agencyId: string }[]) =>
  listAgencyLines(
    db,
    tenantId,
    agencies.map(({ agencyId }) => agencyId),
    { to: todayInVietnam() },
  );

function doIssue(app: Api, { db }: Context): void {
  app.post(
    '/api/plans/:id/issue',
    {
      config: issue,
      schema: {
        tags,
        summary: 'Giao kế hoạch đã xác nhận; giao lại chỉ thay đổi những gì khác',
        params: IdParams,
        body: Issuing,
        response: { 200: IssueView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const id = getId(request, what);
      const { day, owedFrom, supersedes } = request.body;
      const today = todayInVietnam();
      const asked = {
        ...{ at: new Date(), today, day: day ? dayOr(day, today, 'body/day') : undefined },
        owedFrom: owedFromOf(owedFrom, 'body/owedFrom'),
        supersedes: idOr(supersedes, 'kế hoạch được thay thế'),
      };
      const done = await inTransaction(db, async (trx) => {
        const by = await fanOutByFor(trx, tenantId, id, todayInVietnam());
        const issued = await issuePlan(trx, officer, id, { ...asked, by });
        await findLinks(trx, tenantId, id);
        return { issued, by };
      });
      return presentIssue(done.issued, await namesIn(db, tenantId, done.issued.agencies), done.by);
    },
  );
}
