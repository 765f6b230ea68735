import Type from 'typebox';
import { OversightAnswer, OversightFollowUp, RecordedOversight } from '../../assignment/oversight/act.ts';
import { awaitingAnswer, type OversightAct, oversightStatuses } from '../../assignment/oversight/model.ts';
import {
  OversightCountView,
  OversightDetailView,
  OversightListView,
  OversightSubjectsView,
} from '../../assignment/oversight/views.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { type Permission, reachOf } from '../../people/permissions.ts';
import { assertKnown } from '../../store/assignment-scope.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import type { OversightNews } from '../../store/notifications-tables.ts';
import { actOnOversight, recordOversight } from '../../store/oversight.ts';
import { getOversight, listOversight } from '../../store/oversight-list.ts';
import { tellOfOversight } from '../../store/oversight-news.ts';
import { listSubjects } from '../../store/oversight-subjects.ts';
import { getId, IdParams } from '../ids.ts';
import { answer, follow, openParties, record, roleFor } from '../oversight-parties.ts';
import { agenciesOfOversight, presentOversight, presentOversightHistory } from '../present-oversight.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { idOr, listOf, namedAgencies, refuseNoDay, sendingOf, todayInVietnam } from '../work-answers.ts';

const tags = ['Giám sát'];
const what = 'ghi nhận giám sát này';
const see: Permission = 'Cán bộ xem được ghi nhận giám sát về đơn vị trong phạm vi của mình';
const word = Type.Optional(Type.String({ maxLength: 200 }));

/** Oversight: the register, what waits, one entry with its history, recording, the unit's answer, and what follows. */
export async function oversightRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  count(app, context);
  subjects(app, context);
  one(app, context);
  add(app, context);
  reply(app, context);
  followUp(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/oversight',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Sổ giám sát: ghi nhận về các đơn vị trong phạm vi, chờ trả lời lâu nhất trước',
        querystring: Type.Object({ status: word, agency: word, item: word }),
        response: { 200: OversightListView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const { status, agency, item } = request.query;
      const today = todayInVietnam();
      const rows = await listOversight(db, tenantId, reachOf(see, officer), today, {
        status: listOf(status, oversightStatuses),
        agency: idOr(agency, 'cơ quan này'),
        item: idOr(item, 'nhiệm vụ này'),
      });
      const mine = await openParties(db, officer);
      return {
        entries: rows.map((row) => presentOversight(row, today, mine(row))),
        agencies: await namedAgencies(db, tenantId, agenciesOfOversight(rows)),
      };
    },
  );
}

function count(app: Api, { db }: Context): void {
  app.get(
    '/api/oversight/count',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Số ghi nhận giám sát đang chờ tôi: kiến nghị chờ trả lời, trả lời chờ đánh giá',
        response: { 200: OversightCountView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const status = [...awaitingAnswer, 'answered' as const];
      const rows = await listOversight(db, officer.tenantId, reachOf(see, officer), todayInVietnam(), { status });
      const mine = await openParties(db, officer);
      const waiting = (row: (typeof rows)[number]) => awaitingAnswer.includes(row.status);
      return {
        toAnswer: rows.filter((row) => waiting(row) && mine(row).answers).length,
        toJudge: rows.filter((row) => !waiting(row) && mine(row).follows).length,
      };
    },
  );
}

function subjects(app: Api, { db }: Context): void {
  app.get(
    '/api/oversight/subjects',
    {
      config: { may: record },
      schema: {
        tags,
        summary: 'Nhiệm vụ đã giao cho một đơn vị, để chọn nội dung giám sát',
        querystring: Type.Object({ agency: Type.String({ maxLength: 100 }) }),
        response: { 200: OversightSubjectsView },
      },
    },
    async (request) => {
      const agencyId = getId({ params: { id: request.query.agency } }, 'cơ quan này');
      assertMay(request, record, { agencyIds: [agencyId] });
      return { items: await listSubjects(db, getOfficer(request).tenantId, agencyId) };
    },
  );
}

