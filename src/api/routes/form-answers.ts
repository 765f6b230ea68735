import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { SentReceiverAct, SentUnitAct } from '../../report/act.ts';
import { type Answers, type Form, questionsOf } from '../../report/form/model.ts';
import { type Standing, standingOf } from '../../report/form/stand.ts';
import { AnswerDetailView, AnswersView, SavedAnswersView, SentAnswers } from '../../report/form/views.ts';
import { mayWrite } from '../../report/rules.ts';
import { type Database, inTransaction, type Transaction } from '../../store/db.ts';
import { listSentAnswers, openAnswers } from '../../store/form-answers.ts';
import { readFromRegister, stateFromForm } from '../../store/form-indicators.ts';
import {
  findPreviousAnswer,
  getAnswer,
  getSentForm,
  type KnownAnswer,
  listAnswers,
  listSendings,
} from '../../store/form-world.ts';
import { saveFields } from '../../store/report-fields.ts';
import { actOnReport, listReportActions } from '../../store/report-log.ts';
import { tellOfActs } from '../../store/work-news.ts';
import { answerForms, designForms, seeForms } from '../form-sentences.ts';
import { getId, IdParams } from '../ids.ts';
import { ownReach } from '../own-reach.ts';
import { presentAnswer } from '../present-forms.ts';
import { presentReportHistory } from '../present-reports.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay, sendingOf } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Phiếu số liệu'];
const what = 'phiếu này';

/** Forms units answer: mine, one in full, what is typed and what is done about it. An answered form is a report. */
export async function formAnswerRoutes(app: Api, context: Context): Promise<void> {
  mine(app, context);
  one(app, context);
  fields(app, context);
  unitActs(app, context);
  receiving(app, context);
}

