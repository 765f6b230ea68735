import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import type { AssignmentLine } from '../../assignment/views.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let planId: string;
let focal: TestBrowser;
let commune: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const tasks = [
  { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly },
  { id: 't2', lead: ['Sở Tài chính'], component: 'Thu, chi' },
];
beforeEach(async () => {
  there = await province(server.database.db);
  planId = await confirmed(there, tasks);
  focal = await holding('focal');
  commune = await holding('officer', 'tan-lap');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const year = dayInVietnam(new Date()).slice(0, 4);
const today = dayInVietnam(new Date());
const yesterday = dayInVietnam(new Date(Date.now() - 86_400_000));
const give = () => issue(there, planId);
const first = async (name: AgencyName = 'tan-lap') => {
  const [one] = await owedBy(there, name);
  if (!one) throw new Error('nothing is owed');
  return one;
};
const sent = (one: { assignment_id: string; id: string }, act: object, id = newId()) => ({
  ...{ id, assignmentId: one.assignment_id, occurrenceId: one.id, act },
});
const complete = { kind: 'complete', on: yesterday, note: null, serves: [], servedBy: null };
const act = (browser: TestBrowser, ...acts: object[]) => browser.send('POST', '/api/assignments/acts', { acts });
const steer = (browser: TestBrowser, ...acts: object[]) => browser.send('POST', '/api/assignments/steering', { acts });

describe('GET and POST /api/plans/:id/issue', () => {
  it('shows what issuing would do before anything is made, and does it', async () => {
    const preview = await focal.get(`/api/plans/${planId}/issue?owedFrom=all`);
    expect(preview.json()).toMatchObject({ items: { create: 2 }, issues: [] });
    expect((await focal.get('/api/work-items')).json().items).toEqual([]);
    const done = await focal.send('POST', `/api/plans/${planId}/issue`, { owedFrom: 'all' });
    expect(done.json()).toMatchObject({ ...preview.json(), issues: [{ no: 1, day: '2026-01-15', owedFrom: null }] });
    expect((await focal.get('/api/work-items')).json()).toMatchObject({ total: 2 });
  });

  it('names the agencies and the names that wait for a person', async () => {
    await confirmed(there, [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['Phòn Kinh tế'] }], { id: planId });
    const { agencies, unresolved, nobody } = (await focal.get(`/api/plans/${planId}/issue`)).json();
    expect(agencies).toMatchObject([{ name: 'Sở Nội vụ', lead: 1, occurrences: 0 }]);
    expect(unresolved).toEqual([{ printed: 'Phòn Kinh tế', roles: ['implement'], items: 1 }]);
    expect(nobody).toMatchObject([{ key: 't1', why: 'unresolved' }]);
  });

  it('says that whoever issued the plan is not in the directory on its day', async () => {
    const url = `/api/plans/${planId}/issue`;
    expect((await focal.get(url)).json().issuerUnknown).toBeNull();
    const { db } = server.database;
    const elsewhere = 'Ủy ban nhân dân tỉnh Bình Hà';
    await db.updateTable('plan').set({ issuer: elsewhere }).where('id', '=', planId).execute();
    expect((await focal.get(url)).json()).toMatchObject({
      issuerUnknown: { printed: elsewhere, on: '2026-01-15' },
      agencies: [],
    });
  });

  it('owes the first time from today where some of it is past, then as last time, and what is asked for before that', async () => {
    const url = `/api/plans/${planId}/issue`;
    const shown = (await focal.get(url)).json();
    // The year of the plan is 2026: at its end all of it is past, before that a part.
    expect(shown.past).toBeGreaterThan(0);
    expect(shown.owedFrom).toBe(shown.today);
    const { create } = shown.occurrences;
    expect((await focal.send('POST', url, {})).json()).toMatchObject({
      ...{ occurrences: { create }, issues: [{ no: 1, owedFrom: shown.today }] },
    });
    const earlier = (await focal.get(`${url}?owedFrom=2026-05-01`)).json();
    expect(earlier).toMatchObject({
      owedFrom: '2026-05-01',
      leftOut: [{ occurrences: 3, days: [{ due: '2026-03-13' }] }],
    });
    await focal.send('POST', url, { owedFrom: '2026-05-01' });
    expect((await focal.get(url)).json()).toMatchObject({
      owedFrom: '2026-05-01',
      occurrences: { create: 0 },
      past: 3,
    });
    expect((await owedBy(there, 'tan-lap')).map(({ due }) => due)).toEqual(['2026-06-12', '2026-09-14', '2026-12-14']);
  });

  it('is refused to a unit’s officer, for no plan, and for a day no calendar has', async () => {
    expect((await commune.send('POST', `/api/plans/${planId}/issue`, {})).json()).toMatchObject({
      code: 'permission-refused',
    });
    expect((await focal.send('POST', `/api/plans/${newId()}/issue`, {})).statusCode).toBe(404);
    expect((await focal.send('POST', `/api/plans/${planId}/issue`, { day: '2026-02-30' })).statusCode).toBe(400);
    expect((await focal.get(`/api/plans/${planId}/issue?owedFrom=2026-02-30`)).statusCode).toBe(400);
  });
});

describe('GET /api/my-work', () => {
  it('shows a unit its own work by component, and nobody else’s', async () => {
    await give();
    const work = (await commune.get('/api/my-work')).json();
    expect(work.owed.map(({ agencyId }: { agencyId: string }) => agencyId)).toEqual(
      Array(4).fill(there.ids['tan-lap']),
    );
    expect(work.components).toMatchObject([{ component: 'Tiếp cận thông tin', items: [work.items[0].id] }]);
    expect(work.agencies).toMatchObject([{ name: 'UBND xã Tân Lập', asked: false }]);
    // Who follows the whole province owes nothing of it.
    expect((await focal.get('/api/my-work')).json().owed).toEqual([]);
  });

  it('of one agency is refused to who has no role there', async () => {
    await give();
    expect((await commune.get(`/api/my-work?agency=${there.ids['an-phu']}`)).statusCode).toBe(403);
    expect((await focal.get(`/api/my-work?agency=${there.ids['an-phu']}`)).json().owed).toHaveLength(4);
    expect((await commune.get('/api/my-work?agency=x')).statusCode).toBe(404);
  });

  it('lists roles beside it', async () => {
    await give();
    const lead = await holding('lead', 'noi-vu');
    expect((await lead.get('/api/my-work/roles')).json()).toMatchObject({
      ...{ roles: [{ role: 'lead', item: { text: 'Việc t1' } }], agencies: [{ name: 'Sở Nội vụ' }] },
    });
  });
});

describe('POST /api/assignments/acts', () => {
  it('completes a day of one’s own unit, and tells how things are then', async () => {
    await give();
    const one = await first();
    const answer = await act(
      commune,
      sent(one, { kind: 'evidence', what: 'Biên bản', address: null }),
      sent(one, complete),
    );
    expect(answer.json()).toMatchObject({ taken: 2, known: 0, refused: [] });
    const [line] = answer.json().assignments as AssignmentLine[];
    expect(line?.occurrences[0]).toMatchObject({ status: 'done', percent: 100, evidence: 1, completedOn: yesterday });
    const detail = (await commune.get(`/api/assignments/${one.assignment_id}`)).json();
    expect(detail.history).toMatchObject([
      { by: 'Người khác', source: 'web', agencyId: there.ids['tan-lap'], act: { kind: 'evidence' } },
      { act: { kind: 'complete' } },
    ]);
  });

  it('is refused for another unit’s work, and for what is for who leads', async () => {
    await give();
    expect((await act(commune, sent(await first('an-phu'), complete))).json()).toMatchObject({
      code: 'permission-refused',
    });
    const cancel = { ...sent(await first(), { kind: 'cancel', reason: 'Thôi' }), occurrenceId: null };
    expect((await act(commune, cancel)).json()).toMatchObject({ code: 'request-invalid' });
    expect((await steer(commune, cancel)).json()).toMatchObject({ code: 'permission-refused' });
  });

  it('is not done in another agency’s name', async () => {
    await give();
    const foreign = { ...sent(await first(), complete), agencyId: there.ids['an-phu'] };
    expect((await act(commune, foreign)).json()).toMatchObject({ code: 'permission-refused' });
  });

  it('says in a sentence why it is refused, and in bulk goes on with the others', async () => {
    await give();
    const one = await first();
    await act(commune, sent(one, complete));
    expect((await act(commune, sent(one, complete))).json()).toMatchObject({
      ...{ code: 'act-refused', why: 'not-in-this-state', detail: expect.stringContaining('Hãy tải lại trang') },
    });
    const other = (await owedBy(there, 'tan-lap'))[1];
    const both = [sent(one, complete), sent(other ?? one, { kind: 'progress', percent: 5, note: null })];
    const bulk = await commune.send('POST', '/api/assignments/acts', { acts: both, skipRefused: true });
    expect(bulk.json()).toMatchObject({ taken: 1, refused: [{ why: 'not-in-this-state' }] });
  });

  it('undoes its own and not what who leads has done', async () => {
    await give();
    const one = await first();
    const done = sent(one, complete);
    await act(commune, done);
    const undo = (of: string) => ({ ...sent(one, { kind: 'undo', of }), occurrenceId: null });
    const lead = await holding('lead', 'noi-vu');
    const back = sent(one, { kind: 'return', reason: 'Thiếu danh sách', due: null });
    expect((await steer(lead, back)).statusCode).toBe(200);
    expect((await act(commune, undo(back.id))).json()).toMatchObject({ code: 'request-invalid' });
    expect((await act(commune, undo(done.id))).json()).toMatchObject({ taken: 1 });
    expect((await act(commune, undo(done.id))).json()).toMatchObject({ code: 'act-refused', why: 'nothing-to-undo' });
  });

  it('hands work on only to agencies and officers there are', async () => {
    await give();
    const one = await first();
    const hand = (to: object) => ({
      ...sent(one, { kind: 'hand-on', divisionId: null, officerId: null, note: null, ...to }),
      occurrenceId: null,
    });
    expect((await act(commune, hand({ divisionId: newId() }))).statusCode).toBe(404);
    expect((await act(commune, hand({ officerId: newId() }))).statusCode).toBe(404);
    expect((await act(commune, hand({ divisionId: there.ids['so-moi'] }))).json()).toMatchObject({
      assignments: [{ divisionId: there.ids['so-moi'] }],
    });
  });

  it.each<[string, object]>([
    ['a day no calendar has', { ...complete, on: '2026-02-30' }],
    ['more than it says', { ...complete, why: 'x' }],
    ['a move, which only the calendar makes', { kind: 'move', due: '2026-12-01', why: 'x' }],
    ['an end, which only issuing again makes', { kind: 'supersede', reason: 'x' }],
    ['more than all', { kind: 'progress', percent: 101, note: null }],
    ['evidence of nothing', { kind: 'evidence', what: ' ', address: null }],
    ['a NUL character', { kind: 'evidence', what: 'a\0b', address: null }],
  ])('refuses %s', async (_what, what) => {
    await give();
    expect((await act(commune, sent(await first(), what))).json()).toMatchObject({ code: 'request-invalid' });
  });

  it('finds no assignment of another tenant', async () => {
    await give();
    const other = await province(server.database.db);
    const stranger = await officerHolding(server, [{ role: 'officer', agencies: 'all' }], other.actor.tenantId);
    expect((await act(stranger, sent(await first(), complete))).statusCode).toBe(404);
    expect((await stranger.get(`/api/assignments/${(await first()).assignment_id}`)).statusCode).toBe(404);
  });
});

describe('a single day that was given to another agency', () => {
  it('is that agency’s to do, and the other days are not', async () => {
    await give();
    const [one, other] = await owedBy(there, 'tan-lap');
    const lead = await holding('lead', 'noi-vu');
    const given = sent(one ?? (await first()), { kind: 'reassign', agencyId: there.ids['an-phu'], reason: 'Làm giúp' });
    expect((await steer(lead, given)).statusCode).toBe(200);
    const helper = await holding('officer', 'an-phu');
    expect((await act(helper, sent(one ?? (await first()), complete))).statusCode).toBe(200);
    expect((await act(helper, sent(other ?? (await first()), complete))).statusCode).toBe(403);
  });
});

describe('POST /api/assignments/steering', () => {
  it('lets nobody extend their own day: where who leads does the work itself, the focal office does', async () => {
    await give();
    const own = await first('tai-chinh');
    const extend = sent(own, { kind: 'extend', due: '2099-12-31', reason: 'Bão', grantedBy: 'UBND tỉnh' });
    expect((await steer(await holding('lead', 'tai-chinh'), extend)).statusCode).toBe(403);
    expect((await steer(focal, extend)).statusCode).toBe(200);
  });

  it('lets who leads the task extend a day, and not who leads another', async () => {
    await give();
    const one = await first();
    const extend = sent(one, { kind: 'extend', due: `${year}-12-31`, reason: 'Bão', grantedBy: 'Sở Nội vụ' });
    expect((await steer(await holding('lead', 'tai-chinh'), extend)).statusCode).toBe(403);
    expect((await steer(await holding('lead', 'noi-vu'), extend)).json()).toMatchObject({ taken: 1 });
  });

  it('gives all of an assignment to another agency, which has it in its list, and takes that back', async () => {
    await give();
    const one = await first();
    const lead = await holding('lead', 'noi-vu');
    const reassign = (to: AgencyName) => ({
      ...{ id: newId(), assignmentId: one.assignment_id, occurrenceId: null },
      act: { kind: 'reassign', agencyId: there.ids[to], reason: 'Đổi phân công' },
    });
    expect((await steer(commune, reassign('an-phu'))).statusCode).toBe(403);
    const given = reassign('an-phu');
    expect((await steer(lead, given)).json().assignments).toMatchObject([{ agencyId: there.ids['an-phu'] }]);
    expect((await commune.get('/api/my-work')).json().owed).toEqual([]);
    expect((await (await holding('officer', 'an-phu')).get('/api/my-work')).json().owed).toHaveLength(8);
    const detail = (await focal.get(`/api/assignments/${one.assignment_id}`)).json();
    expect(detail.history).toMatchObject([{ act: { kind: 'reassign', reason: 'Đổi phân công' } }]);
    const undo = {
      id: newId(),
      assignmentId: one.assignment_id,
      occurrenceId: null,
      act: { kind: 'undo', of: given.id },
    };
    expect((await steer(lead, undo)).json()).toMatchObject({ taken: 1 });
    expect((await commune.get('/api/my-work')).json().owed).toHaveLength(4);
  });

  it('gives nothing to an agency that has ended', async () => {
    await give();
    const one = await first();
    await there.db
      .updateTable('agency_span')
      .set({ valid_to: yesterday })
      .where('agency_id', '=', there.ids['so-moi'])
      .execute();
    const act = { kind: 'reassign', agencyId: there.ids['so-moi'], reason: 'Đổi phân công' };
    const answer = await steer(focal, sent(one, act));
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'act-refused']);
    expect(answer.json().detail).toMatch(/không còn hoạt động/);
    expect((await commune.get('/api/my-work')).json().owed).toHaveLength(4);
  });
});

