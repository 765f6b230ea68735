import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { day, Id } from '../../assignment/act.ts';
import { issueDraft, issueFile, keepFile, keepIn } from '../../jobs/own-plan.ts';
import { takeInPlan } from '../../jobs/take-in-plan.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import { closed, nullable } from '../../kernel/shapes.ts';
import type { Permission } from '../../people/permissions.ts';
import { usualWorkingDays } from '../../publish/cascade/model.ts';
import { SentEdit, TaskLink } from '../../publish/own-plan/model.ts';
import { OwnPlanView } from '../../publish/own-plan/views.ts';
import { getDraft } from '../../store/cascade.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { appendEdits, changeOwnPlan, lockOwnPlan, setOwnDay, type WhichOwn } from '../../store/own-plans.ts';
import { forgetOwnPlan, noteOwnPlan } from '../../store/own-plans-noted.ts';
import { getPlanLine } from '../../store/plans.ts';
import { hangUpSignal } from '../hang-up.ts';
import { getId, IdParams } from '../ids.ts';
import { cleanName, getFile } from '../incoming-file.ts';
import { ownEdit, ownIssue, presentOwnPlan } from '../present-own-plan.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { dayOr, idOr, todayInVietnam } from '../work-answers.ts';

const tags = ['Kế hoạch của đơn vị'];
const what = 'kế hoạch này';
const nothing = 'việc của kế hoạch này giao cho đơn vị ấy';
const see: Permission = 'Cán bộ, thủ trưởng và đơn vị chủ trì dự thảo được kế hoạch của đơn vị mình';
const note: Permission = 'Cơ quan thường trực ghi được kế hoạch đơn vị đã ban hành trên giấy';
const setDay: Permission = 'Cơ quan thường trực đặt được hạn ban hành kế hoạch của các đơn vị';

const Params = Type.Object({ ...IdParams.properties, agency: Type.String({ maxLength: 100 }) });
const Days = Type.Integer({ minimum: 0, maximum: 60 });
const some = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^(?=[^\\u0000]*\\S)[^\\u0000]*$' });
const answer = { response: { 200: OwnPlanView } };
const one = '/api/plans/:id/own-plans/:agency';

/** A unit's own plan: drafted from what the mother plan gave it, or brought as a file, and issued. */
export async function ownPlanRoutes(app: Api, context: Context): Promise<void> {
  desk(app, context);
  edits(app, context);
  days(app, context);
  file(app, context);
  issue(app, context);
  wantedDay(app, context);
  noted(app, context);
}

type Asked = FastifyRequest & { params: { id: string; agency: string } };

/** Whose plan is asked for; one outside what the sentence allows is not told from one that is not there. */
function whichOf(request: Asked): WhichOwn {
  const agencyId = idOr(request.params.agency, nothing);
  if (agencyId === undefined) throw new Problem('not-found', { what: nothing });
  return { planId: getId(request, what), agencyId };
}

function desk(app: Api, { db }: Context): void {
  app.get(
    one,
    {
      config: { may: see },
      schema: {
        tags,
        summary: 'Dự thảo kế hoạch của một đơn vị: bản mở đầu, các sửa đổi, điều còn thiếu',
        params: Params,
        querystring: Type.Object({ days: Type.Optional(Days) }),
        ...answer,
      },
    },
    async (request) => {
      const which = whichOf(request);
      assertMay(request, see, { agencyIds: [which.agencyId] });
      return presentOwnPlan(db, getOfficer(request), { ...which, ...request.query, today: todayInVietnam() });
    },
  );
}

/** Whoever changes a draft acts for its unit, and the plan gave that unit something. */
async function openToChange(db: Database, request: Asked, may: Permission) {
  const which = whichOf(request);
  assertMay(request, may, { agencyIds: [which.agencyId] });
  const officer = getOfficer(request);
  const today = todayInVietnam();
  await getDraft(db, officer.tenantId, { ...which, today });
  return { which, officer, today, at: new Date() };
}

function edits(app: Api, { db }: Context): void {
  const Body = Type.Object(
    { edits: Type.Array(SentEdit, { minItems: 1, maxItems: 200 }), days: Type.Optional(Days) },
    closed,
  );
  app.post(
    `${one}/edits`,
    {
      config: { may: ownEdit },
      schema: {
        tags,
        summary: 'Ghi sửa đổi của dự thảo; gửi lại một mã chỉ tính một lần',
        params: Params,
        body: Body,
        ...answer,
      },
    },
    async (request) => {
      const { which, officer, today, at } = await openToChange(db, request, ownEdit);
      const begun = { days: request.body.days ?? usualWorkingDays, today, at };
      await inTransaction(db, (trx) => appendEdits(trx, officer, which, request.body.edits, begun));
      return presentOwnPlan(db, officer, { ...which, today });
    },
  );
}

function days(app: Api, { db }: Context): void {
  app.put(
    `${one}/days`,
    {
      config: { may: ownEdit },
      schema: {
        tags,
        summary: 'Đặt số ngày làm việc trước hạn của kế hoạch cấp trên',
        params: Params,
        body: Type.Object({ days: Days }, closed),
        ...answer,
      },
    },
    async (request) => {
      const { which, officer, today, at } = await openToChange(db, request, ownEdit);
      await inTransaction(db, async (trx) => {
        await lockOwnPlan(trx, officer, which, { ...request.body, today, at });
        await changeOwnPlan(trx, officer, which, { ...request.body, at });
      });
      return presentOwnPlan(db, officer, { ...which, today });
    },
  );
}

