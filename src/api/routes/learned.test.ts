import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskFields } from '../../plan/model.ts';
import type { ReviewAct } from '../../plan/review.ts';
import type { LessonView, PlanView } from '../../plan/views.ts';
import { otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
});
afterAll(() => server.close());

/** Two tasks; the words of one header, the agency and the component are what the tests are about. */
const planWith = ({
  number,
  header = 'Cơ quan chủ trì',
  agency = 'Sở Nội vụ',
  component = 'Tiếp cận thông tin',
}: Words) => `
<p>ỦY BAN NHÂN DÂN TỈNH MINH HÀ</p><p>Số: ${number}/KH-UBND</p><p>Minh Hà, ngày 15 tháng 01 năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p><b>Nâng cao Chỉ số PAPI năm 2026, phần ${number}</b></p>
<table><tr><th>STT</th><th>Nội dung thành phần</th><th>Nhiệm vụ</th><th>${header}</th><th>Thời gian</th></tr>
<tr><td>1</td><td>${component}</td><td>Công khai thông tin số ${number} trên cổng.</td><td>${agency}</td><td>Thường xuyên</td></tr>
<tr><td>2</td><td>Y tế công lập</td><td>Nâng cao chất lượng khám bệnh đợt ${number}.</td><td>${agency}</td><td>Quý II năm 2026</td></tr>
</table>`;
type Words = { number: number; header?: string; agency?: string; component?: string };

const add = async (words: Words, as = browser): Promise<PlanView> =>
  (await as.upload('KH.html', planWith(words))).json();
const set = (task: string, field: keyof TaskFields, value: unknown) =>
  ({ kind: 'set', task, field, value }) as ReviewAct;
let made = 0;
const review = async (id: string, ...acts: ReviewAct[]): Promise<void> => {
  const actions = acts.map((act) => ({ id: `a${++made}`, act }));
  const { seq } = (await browser.send('POST', `/api/plans/${id}/review`, { after: 0, actions })).json();
  expect((await browser.send('POST', `/api/plans/${id}/confirm`, { seq })).statusCode).toBe(200);
};
const lessons = async (query = ''): Promise<LessonView[]> => (await browser.get(`/api/learned${query}`)).json().lessons;
const find = async (printed: string) => (await lessons()).find((lesson) => lesson.printed === printed);

describe('what a confirmed correction teaches', () => {
  it('of an agency: the next plan that prints the alias gets the name, and says that it was learned', async () => {
    const first = await add({ number: 1, agency: 'Ban Gánh vác' });
    const change = ['t1', 't2'].map((task) => set(task, 'lead', ['Sở Nội vụ']));
    await review(first.plan.id, ...change);
    expect(await find('Ban Gánh vác')).toMatchObject({
      kind: 'agency',
      value: ['Sở Nội vụ'],
      planId: first.plan.id,
      planNumber: '1/KH-UBND',
      by: 'Trần Thị Mai',
    });
    const { reading } = await add({ number: 2, agency: 'Ban Gánh vác; Sở Y tế' });
    expect(reading.tasks[0]?.lead).toEqual(['Sở Nội vụ', 'Sở Y tế']);
    expect(reading.tasks[0]?.notes).toContain('learned:lead:Ban Gánh vác');
  });

  it('of a column: it is read anew at once, and known in the next plan', async () => {
    const header = 'Nơi gánh vác';
    const first = await add({ number: 3, header });
    expect(first.reading.tasks[0]?.lead).toEqual([]);
    const said = await browser.send('POST', `/api/plans/${first.plan.id}/columns`, { header, role: 'lead', seq: 0 });
    const { reading, columns, plan, ids, seq } = said.json<PlanView>();
    expect(reading.tasks[0]?.lead).toEqual(['Sở Nội vụ']);
    expect(reading.tasks[0]?.notes).toContain(`learned:lead:${header}`);
    expect([columns, plan.version, ids]).toEqual([[{ header, role: 'lead' }], 2, ['t1', 't2']]);
    expect((await find(header)) ?? null).toBeNull();
    expect((await browser.send('POST', `/api/plans/${plan.id}/confirm`, { seq })).statusCode).toBe(200);
    expect(await find(header)).toMatchObject({ kind: 'header', value: ['lead'] });
    expect((await add({ number: 4, header })).reading.tasks[0]?.lead).toEqual(['Sở Nội vụ']);
  });

  it('of a component: its codes', async () => {
    const component = 'Chuyện ở thôn';
    const first = await add({ number: 5, component });
    await review(first.plan.id, set('t1', 'codes', ['1.2']));
    expect(await find(component)).toMatchObject({ kind: 'code', index: 'PAPI', value: ['1.2'] });
    const [task] = (await add({ number: 6, component })).reading.tasks;
    expect(task).toMatchObject({ codes: ['1.2'], fields: { codes: { confidence: 0.95 } } });
    expect(task?.notes).toContain(`learned:codes:${component}`);
  });

  it('is nothing before it is confirmed, and nothing where one certain name was exchanged once', async () => {
    const first = await add({ number: 7, agency: 'Ban Chưa xong' });
    await browser.send('POST', `/api/plans/${first.plan.id}/review`, {
      after: 0,
      actions: [{ id: 'x', act: set('t1', 'lead', ['Sở Y tế']) }],
    });
    const second = await add({ number: 8, agency: 'Sở Tài chính' });
    await review(second.plan.id, set('t1', 'lead', ['Sở Y tế']));
    const printed = (await lessons()).map((lesson) => lesson.printed);
    expect(printed).not.toContain('Ban Chưa xong');
    expect(printed).not.toContain('Sở Tài chính');
  });

  it('is corrected by the next confirmation: the latest counts, the earlier is shown', async () => {
    for (const [number, name] of [
      [9, 'Sở Y tế'],
      [10, 'Sở Tài chính'],
    ] as const) {
      const { plan } = await add({ number, agency: 'Ban Đổi ý' });
      await review(plan.id, ...['t1', 't2'].map((task) => set(task, 'lead', [name])));
    }
    const lesson = await find('Ban Đổi ý');
    expect(lesson?.value).toEqual(['Sở Tài chính']);
    expect(lesson?.changes.map(({ what, value }) => [what, value[0]])).toEqual([
      ['learned', 'Sở Y tế'],
      ['learned', 'Sở Tài chính'],
    ]);
    expect((await add({ number: 11, agency: 'Ban Đổi ý' })).reading.tasks[0]?.lead).toEqual(['Sở Tài chính']);
  });

  it('is another tenant’s no business', async () => {
    const other = await otherTenant(server);
    expect((await other.get('/api/learned')).json()).toEqual({ lessons: [] });
    const { reading } = await add({ number: 12, agency: 'Ban Gánh vác' }, other);
    expect(reading.tasks[0]?.lead).toEqual(['Ban Gánh vác']);
    const id = (await lessons())[0]?.id;
    for (const answer of [
      await other.send('PATCH', `/api/learned/${id}`, { value: ['x'] }),
      await other.send('DELETE', `/api/learned/${id}`),
      await other.send('POST', `/api/learned/${id}/restore`, {}),
    ])
      expect(answer.statusCode).toBe(404);
  });
});

