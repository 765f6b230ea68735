import Type from 'typebox';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Asker } from '../../people/model.ts';
import { allows, reachOf } from '../../people/permissions.ts';
import { xlsFormWorkbook } from '../../publish/form-xlsx.ts';
import type { Form } from '../../report/form/model.ts';
import { tiedQuestions } from '../../report/form/to-indicators.ts';
import {
  FormDaysView,
  FormDetailView,
  FormsView,
  ReadFormView,
  SavedForm,
  SentForm,
  SentSending,
} from '../../report/form/views.ts';
import { readXlsForm } from '../../report/form/xlsform/read.ts';
import { type Database, inTransaction } from '../../store/db.ts';
import { daysOf, sendForm } from '../../store/form-send.ts';
import { listAnswers, listSendings } from '../../store/form-world.ts';
import { addForm, getForm, listForms, saveForm, setFormRemoved } from '../../store/forms.ts';
import { listGivers, listIndicators, listSeen } from '../../store/indicators.ts';
import { tellOfForm } from '../../store/work-news.ts';
import { attachment } from '../attachment.ts';
import { designForms, seeForms } from '../form-sentences.ts';
import { getId, IdParams } from '../ids.ts';
import { readTextCells } from '../incoming-file.ts';
import { see } from '../indicator-sentences.ts';
import { presentSending } from '../present-forms.ts';
import { openSigning } from '../signing.ts';
import { type Api, assertMay, type Context, getOfficer } from '../types.ts';
import { namedAgencies, refuseNoDay, sendingOf } from '../work-answers.ts';
import { openAsking } from './reports.ts';

const tags = ['Phiếu số liệu'];
const what = 'phiếu này';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const largest = 5 * 1_048_576;
const config = { may: designForms };

/** Forms of figures: designing, XLSForm in and out, and sending to units. */
export async function formRoutes(app: Api, context: Context): Promise<void> {
  list(app, context);
  one(app, context);
  writing(app, context);
  workbooks(app, context);
  sending(app, context);
}

function list(app: Api, { db }: Context): void {
  app.get(
    '/api/forms',
    {
      config: { may: seeForms },
      schema: { tags, summary: 'Mẫu phiếu của đơn vị mình và những lần đã gửi', response: { 200: FormsView } },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { tenantId } = officer;
      const reach = reachOf(designForms, officer);
      const asking = await openAsking(db, officer);
      const forms = await listForms(db, tenantId, reach);
      const sendings = await listSendings(db, tenantId, { owners: reach });
      const answers = await listAnswers(db, tenantId, { sendings: sendings.map(({ id }) => id) });
      const ofEach = Map.groupBy(answers, ({ sendingId }) => sendingId);
      const ids = [...forms.map(({ agencyId }) => agencyId), ...sendings.map(({ ownerId }) => ownerId)];
      return {
        forms: forms.map((line) => ({ ...line, changedAt: line.changedAt.toISOString() })),
        sendings: sendings.map((line) => presentSending(line, ofEach.get(line.id) ?? [], asking)),
        designs: allows(designForms, officer),
        agencies: await namedAgencies(db, tenantId, ids),
      };
    },
  );
}

async function detail(db: Database, officer: Asker, id: string) {
  const { removed, ...form } = await getForm(db, officer.tenantId, id);
  const mine = allows(designForms, officer, { agencyIds: [form.agencyId] });
  return { ...form, removed, mine, agencies: await namedAgencies(db, officer.tenantId, [form.agencyId]) };
}

function one(app: Api, { db }: Context): void {
  app.get(
    '/api/forms/:id',
    { config, schema: { tags, summary: 'Một mẫu phiếu', params: IdParams, response: { 200: FormDetailView } } },
    async (request) => detail(db, getOfficer(request), getId(request, what)),
  );
}

function writing(app: Api, { db }: Context): void {
  const own = async (request: Parameters<typeof getId>[0] & Parameters<typeof assertMay>[0]) => {
    const id = getId(request, what);
    const { agencyId } = await getForm(db, getOfficer(request).tenantId, id);
    assertMay(request, designForms, { agencyIds: [agencyId] });
    return id;
  };
  app.post(
    '/api/forms',
    {
      config,
      schema: {
        tags,
        summary: 'Lập phiếu mới; gửi lại một mã chỉ tính một lần',
        body: SentForm,
        response: { 200: FormDetailView },
      },
    },
    async (request) => {
      const officer = getOfficer(request);
      const { id, form } = request.body;
      const agencyId = await openSigning(db, officer, designForms)(ownAgencies(officer));
      if (agencyId === null) throw new Problem('permission-refused', { needed: designForms });
      await inTransaction(db, (trx) => addForm(trx, officer, { id, agencyId, form }, new Date()));
      return detail(db, officer, id);
    },
  );
  app.put(
    '/api/forms/:id',
    {
      config,
      bodyLimit: 2 * 1_048_576,
      schema: {
        tags,
        summary: 'Lưu phiếu đang lập',
        params: IdParams,
        body: SavedForm,
        response: { 200: Type.Object({ rev: Type.Integer() }) },
      },
    },
    async (request) => {
      const id = await own(request);
      const { rev, form } = request.body;
      return {
        rev: await inTransaction(db, (trx) => saveForm(trx, getOfficer(request), { id, rev, form }, new Date())),
      };
    },
  );
  for (const [method, url, summary] of [
    ['DELETE', '/api/forms/:id', 'Xóa mẫu phiếu; những lần đã gửi vẫn còn'],
    ['POST', '/api/forms/:id/restore', 'Khôi phục mẫu phiếu vừa xóa'],
  ] as const)
    app.route({
      ...{ method, url, config },
      schema: { tags, summary, params: IdParams, response: { 200: FormDetailView } },
      handler: async (request) => {
        const id = await own(request);
        const removedAt = method === 'DELETE' ? new Date() : null;
        await inTransaction(db, (trx) => setFormRemoved(trx, getOfficer(request), id, removedAt));
        return detail(db, getOfficer(request), id);
      },
    });
}

