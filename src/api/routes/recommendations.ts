import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { SentKeeperAct, SentOwnerAct, SentRecommendation } from '../../report/recommendation/act.ts';
import { registerFigures } from '../../report/recommendation/register.ts';
import { RecommendationDetailView, RegisterView } from '../../report/recommendation/views.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { listEvidence } from '../../store/evidence-list.ts';
import { actOnRecommendation, listRecommendationActs, recordRecommendation } from '../../store/recommendations.ts';
import { getRecommendation, type HeldLine, listRegister } from '../../store/recommendations-list.ts';
import { tellOfRemedies } from '../../store/remedy-news.ts';
import { getId, IdParams } from '../ids.ts';
import {
  inspectionReach,
  keepRegister,
  openInspectionParties,
  ownProgress,
  seeRegister,
} from '../inspection-parties.ts';
import { presentEvidence } from '../present-evidence.ts';
import { presentRecommendation } from '../present-inspections.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Kiến nghị'];
const what = 'kiến nghị này';
const answer = { 200: RecommendationDetailView };

/** The register of recommendations: all of them, one with its history, recording, what the keeper and the owner do. */
export async function recommendationRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  record(app, context);
  keep(app, context);
  progress(app, context);
}

/** What of a line waits for the asker: to go on with it as its keeper, or to say how far its unit is. */
async function openMine(db: Database, officer: Asker) {
  const { actsFor } = await openInspectionParties(db, officer, ownProgress);
  return ({ of, agencyId, heldBy, status }: HeldLine) => {
    const agencyIds = [agencyId, heldBy].filter((id) => id !== null);
    return {
      keeps: of === 'recommendation' && allows(keepRegister, officer, { agencyIds }),
      owns: (status === 'open' || status === 'reported') && actsFor(heldBy),
    };
  };
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/recommendations',
    {
      config: { may: seeRegister },
      schema: {
        tags,
        summary: 'Sổ kiến nghị từ mọi nguồn trong phạm vi: đang thực hiện và lâu nhất trước',
        response: { 200: RegisterView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const today = todayInVietnam();
      const recommendations = reachOf(seeRegister, officer);
      const reach = { recommendations, inspections: inspectionReach(officer), oversight: recommendations };
      const lines = await listRegister(db, officer.tenantId, reach, today);
      const mine = await openMine(db, officer);
      return {
        ...{ today, figures: registerFigures(lines, today) },
        lines: lines.map((line) => presentRecommendation(line, today, mine(line))),
        agencies: await namedAgencies(
          db,
          officer.tenantId,
          lines.flatMap(({ agencyId, heldBy }) => [agencyId, heldBy]),
        ),
      };
    },
  );
}

/** Bounded as the register is: what is out of reach is not there. */
async function detailOf(db: Database, officer: Asker, id: string): Promise<RecommendationDetailView> {
  const { tenantId } = officer;
  const today = todayInVietnam();
  const reach = reachOf(seeRegister, officer);
  const line = await getRecommendation(db, tenantId, reach, today, id);
  const log = await listRecommendationActs(db, tenantId, id);
  const evidence = await listEvidence(db, tenantId, { proving: [id] }, reach);
  const named = [line.agencyId, line.heldBy, ...log.map(({ agencyId }) => agencyId)];
  return {
    line: presentRecommendation(line, today, (await openMine(db, officer))(line)),
    ...{ today, recordedBy: line.recordedBy },
    history: log.map(({ id, at, by, agencyId, act }) => ({ id, at: at.toISOString(), by, agencyId, act })),
    evidence: evidence.map((piece) => presentEvidence(piece, officer)),
    agencies: await namedAgencies(db, tenantId, named),
  };
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/recommendations/:id',
    {
      config: { may: seeRegister },
      schema: { tags, summary: 'Một kiến nghị với lịch sử và tài liệu', params: IdParams, response: answer },
    },
    async (request) => detailOf(db, getOfficer(request), getId(request, what)),
  );
}

function record(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/recommendations',
    {
      config: { may: keepRegister },
      schema: {
        tags,
        summary: 'Ghi một kiến nghị vào sổ; gửi lại một mã chỉ tính một lần',
        body: SentRecommendation,
        response: answer,
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const sent = request.body;
      refuseNoDay([sent.due, sent.paper]);
      assertMay(request, keepRegister, { agencyIds: [sent.agencyId] });
      return inTransaction(db, async (trx) => {
        const at = new Date();
        if (await recordRecommendation(trx, officer, sent, at)) {
          const { id: remedyId, agencyId, due } = sent;
          const told = [{ kind: 'remedy-asked', remedyId, agencyId, due, note: null } as const];
          await tellOfRemedies(trx, officer, about(officer.officerId), told, sendingOf({ mailer }, at));
        }
        return detailOf(trx, officer, sent.id);
      });
    },
  );
}

const about = (keeper: string) => ({ of: 'recommendation', keepers: [keeper] }) as const;

const find = (trx: Transaction, officer: Asker, id: string) =>
  getRecommendation(trx, officer.tenantId, reachOf(seeRegister, officer), todayInVietnam(), id);

function keep(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/recommendations/:id/acts',
    {
      config: { may: keepRegister },
      schema: {
        tags,
        summary: 'Nơi giữ sổ sửa, xác nhận hoàn thành, yêu cầu làm tiếp hoặc rút kiến nghị; một mã chỉ tính một lần',
        params: IdParams,
        body: SentKeeperAct,
        response: answer,
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      refuseNoDay(request.body);
      return inTransaction(db, async (trx) => {
        const { agencyId, heldBy, recorderId } = await find(trx, officer, id);
        assertMay(request, keepRegister, { agencyIds: [agencyId, heldBy].filter((one) => one !== null) });
        const { act } = request.body;
        if (act.kind === 'change') assertMay(request, keepRegister, { agencyIds: [act.agencyId] });
        const at = new Date();
        const told = await actOnRecommendation(trx, officer, id, { ...request.body, agencyId: null }, at);
        await tellOfRemedies(trx, officer, about(recorderId), told, sendingOf({ mailer }, at));
        return detailOf(trx, officer, id);
      });
    },
  );
}

function progress(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/recommendations/:id/progress',
    {
      config: { may: ownProgress },
      schema: {
        tags,
        summary: 'Đơn vị báo đã thực hiện kiến nghị đến đâu; một mã chỉ tính một lần',
        params: IdParams,
        body: SentOwnerAct,
        response: answer,
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      return inTransaction(db, async (trx) => {
        const line = await find(trx, officer, id);
        const { actsFor } = await openInspectionParties(trx, officer, ownProgress);
        if (!actsFor(line.heldBy)) throw new Problem('permission-refused', { needed: ownProgress });
        const at = new Date();
        const told = await actOnRecommendation(trx, officer, id, { ...request.body, agencyId: line.heldBy }, at);
        await tellOfRemedies(trx, officer, about(line.recorderId), told, sendingOf({ mailer }, at));
        return detailOf(trx, officer, id);
      });
    },
  );
}
