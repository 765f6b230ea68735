import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foldReview, type ReviewAct } from '../../plan/review.ts';
import type { PlanView } from '../../plan/views.ts';
import { demoOfficer } from '../../store/demo.ts';
import { buildServer } from '../server.ts';
import { addSamplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
let id = '';
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  id = await addSamplePlan(browser);
});

const send = (after: number, ...actions: [string, ReviewAct][]) =>
  browser.send('POST', `/api/plans/${id}/review`, { after, actions: actions.map(([id, act]) => ({ id, act })) });
const confirm = (seq: number) => browser.send('POST', `/api/plans/${id}/confirm`, { seq });
const reopen = () => browser.send('POST', `/api/plans/${id}/reopen`, {});
const matrix = async () => (await browser.get(`/api/tasks?plan=${id}`)).json().tasks;
const plan = async () => (await browser.get(`/api/plans/${id}`)).json<PlanView>();
const setText = (value: string): ReviewAct => ({ kind: 'set', task: 't1', field: 'text', value });

describe('POST /api/plans/:id/review', () => {
  it('appends the acts in order and answers with all after the number known', async () => {
    const first = await send(0, ['a', setText('Một')], ['b', { kind: 'accept', tasks: ['t1'] }]);
    expect(first.json()).toMatchObject({
      seq: 2,
      actions: [
        { seq: 1, id: 'a', by: 'Trần Thị Mai' },
        { seq: 2, id: 'b' },
      ],
    });
    const second = await send(1, ['c', setText('Hai')]);
    expect(second.json().actions.map(({ id }: { id: string }) => id)).toEqual(['b', 'c']);
  });

  it('counts an id once, however often it is sent', async () => {
    await send(0, ['a', setText('Một')]);
    const again = await send(0, ['a', setText('Khác')], ['b', setText('Hai')], ['b', setText('Ba')]);
    expect(again.json()).toMatchObject({ seq: 2 });
    const log = (await browser.get(`/api/plans/${id}/review`)).json();
    expect(log.actions.map(({ act }: { act: { value: string } }) => act.value)).toEqual(['Một', 'Hai']);
  });

  it('gives two tabs that send at once one order, and loses nothing', async () => {
    const sends = Array.from({ length: 20 }, (_, i) => send(0, [`tab${i % 2}-${i}`, setText(`Lần ${i}`)]));
    for (const answer of await Promise.all(sends)) expect(answer.statusCode).toBe(200);
    const { seq, actions } = (await browser.get(`/api/plans/${id}/review?after=0`)).json();
    expect(seq).toBe(20);
    expect(actions.map((action: { seq: number }) => action.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(new Set(actions.map((action: { id: string }) => action.id)).size).toBe(20);
  });

  it('shows in the list what the draft says now', async () => {
    await send(
      0,
      ['a', { kind: 'set-head', field: 'number', value: '99/KH-UBND' }],
      ['b', { kind: 'remove', task: 't3' }],
    );
    const { plans } = (await browser.get('/api/plans?q=99/kh')).json();
    expect(plans).toMatchObject([{ id, number: '99/KH-UBND', tasks: 2 }]);
  });

  it('is no change and no error when nothing is sent', async () => {
    expect((await send(0)).json()).toEqual({ seq: 0, version: 1, actions: [] });
  });

  it.each<[string, unknown]>([
    ['an unknown kind', { kind: 'explode' }],
    ['a field no task has', { kind: 'set', task: 't1', field: 'id', value: 'x' }],
    ['a value of another field’s type', { kind: 'set', task: 't1', field: 'lead', value: 'Sở Nội vụ' }],
    [
      'a day no calendar has',
      { kind: 'set', task: 't1', field: 'schedule', value: { kind: 'deadline', by: '2026-02-30' } },
    ],
    ['a date of the head no calendar has', { kind: 'set-head', field: 'date', value: '2026-13-01' }],
    ['a text without end', { kind: 'set', task: 't1', field: 'text', value: 'x'.repeat(60_000) }],
    ['a NUL character', { kind: 'set', task: 't1', field: 'text', value: 'a\0b' }],
    ['a task id that is none', { kind: 'remove', task: '<script>' }],
    ['more than it says', { kind: 'remove', task: 't1', why: 'x' }],
  ])('refuses %s, and the rest sent with it', async (_what, act) => {
    const answer = await browser.send('POST', `/api/plans/${id}/review`, {
      after: 0,
      actions: [
        { id: 'good', act: setText('Một') },
        { id: 'bad', act },
      ],
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'request-invalid' });
    expect((await plan()).seq).toBe(0);
  });

  it('refuses a confirmed plan, but not the sending again of what it has', async () => {
    await send(0, ['a', setText('Một')]);
    await confirm(1);
    expect((await send(1, ['b', setText('Hai')])).json()).toMatchObject({ code: 'plan-confirmed', status: 409 });
    expect((await send(0, ['a', setText('Một')])).json()).toMatchObject({ seq: 1 });
  });

  it('refuses a plan that was taken away', async () => {
    await browser.send('DELETE', `/api/plans/${id}`);
    expect((await send(0, ['a', setText('Một')])).json()).toMatchObject({ code: 'plan-removed', status: 409 });
    expect((await confirm(0)).json()).toMatchObject({ code: 'plan-removed' });
  });
});

describe('POST /api/plans/:id/confirm', () => {
  it('puts the draft’s tasks into the matrix', async () => {
    await send(0, ['a', setText('Đã sửa')], ['b', { kind: 'remove', task: 't2' }]);
    const answer = await confirm(2);
    expect(answer.json()).toMatchObject({ plan: { status: 'confirmed', tasks: 2 }, seq: 2 });
    expect(answer.json().plan.confirmedAt).not.toBeNull();
    expect((await matrix()).map(({ text }: { text: string }) => text)).toEqual([
      'Đã sửa',
      'Nâng cao chất lượng khám, chữa bệnh ở tuyến cơ sở.',
    ]);
  });

  it('says so when the review has moved on, and confirms nothing', async () => {
    await send(0, ['a', setText('Tab khác')]);
    const answer = await confirm(0);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'review-moved-on', seq: 1 });
    expect(await matrix()).toEqual([]);
    expect((await plan()).plan.status).toBe('draft');
  });

  it('confirms once of two at the same moment', async () => {
    const answers = await Promise.all([confirm(0), confirm(0)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await matrix()).toHaveLength(3);
  });

  it('refuses a task without text, and names it', async () => {
    await send(0, ['a', { kind: 'add', task: 'mới', after: null } as unknown as ReviewAct]);
    await send(0, ['b', { kind: 'add', task: 'new-1', after: null }]);
    expect((await confirm(1)).json()).toMatchObject({ code: 'task-without-text', tasks: ['new-1'] });
  });

  it('leaves one audit entry, for the autosaved acts none', async () => {
    await send(0, ['a', setText('Một')], ['b', setText('Hai')]);
    await confirm(2);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('tenant_id', '=', demoOfficer.tenantId)
      .where('subject', '=', id)
      .orderBy('id')
      .execute();
    expect(entries).toEqual([
      { action: 'plan.added', details: { seq: 0, tasks: 3 } },
      { action: 'plan.confirmed', details: { seq: 2, tasks: 3 } },
    ]);
  });
});

describe('POST /api/plans/:id/reopen', () => {
  it('takes the tasks out of the matrix; confirming again brings them back under the same ids', async () => {
    await confirm(0);
    const before = (await matrix()).map(({ id }: { id: string }) => id);
    expect((await reopen()).json().plan).toMatchObject({ status: 'draft', confirmedAt: null });
    expect(await matrix()).toEqual([]);
    expect((await browser.get(`/api/tasks/${before[0]}`)).statusCode).toBe(404);
    await send(0, ['a', { kind: 'remove', task: 't2' }], ['b', { kind: 'split', task: 't3', into: 'n1', at: 9 }]);
    await confirm(2);
    const after = (await matrix()).map(({ id }: { id: string }) => id);
    expect(after).toHaveLength(3);
    expect(after.filter((task: string) => before.includes(task))).toEqual([before[0], before[2]]);
  });

  it('refuses a draft', async () => {
    expect((await reopen()).json()).toMatchObject({ code: 'plan-not-confirmed', status: 409 });
  });
});

describe('a restart', () => {
  it('keeps everything: the draft is the same, fold for fold', async () => {
    await send(0, ['a', setText('Trước khi khởi động lại')], ['b', { kind: 'move', task: 't3', after: null }]);
    const again = await buildServer({ db: server.database.db, home: server.home, demo: true });
    const read = async (url: string) => (await again.inject({ url, headers: browser.headers })).json();
    const { reading, seq } = await read(`/api/plans/${id}`);
    const { actions } = await read(`/api/plans/${id}/review`);
    expect(seq).toBe(2);
    expect(foldReview(reading, actions).tasks.map((task) => task.id)).toEqual(['t3', 't1', 't2']);
    expect((await again.inject({ url: `/api/plans/${id}/file`, headers: browser.headers })).statusCode).toBe(200);
    await again.close();
  });
});