/** The agencies a designing role is held for, the first before the others. */
const ownAgencies = (officer: Asker): readonly string[] => {
  const reach = reachOf(designForms, { ...officer, roles: officer.roles.filter(({ agencies }) => agencies !== 'all') });
  return reach === 'all' ? [] : reach;
};

function workbooks(app: Api, context: Context): void {
  const { db } = context;
  app.get(
    '/api/forms/:id/xlsform',
    { config, schema: { tags, summary: 'Tải phiếu theo chuẩn XLSForm', params: IdParams, produces: [xlsx] } },
    async (request, reply) => {
      const { form, rev } = await getForm(db, getOfficer(request).tenantId, getId(request, what));
      const bytes = await xlsFormWorkbook(form, String(rev));
      return attachment(reply, `${form.title}.xlsx`, xlsx).send(Buffer.from(bytes));
    },
  );
  app.post(
    '/api/forms/read',
    {
      config,
      schema: {
        tags,
        summary: 'Đọc tệp XLSForm (multipart, trường “file”): phiếu đọc được và những chỗ không đọc được; chưa lưu gì',
        consumes: ['multipart/form-data'],
        response: { 200: ReadFormView },
      },
    },
    async (request, reply) => {
      const { name, sheets } = await readTextCells(context, request, reply, largest);
      return readXlsForm(sheets, name.replace(/\.xlsx?$/i, ''));
    },
  );
}

/** Figures are stated in the register for whoever sent the form: only of indicators they see. */
async function assertSeen(db: Database, officer: Asker, form: Form, today: PlainDate): Promise<void> {
  const tied = tiedQuestions(form);
  if (tied.length === 0) return;
  const { tenantId } = officer;
  const all = await listIndicators(db, tenantId, { ids: tied.map(({ indicator }) => indicator) });
  const seen = await listSeen(db, tenantId, all, await listGivers(db, tenantId, all, today), reachOf(see, officer));
  const unseen = tied.find(({ indicator }) => (seen.get(indicator)?.length ?? 0) === 0);
  if (unseen)
    throw new Problem('form-faulty', {
      name: unseen.name,
      message: 'Chỉ tiêu gắn với câu này không còn hoặc ngoài phạm vi xem của bạn. Hãy chọn lại “Ghi vào chỉ tiêu”.',
    });
}

function sending(app: Api, { db, mailer }: Context): void {
  app.post(
    '/api/forms/:id/days',
    {
      config,
      schema: {
        tags,
        summary: 'Những ngày đơn vị sẽ phải trả lời, đã lùi về ngày làm việc',
        params: IdParams,
        body: Type.Pick(SentSending, ['times']),
        response: { 200: FormDaysView },
      },
    },
    async (request) => {
      refuseNoDay(request.body);
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      await getForm(db, officer.tenantId, getId(request, what));
      const days = daysOf(request.body.times, asking);
      return {
        days: days.map(({ period, due, rule, moved }) => ({
          label: period?.label ?? null,
          due: due ?? '',
          rule,
          moved,
        })),
      };
    },
  );
  app.post(
    '/api/forms/:id/sendings',
    {
      config,
      schema: {
        tags,
        summary: 'Gửi phiếu cho các đơn vị; gửi lại một mã chỉ tính một lần',
        params: IdParams,
        body: SentSending,
        response: { 200: Type.Object({ id: Type.String() }) },
      },
    },
    async (request) => {
      refuseNoDay(request.body);
      const officer = getOfficer(request);
      const asking = await openAsking(db, officer);
      return inTransaction(db, async (trx) => {
        const { id: formId, agencyId, form } = await getForm(trx, officer.tenantId, getId(request, what));
        assertMay(request, designForms, { agencyIds: [agencyId] });
        await assertSeen(trx, officer, form, asking.today);
        const when = { at: new Date(), today: asking.today, calendar: asking.calendar };
        const { id, note } = request.body;
        if (await sendForm(trx, officer, { ...request.body, formId, form, agencyId }, when)) {
          const answers = await listAnswers(trx, officer.tenantId, { sendings: [id] });
          const assignmentIds = [...new Set(answers.map((one) => one.assignmentId))];
          await tellOfForm(trx, officer, { assignmentIds, note }, sendingOf({ mailer }, when.at));
        }
        return { id };
      });
    },
  );
}
