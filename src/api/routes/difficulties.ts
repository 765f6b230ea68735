import Type from 'typebox';
import { DifficultyActSchema, Id, RaisedDifficulty } from '../../assignment/act.ts';
import { ReceiversView } from '../../assignment/difficulty/views.ts';
import { type DifficultyAct, difficultyStatuses } from '../../assignment/model.ts';
import type { DifficultyNews } from '../../assignment/remind/model.ts';
import { DifficultyDetailView, DifficultyListView } from '../../assignment/views.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed } from '../../kernel/shapes.ts';
import type { Asker } from '../../people/model.ts';
import { reachOf } from '../../people/permissions.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import {
  actOnDifficulty,
  type DifficultyRow,
  getDifficulty,
  listDifficulties,
  raiseDifficulty,
} from '../../store/difficulties.ts';
import { listReceivers } from '../../store/difficulties-receivers.ts';
import { tellOfDifficulty } from '../../store/difficulty-news.ts';
import { getItemAssignments } from '../../store/occurrences.ts';
import { getId, IdParams } from '../ids.ts';
import { presentDifficulty } from '../present-work.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, listOf, namedAgencies, refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Vướng mắc'];
const what = 'vướng mắc này';
const see = 'Cán bộ xem được vướng mắc trong phạm vi của mình';
const raise = 'Cán bộ, thủ trưởng và đơn vị chủ trì nêu được vướng mắc của đơn vị mình';
const handle = 'Đơn vị xử lý được vướng mắc gửi đến hoặc do mình nêu';
const word = Type.Optional(Type.String({ maxLength: 200 }));

/** Difficulties: the register, one with its history, raising, and what is done about it. */
export async function difficultyRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  receivers(app, context);
  add(app, context);
  act(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/difficulties',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Sổ vướng mắc: do đơn vị trong phạm vi nêu hoặc được hỏi, chờ lâu nhất trước',
        querystring: Type.Object({ status: word, item: word, plan: word }),
        response: { 200: DifficultyListView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { status, item, plan } = request.query;
      const rows = await listDifficulties(db, officer.tenantId, reachOf(see, officer), {
        status: listOf(status, difficultyStatuses),
        item: idOr(item, 'nhiệm vụ này'),
        plan: idOr(plan, 'kế hoạch này'),
      });
      return answer(db, officer.tenantId, rows);
    },
  );
}

async function answer(db: Database, tenantId: string, rows: readonly DifficultyRow[]) {
  const today = todayInVietnam();
  const ids = rows.flatMap(({ agency_id, to_agency_id }) => [agency_id, to_agency_id]);
  return {
    difficulties: rows.map((row) => presentDifficulty(row, today)),
    agencies: await namedAgencies(db, tenantId, ids),
  };
}

