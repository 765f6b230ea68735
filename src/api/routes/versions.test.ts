import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setColumn } from '../../jobs/set-column.ts';
import { foldReview, type ReviewAct } from '../../plan/review.ts';
import type { ComparisonView, PlanView, TaskDetail, TaskView } from '../../plan/views.ts';
import type { Reader } from '../../platform/reader/reader.ts';
import { demoOfficer } from '../../store/demo.ts';
import { otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
let id = '';
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
});
afterAll(() => server.close());

type Row = { text: string; lead?: string; time?: string };
const first: Row[] = [
  { text: 'Công khai thông tin trên cổng thông tin điện tử.', lead: 'Sở Nội vụ', time: 'Thường xuyên' },
  { text: 'Niêm yết thu, chi ngân sách tại trụ sở UBND xã.', lead: 'Sở Tài chính', time: 'Quý I năm 2026' },
  { text: 'Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở.', lead: 'Sở Y tế', time: 'Quý II năm 2026' },
];
/** Signed: the second task goes, another comes in front, the third has another date. */
const signed: Row[] = [
  {
    text: 'Tổ chức đối thoại với người dân về đất đai.',
    lead: 'Sở Nông nghiệp và Môi trường',
    time: 'Quý III năm 2026',
  },
  first[0] as Row,
  { ...(first[2] as Row), time: 'Quý IV năm 2026' },
];
let number = 100;
const page = (rows: Row[], no: number) => `
<p>ỦY BAN NHÂN DÂN TỈNH MINH HÀ</p><p>Số: ${no}/KH-UBND</p><p>Minh Hà, ngày 15 tháng 01 năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p><b>Nâng cao Chỉ số PAPI năm 2026</b></p>
<table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời gian</th></tr>
${rows.map(({ text, lead, time }, i) => `<tr><td>${i + 1}</td><td>${text}</td><td>${lead}</td><td>${time}</td></tr>`).join('')}
</table>`;

beforeEach(async () => {
  number += 1;
  id = (await browser.upload('dự thảo.html', page(first, number))).json<PlanView>().plan.id;
});

let made = 0;
const review = async (...acts: ReviewAct[]): Promise<number> => {
  const actions = acts.map((act) => ({ id: `v${++made}`, act }));
  return (await browser.send('POST', `/api/plans/${id}/review`, { after: 0, actions })).json().seq;
};
const second = async (rows = signed): Promise<PlanView> =>
  (await browser.upload('bản ký.html', page(rows, number), `/api/plans/${id}/versions`)).json();
const accept = (no: number, seq: number) => browser.send('POST', `/api/plans/${id}/versions/${no}/accept`, { seq });
const draft = async () => {
  const { reading, ids } = (await browser.get(`/api/plans/${id}`)).json<PlanView>();
  const { actions } = (await browser.get(`/api/plans/${id}/review`)).json();
  return foldReview(reading, actions, ids);
};
const matrix = async (): Promise<TaskView[]> => (await browser.get(`/api/tasks?plan=${id}`)).json().tasks;
const confirm = (seq: number) => browser.send('POST', `/api/plans/${id}/confirm`, { seq });

