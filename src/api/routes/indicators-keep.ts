import Type from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { reachOf } from '../../people/permissions.ts';
import type { Definition } from '../../report/indicator/model.ts';
import { proposeIndicators } from '../../report/indicator/propose.ts';
import {
  ChangedIndicator,
  IndicatorDetailView,
  ProposalsView,
  SavedCellsView,
  SentCells,
  SentFromPlan,
  SentIndicator,
} from '../../report/indicator/views.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { inTransaction, type Transaction } from '../../store/db.ts';
import { stateCells } from '../../store/indicator-state.ts';
import { tieIndicator } from '../../store/indicator-ties.ts';
import {
  changeIndicator,
  getIndicator,
  listIndicators,
  listTargeted,
  makeIndicators,
  retireIndicator,
} from '../../store/indicators.ts';
import { getPlanLine } from '../../store/plans.ts';
import { getId, IdParams } from '../ids.ts';
import { enter, keep } from '../indicator-sentences.ts';
import { presentCell } from '../present-indicators.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { detail } from './indicators.ts';

const tags = ['Chỉ tiêu'];
const what = 'chỉ tiêu này';
const config = { may: keep };

/** Making, changing and ending indicators, and stating their figures. */
export async function indicatorKeepRoutes(app: Api, context: Context): Promise<void> {
  fromPlan(app, context);
  byHand(app, context);
  ending(app, context);
  stating(app, context);
}

function fromPlan(app: Api, { db }: Context): void {
  app.get(
    '/api/indicators/proposals',
    {
      config,
      schema: {
        tags,
        summary: 'Xem trước chỉ tiêu lập từ các mục tiêu của một kế hoạch đã giao',
        querystring: Type.Object({ plan: Type.String({ maxLength: 100 }) }),
        response: { 200: ProposalsView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const planId = getId({ params: { id: request.query.plan } }, 'kế hoạch này');
      await getPlanLine(db, tenantId, planId);
      const items = await listTargeted(db, tenantId, planId);
      const made = await listIndicators(db, tenantId, { planId });
      const byId = new Map(items.map((item) => [item.id, item]));
      return {
        proposals: proposeIndicators(items).map((one) => ({
          ...one,
          itemText: byId.get(one.itemId)?.text ?? '',
          units: byId.get(one.itemId)?.owing ?? 0,
          madeId: made.find(({ itemId, targetNo }) => itemId === one.itemId && targetNo === one.targetNo)?.id ?? null,
        })),
      };
    },
  );
  app.post(
    '/api/indicators/from-plan',
    {
      config,
      schema: {
        tags,
        summary: 'Lập chỉ tiêu từ các mục tiêu đã chọn; mục tiêu đã có chỉ tiêu thì không lập thêm',
        body: SentFromPlan,
        response: { 200: Type.Object({ made: Type.Integer() }) },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { planId, chosen } = request.body;
      return inTransaction(db, async (trx) => {
        await getPlanLine(trx, officer.tenantId, planId);
        const there = proposeIndicators(await listTargeted(trx, officer.tenantId, planId));
        // Only what is a target of this plan can be chosen; what it is called and how it is counted may have been changed.
        const own = chosen.filter((one) =>
          there.some((each) => each.itemId === one.itemId && each.targetNo === one.targetNo),
        );
        for (const { definition } of own) await assertAgencies(trx, officer.tenantId, definition);
        return { made: await makeIndicators(trx, officer, own, new Date()) };
      });
    },
  );
}

/** Those who owe a task give the figures only where there is one. */
function refuseNoGiver(itemId: string | null, { givers }: Definition): void {
  if (itemId === null && givers.of === 'item') throw new Problem('indicator-giver-missing', {});
}

/** Refuses an agency the tenant does not have, anywhere in a definition. */
async function assertAgencies(
  trx: Transaction,
  tenantId: string,
  { givers, targets, baselines }: Definition,
): Promise<void> {
  const named = [...targets, ...baselines].flatMap(({ agencyId }) => agencyId ?? []);
  await assertKnown(trx, tenantId, { agencies: [...(givers.of === 'agencies' ? givers.ids : []), ...named] });
}

function byHand(app: Api, { db }: Context): void {
  app.post(
    '/api/indicators',
    {
      config,
      schema: {
        tags,
        summary: 'Lập một chỉ tiêu; gửi lại một mã chỉ tính một lần',
        body: SentIndicator,
        response: { 200: IndicatorDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { id, itemId, definition } = request.body;
      return inTransaction(db, async (trx) => {
        await assertAgencies(trx, officer.tenantId, definition);
        refuseNoGiver(itemId, definition);
        const at = new Date();
        if ((await makeIndicators(trx, officer, [{ id, itemId: null, targetNo: null, definition }], at)) > 0)
          await tieIndicator(trx, officer, { id, itemId }, at);
        return detail(trx, officer, id);
      });
    },
  );
  app.put(
    '/api/indicators/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Sửa một chỉ tiêu: tên, cách tính, mục tiêu, gốc so sánh, đơn vị nhập',
        params: IdParams,
        body: ChangedIndicator,
        response: { 200: IndicatorDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        const known = await getIndicator(trx, officer.tenantId, id);
        const { itemId = known.itemId, definition } = request.body;
        await assertAgencies(trx, officer.tenantId, definition);
        refuseNoGiver(itemId, definition);
        if (itemId !== known.itemId) await tieIndicator(trx, officer, { id, itemId }, new Date());
        await changeIndicator(trx, officer, id, request.body);
        return detail(trx, officer, id);
      });
    },
  );
}

function ending(app: Api, { db }: Context): void {
  for (const [verb, summary] of [
    ['retire', 'Thôi theo dõi một chỉ tiêu; số liệu vẫn được giữ'],
    ['restore', 'Theo dõi lại một chỉ tiêu'],
  ] as const)
    app.post(
      `/api/indicators/:id/${verb}`,
      { config, schema: { tags, summary, params: IdParams, response: { 200: IndicatorDetailView } } },
      async (request) => {
        const officer = getOfficer(request);
        const id = getId(request, what);
        return inTransaction(db, async (trx) => {
          await retireIndicator(trx, officer, id, verb === 'retire' ? new Date() : null);
          return detail(trx, officer, id);
        });
      },
    );
}

function stating(app: Api, { db }: Context): void {
  app.patch(
    '/api/indicators/values',
    {
      config: { may: enter },
      schema: {
        tags,
        summary: 'Lưu số liệu: nhiều ô một lần; số đã có từ trước muốn sửa phải có lý do, số cũ vẫn ở trong lịch sử',
        body: SentCells,
        response: { 200: SavedCellsView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { cells, reason } = request.body;
      const whole = reachOf(enter, officer) === 'all';
      if (!whole) for (const { agencyId } of cells) assertMay(request, enter, { agencyIds: [agencyId] });
      const origin = { kind: 'typed' as const };
      const stated = cells.map((cell) => ({ ...cell, origin }));
      const result = await inTransaction(db, (trx) => stateCells(trx, officer, stated, { at: new Date(), reason }));
      return { ...result, kept: result.kept.map(presentCell) };
    },
  );
}
