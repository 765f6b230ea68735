import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { readCells } from '../../platform/workbook.ts';
import { blankQuestion, type Form, type Question, type QuestionKind } from '../../report/form/model.ts';
import type { FigureSum } from '../../report/form/sum.ts';
import type {
  AnswerDetailView,
  AnswersView,
  FormDaysView,
  FormDetailView,
  FormsView,
  ReadFormView,
  SumsView,
} from '../../report/form/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';
import { todayInVietnam } from '../work-answers.ts';

let server: TestServer;
let there: Province;
let lead: TestBrowser;
let tanLap: TestBrowser;
let anPhu: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  lead = await holding('lead', 'tai-chinh');
  tanLap = await holding('officer', 'tan-lap');
  anPhu = await holding('officer', 'an-phu');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const question = (kind: QuestionKind, name: string, more: Partial<Question> = {}): Question => ({
  ...{ ...blankQuestion(kind, name), label: name },
  ...more,
});
const form: Form = {
  ...{ title: 'Số liệu hòa giải', note: '' },
  items: [
    question('integer', 'all', { required: true }),
    question('integer', 'done', { required: true, constraint: '. <= ${all}', message: 'Không lớn hơn tổng số.' }),
    question('calculated', 'share', {
      calculation: '${done} div ${all} * 100',
      sum: { way: 'share', part: 'done', whole: 'all' },
    }),
    question('long-text', 'why', { relevant: '${done} < ${all}' }),
  ],
};
const due = addDays(todayInVietnam(), 40);
const units = () => [there.ids['tan-lap'], there.ids['an-phu'], there.ids['hoa-binh']];

async function designed(id = newId()): Promise<string> {
  expect((await lead.send('POST', '/api/forms', { id, form })).statusCode).toBe(200);
  return id;
}
async function sent(times: object = { every: 'once', due }, id = newId()): Promise<string> {
  const formId = await designed();
  const answer = await lead.send('POST', `/api/forms/${formId}/sendings`, {
    id,
    agencyIds: units(),
    times,
    note: 'Gửi đúng hạn',
  });
  expect(answer.statusCode).toBe(200);
  return id;
}
const mine = async (who: TestBrowser) => (await who.get('/api/form-answers')).json<AnswersView>().answers;
const open = async (who: TestBrowser, id: string) =>
  (await who.get(`/api/form-answers/${id}`)).json<AnswerDetailView>();
const type = (who: TestBrowser, id: string, values: Record<string, unknown>) =>
  who.send('PATCH', `/api/form-answers/${id}/fields`, {
    fields: Object.entries(values).map(([key, value]) => ({
      place: { of: 'item', key, field: typeof value === 'string' ? 'text' : 'value' },
      ...{ base: 0, was: null, value },
    })),
  });
const act = (who: TestBrowser, id: string, sent: object, actId = newId()) =>
  who.send('POST', `/api/form-answers/${id}/acts`, { id: actId, act: sent });
const receiving = (who: TestBrowser, id: string, sent: object) =>
  who.send('POST', `/api/form-answers/${id}/receiving`, { id: newId(), act: sent });
const send = { kind: 'send', note: null };
const answered = async (who: TestBrowser, values: Record<string, unknown>): Promise<string> => {
  const [answer] = await mine(who);
  await type(who, answer?.id ?? '', values);
  expect((await act(who, answer?.id ?? '', send)).statusCode).toBe(200);
  return answer?.id ?? '';
};
type Told = { kind: string; note: string | null; lines: { occurrenceId: string; plan: string | null }[] };
const told = async (who: TestBrowser) =>
  (await who.get('/api/notifications'))
    .json<{ notices: Told[] }>()
    .notices.map(({ kind, note, lines }) => [
      ...[kind, note, lines.map(({ occurrenceId }) => occurrenceId), lines[0]?.plan ?? null],
    ]);
const sums = async (id: string, who = lead) => (await who.get(`/api/form-sendings/${id}`)).json<SumsView>();