function mine(app: Api, { db }: Context): void {
  app.get(
    '/api/form-answers',
    {
      config: { may: seeForms },
      schema: { tags, summary: 'Phiếu số liệu đơn vị mình phải trả lời, theo hạn', response: { 200: AnswersView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const known = await listAnswers(db, officer.tenantId, { agencies: await ownReach(db, officer, answerForms) });
      const ids = known.flatMap(({ agencyId, ownerId }) => [agencyId, ownerId]);
      return {
        answers: known.map((one) => presentAnswer(one, asking)),
        agencies: await namedAgencies(db, officer.tenantId, ids),
      };
    },
  );
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/form-answers/:id',
    {
      config: { may: seeForms },
      schema: {
        ...{ tags, params: IdParams, response: { 200: AnswerDetailView } },
        summary: 'Một phiếu: nội dung đang nhập của đơn vị mình, hoặc bản đã gửi của đơn vị khác',
      },
    },
    async (request) => detail(db, getOfficer(request), getId(request, what)),
  );
}

/** What is being typed is the unit's own: others see what was sent. */
async function detail(db: Database, officer: Asker, id: string, told: string[] = []) {
  const { tenantId } = officer;
  const asking = await openAsking(db, officer);
  const known = await getAnswer(db, tenantId, id, reachOf(seeForms, officer));
  const own = allows(answerForms, officer, { agencyIds: [known.agencyId] });
  const before = own ? await findPreviousAnswer(db, tenantId, known) : undefined;
  const [form, opened, sent, history, [sending]] = await Promise.all([
    getSentForm(db, tenantId, known.sendingId),
    openAnswers(db, tenantId, id),
    listSentAnswers(db, tenantId, before === undefined ? [id] : [id, before]),
    listReportActions(db, tenantId, id),
    listSendings(db, tenantId, { ids: [known.sendingId] }),
  ]);
  const answers = sent.get(id)?.answers;
  const register = answers ? await readFromRegister(db, tenantId, { known, form, answers }) : [];
  const typed = own && known.state.status !== 'received' && known.state.status !== 'sent';
  return {
    ...{ answer: presentAnswer(known, asking), form, note: sending?.note ?? null, pieces: known.pieces },
    answers: typed ? opened.answers : (answers ?? null),
    fields: opened.written.map(({ place, rev, name, at }) => ({ place, rev, by: name, at: at.toISOString() })),
    previous: before === undefined ? null : (sent.get(before)?.answers ?? null),
    ...{ register, told },
    writable: own && known.owed !== 'cancelled' && mayWrite(known.state, asking.today, false),
    history: presentReportHistory(history),
    agencies: await namedAgencies(db, tenantId, [known.agencyId, known.ownerId]),
  };
}

function fields(app: Api, { db }: Context): void {
  app.patch(
    '/api/form-answers/:id/fields',
    {
      config: { may: answerForms },
      schema: {
        ...{ tags, params: IdParams, body: SentAnswers, response: { 200: SavedAnswersView } },
        summary: 'Lưu những câu vừa trả lời; hai người cùng viết một đoạn thì lời của cả hai được giữ',
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const id = getId(request, what);
      const { today } = await openAsking(db, officer);
      const at = new Date();
      const saved = await inTransaction(db, async (trx) => {
        const known = await getAnswer(trx, officer.tenantId, id, reachOf(seeForms, officer));
        assertMay(request, answerForms, { agencyIds: [known.agencyId] });
        if (!mayWrite(known.state, today, false)) throw new Problem('report-not-writable', { closed: false });
        assertAsked(await getSentForm(trx, officer.tenantId, known.sendingId), request.body.fields);
        return saveFields(trx, officer, id, request.body.fields, at);
      });
      return { fields: saved, at: at.toISOString() };
    },
  );
}

/** Refuses an answer to what the form does not ask for. */
function assertAsked(form: Form, sent: SentAnswers['fields']): void {
  const asked = new Set(questionsOf(form).map(({ question }) => question.name));
  const stray = sent.find(({ place }) => !asked.has(place.key));
  if (stray)
    throw new Problem('request-invalid', {
      fields: [{ path: 'body/fields', message: `phiếu không có câu “${stray.place.key}”` }],
    });
}

/** The answers as they are sent: what is asked, with what follows by formula; refused while something is to be mended. */
async function settled(db: Database, tenantId: string, known: KnownAnswer, today: string): Promise<Answers> {
  const form = await getSentForm(db, tenantId, known.sendingId);
  const { answers } = await openAnswers(db, tenantId, known.id);
  const standing = standingOf(form, answers, { today, pieces: known.pieces });
  refuseFaults(form, standing);
  return Object.fromEntries([...standing.values].filter(([, value]) => value !== null));
}

function refuseFaults(form: Form, { faults }: Standing): void {
  const [first] = faults;
  if (first === undefined) return;
  const asked = questionsOf(form).find(({ question }) => question.name === first.name);
  const name = asked?.question.label ?? first.name;
  throw new Problem('form-incomplete', { count: faults.length, name, message: first.message });
}

function unitActs(app: Api, { db }: Context): void {
  app.post(
    '/api/form-answers/:id/acts',
    {
      config: { may: answerForms },
      schema: {
        ...{ tags, params: IdParams, body: SentUnitAct, response: { 200: AnswerDetailView } },
        summary: 'Trình, lấy lại, yêu cầu sửa, gửi, đính chính phiếu; gửi lại một mã chỉ tính một lần',
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const asking = await openAsking(db, officer);
      const { id, act } = request.body;
      return inTransaction(db, async (trx) => {
        const known = await getAnswer(trx, tenantId, getId(request, what), reachOf(seeForms, officer));
        assertMay(request, answerForms, { agencyIds: [known.agencyId] });
        const agencyId = await openSigning(trx, officer, answerForms)([known.agencyId]);
        const sends = act.kind === 'send' || act.kind === 'submit';
        const answers = sends ? await settled(trx, tenantId, known, asking.today) : {};
        const sent = { id, act, agencyId, ...(act.kind === 'send' && { content: { answers } }) };
        await actOnReport(trx, officer, { ...known, closed: false }, sent, { at: new Date(), day: asking.today });
        return detail(trx, officer, known.id);
      });
    },
  );
}

function receiving(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/form-answers/:id/receiving',
    {
      config: { may: designForms },
      schema: {
        ...{ tags, params: IdParams, body: SentReceiverAct, response: { 200: AnswerDetailView } },
        summary: 'Tiếp nhận, trả lại phiếu; gửi lại một mã chỉ tính một lần',
      },
    },
    async (request) => {
      refuseNoDay(request.body.act);
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      const { id, act } = request.body;
      return inTransaction(db, async (trx) => {
        const known = await getAnswer(trx, officer.tenantId, getId(request, what), reachOf(seeForms, officer));
        assertMay(request, designForms, { agencyIds: [known.ownerId] });
        const agencyId = await openSigning(trx, officer, designForms)([known.ownerId]);
        const at = new Date();
        const doing = { at, day: asking.today };
        const isNew = await actOnReport(trx, officer, { ...known, closed: false }, { id, act, agencyId }, doing);
        if (isNew && act.kind === 'return') {
          const told = { assignmentId: known.assignmentId, occurrenceId: known.id, id, act, agencyId };
          await tellOfActs(trx, officer, [told], sendingOf({ mailer }, at));
        }
        const told = isNew && act.kind === 'receive' ? await stated(trx, officer, known, at) : [];
        return detail(trx, officer, known.id, told);
      });
    },
  );
}

async function stated(trx: Transaction, officer: Asker, known: KnownAnswer, at: Date): Promise<string[]> {
  const form = await getSentForm(trx, officer.tenantId, known.sendingId);
  const sent = await listSentAnswers(trx, officer.tenantId, [known.id]);
  return stateFromForm(trx, officer, { known, form, answers: sent.get(known.id)?.answers ?? {} }, at);
}