describe('concrete acts and what one act serves', () => {
  const concrete = (one: { assignment_id: string }, concreteId: string, change: object) => ({
    ...{
      id: newId(),
      assignmentId: one.assignment_id,
      occurrenceId: null,
      act: { kind: 'concrete', concreteId, change },
    },
  });
  const add = { kind: 'add', text: 'Họp thôn', product: null, due: null, villages: ['Đông', 'Đoài'] };
  const tick = (village: string, on = yesterday) => ({ kind: 'tick', village, on });

  it('are named and ticked by the unit, shown with who and when, and refused to others', async () => {
    await give();
    const one = await first();
    const id = newId();
    const head = await holding('head', 'tan-lap');
    await act(commune, concrete(one, id, add));
    // Both look at the list without ticks, and tick another village each.
    await Promise.all([act(head, concrete(one, id, tick('Đông'))), act(commune, concrete(one, id, tick('Đoài')))]);
    const { acts, history } = (await commune.get(`/api/assignments/${one.assignment_id}`)).json();
    expect(acts).toMatchObject([{ id, text: 'Họp thôn', doneOn: null, doneBy: null, doneAt: null }]);
    const by = new Map(
      history.map((entry: { act: { change: { village?: string } } }) => [entry.act.change.village, entry]),
    );
    expect(acts[0].villages).toEqual(
      ['Đông', 'Đoài'].map((name) => {
        const { by: doneBy, at: doneAt } = by.get(name) as { by: string; at: string };
        return { name, doneOn: yesterday, doneBy, doneAt };
      }),
    );
    expect((await act(await holding('officer', 'an-phu'), concrete(one, id, tick('Đông')))).statusCode).toBe(403);
    expect((await act(await holding('supervisor'), concrete(one, id, tick('Đông')))).statusCode).toBe(403);
  });

  it('are not done in the future, which is said with what to do', async () => {
    await give();
    const one = await first();
    const refused = await act(commune, concrete(one, newId(), { kind: 'done', on: '2099-01-01' }));
    expect(refused.json()).toMatchObject({
      code: 'act-refused',
      detail: expect.stringContaining('không thể sau hôm nay'),
    });
    expect((await act(commune, sent(one, { ...complete, on: '1990-01-01' }))).json()).toMatchObject({
      detail: expect.stringContaining('trước năm việc này được giao'),
    });
  });

  it('with a day of their own stand in my work and in the calendar until they are done', async () => {
    await give();
    const one = await first();
    const id = newId();
    const tomorrow = dayInVietnam(new Date(Date.now() + 86_400_000));
    await act(commune, concrete(one, id, { ...add, due: tomorrow }), concrete(one, newId(), add));
    const mine = async () => (await commune.get('/api/my-work')).json().concrete;
    expect(await mine()).toEqual([{ id, assignmentId: one.assignment_id, text: 'Họp thôn', due: tomorrow }]);
    const { address } = (await commune.send('POST', '/api/feed', { alarm: false })).json();
    const feed = async () => (await commune.get(new URL(address).pathname)).body;
    expect(await feed()).toContain('SUMMARY:Hạn: Việc cụ thể: Họp thôn');
    // Every village ticked is as good as the act itself.
    await act(commune, concrete(one, id, tick('Đông')), concrete(one, id, tick('Đoài')));
    expect(await mine()).toEqual([]);
    expect(await feed()).not.toContain('SUMMARY:Hạn: Việc cụ thể: Họp thôn');
  });

  it('tells the day a person gave, and beside it the day the explanation is of', async () => {
    await give();
    const one = await first();
    const lines = async () =>
      (await commune.get('/api/my-work')).json().owed.find(({ id }: { id: string }) => id === one.id);
    expect((await lines()).firstDue).toBeNull();
    const extend = { kind: 'extend', due: '2027-12-01', reason: 'Bão', grantedBy: 'Chủ tịch' };
    expect((await steer(focal, sent(one, extend))).json()).toMatchObject({ taken: 1 });
    expect(await lines()).toMatchObject({ due: '2027-12-01', firstDue: one.due });
  });

  it('offers what else of the unit the same act could fulfil', async () => {
    await confirmed(there, [...tasks, { id: 't3', implement: ['UBND xã Tân Lập'] }], { id: planId });
    await give();
    const one = await first();
    const found = (await commune.get(`/api/occurrences/${one.id}/servable`)).json();
    expect(found).toMatchObject({ items: [{ text: 'Việc t3' }], owed: [{ same: false }] });
    const answer = await act(commune, sent(one, { ...complete, serves: [found.owed[0].id] }));
    expect(answer.json()).toMatchObject({ taken: 2 });
  });
});

