import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedOversight } from '../../assignment/oversight/act.ts';
import type { OversightDetailView, OversightListView } from '../../assignment/oversight/views.ts';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, type Province, province } from '../../store/assignment-testing.ts';
import { recordedOf } from '../permission-world.ts';
import { officerOf, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let supervisor: TestBrowser;
let commune: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  supervisor = await holding('supervisor', 'tan-lap');
  commune = await holding('officer', 'tan-lap');
});

const today = dayInVietnam(new Date());
const holding = (role: Role, ...agencies: AgencyName[]) => officerOf(server, there, role, ...agencies);
/** Officers of a test are all of one unit; of another where it is said. */
const ofUnit = async (browser: TestBrowser, unit: string) => {
  await server.database.db.updateTable('officer').set({ unit }).where('id', '=', browser.session.officerId).execute();
  return browser;
};
const entry = (more: Partial<RecordedOversight> = {}) => ({ ...recordedOf(newId(), there.ids['tan-lap']), ...more });
const record = async (more: Partial<RecordedOversight> = {}, browser = supervisor) =>
  (await browser.send('POST', '/api/oversight', entry(more))).json<OversightDetailView>().entry;
const answer = (browser: TestBrowser, id: string, sent = newId()) =>
  browser.send('POST', `/api/oversight/${id}/answers`, {
    ...{ id: sent, act: { kind: 'answer', stance: 'accept', text: 'Đã niêm yết đủ', references: [] } },
  });
const judge = (browser: TestBrowser, id: string, satisfied: boolean, note: string | null = null) =>
  browser.send('POST', `/api/oversight/${id}/follow-up`, { id: newId(), act: { kind: 'judge', satisfied, note } });
const register = async (browser: TestBrowser, query = '') =>
  (await browser.get(`/api/oversight${query}`)).json<OversightListView>().entries.map(({ id }) => id);
const count = async (browser: TestBrowser) => (await browser.get('/api/oversight/count')).json();
const told = async (browser: TestBrowser) =>
  (await browser.get('/api/notifications')).json<NoticeList>().notices.map(({ kind, note, oversight }) => ({
    ...{ kind, note, id: oversight?.id },
  }));

describe('oversight', () => {
  it('is recorded, told to the unit, answered, told to who recorded it, and judged', async () => {
    const { id, status, recordedByUnit } = await record({ wishedBy: addDays(today, 10) });
    expect({ status, recordedByUnit }).toEqual({ status: 'waiting', recordedByUnit: 'Sở khác' });
    expect(await told(commune)).toEqual([{ kind: 'recommended', note: 'Niêm yết lại', id }]);
    expect(await count(commune)).toEqual({ toAnswer: 1, toJudge: 0 });
    expect(await count(supervisor)).toEqual({ toAnswer: 0, toJudge: 0 });
    expect((await answer(commune, id)).json<OversightDetailView>().entry).toMatchObject({
      ...{ status: 'answered', answeredOn: today, answers: true, follows: false, late: false },
    });
    expect(await told(supervisor)).toEqual([{ kind: 'answered', note: 'Đã niêm yết đủ', id }]);
    expect(await count(supervisor)).toEqual({ toAnswer: 0, toJudge: 1 });
    await judge(supervisor, id, false, 'Còn thôn Đoài');
    expect(await told(commune)).toMatchObject([
      { kind: 'unsatisfied', note: 'Còn thôn Đoài' },
      { kind: 'recommended' },
    ]);
    expect(await count(commune)).toEqual({ toAnswer: 1, toJudge: 0 });
    await answer(commune, id);
    const { entry, history } = (await judge(supervisor, id, true)).json<OversightDetailView>();
    expect(entry).toMatchObject({ status: 'satisfied', agencyId: there.ids['tan-lap'] });
    expect(history.map(({ agencyId }) => agencyId)).toEqual([there.ids['tan-lap'], null, there.ids['tan-lap'], null]);
  });

  it('that recommends nothing is told to nobody, and is there to be seen', async () => {
    const { id, status } = await record({ recommendation: null });
    expect(status).toBe('noted');
    expect(await told(commune)).toEqual([]);
    expect(await register(commune)).toEqual([id]);
    expect(await count(commune)).toEqual({ toAnswer: 0, toJudge: 0 });
  });

  it('is told once, and counts once, however often it is sent', async () => {
    const sent = entry();
    const act = newId();
    for (const _ of [1, 2]) {
      expect((await supervisor.send('POST', '/api/oversight', sent)).statusCode).toBe(200);
      expect((await answer(commune, sent.id, act)).statusCode).toBe(200);
    }
    expect(await told(commune)).toHaveLength(1);
    expect(await told(supervisor)).toHaveLength(1);
  });

  it('can be withdrawn by who recorded it, and is done with then', async () => {
    const { id } = await record();
    const withdraw = { id: newId(), act: { kind: 'withdraw', reason: 'Nhầm đơn vị' } };
    expect((await supervisor.send('POST', `/api/oversight/${id}/follow-up`, withdraw)).statusCode).toBe(200);
    expect((await answer(commune, id)).json()).toMatchObject({ code: 'oversight-act-refused' });
    expect(await register(commune, '?status=withdrawn')).toEqual([id]);
  });

  it('may be about what a unit was given, which only who may oversee it is told', async () => {
    await issue(
      there,
      await confirmed(there, [
        { id: 't1', implement: ['UBND xã Tân Lập'] },
        { id: 't2', lead: ['Sở Nội vụ'] },
      ]),
    );
    const subjects = (name: AgencyName) => supervisor.get(`/api/oversight/subjects?agency=${there.ids[name]}`);
    const { items } = (await subjects('tan-lap')).json();
    expect(items).toMatchObject([{ text: 'Việc t1', index: 'PAPI', component: 'Tiếp cận thông tin' }]);
    expect(await record({ about: 'item', itemId: items[0].id })).toMatchObject({ itemText: 'Việc t1', about: 'item' });
    expect((await subjects('noi-vu')).statusCode).toBe(403);
    expect((await supervisor.get('/api/oversight/subjects?agency=')).statusCode).toBe(404);
  });

  it('refuses a day that is none or still to come, and an entry about nothing of the unit', async () => {
    const send = async (more: object) =>
      (await supervisor.send('POST', '/api/oversight', { ...entry(), ...more })).json();
    expect(await send({ day: '2026-02-30' })).toMatchObject({ code: 'request-invalid' });
    expect(await send({ day: addDays(today, 1) })).toMatchObject({ code: 'oversight-refused' });
    expect(await send({ about: 'item', itemId: newId() })).toMatchObject({ code: 'oversight-subject-unknown' });
    expect(await send({ seen: ' ' })).toMatchObject({ code: 'request-invalid' });
    expect(await register(supervisor)).toEqual([]);
  });
});

