import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssignmentLine } from '../../assignment/views.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let itemId: string;
let lead: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const event = 'Trước bầu cử';
beforeEach(async () => {
  there = await province(server.database.db);
  const task = { id: 't1', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'], monitor: ['Sở Tài chính'] };
  await issue(there, await confirmed(there, [{ ...task, schedule: { kind: 'event', event } }]));
  const { id } = await there.db
    .selectFrom('work_item')
    .select('id')
    .where('tenant_id', '=', there.actor.tenantId)
    .executeTakeFirstOrThrow();
  itemId = id;
  lead = await holding('lead', 'noi-vu');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const enter = (browser: TestBrowser, due: string, more: object = {}) =>
  browser.send('POST', `/api/work-items/${itemId}/event-dates`, { event, due, overwrite: false, ...more });
const undo = (browser: TestBrowser, acts: readonly string[]) =>
  browser.send('POST', `/api/work-items/${itemId}/event-dates/undo`, { acts });
const dues = async () => {
  const owed = await Promise.all((['tan-lap', 'an-phu', 'hoa-binh'] as const).map((name) => owedBy(there, name)));
  return owed.flat().map(({ due, status }) => `${due} ${status}`);
};
/** A unit enters its own day. */
async function own(due: string): Promise<void> {
  const [one] = await owedBy(there, 'tan-lap');
  const act = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act: { kind: 'date', due } };
  await (await holding('officer', 'tan-lap')).send('POST', '/api/assignments/acts', { acts: [act] });
}

describe('POST /api/work-items/:id/event-dates', () => {
  it('dates all who wait at once, with one audit entry, in the name of who follows the item', async () => {
    const answer = (await enter(lead, '2026-03-15')).json();
    expect(answer).toMatchObject({ dated: 3, changed: 0, kept: 0, done: 0, acts: { length: 3 } });
    expect(await dues()).toEqual(Array(3).fill('2026-03-15 open'));
    const entries = await there.db
      .selectFrom('audit_entry')
      .select(['subject', 'details'])
      .where('tenant_id', '=', there.actor.tenantId)
      .where('action', 'in', ['work-item.event-dated', 'assignment.acted'])
      .execute();
    expect(entries).toMatchObject([{ subject: itemId, details: { due: '2026-03-15', dated: 3 } }]);
    const detail = (await lead.get(`/api/work-items/${itemId}`)).json();
    const [line] = (detail.assignments as AssignmentLine[]).filter(({ role }) => role === 'implement');
    const { history } = (await lead.get(`/api/assignments/${line?.id}`)).json();
    expect(history).toMatchObject([{ agencyId: there.ids['noi-vu'], act: { kind: 'date', due: '2026-03-15' } }]);
    expect((await enter(lead, '2026-03-15')).json()).toMatchObject({ dated: 0, kept: 3, acts: [] });
  });

  it('leaves a unit the day it entered itself, and writes over it only where that is asked for', async () => {
    await own('2026-03-01');
    expect((await enter(lead, '2026-03-15')).json()).toMatchObject({ dated: 2, kept: 1 });
    expect((await dues()).sort()).toEqual(['2026-03-01 open', '2026-03-15 open', '2026-03-15 open']);
    const over = (await enter(lead, '2026-03-20', { overwrite: true })).json();
    expect(over).toMatchObject({ dated: 0, changed: 3, kept: 0 });
    expect(await dues()).toEqual(Array(3).fill('2026-03-20 open'));
    expect((await undo(lead, over.acts)).json()).toEqual({ taken: 3 });
    expect((await dues()).sort()).toEqual(['2026-03-01 open', '2026-03-15 open', '2026-03-15 open']);
  });

  it('may be done by the focal office and who leads or monitors the item, by nobody else', async () => {
    for (const browser of [
      await holding('officer', 'tan-lap'),
      await holding('lead', 'tan-lap'),
      await holding('leader'),
    ])
      expect((await enter(browser, '2026-03-15')).statusCode).toBe(403);
    expect(await dues()).toEqual(Array(3).fill('null waiting'));
    expect((await enter(await holding('monitor', 'tai-chinh'), '2026-03-15')).json()).toMatchObject({ dated: 3 });
    expect((await enter(await holding('focal'), '2026-03-16', { overwrite: true })).json()).toMatchObject({
      changed: 3,
    });
  });

  it('is taken back by who entered it, once', async () => {
    const { acts } = (await enter(lead, '2026-03-15')).json();
    expect((await undo(await holding('focal'), acts)).statusCode).toBe(404);
    expect((await undo(lead, acts)).json()).toEqual({ taken: 3 });
    expect(await dues()).toEqual(Array(3).fill('null waiting'));
    expect((await undo(lead, acts)).json()).toEqual({ taken: 0 });
  });

  it('is refused for an event the item does not wait for, no day of the calendar, and another tenant', async () => {
    expect((await enter(lead, '2026-03-15', { event: 'Khi có yêu cầu' })).statusCode).toBe(404);
    expect((await enter(lead, '2026-02-30')).statusCode).toBe(400);
    const stranger = await officerHolding(
      server,
      [{ role: 'focal', agencies: 'all' }],
      (await province(there.db)).actor.tenantId,
    );
    expect((await enter(stranger, '2026-03-15')).statusCode).toBe(404);
    expect(await dues()).toEqual(Array(3).fill('null waiting'));
  });
});