async function detail(db: Database, tenantId: string, id: string) {
  const { difficulty, history } = await getDifficulty(db, tenantId, 'all', id);
  const forwarded = history.flatMap(({ act }) => (act.kind === 'forward' ? [act.agencyId] : []));
  const acted = history.map(({ agency_id }) => agency_id);
  const ids = [difficulty.agency_id, difficulty.to_agency_id, ...forwarded, ...acted];
  return {
    difficulty: presentDifficulty(difficulty, todayInVietnam()),
    history: history.map(({ id, at, by, agency_id, act }) => ({
      ...{ id, at: at.toISOString(), by, agencyId: agency_id, act },
    })),
    agencies: await namedAgencies(db, tenantId, ids),
  };
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/difficulties/:id',
    {
      config: { may: see },
      schema: { tags, summary: 'Một vướng mắc với lịch sử', params: IdParams, response: { 200: DifficultyDetailView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      // Bounded as the register is: what is out of reach is not there.
      await getDifficulty(db, officer.tenantId, reachOf(see, officer), id);
      return detail(db, officer.tenantId, id);
    },
  );
}

function add(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/difficulties',
    {
      config: { may: raise },
      schema: {
        tags,
        summary: 'Nêu vướng mắc của một nhiệm vụ; không chọn nơi nhận thì gửi cơ quan trả lời được',
        body: RaisedDifficulty,
        response: { 200: DifficultyDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      refuseNoDay(request.body);
      const { answerBy, ...raised } = request.body;
      assertMay(request, raise, { agencyIds: [raised.agencyId] });
      return inTransaction(db, async (trx) => {
        await assertKnown(trx, tenantId, { agencies: [raised.agencyId, raised.toAgencyId] });
        const { assignments } = await getItemAssignments(trx, tenantId, raised.itemId);
        if (raised.assignmentId !== null && !assignments.some(({ id }) => id === raised.assignmentId))
          throw new Problem('not-found', { what: 'việc được giao này' });
        const at = new Date();
        const fresh = await raiseDifficulty(trx, officer, { ...raised, answerBy: answerBy as PlainDate | null }, at);
        if (fresh) await tell(trx, officer, { kind: 'difficulty-sent', id: raised.id, note: raised.text }, context, at);
        return detail(trx, tenantId, raised.id);
      });
    },
  );
}

function receivers(app: Api, { db }: Context): void {
  app.get(
    '/api/work-items/:id/receivers',
    {
      config: { may: raise },
      schema: {
        tags,
        summary: 'Cơ quan trả lời được vướng mắc của một đơn vị về nhiệm vụ này, nơi nên hỏi trước đứng đầu',
        params: IdParams,
        querystring: Type.Object({ agency: Id }),
        response: { 200: ReceiversView },
      },
    },
    async (request) => {
      const { tenantId } = getOfficer(request);
      const { agency: agencyId } = request.query;
      const itemId = getId(request, 'nhiệm vụ này');
      assertMay(request, raise, { agencyIds: [agencyId] });
      await getItemAssignments(db, tenantId, itemId, []);
      const found = await listReceivers(db, tenantId, { itemId, agencyId }, todayInVietnam());
      const ids = found.map(({ agencyId }) => agencyId);
      const names = new Map((await namedAgencies(db, tenantId, ids)).map(({ id, name }) => [id, name]));
      return { receivers: found.map((one) => ({ ...one, name: names.get(one.agencyId) ?? '' })) };
    },
  );
}

/** Who is asked answers; who raised it withdraws it or opens it again; either may close it. */
function partiesOf({ agency_id, to_agency_id }: DifficultyRow, { kind }: DifficultyAct): string[] {
  if (kind === 'close') return [agency_id, to_agency_id];
  return kind === 'withdraw' || kind === 'reopen' ? [agency_id] : [to_agency_id];
}

type News = { kind: DifficultyNews; id: string; note: string | null };

async function tell(trx: Transaction, officer: Asker, { id, ...news }: News, context: Context, at: Date) {
  const { difficulty } = await getDifficulty(trx, officer.tenantId, 'all', id);
  await tellOfDifficulty(trx, officer, { ...news, difficulty }, sendingOf(context, at));
}

/** Whom an act concerns beside who does it; undefined where nobody. */
function newsOf(act: DifficultyAct): Omit<News, 'id'> | undefined {
  if (act.kind === 'forward') return { kind: 'difficulty-forwarded', note: act.reason };
  if (act.kind === 'answer') return { kind: 'difficulty-answered', note: act.text };
  return act.kind === 'amend' ? { kind: 'difficulty-answered', note: act.note } : undefined;
}

function act(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/difficulties/:id/acts',
    {
      config: { may: handle },
      schema: {
        tags,
        summary: 'Trả lời, chuyển, sửa kế hoạch, rút, đóng, mở lại; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: Type.Object({ id: Id, act: DifficultyActSchema }, closed),
        response: { 200: DifficultyDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const id = getId(request, what);
      refuseNoDay(request.body);
      const { act } = request.body;
      return inTransaction(db, async (trx) => {
        const { difficulty } = await getDifficulty(trx, tenantId, 'all', id);
        const parties = partiesOf(difficulty, act);
        assertMay(request, handle, { agencyIds: parties });
        if (act.kind === 'forward') await assertKnown(trx, tenantId, { agencies: [act.agencyId] });
        const agencyId = await openSigning(trx, officer, handle)(parties);
        const at = new Date();
        const fresh = await actOnDifficulty(trx, officer, id, { ...request.body, agencyId }, at);
        const news = newsOf(act);
        if (fresh && news) await tell(trx, officer, { ...news, id }, context, at);
        return detail(trx, tenantId, id);
      });
    },
  );
}