describe('following', () => {
  it('shows units × tasks with few bytes, bounded by who asks; who leads sees all who implement', async () => {
    await give();
    const cells = async (browser: TestBrowser, query = '') =>
      (await browser.get(`/api/follow/heat-map?from=2026-01-01&to=2026-12-31${query}`)).json();
    const all = await cells(focal);
    expect(all.cells).toHaveLength(4);
    expect(all.cells[0]).toHaveLength(7);
    expect((await cells(commune)).agencies).toHaveLength(1);
    expect((await cells(await holding('lead', 'noi-vu'))).agencies).toHaveLength(3);
    expect((await cells(focal, '&level=province')).cells).toHaveLength(1);
    expect((await cells(focal, '&on=2026-01-14')).cells).toEqual([]);
    const then = await cells(focal, '&on=2026-01-15');
    expect(then.cells.map((cell: number[]) => cell[4])).toEqual([4, 4, 4, 1]);
  });

  it('shows who leads a desk of its tasks, and a head who has the work', async () => {
    await give();
    const lead = await holding('lead', 'noi-vu');
    expect((await lead.get('/api/follow/desks/lead?from=2026-01-01&to=2026-12-31')).json().lines).toMatchObject([
      { item: { text: 'Việc t1' }, agencies: 3 },
    ]);
    expect((await lead.get('/api/follow/desks/owner')).statusCode).toBe(400);
    const head = await holding('head', 'tan-lap');
    expect((await head.get('/api/follow/heads?from=2026-01-01&to=2026-12-31')).json().lines).toMatchObject([
      { agencyId: there.ids['tan-lap'], officerId: null },
    ]);
  });

  it('shows a unit’s page within reach alone', async () => {
    await give();
    const url = (name: AgencyName) => `/api/follow/units/${there.ids[name]}?from=2026-01-01&to=2026-12-31`;
    expect((await commune.get(url('tan-lap'))).json()).toMatchObject({ agency: { name: 'UBND xã Tân Lập' } });
    expect((await commune.get(url('an-phu'))).statusCode).toBe(403);
    expect((await focal.get(`/api/follow/units/${newId()}`)).statusCode).toBe(404);
  });

  it('finds tasks without marks, and shows one with those within reach', async () => {
    await give();
    const { items } = (await focal.get('/api/work-items?q=viec%20t1')).json();
    expect(items).toMatchObject([{ text: 'Việc t1', progress: { waiting: 0 } }]);
    expect((await focal.get(`/api/work-items/${items[0].id}`)).json().assignments).toHaveLength(4);
    expect((await commune.get(`/api/work-items/${items[0].id}`)).json().assignments).toHaveLength(1);
    expect((await focal.get('/api/work-items?q=khong-co')).json()).toMatchObject({ total: 0, items: [] });
  });
});

