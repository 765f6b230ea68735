import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import type { WithdrawalView } from '../../assignment/withdrawal/views.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let url: string;
let focal: TestBrowser;
let commune: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  there = await province(server.database.db);
  const tasks = [{ id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], schedule: quarterly }];
  const plan = await confirmed(there, tasks);
  await issue(there, plan, { owedFrom: 'all' });
  url = `/api/plans/${plan}/issue/withdrawal`;
  focal = await holding('focal');
  commune = await holding('officer', 'tan-lap');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const state = async () => (await focal.get(url)).json<WithdrawalView>();
const reason = 'Chọn nhầm kế hoạch';

it('says what would be taken back, takes it back, and the unit owes nothing', async () => {
  expect(await state()).toEqual({ items: 1, agencies: 4, begun: 0, begunFirst: [], withdrawals: [] });
  const done = (await focal.send('POST', url, { reason })).json<WithdrawalView>();
  expect(done).toMatchObject({ items: 0, agencies: 0, withdrawals: [{ no: 1, by: 'Người khác', reason }] });
  expect((await commune.get('/api/my-work')).json().owed).toEqual([]);
  expect((await focal.send('POST', url, { reason })).json()).toMatchObject({ code: 'issue-not-there' });
});

it('is refused with who has begun, in a sentence that says what to do instead', async () => {
  const [one] = await owedBy(there, 'tan-lap');
  const accept = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: null, act: { kind: 'accept' } };
  await commune.send('POST', '/api/assignments/acts', { acts: [accept] });
  expect(await state()).toMatchObject({
    begun: 1,
    begunFirst: [{ agency: 'UBND xã Tân Lập', text: 'Việc t1', kind: 'accept' }],
  });
  const refused = (await focal.send('POST', url, { reason })).json();
  expect(refused).toMatchObject({ code: 'issue-begun', detail: expect.stringContaining('giao lại') });
  expect((await commune.get('/api/my-work')).json().owed).toHaveLength(4);
});

it('needs a reason, the right to issue, and a plan', async () => {
  expect((await focal.send('POST', url, { reason: ' ' })).statusCode).toBe(400);
  expect((await commune.send('POST', url, { reason })).statusCode).toBe(403);
  expect((await commune.get(url)).statusCode).toBe(403);
  const none = `/api/plans/${newId()}/issue/withdrawal`;
  expect((await focal.get(none)).statusCode).toBe(404);
  expect((await focal.send('POST', none, { reason })).statusCode).toBe(404);
});
