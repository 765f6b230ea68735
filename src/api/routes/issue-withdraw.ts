import { WithdrawalView, Withdrawing } from '../../assignment/withdrawal/views.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { getWithdrawalState, withdrawIssue } from '../../store/issues-withdraw.ts';
import { getPlanLine } from '../../store/plans.ts';
import { getId, IdParams } from '../ids.ts';
import { type Api, type Context, getOfficer } from '../types.ts';
import { todayInVietnam } from '../work-answers.ts';

const tags = ['Giao kế hoạch'];
const what = 'kế hoạch này';
const config = { may: 'Cơ quan thường trực và đơn vị chủ trì thu hồi được việc giao khi chưa ai thực hiện' } as const;
const url = '/api/plans/:id/issue/withdrawal';

/** Taking back what was issued by mistake: whether it can be, and doing it. */
export async function issueWithdrawRoutes(app: Api, { db }: Context): Promise<void> {
  app.get(
    url,
    {
      config,
      schema: {
        tags,
        summary: 'Việc giao của kế hoạch thu hồi được hay không, đã có ai bắt đầu, và những lần đã thu hồi',
        params: IdParams,
        response: { 200: WithdrawalView },
      },
    },
    async (request) => answer(db, getOfficer(request).tenantId, getId(request, what)),
  );
  app.post(
    url,
    {
      config,
      schema: {
        tags,
        summary: 'Thu hồi toàn bộ việc đã giao của kế hoạch khi chưa ai thực hiện; lịch sử và lý do được giữ',
        params: IdParams,
        body: Withdrawing,
        response: { 200: WithdrawalView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const when = { at: new Date(), day: todayInVietnam() };
      await inTransaction(db, (trx) => withdrawIssue(trx, officer, id, { ...request.body, ...when }));
      return answer(db, officer.tenantId, id);
    },
  );
}

async function answer(db: Database, tenantId: string, planId: string): Promise<WithdrawalView> {
  await getPlanLine(db, tenantId, planId);
  const { items, agencies, begun, withdrawals } = await getWithdrawalState(db, tenantId, planId);
  return {
    ...{ items, agencies, begun: begun.assignments, begunFirst: begun.first },
    withdrawals: withdrawals.map(({ no, at, by, reason }) => ({ no, at: at.toISOString(), by, reason })),
  };
}