describe('a lesson', () => {
  it('is edited, removed and brought back, with its history and an audit entry each', async () => {
    const { plan } = await add({ number: 20, agency: 'Ban Học hành' });
    await review(plan.id, ...['t1', 't2'].map((task) => set(task, 'lead', ['Sở Y tế'])));
    const { id } = (await find('Ban Học hành')) as LessonView;
    const read = async (number: number) => (await add({ number, agency: 'Ban Học hành' })).reading.tasks[0]?.lead;
    const edited = await browser.send('PATCH', `/api/learned/${id}`, { value: ['Sở Nội vụ', 'Sở Y tế'] });
    expect(edited.json()).toMatchObject({ value: ['Sở Nội vụ', 'Sở Y tế'] });
    expect(await read(21)).toEqual(['Sở Nội vụ', 'Sở Y tế']);
    expect((await browser.send('DELETE', `/api/learned/${id}`)).statusCode).toBe(204);
    expect(await read(22)).toEqual(['Ban Học hành']);
    expect((await lessons('?removed=true')).map((lesson) => lesson.id)).toEqual([id]);
    const restored = (await browser.send('POST', `/api/learned/${id}/restore`, {})).json<LessonView>();
    expect(restored.changes.map(({ what }) => what)).toEqual(['learned', 'edited', 'removed', 'restored']);
    expect(await read(23)).toEqual(['Sở Nội vụ', 'Sở Y tế']);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(['lesson.edited', 'lesson.removed', 'lesson.restored']);
  });

  it('about a column means one known thing', async () => {
    const [lesson] = await lessons('?kind=header');
    for (const value of [['leader'], ['lead', 'time'], []]) {
      const answer = await browser.send('PATCH', `/api/learned/${lesson?.id}`, { value });
      expect(answer.json()).toMatchObject({ code: 'request-invalid' });
    }
  });
});

describe('POST /api/plans/:id/columns', () => {
  it('refuses a header the plan has not, a stale number and a confirmed plan', async () => {
    const { plan } = await add({ number: 30 });
    const say = (header: string, seq: number) =>
      browser.send('POST', `/api/plans/${plan.id}/columns`, { header, role: 'lead', seq });
    expect((await say('Không có', 0)).json()).toMatchObject({ code: 'column-not-there' });
    expect((await say('Thời gian', 5)).json()).toMatchObject({ code: 'review-moved-on' });
    await browser.send('POST', `/api/plans/${plan.id}/confirm`, { seq: 0 });
    expect((await say('Thời gian', 0)).json()).toMatchObject({ code: 'plan-confirmed' });
  });
});