function file(app: Api, { db, files, reader }: Context): void {
  app.post(
    `${one}/file`,
    {
      config: { may: ownEdit },
      schema: {
        tags,
        summary: 'Đưa kế hoạch đơn vị đã tự soạn vào thay dự thảo (multipart, trường “file”)',
        consumes: ['multipart/form-data'],
        params: Params,
        ...answer,
      },
    },
    async (request, reply) => {
      const { which, officer, today, at } = await openToChange(db, request, ownEdit);
      const { name, content } = await getFile(request);
      const of = { motherId: which.planId, agencyId: which.agencyId };
      const incoming = { name: cleanName(name), content, of, signal: hangUpSignal(reply) };
      await takeInPlan({ db, files, reader }, officer, incoming, keepFile(officer, which, { today, at }));
      return presentOwnPlan(db, officer, { ...which, today });
    },
  );
  app.delete(
    `${one}/file`,
    {
      config: { may: ownEdit },
      schema: { tags, summary: 'Bỏ tệp đã đưa vào, quay lại dự thảo', params: Params, ...answer },
    },
    async (request) => {
      const { which, officer, today, at } = await openToChange(db, request, ownEdit);
      await inTransaction(db, async (trx) => {
        await lockOwnPlan(trx, officer, which, { days: usualWorkingDays, today, at });
        await changeOwnPlan(trx, officer, which, { child_id: null, at });
      });
      return presentOwnPlan(db, officer, { ...which, today });
    },
  );
}

function issue(app: Api, { db, files }: Context): void {
  const Body = Type.Object(
    {
      number: some(100),
      date: day,
      seq: Type.Integer({ minimum: 0 }),
      /** of a file: which it is, and what of the mother plan each of its tasks carries out */
      file: nullable(Type.Object({ childId: Id, links: Type.Array(TaskLink, { maxItems: 5_000 }) }, closed)),
    },
    closed,
  );
  app.post(
    `${one}/issue`,
    {
      config: { may: ownIssue },
      schema: {
        tags,
        summary: 'Ban hành kế hoạch của đơn vị: thành kế hoạch con, gắn từng nhiệm vụ với kế hoạch cấp trên',
        params: Params,
        body: Body,
        ...answer,
      },
    },
    async (request) => {
      const { which, officer, today, at } = await openToChange(db, request, ownIssue);
      const { number, seq, file: brought } = request.body;
      const date = issuedDay(request.body.date, today);
      const issuance = { ...which, number: number.trim(), date, at, today };
      await inTransaction(db, (trx) =>
        brought === null
          ? issueDraft(trx, keepIn(files, officer.tenantId), officer, { ...issuance, seq })
          : issueFile(trx, officer, { ...issuance, ...brought }),
      );
      return presentOwnPlan(db, officer, { ...which, today });
    },
  );
}

function noted(app: Api, { db }: Context): void {
  const path = `${one}/noted`;
  app.put(
    path,
    {
      config: { may: note },
      schema: {
        tags,
        summary: 'Ghi số, ngày kế hoạch đơn vị đã ban hành trên giấy; ghi lại thì thay lần trước',
        params: Params,
        body: Type.Object({ number: some(100), date: day }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const which = { ...whichOf(request), today: todayInVietnam() };
      const date = issuedDay(request.body.date, which.today);
      const said = { number: request.body.number.trim(), date };
      await inTransaction(db, (trx) => noteOwnPlan(trx, getOfficer(request), which, said, new Date()));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    path,
    {
      config: { may: note },
      schema: {
        tags,
        summary: 'Bỏ dòng đã ghi nhầm về kế hoạch trên giấy',
        params: Params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const which = whichOf(request);
      await getPlanLine(db, getOfficer(request).tenantId, which.planId);
      await inTransaction(db, (trx) => forgetOwnPlan(trx, getOfficer(request), which));
      return reply.code(204).send(null);
    },
  );
}

/** Nothing is issued on a day to come. */
function issuedDay(said: string, today: PlainDate): PlainDate {
  const date = dayOr(said, today, 'date');
  if (date > today)
    throw new Problem('request-invalid', { fields: [{ path: 'date', message: 'không được sau hôm nay' }] });
  return date;
}

function wantedDay(app: Api, { db }: Context): void {
  app.put(
    '/api/plans/:id/own-plan-day',
    {
      config: { may: setDay },
      schema: {
        tags,
        summary: 'Đặt ngày các đơn vị phải ban hành kế hoạch, khi kế hoạch không in ngày',
        params: IdParams,
        body: Type.Object({ due: day, ground: nullable(some(500)) }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const officer = getOfficer(request);
      const planId = getId(request, what);
      const { due, ground } = request.body;
      await getPlanLine(db, officer.tenantId, planId);
      const wanted = { due: dayOr(due, due, 'due'), ground };
      await inTransaction(db, (trx) => setOwnDay(trx, officer, planId, wanted, new Date()));
      return reply.code(204).send(null);
    },
  );
}