describe('designing a form', () => {
  it('is kept for its agency, saved from the revision one began with, taken away and brought back', async () => {
    const id = await designed();
    await designed(id);
    const save = (rev: number, title: string) =>
      lead.send('PUT', `/api/forms/${id}`, { rev, form: { ...form, title } });
    expect((await save(1, 'Bản hai')).json()).toEqual({ rev: 2 });
    expect((await save(1, 'Bản ba')).statusCode).toBe(409);
    expect((await lead.get('/api/forms')).json<FormsView>().forms).toMatchObject([{ title: 'Bản hai', sendings: 0 }]);
    await lead.send('DELETE', `/api/forms/${id}`);
    expect((await lead.get('/api/forms')).json<FormsView>().forms).toEqual([]);
    await lead.send('POST', `/api/forms/${id}/restore`, {});
    expect((await lead.get(`/api/forms/${id}`)).json<FormDetailView>()).toMatchObject({ removed: false, mine: true });
  });

  it('is for who leads or keeps the plans; another lead may look and copy, not change', async () => {
    const id = await designed();
    expect((await tanLap.send('POST', '/api/forms', { id: newId(), form })).statusCode).toBe(403);
    const other = await holding('lead', 'noi-vu');
    expect((await other.get(`/api/forms/${id}`)).json<FormDetailView>().mine).toBe(false);
    expect((await other.send('PUT', `/api/forms/${id}`, { rev: 1, form })).statusCode).toBe(403);
    expect((await other.get('/api/forms')).json<FormsView>().forms).toEqual([]);
  });

  it('goes out as an XLSForm workbook that reads back to the same form', async () => {
    const id = await designed();
    const file = await lead.get(`/api/forms/${id}/xlsform`);
    const sheets = await readCells(file.rawPayload, 'x.xlsx');
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['survey', 'choices', 'settings']);
    const read = await lead.upload('x.xlsx', file.rawPayload, '/api/forms/read');
    expect(read.json<ReadFormView>()).toEqual({ form, told: [] });
  });
});

describe('sending a form', () => {
  it('makes it work the units owe, once however often it was sent', async () => {
    const id = newId();
    await sent(undefined, id);
    const [answer, ...more] = await mine(tanLap);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      title: 'Số liệu hòa giải',
      status: 'writing',
      writes: true,
      receives: false,
      sendingId: id,
    });
    const work = (await tanLap.get('/api/my-work')).json<{ items: { kind: string }[]; owed: { id: string }[] }>();
    expect([work.items.map(({ kind }) => kind), work.owed.map((one) => one.id)]).toEqual([['form'], [answer?.id]]);
    expect((await lead.get('/api/plans')).json()).toEqual({ plans: [] });
    expect(await told(tanLap)).toEqual([['form-sent', 'Gửi đúng hạn', [answer?.id], null]]);
    expect(await told(lead)).toEqual([]);
  });

  it('says beforehand on which days it is owed, each month or quarter to the end of the year', async () => {
    const formId = await designed();
    const days = async (times: object) =>
      (await lead.send('POST', `/api/forms/${formId}/days`, { times })).json<FormDaysView>().days;
    expect(await days({ every: 'once', due })).toHaveLength(1);
    const year = todayInVietnam().slice(0, 4);
    for (const every of ['month', 'quarter']) {
      const list = await days({ every, day: 31, next: false });
      expect(list.map((one) => one.due).filter((one) => !one.startsWith(year) || one < todayInVietnam())).toEqual([]);
      expect(list.every(({ label }) => label?.includes(year))).toBe(true);
    }
  });

  it('is refused while something is to be mended, for a day that is past, and upward', async () => {
    const formId = newId();
    await lead.send('POST', '/api/forms', { id: formId, form: { ...form, items: [] } });
    const to = (id: string, more: object) =>
      lead.send('POST', `/api/forms/${id}/sendings`, {
        id: newId(),
        agencyIds: units(),
        times: { every: 'once', due },
        note: null,
        ...more,
      });
    expect((await to(formId, {})).json()).toMatchObject({ code: 'form-faulty' });
    const good = await designed();
    expect((await to(good, { times: { every: 'once', due: '2020-01-02' } })).json()).toMatchObject({
      code: 'form-day-past',
    });
    const commune = await holding('lead', 'tan-lap');
    const own = newId();
    await commune.send('POST', '/api/forms', { id: own, form });
    const up = { id: newId(), agencyIds: [there.ids['noi-vu']], times: { every: 'once', due }, note: null };
    expect((await commune.send('POST', `/api/forms/${own}/sendings`, up)).json()).toMatchObject({
      code: 'form-units-above',
    });
  });
});