describe('difficulties', () => {
  it('are raised by a unit, answered by who leads, and closed', async () => {
    await give();
    const one = await first();
    const { item } = (await commune.get(`/api/assignments/${one.assignment_id}`)).json();
    const raised = {
      ...{ id: newId(), itemId: item.id, assignmentId: one.assignment_id, agencyId: there.ids['tan-lap'] },
      ...{ text: 'Thiếu kinh phí', toAgencyId: null, answerBy: today },
    };
    const opened = await commune.send('POST', '/api/difficulties', raised);
    expect(opened.json().difficulty).toMatchObject({
      status: 'raised',
      toAgencyId: there.ids['noi-vu'],
      days: 0,
      late: false,
    });
    const url = `/api/difficulties/${raised.id}/acts`;
    const answer = { id: newId(), act: { kind: 'answer', text: 'Bố trí trong dự toán', on: yesterday } };
    expect((await commune.send('POST', url, answer)).statusCode).toBe(403);
    const lead = await holding('lead', 'noi-vu');
    expect((await lead.send('POST', url, answer)).json().difficulty).toMatchObject({ status: 'answered' });
    const close = { id: newId(), act: { kind: 'close', note: null } };
    expect((await commune.send('POST', url, close)).json()).toMatchObject({
      ...{
        difficulty: { status: 'closed' },
        history: [{ agencyId: there.ids['noi-vu'] }, { agencyId: there.ids['tan-lap'] }],
      },
    });
    expect((await commune.send('POST', url, { ...close, id: newId() })).json()).toMatchObject({
      code: 'difficulty-act-refused',
    });
    expect((await lead.get('/api/difficulties?status=closed')).json().difficulties).toHaveLength(1);
    const stranger = await holding('officer', 'an-phu');
    expect((await stranger.get(`/api/difficulties/${raised.id}`)).statusCode).toBe(404);
    expect((await stranger.send('POST', '/api/difficulties', { ...raised, id: newId() })).statusCode).toBe(403);
  });
});

