import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { quarterly } from '../../assignment/testing.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let commune: TestBrowser;
let colleague: TestBrowser;
let other: TestBrowser;
let lead: TestBrowser;
let focal: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  there = await province(server.database.db);
  const tasks = [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly }];
  await issue(there, await confirmed(there, tasks));
  commune = await holding('officer', 'tan-lap');
  colleague = await holding('officer', 'tan-lap');
  other = await holding('officer', 'an-phu');
  lead = await holding('lead', 'noi-vu');
  focal = await holding('focal');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const idOf = async (who: TestBrowser) => (await who.get('/api/session')).json<{ officerId: string }>().officerId;
const news = async (who: TestBrowser) =>
  (await who.get('/api/notifications'))
    .json<NoticeList>()
    .notices.map(({ kind, note, lines }) => `${kind}: ${note ?? ''} ${lines.length}`.trim());
const everybody = async () => ({
  commune: await news(commune),
  colleague: await news(colleague),
  other: await news(other),
  lead: await news(lead),
  focal: await news(focal),
});
const none = { commune: [], colleague: [], other: [], lead: [], focal: [] };

const days = () => owedBy(there, 'tan-lap');
const send = async (who: TestBrowser, way: 'acts' | 'steering', act: object, which = [0], ids = which.map(newId)) => {
  const owed = await days();
  const whole = (act as { kind: string }).kind === 'hand-on';
  const acts = which.map((n, i) => {
    const { id, assignment_id: assignmentId } = owed[n] ?? { id: '', assignment_id: '' };
    return { id: ids[i], assignmentId, occurrenceId: whole ? null : id, act };
  });
  const answer = await who.send('POST', `/api/assignments/${way}`, { acts });
  expect(answer.statusCode).toBe(200);
};
const done = { kind: 'complete', on: '2026-02-01', note: null, serves: [], servedBy: null };
const ask = { kind: 'ask-extension', due: '2099-12-31', reason: 'Chờ số liệu' };

describe('news of work', () => {
  it('that was returned reaches who is to do it, several of one wording as one, and nobody else', async () => {
    await send(commune, 'acts', done, [0, 1]);
    expect(await everybody()).toEqual(none);
    await send(lead, 'steering', { kind: 'return', reason: 'Thiếu phụ lục', due: null }, [0, 1]);
    const told = ['returned: Thiếu phụ lục 2'];
    expect(await everybody()).toEqual({ ...none, commune: told, colleague: told });
    const [notice] = (await commune.get('/api/notifications')).json<NoticeList>().notices;
    expect(notice?.lines[0]).toMatchObject({ step: 'news', status: 'returned', occurrenceId: (await days())[0]?.id });
  });

  it('sent again under the same ids is told once', async () => {
    await send(commune, 'acts', done);
    const back = { kind: 'return', reason: 'Thiếu phụ lục', due: null };
    const ids = [newId()];
    await send(lead, 'steering', back, [0], ids);
    await send(lead, 'steering', back, [0], ids);
    expect(await news(commune)).toHaveLength(1);
  });

  it('for which another day is asked reaches who leads it; the answer who does it', async () => {
    await send(commune, 'acts', ask);
    expect(await everybody()).toEqual({ ...none, lead: ['extension-asked: Chờ số liệu 1'] });
    await send(lead, 'steering', { kind: 'decline', reason: 'Phải kịp quý' });
    await send(colleague, 'acts', ask);
    await send(lead, 'steering', { kind: 'extend', due: '2099-12-20', reason: 'Được', grantedBy: 'Sở Nội vụ' });
    const answers = ['extension-granted: Được 1', 'extension-declined: Phải kịp quý 1'];
    expect(await everybody()).toMatchObject({ commune: answers, colleague: answers, other: [], focal: [] });
  });

  it('for which another day is asked reaches the focal office where nobody leads it by name', async () => {
    const led = new Set((await days()).map(({ id }) => id));
    const alone = [{ id: 't9', implement: ['UBND xã Tân Lập'], schedule: quarterly }];
    await issue(there, await confirmed(there, alone));
    const one = (await days()).find(({ id }) => !led.has(id));
    const sent = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act: ask };
    expect((await commune.send('POST', '/api/assignments/acts', { acts: [sent] })).statusCode).toBe(200);
    expect(await everybody()).toEqual({ ...none, focal: ['extension-asked: Chờ số liệu 1'] });
  });

  it('that was handed on reaches that person, unless they did it themselves or cannot see it', async () => {
    const handOn = (officerId: string) => ({ kind: 'hand-on', divisionId: null, officerId, note: 'Giúp tôi' });
    await send(commune, 'acts', handOn(await idOf(colleague)));
    expect(await everybody()).toEqual({ ...none, colleague: ['handed-on: Giúp tôi 1'] });
    await send(commune, 'acts', handOn(await idOf(commune)));
    await send(commune, 'acts', handOn(await idOf(other)));
    expect(await everybody()).toEqual({ ...none, colleague: ['handed-on: Giúp tôi 1'] });
  });
});

describe('news of a difficulty', () => {
  const raise = async () => {
    const [one] = await days();
    const { db } = server.database;
    const { item_id: itemId } = await db
      .selectFrom('occurrence')
      .select('item_id')
      .where('id', '=', one?.id ?? '')
      .executeTakeFirstOrThrow();
    const id = newId();
    const body = {
      id,
      itemId,
      assignmentId: one?.assignment_id,
      agencyId: there.ids['tan-lap'],
      text: 'Thiếu mẫu biểu',
    };
    const sent = { ...body, toAgencyId: there.ids['noi-vu'], answerBy: null };
    for (let times = 0; times < 2; times += 1)
      expect((await commune.send('POST', '/api/difficulties', sent)).statusCode).toBe(200);
    return id;
  };
  const act = async (who: TestBrowser, id: string, act: object) =>
    expect((await who.send('POST', `/api/difficulties/${id}/acts`, { id: newId(), act })).statusCode).toBe(200);

  it('reaches the agency that is asked, then the one it is passed on to, and at last who raised it', async () => {
    const finance = await holding('officer', 'tai-chinh');
    const id = await raise();
    expect(await everybody()).toEqual({ ...none, lead: ['difficulty-sent: Thiếu mẫu biểu 0'] });
    const forward = { kind: 'forward', agencyId: there.ids['tai-chinh'], reason: 'Thuộc tài chính', answerBy: null };
    await act(lead, id, forward);
    expect(await news(finance)).toEqual(['difficulty-forwarded: Thuộc tài chính 0']);
    await act(finance, id, { kind: 'answer', text: 'Dùng mẫu số 2', on: '2026-02-01' });
    expect(await news(commune)).toEqual(['difficulty-answered: Dùng mẫu số 2 0']);
    expect([await news(colleague), await news(other), await news(finance)]).toEqual([[], [], expect.any(Array)]);
    const [notice] = (await commune.get('/api/notifications')).json<NoticeList>().notices;
    expect(notice?.difficulty).toEqual({ id, agency: 'UBND xã Tân Lập', answerBy: null });
  });

  it('is told to the unit when whoever raised it works there no more', async () => {
    const id = await raise();
    await server.database.db
      .updateTable('role_grant')
      .set({ revoked_at: new Date(), revoked_by: there.actor.officerId })
      .where('officer_id', '=', await idOf(commune))
      .execute();
    await act(lead, id, { kind: 'amend', planId: null, note: 'Sẽ sửa kế hoạch' });
    expect(await news(colleague)).toEqual(['difficulty-answered: Sẽ sửa kế hoạch 0']);
  });
});
