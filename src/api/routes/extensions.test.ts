import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AskedExtensionsView } from '../../assignment/extension/views.ts';
import { quarterly } from '../../assignment/testing.ts';
import type { MyWorkView } from '../../assignment/views.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let commune: TestBrowser;
let lead: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  there = await province(server.database.db);
  const tasks = [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly }];
  await issue(there, await confirmed(there, tasks));
  commune = await holding('officer', 'tan-lap');
  lead = await holding('lead', 'noi-vu');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const ask = { kind: 'ask-extension', due: '2099-12-31', reason: 'Chờ số liệu' };
const grant = { kind: 'extend', due: '2099-12-20', reason: 'Đồng ý', grantedBy: 'Giám đốc Sở Nội vụ' };
const send = async (who: TestBrowser, way: 'acts' | 'steering', act: object, name: AgencyName = 'tan-lap') => {
  const [one] = await owedBy(there, name);
  const sent = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act };
  return who.send('POST', `/api/assignments/${way}`, { acts: [sent] });
};
const asked = async (who: TestBrowser) => (await who.get('/api/extensions')).json<AskedExtensionsView>();
const own = async () => (await commune.get('/api/my-work')).json<MyWorkView>().owed[0];

describe('asking for another day', () => {
  it('stands on the desks of the unit and of who may extend, and on nobody else’s', async () => {
    expect((await asked(lead)).owed).toEqual([]);
    expect((await send(commune, 'acts', ask)).statusCode).toBe(200);
    expect(await own()).toMatchObject({ asked: { due: '2099-12-31', reason: 'Chờ số liệu' }, declined: null });
    const seen = await asked(lead);
    expect(seen.owed).toMatchObject([{ agencyId: there.ids['tan-lap'], asked: { due: '2099-12-31' } }]);
    expect([seen.items, seen.agencies]).toMatchObject([[{ text: 'Việc t1' }], [{ name: 'UBND xã Tân Lập' }]]);
    expect((await asked(await holding('focal'))).owed).toHaveLength(1);
    expect((await asked(await holding('lead', 'tai-chinh'))).owed).toEqual([]);
    expect((await commune.get('/api/extensions')).statusCode).toBe(403);
  });

  it('is granted by who leads: the day moves and nothing waits', async () => {
    const before = (await own())?.due;
    await send(commune, 'acts', ask);
    expect((await own())?.due).toBe(before);
    expect((await send(lead, 'steering', grant)).statusCode).toBe(200);
    const [one] = await owedBy(there, 'tan-lap');
    expect(one?.due).toBe('2099-12-20');
    expect((await asked(lead)).owed).toEqual([]);
  });

  it('is declined with a reason, which the unit sees until it asks again', async () => {
    await send(commune, 'acts', ask);
    expect((await send(lead, 'steering', { kind: 'decline', reason: ' ' })).statusCode).toBe(400);
    expect((await send(lead, 'steering', { kind: 'decline', reason: 'Phải kịp báo cáo quý' })).statusCode).toBe(200);
    expect(await own()).toMatchObject({ asked: null, declined: 'Phải kịp báo cáo quý' });
    expect((await asked(lead)).owed).toEqual([]);
    await send(commune, 'acts', ask);
    expect(await own()).toMatchObject({ asked: { due: '2099-12-31' }, declined: null });
  });

  it('is the unit’s to do, and answering it is not', async () => {
    expect((await send(commune, 'acts', ask, 'an-phu')).json()).toMatchObject({ code: 'permission-refused' });
    await send(commune, 'acts', ask);
    expect((await send(commune, 'steering', grant)).json()).toMatchObject({ code: 'permission-refused' });
    expect((await send(lead, 'acts', { kind: 'decline', reason: 'Không' })).json()).toMatchObject({
      code: 'request-invalid',
    });
    expect((await send(commune, 'acts', ask)).json()).toMatchObject({ code: 'act-refused', why: 'already-asked' });
  });

  it('is answered only where somebody asks, and taken back by who asked', async () => {
    expect((await send(lead, 'steering', { kind: 'decline', reason: 'Không' })).json()).toMatchObject({
      ...{ code: 'act-refused', why: 'nothing-asked' },
    });
    const [one] = await owedBy(there, 'tan-lap');
    const id = newId();
    const about = { assignmentId: one?.assignment_id, occurrenceId: one?.id };
    await commune.send('POST', '/api/assignments/acts', { acts: [{ ...about, id, act: ask }] });
    const undo = { ...about, id: newId(), occurrenceId: null, act: { kind: 'undo', of: id } };
    await commune.send('POST', '/api/assignments/acts', { acts: [undo] });
    expect(await own()).toMatchObject({ asked: null });
  });

  it('of a plan that was taken away waits for nobody', async () => {
    await send(commune, 'acts', ask);
    const removed = { removed_at: new Date() };
    await server.database.db.updateTable('plan').set(removed).where('tenant_id', '=', there.actor.tenantId).execute();
    expect((await asked(lead)).owed).toEqual([]);
  });
});
