import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import { readDocument } from '../../document/read.ts';
import type { Role } from '../../people/model.ts';
import { readPlan } from '../../plan/read.ts';
import type { CascadeView } from '../../publish/cascade/views.ts';
import { lint } from '../../publish/lint/lint.ts';
import { type AgencyName, confirmed, issue, type Province, province } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let planId: string;
let focal: TestBrowser;
let officer: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const toAll = { implement: ['UBND các xã, phường'], index: 'PAPI' as const };
const tasks = [
  {
    ...{ id: 't1', text: 'Niêm yết tại các thôn', lead: ['Sở Nội vụ'], ...toAll },
    ...{ time: 'Trước ngày 15 tháng cuối quý', schedule: quarterly },
  },
  { id: 't2', text: 'Tập huấn', lead: ['Sở Tài chính'], cooperate: ['Sở Nội vụ', 'Ủy ban MTTQ tỉnh'] },
  { id: 't3', text: 'Đối thoại', lead: ['UBND xã Tân Lập'] },
];

beforeEach(async () => {
  there = await province(server.database.db);
  planId = await confirmed(there, tasks);
  await issue(there, planId);
  focal = await holding('focal');
  officer = await holding('officer', 'tan-lap');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const cascade = async (who: TestBrowser) => (await who.get(`/api/plans/${planId}/cascade`)).json<CascadeView>();
const paper = (who: TestBrowser, agency: AgencyName) =>
  who.get(`/api/plans/${planId}/cascade/paper?agency=${there.ids[agency]}`);

describe('GET /api/plans/:id/cascade', () => {
  it('says which units have how much work of a plan; who is only asked or only follows has no plan to draft', async () => {
    const { units } = await cascade(focal);
    expect(units.map(({ name, tasks: count }) => [name, count])).toEqual([
      ['Sở Nội vụ', 2],
      ['Sở Tài chính', 1],
      ['UBND xã Tân Lập', 2],
      ['UBND xã An Phú', 1],
      ['UBND phường Hòa Bình', 1],
    ]);
  });

  it('shows a unit itself alone', async () => {
    expect((await cascade(officer)).units.map(({ name }) => name)).toEqual(['UBND xã Tân Lập']);
  });

  it('knows the plan a unit has already, by the number it cites', async () => {
    const child = await confirmed(there, [], { date: '2026-02-01' });
    const citing = { document: { references: [{ number: '12/KH-UBND', date: '2026-01-15', issuer: null }] } };
    await server.database.db
      .updateTable('plan')
      .set({ issuer: 'Ủy ban nhân dân xã Tân Lập', number: '3/KH-UBND', reading: JSON.stringify(citing) })
      .where('id', '=', child)
      .execute();
    const { units, withChild } = await cascade(focal);
    expect(withChild).toBe(1);
    expect(units.filter(({ child: known }) => known).map(({ name, child: known }) => [name, known])).toEqual([
      ['UBND xã Tân Lập', { planId: child, number: '3/KH-UBND', date: '2026-02-01' }],
    ]);
  });
});

describe('GET /api/plans/:id/cascade/paper', () => {
  it('is the unit’s own plan with its tasks, its days before the mother plan’s', async () => {
    const answer = await paper(officer, 'tan-lap');
    expect(answer.statusCode).toBe(200);
    expect(lint(answer.rawPayload, { name: 'x.docx' }).passes).toBe(true);
    const { document, tasks: own } = readPlan(await readDocument(answer.rawPayload));
    expect(document).toMatchObject({ issuer: 'Ủy ban nhân dân xã Tân Lập', number: null, date: null });
    expect(document.title).toMatch(/^Thực hiện Kế hoạch số 12\/KH-UBND/i);
    expect(own.map(({ text, lead, implement, time }) => ({ text, lead, implement, time }))).toEqual([
      {
        ...{ text: 'Niêm yết tại các thôn', lead: ['Sở Nội vụ'], implement: ['UBND xã Tân Lập'] },
        time: 'Hằng quý, trước ngày 08 tháng cuối quý',
      },
      { text: 'Đối thoại', lead: ['UBND xã Tân Lập'], implement: [], time: null },
    ]);
  });

  it('names the division the unit handed a task on to', async () => {
    await server.database.db
      .updateTable('assignment')
      .set({ division_id: there.ids['so-moi'] })
      .where('agency_id', '=', there.ids['tai-chinh'])
      .execute();
    await server.database.db
      .updateTable('agency_span')
      .set({ name: 'Phòng Quản lý ngân sách' })
      .where('agency_id', '=', there.ids['so-moi'])
      .execute();
    const { tasks: own } = readPlan(await readDocument((await paper(focal, 'tai-chinh')).rawPayload));
    expect(own.map(({ lead }) => lead)).toEqual([['Phòng Quản lý ngân sách']]);
  });

  it('is not there for another unit’s officer, nor for a unit without work', async () => {
    expect((await paper(officer, 'an-phu')).statusCode).toBe(404);
    expect((await paper(focal, 'mat-tran')).statusCode).toBe(404);
    expect((await focal.get(`/api/plans/${planId}/cascade/paper?agency=x`)).statusCode).toBe(404);
  });
});

describe('GET /api/plans/:id/cascade/papers', () => {
  it('holds the draft of every unit, each set as the decree asks', async () => {
    const answer = await focal.get(`/api/plans/${planId}/cascade/papers`);
    expect(answer.headers['content-type']).toBe('application/zip');
    const files = unzipSync(answer.rawPayload);
    expect(Object.keys(files)).toEqual([
      '1 Kế hoạch Sở Nội vụ.docx',
      '2 Kế hoạch Sở Tài chính.docx',
      '3 Kế hoạch UBND xã Tân Lập.docx',
      '4 Kế hoạch UBND xã An Phú.docx',
      '5 Kế hoạch UBND phường Hòa Bình.docx',
    ]);
    for (const [name, bytes] of Object.entries(files))
      expect([name, lint(bytes, { name }).passes]).toEqual([name, true]);
  });

  it('is refused to a unit', async () => {
    expect((await officer.get(`/api/plans/${planId}/cascade/papers`)).statusCode).toBe(403);
  });
});