describe('a second file of a plan', () => {
  it('waits as a proposal: nothing of the draft has changed', async () => {
    const view = await second();
    expect(view.versions.map(({ no, state, fileName, origin }) => [no, state, fileName, origin])).toEqual([
      [1, 'current', 'dự thảo.html', 'file'],
      [2, 'proposed', 'bản ký.html', 'file'],
    ]);
    expect(view.plan).toMatchObject({ version: 1, fileName: 'dự thảo.html', tasks: 3 });
    expect((await browser.get(`/api/plans/${id}/file?version=2`)).body).toBe(page(signed, number));
    expect((await browser.get(`/api/plans/${id}/document?version=2`)).json().blocks.length).toBeGreaterThan(0);
    expect((await browser.get(`/api/plans/${id}/file`)).body).toBe(page(first, number));
    expect((await browser.get(`/api/plans/${id}/file?version=9`)).statusCode).toBe(404);
  });

  it('is compared with the draft task by task', async () => {
    await second();
    const compared = (await browser.get(`/api/plans/${id}/comparison?with=2`)).json<ComparisonView>();
    expect(compared.before).toEqual({ planId: id, version: 1, fileName: 'dự thảo.html' });
    expect(compared.added.map(({ text, order }) => [text, order])).toEqual([[signed[0]?.text, 1]]);
    expect(compared.removed.map((task) => task.id)).toEqual(['t2']);
    expect(compared.changed).toMatchObject([{ before: { id: 't3' }, fields: ['time', 'schedule'] }]);
    expect(compared.same.map(({ before }) => before)).toEqual(['t1']);
  });

  it('shows no difference where a correction will be carried over', async () => {
    await review({ kind: 'set', task: 't1', field: 'result', value: 'Báo cáo' }, { kind: 'remove', task: 't2' });
    await second(first);
    const compared = (await browser.get(`/api/plans/${id}/comparison?with=2`)).json<ComparisonView>();
    expect([compared.changed, compared.added, compared.removed]).toEqual([[], [], []]);
    expect(compared.same).toHaveLength(2);
  });

  it('takes over corrections and ids; what it prints anew stands and waits for an eye', async () => {
    const seq = await review(
      { kind: 'set', task: 't1', field: 'result', value: 'Báo cáo' },
      { kind: 'set', task: 't3', field: 'time', value: 'Quý III năm 2026' },
      { kind: 'set', task: 't3', field: 'lead', value: ['Sở Y tế', 'Sở Nội vụ'] },
      { kind: 'accept', tasks: ['t1'] },
      { kind: 'set-head', field: 'place', value: 'Minh Hà 2' },
    );
    await second();
    const { plan, ids } = (await accept(2, seq)).json<PlanView>();
    expect([plan.version, plan.fileName, ids]).toEqual([2, 'bản ký.html', ['v2t1', 't1', 't3']]);
    const { head, tasks } = await draft();
    expect(head.place).toBe('Minh Hà 2');
    expect(tasks.map((task) => [task.id, task.result, task.accepted])).toEqual([
      ['v2t1', null, false],
      ['t1', 'Báo cáo', true],
      ['t3', null, false],
    ]);
    expect(tasks[2]).toMatchObject({ time: 'Quý IV năm 2026', lead: ['Sở Y tế', 'Sở Nội vụ'] });
    expect(tasks[2]?.notes).toContain('changed-since:time');
    expect(tasks[2]?.fields.time?.confidence).toBeLessThan(0.9);
  });

  it('keeps the ids of the matrix, withdraws what is gone, and tells it in the history', async () => {
    await confirm(await review({ kind: 'set', task: 't1', field: 'result', value: 'Báo cáo' }));
    const before = await matrix();
    const { seq } = await second();
    const accepted = (await accept(2, seq)).json<PlanView>();
    expect(accepted.plan.status).toBe('draft');
    expect((await confirm(accepted.seq)).statusCode).toBe(200);
    const after = await matrix();
    const idOf = (tasks: TaskView[], text = '') => tasks.find((task) => task.text === text)?.id;
    expect(after).toHaveLength(3);
    expect(idOf(after, first[0]?.text)).toBe(idOf(before, first[0]?.text));
    expect(idOf(after, first[2]?.text)).toBe(idOf(before, first[2]?.text));
    const gone = await server.database.db
      .selectFrom('task')
      .select(['id', 'withdrawn_at'])
      .where('plan_id', '=', id)
      .where('draft_id', '=', 't2')
      .executeTakeFirstOrThrow();
    expect(gone.withdrawn_at).not.toBeNull();
    const detail = (await browser.get(`/api/tasks/${idOf(after, first[0]?.text)}`)).json<TaskDetail>();
    expect(detail.task.result).toBe('Báo cáo');
    expect(detail.history.map(({ kind }) => kind)).toEqual([
      'read',
      'corrected',
      'confirmed',
      'version-accepted',
      'confirmed',
    ]);
  });

  it('can be left again: the draft before is as it was, and each step is audited', async () => {
    const seq = await review(
      { kind: 'remove', task: 't2' },
      { kind: 'add', task: 'n1', after: 't1' },
      { kind: 'set', task: 'n1', field: 'text', value: 'Việc thêm' },
      { kind: 'move', task: 't3', after: null },
    );
    const before = await draft();
    await second();
    const there = (await accept(2, seq)).json<PlanView>();
    expect((await draft()).tasks.map((task) => task.id)).toContain('n1');
    const back = (await accept(1, there.seq)).json<PlanView>();
    expect(await draft()).toEqual(before);
    expect(back.versions.map(({ state }) => state)).toEqual(['current', 'past']);
    const again = (await accept(2, back.seq)).json<PlanView>();
    expect(again.plan.version).toBe(2);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.slice(1).map(({ action, details }) => [action, details.version])).toEqual([
      ['plan.version-proposed', 2],
      ['plan.version-accepted', 2],
      ['plan.version-accepted', 1],
      ['plan.version-accepted', 2],
    ]);
  });

  it('is dropped while it is a proposal only, and accepted only by who has seen the latest', async () => {
    await second();
    const dropped = await browser.send('DELETE', `/api/plans/${id}/versions/2`);
    expect(dropped.json<PlanView>().versions.map(({ no }) => no)).toEqual([1]);
    expect((await accept(2, 0)).statusCode).toBe(404);
    await second();
    expect((await accept(3, 7)).json()).toMatchObject({ code: 'review-moved-on' });
    await accept(3, 0);
    expect((await browser.send('DELETE', `/api/plans/${id}/versions/3`)).json()).toMatchObject({
      code: 'version-in-use',
    });
  });

  it('refuses acts made on the draft of the file before', async () => {
    await second();
    const { seq } = (await accept(2, 0)).json<PlanView>();
    const actions = [{ id: 'late', act: { kind: 'remove', task: 't1' } }];
    const answer = await browser.send('POST', `/api/plans/${id}/review`, { after: seq, actions, version: 1 });
    expect(answer.json()).toMatchObject({ code: 'review-moved-on' });
  });

  it('is another tenant’s no business', async () => {
    await second();
    const other = await otherTenant(server);
    const answers = [
      await other.get(`/api/plans/${id}/comparison?with=2`),
      await other.get(`/api/plans/${id}/file?version=2`),
      await other.get(`/api/plans/${id}/document?version=2`),
      await other.send('POST', `/api/plans/${id}/versions/2/accept`, { seq: 0 }),
      await other.send('DELETE', `/api/plans/${id}/versions/2`),
      await other.send('POST', `/api/plans/${id}/columns`, { header: 'x', role: 'lead', seq: 0 }),
      await other.upload('a.html', page(signed, number), `/api/plans/${id}/versions`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404));
  });
});