describe('answering a form', () => {
  it('keeps what is typed, and sends only what holds', async () => {
    await sent();
    const [answer] = await mine(tanLap);
    const id = answer?.id ?? '';
    await type(tanLap, id, { all: 10, done: 12 });
    expect((await act(tanLap, id, send)).json()).toMatchObject({ code: 'form-incomplete', count: 1 });
    expect((await type(tanLap, id, { none: 1 })).statusCode).toBe(400);
    expect((await open(tanLap, id)).answers).toEqual({ all: 10, done: 12 });
    expect((await open(lead, id)).answers).toBeNull();
    expect((await anPhu.get(`/api/form-answers/${id}`)).statusCode).toBe(404);
    expect((await type(anPhu, id, { all: 1 })).statusCode).toBe(404);
  });

  it('is done as work when it is sent, received or returned by who sent the form alone', async () => {
    await sent();
    const id = await answered(tanLap, { all: 10, done: 4, why: 'Thiếu hòa giải viên' });
    expect((await tanLap.get('/api/my-work')).json<{ owed: object[] }>().owed).toEqual([]);
    expect((await open(lead, id)).answers).toEqual({ all: 10, done: 4, share: 40, why: 'Thiếu hòa giải viên' });
    const other = await holding('lead', 'noi-vu');
    expect((await receiving(other, id, { kind: 'receive', note: null })).statusCode).toBe(404);
    expect((await receiving(tanLap, id, { kind: 'receive', note: null })).statusCode).toBe(403);
    await receiving(lead, id, { kind: 'return', reason: 'Xem lại số vụ', due: null });
    expect(await open(tanLap, id)).toMatchObject({
      writable: true,
      answer: { status: 'returned', reason: 'Xem lại số vụ', open: true },
    });
    expect((await tanLap.get('/api/my-work')).json<{ owed: object[] }>().owed).toHaveLength(1);
    expect((await told(tanLap))[0]).toEqual(['returned', 'Xem lại số vụ', [id], null]);
  });
});

describe('a form as a workbook', () => {
  it('goes out and in again for its unit alone; looking changes nothing', async () => {
    await sent();
    const [[answer], [other]] = [await mine(tanLap), await mine(anPhu)];
    const id = answer?.id ?? '';
    await type(tanLap, id, { all: 10 });
    const file = await tanLap.get(`/api/form-answers/${id}/sheet`);
    const bring = (who: TestBrowser, to: string, bytes = file.rawPayload) =>
      who.upload('phieu.xlsx', bytes, `/api/form-answers/${to}/sheet`);
    await type(tanLap, id, { done: 4 });
    expect((await bring(tanLap, id)).json()).toEqual({ changes: [], faults: [], checks: [], same: 3 });
    expect((await open(tanLap, id)).answers).toEqual({ all: 10, done: 4 });
    expect((await bring(anPhu, other?.id ?? '')).json()).toMatchObject({ code: 'form-sheet-foreign' });
    expect((await bring(anPhu, id)).statusCode).toBe(404);
    expect((await lead.get(`/api/form-answers/${id}/sheet`)).statusCode).toBe(403);
    for (const hostile of ['<html><script>alert(1)</script>', 'PK\u0003\u0004', ''])
      expect((await bring(tanLap, id, Buffer.from(hostile))).statusCode).toBe(422);
  });
});

describe('a form that comes again', () => {
  it('shows each unit what it answered the last time, and nobody else’s', async () => {
    const formId = await designed();
    const to = (by: string) =>
      lead.send('POST', `/api/forms/${formId}/sendings`, {
        ...{ id: newId(), agencyIds: units(), times: { every: 'once', due: by }, note: null },
      });
    await to(due);
    await answered(tanLap, { all: 10, done: 4 });
    await to(addDays(due, 40));
    const [, again] = await mine(tanLap);
    expect(await open(tanLap, again?.id ?? '')).toMatchObject({
      answers: {},
      previous: { all: 10, done: 4, share: 40 },
    });
    const [, others] = await mine(anPhu);
    expect((await open(anPhu, others?.id ?? '')).previous).toBeNull();
  });
});