describe('items that repeat one another', () => {
  it('are found when a plan is issued, and decided by the focal office', async () => {
    const text = 'Niêm yết công khai thu, chi ngân sách tại trụ sở';
    await confirmed(there, [{ id: 't1', lead: ['Sở Nội vụ'], text }], { id: planId });
    await focal.send('POST', `/api/plans/${planId}/issue`, {});
    const other = await confirmed(there, [{ id: 't1', lead: ['Sở Tài chính'], text }]);
    await focal.send('POST', `/api/plans/${other}/issue`, {});
    const [link] = (await focal.get('/api/work-items/links')).json().links;
    expect(link).toMatchObject({ score: 1, decision: null });
    const decision = { item: link.item.item.id, other: link.other.item.id, decision: 'same' };
    expect((await commune.send('POST', '/api/work-items/links', decision)).statusCode).toBe(403);
    expect((await focal.send('POST', '/api/work-items/links', decision)).statusCode).toBe(204);
    const lead = await holding('lead', 'noi-vu');
    const shown = (await lead.get(`/api/work-items/links?plan=${other}`)).json();
    expect(shown).toMatchObject({
      ...{ counts: { undecided: 0, same: 1 }, links: [{ decision: 'same', both: 0, decidedBy: expect.any(String) }] },
      agencies: [{ name: 'Sở Nội vụ' }, { name: 'Sở Tài chính' }],
    });
    const counted = (await focal.get('/api/work-items/links?state=same&most=0')).json();
    expect(counted).toMatchObject({ counts: { same: 1 }, links: [] });
    expect((await lead.send('POST', '/api/work-items/links', { ...decision, decision: null })).statusCode).toBe(204);
    const stranger = await holding('lead', 'tan-lap');
    expect((await stranger.get('/api/work-items/links')).json().links).toEqual([]);
    expect((await stranger.send('POST', '/api/work-items/links', decision)).statusCode).toBe(403);
  });
});