/** Bounded as the register is: what is out of reach is not there. */
async function detail(db: Database, officer: Asker, id: string) {
  const today = todayInVietnam();
  const { entry, history } = await getOversight(db, officer.tenantId, reachOf(see, officer), today, id);
  const mine = await openParties(db, officer);
  const acted = history.map(({ agency_id }) => agency_id);
  return {
    entry: presentOversight(entry, today, mine(entry)),
    history: presentOversightHistory(history),
    agencies: await namedAgencies(db, officer.tenantId, [...agenciesOfOversight([entry]), ...acted]),
  };
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/oversight/:id',
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Một ghi nhận giám sát với lịch sử',
        params: IdParams,
        response: { 200: OversightDetailView },
      },
    },
    async (request) => detail(db, getOfficer(request), getId(request, what)),
  );
}

function add(app: Api, context: Context): void {
  const { db } = context;
  app.post(
    '/api/oversight',
    {
      config: { may: record },
      schema: {
        tags,
        summary: 'Ghi nhận giám sát về một đơn vị; có kiến nghị thì báo cho đơn vị; gửi lại một mã chỉ tính một lần',
        body: RecordedOversight,
        response: { 200: OversightDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const recorded = request.body;
      const { id, agencyId, recommendation, day, wishedBy, references } = recorded;
      refuseNoDay([day, wishedBy, references]);
      assertMay(request, record, { agencyIds: [agencyId] });
      const at = new Date();
      return inTransaction(db, async (trx) => {
        await assertKnown(trx, officer.tenantId, { agencies: [agencyId] });
        const added = await recordOversight(trx, officer, recorded, { role: roleFor(officer, agencyId), at });
        if (added && recommendation !== null)
          await tell(trx, officer, { kind: 'recommended', id, agencyId: null, note: recommendation }, context, at);
        return detail(trx, officer, id);
      });
    },
  );
}

type News = { kind: OversightNews; id: string; agencyId: string | null; note: string | null };

async function tell(trx: Transaction, officer: Asker, { id, ...news }: News, context: Context, at: Date) {
  const { entry } = await getOversight(trx, officer.tenantId, 'all', todayInVietnam(), id);
  await tellOfOversight(trx, officer, { ...news, entry }, sendingOf(context, at));
}

function reply(app: Api, context: Context): void {
  app.post(
    '/api/oversight/:id/answers',
    {
      config: { may: answer },
      schema: {
        tags,
        summary: 'Đơn vị tiếp thu, giải trình; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: OversightAnswer,
        response: { 200: OversightDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { id: sent, act } = request.body;
      refuseNoDay(act.references);
      const whole: OversightAct = { ...act, on: todayInVietnam() };
      return inTransaction(context.db, async (trx) => {
        const { entry } = await getOversight(trx, officer.tenantId, 'all', todayInVietnam(), id);
        const { answers } = (await openParties(trx, officer))(entry);
        if (!answers) throw new Problem('permission-refused', { needed: answer });
        const [at, agencyId] = [new Date(), entry.heldBy];
        if (await actOnOversight(trx, officer, id, { id: sent, act: whole, agencyId }, at))
          await tell(trx, officer, { kind: 'answered', id, agencyId, note: act.text }, context, at);
        return detail(trx, officer, id);
      });
    },
  );
}

function followUp(app: Api, context: Context): void {
  app.post(
    '/api/oversight/:id/follow-up',
    {
      config: { may: follow },
      schema: {
        tags,
        summary: 'Nơi đã ghi nhận đánh giá trả lời thỏa đáng hay chưa, hoặc rút ghi nhận; một mã chỉ tính một lần',
        params: IdParams,
        body: OversightFollowUp,
        response: { 200: OversightDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { act } = request.body;
      return inTransaction(context.db, async (trx) => {
        const { entry } = await getOversight(trx, officer.tenantId, 'all', todayInVietnam(), id);
        const { follows } = (await openParties(trx, officer))(entry);
        if (!follows) throw new Problem('permission-refused', { needed: follow });
        const at = new Date();
        const added = await actOnOversight(trx, officer, id, { ...request.body, agencyId: null }, at);
        if (added && act.kind === 'judge' && !act.satisfied)
          await tell(trx, officer, { kind: 'unsatisfied', id, agencyId: null, note: act.note }, context, at);
        return detail(trx, officer, id);
      });
    },
  );
}