describe('a figure that is of an indicator', () => {
  const period = `${due.slice(0, 4)}-${due.slice(5, 7)}`;
  const made = async (givers: readonly string[]) => {
    const id = newId();
    const definition = {
      ...{ name: 'Hòa giải thành', unit: '%', kind: 'share', over: 'last', better: 'up', every: 'month', index: null },
      ...{ component: null, code: null, givers: { of: 'agencies', ids: givers }, evidence: null, applies: 'each' },
      ...{ source: { kind: 'paper', name: null }, targets: [], baselines: [] },
    };
    const focal = await holding('focal');
    expect((await focal.send('POST', '/api/indicators', { id, itemId: null, definition })).statusCode).toBe(200);
    return { id, focal };
  };
  const tied = (indicator: string): Form => ({
    ...form,
    items: form.items.map((item) => (item.name === 'share' ? { ...item, indicator } : item)) as Form['items'],
  });
  const sentTied = async (indicator: string) => {
    const formId = newId();
    await lead.send('POST', '/api/forms', { id: formId, form: tied(indicator) });
    const times = { every: 'once', due };
    const to = { id: newId(), agencyIds: units(), times, note: null };
    expect((await lead.send('POST', `/api/forms/${formId}/sendings`, to)).statusCode).toBe(200);
  };
  type Cells = { cells: { agencyId: string; period: string; rev: number; figure: object; said: string }[] };

  it('is of an indicator whoever sends the form sees', async () => {
    const formId = newId();
    await lead.send('POST', '/api/forms', { id: formId, form: tied(newId()) });
    const to = { id: newId(), agencyIds: units(), times: { every: 'once', due }, note: null };
    expect((await lead.send('POST', `/api/forms/${formId}/sendings`, to)).json()).toMatchObject({
      code: 'form-faulty',
    });
  });

  it('is stated once in the register when the form is received, as what it is made of, and says where it comes from', async () => {
    // The lead gives figures of it too, and so sees it.
    const { id: indicator, focal } = await made([there.ids['tan-lap'], there.ids['tai-chinh']]);
    await sentTied(indicator);
    const first = await answered(tanLap, { all: 10, done: 4 });
    const second = await answered(anPhu, { all: 5, done: 5 });
    const cells = async () => (await focal.get(`/api/indicators/${indicator}`)).json<Cells>().cells;
    expect(await cells()).toEqual([]);
    const received = (await receiving(lead, first, { kind: 'receive', note: null })).json<AnswerDetailView>();
    expect(received.told).toEqual([]);
    expect(received.register).toMatchObject([{ indicator: 'Hòa giải thành', states: '40% (4/10)', same: true }]);
    const [cell, ...more] = await cells();
    expect(more).toEqual([]);
    expect(cell).toMatchObject({ agencyId: there.ids['tan-lap'], rev: 1, figure: { value: null, part: 4, whole: 10 } });
    expect(cell?.period.length).toBe(period.length);
    expect(cell?.said).toContain('tiếp nhận từ phiếu “Số liệu hòa giải”');
    // An Phú is not asked for it: the form is received all the same, and it is said.
    const other = (await receiving(lead, second, { kind: 'receive', note: null })).json<AnswerDetailView>();
    expect([other.answer.status, other.told.length]).toEqual(['received', 1]);
    expect(other.register).toMatchObject([{ there: null, same: false }]);
  });
});

describe('what the answers come to', () => {
  it('is Σ, and Σ ÷ Σ for a share, with who is missing; a unit that has not sent is never zero', async () => {
    const id = await sent();
    const first = await answered(tanLap, { all: 10, done: 10 });
    const second = await answered(anPhu, { all: 90, done: 30, why: 'Khó' });
    const view = await sums(id);
    expect(view.missing).toHaveLength(1);
    expect(view.sums.map(({ sum }) => (sum as FigureSum).value)).toEqual([100, 40, 40, undefined]);
    expect(view.sums[0]?.stated.toSorted()).toEqual([first, second].toSorted());
    expect(view.sending.rounds).toMatchObject([{ expected: 3, sent: 2, received: 0 }]);
    await receiving(lead, first, { kind: 'return', reason: 'Sai', due: null });
    expect((await sums(id)).sums.map(({ sum }) => (sum as FigureSum).value).slice(0, 2)).toEqual([90, 30]);
  });

  it('leaves as a workbook with a line of formulas, and is there for who sent it alone', async () => {
    const id = await sent();
    await answered(tanLap, { all: 10, done: 10 });
    const file = await lead.get(`/api/form-sendings/${id}/xlsx`);
    const [sheet] = await readCells(file.rawPayload, 'x.xlsx');
    expect(sheet?.rows.map(([unit]) => unit)).toEqual([
      'Đơn vị',
      'UBND xã Tân Lập',
      'UBND xã An Phú (chưa gửi)',
      'UBND phường Hòa Bình (chưa gửi)',
      'Tổng hợp',
    ]);
    expect((await tanLap.get(`/api/form-sendings/${id}`)).statusCode).toBe(403);
    expect((await (await holding('lead', 'noi-vu')).get(`/api/form-sendings/${id}`)).statusCode).toBe(404);
    expect((await (await holding('focal')).get(`/api/form-sendings/${id}`)).statusCode).toBe(200);
  });
});