describe('whose oversight is', () => {
  const refused = { code: 'permission-refused' };

  it('a supervisor of one commune records nothing about another', async () => {
    const about = entry({ agencyId: there.ids['an-phu'] });
    expect((await supervisor.send('POST', '/api/oversight', about)).json()).toMatchObject(refused);
    const everywhere = await holding('supervisor');
    expect((await everywhere.send('POST', '/api/oversight', about)).statusCode).toBe(200);
    expect(await register(supervisor)).toEqual([]);
    expect((await supervisor.get(`/api/oversight/${about.id}`)).statusCode).toBe(404);
  });

  it('a unit neither sees nor answers what is about another, nor does who holds a role everywhere', async () => {
    const { id } = await record();
    const other = await holding('head', 'an-phu');
    expect(await register(other)).toEqual([]);
    expect((await answer(other, id)).json()).toMatchObject(refused);
    expect((await answer(await holding('lead'), id)).json()).toMatchObject(refused);
    expect((await answer(supervisor, id)).json()).toMatchObject(refused);
    expect((await commune.get(`/api/oversight/${id}`)).json()).toMatchObject({ entry: { status: 'waiting' } });
  });

  it('somebody with a role for the whole answers for the unit they are of by name', async () => {
    const lead = await ofUnit(await holding('lead'), 'UBND xã Tân Lập tỉnh Minh Hà');
    const { id } = await record();
    expect(await told(lead)).toHaveLength(1);
    expect((await answer(lead, id)).json<OversightDetailView>().history).toMatchObject([
      { agencyId: there.ids['tan-lap'] },
    ]);
  });

  it('goes on with who recorded it and their body, not with another who oversees the same unit', async () => {
    const { id } = await record();
    await answer(commune, id);
    const stranger = await ofUnit(await holding('supervisor', 'tan-lap'), 'Hội đồng nhân dân xã Tân Lập');
    expect((await judge(stranger, id, true)).json()).toMatchObject(refused);
    expect((await judge(commune, id, true)).json()).toMatchObject(refused);
    const colleague = await holding('supervisor', 'tan-lap');
    expect((await judge(colleague, id, true)).statusCode).toBe(200);
  });

  it('no longer goes on with who may no longer oversee the unit', async () => {
    const { id } = await record();
    await answer(commune, id);
    await server.database.db
      .updateTable('role_grant')
      .set({ revoked_at: new Date(), revoked_by: supervisor.session.officerId })
      .where('officer_id', '=', supervisor.session.officerId)
      .execute();
    expect((await judge(supervisor, id, true)).json()).toMatchObject(refused);
  });

  it('of one tenant is not there for another, and an id of another’s entry tells nothing of it', async () => {
    const { id } = await record();
    const stranger = await otherTenant(server);
    expect(await register(stranger)).toEqual([]);
    expect((await stranger.get(`/api/oversight/${id}`)).statusCode).toBe(404);
    const elsewhere = await holding('supervisor', 'an-phu');
    const sent = { ...entry({ agencyId: there.ids['an-phu'] }), id };
    expect((await elsewhere.send('POST', '/api/oversight', sent)).statusCode).toBe(404);
  });

  it('who oversees can do nothing to the work itself', async () => {
    const acts = { acts: [{ id: newId(), assignmentId: newId(), occurrenceId: newId(), act: { kind: 'accept' } }] };
    for (const url of ['/api/assignments/acts', '/api/assignments/steering'])
      expect((await supervisor.send('POST', url, acts)).json()).toMatchObject(refused);
  });
});