describe('a plan that may be a file of another', () => {
  it('is suggested, compared, and taken as its version', async () => {
    const twin = (await browser.upload('ký.html', page(signed, number))).json<PlanView>();
    expect(twin.candidates.map((one) => one.id)).toContain(id);
    const compared = (await browser.get(`/api/plans/${id}/comparison?with=${twin.plan.id}`)).json<ComparisonView>();
    expect(compared.removed).toHaveLength(1);
    const joined = (
      await browser.send('POST', `/api/plans/${id}/versions/from`, { plan: twin.plan.id })
    ).json<PlanView>();
    expect(joined.versions.map(({ fileName, state }) => [fileName, state])).toEqual([
      ['dự thảo.html', 'current'],
      ['ký.html', 'proposed'],
    ]);
    expect(joined.candidates.map((one) => one.id)).not.toContain(twin.plan.id);
    const { plan } = (await browser.get(`/api/plans/${twin.plan.id}`)).json<PlanView>();
    expect(plan.removedAt).not.toBeNull();
  });

  it('is not taken when somebody has reviewed it for itself', async () => {
    const twin = (await browser.upload('ký.html', page(signed, number))).json<PlanView>();
    await browser.send('POST', `/api/plans/${twin.plan.id}/review`, {
      after: 0,
      actions: [{ id: 'own', act: { kind: 'accept', tasks: ['t1'] } }],
    });
    const answer = await browser.send('POST', `/api/plans/${id}/versions/from`, { plan: twin.plan.id });
    expect(answer.json()).toMatchObject({ code: 'plan-has-review', status: 409 });
  });

  it('is not suggested for another number of the same issuer', async () => {
    const { candidates } = (await browser.upload('khác.html', page(first, 9_000 + number))).json<PlanView>();
    expect(candidates).toEqual([]);
  });
});

describe('two at once', () => {
  it('accepting the same version, one waits and changes nothing more', async () => {
    const { seq } = await second();
    const answers = await Promise.all([accept(2, seq), accept(2, seq)]);
    expect(answers.map(({ statusCode }) => statusCode).filter((code) => code !== 409)).toContain(200);
    expect(answers.every(({ statusCode }) => [200, 409].includes(statusCode))).toBe(true);
    const { events } = await server.database.db
      .selectFrom('plan_event')
      .select(({ fn }) => fn.countAll<number>().as('events'))
      .where('plan_id', '=', id)
      .where('kind', '=', 'version-accepted')
      .executeTakeFirstOrThrow();
    expect(events).toBe(1);
  });

  it('joining two plans each to the other, nobody waits in a circle', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await added(), await added()];
      const join = (one: string, other: string) =>
        browser.send('POST', `/api/plans/${one}/versions/from`, { plan: other });
      const codes = (await Promise.all([join(a, b), join(b, a)])).map(({ statusCode }) => statusCode);
      expect(codes.sort()).toEqual([200, 409]);
    }
  });

  it('saying what a column is while somebody confirms, the confirmation stays', async () => {
    const { seq, reading } = (await browser.get(`/api/plans/${id}`)).json<PlanView>();
    const { db } = server.database;
    const readAgain = async () => {
      expect((await confirm(seq)).statusCode).toBe(200);
      return { format: 'html' as const, document: '{"blocks":[]}', reading: { ...reading, warnings: [], tasks: [] } };
    };
    let asked = 0;
    const still = async () => ({ format: 'html' as const, document: '{"blocks":[]}', reading });
    const reader = { readAgain: () => (asked++ === 0 ? readAgain() : still()) } as unknown as Reader;
    const said = setColumn({ db, reader }, demoOfficer, id, { header: 'Thời gian', role: 'result', seq });
    await expect(said).rejects.toMatchObject({ code: 'plan-confirmed' });
    expect((await browser.get(`/api/plans/${id}`)).json<PlanView>().plan).toMatchObject({
      status: 'confirmed',
      version: 1,
    });
  });
});

const added = async (): Promise<string> =>
  (await browser.upload('khác.html', page(first, ++number))).json<PlanView>().plan.id;
