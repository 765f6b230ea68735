import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { RegimePreviewView, RegimeView } from '../../report/regime/views.ts';
import type { ReportDetailView, ReportsView, RoundDetailView } from '../../report/views.ts';
import { type AgencyName, issue } from '../../store/assignment-testing.ts';
import type { TestBrowser } from '../testing.ts';
import { lastRound, reporting } from './reports-testing.ts';

const world = reporting();
let officer: TestBrowser;
const year = Number(dayInVietnam(new Date()).slice(0, 4)) + 1;
beforeEach(async () => {
  officer = await world.holding('officer', 'tan-lap');
});

const round = async () => {
  const query = new URLSearchParams({ plan: world.planId, round: await lastRound(world) });
  return (await world.focal.get(`/api/report-rounds/one?${query}`)).json<RoundDetailView>();
};
const mine = async (who = officer, of = 2026) => (await who.get(`/api/reports?year=${of}`)).json<ReportsView>().reports;
const lastOf = async (who = officer) => (await mine(who)).at(-1)?.id ?? '';
const duty = (id: string, act: object, who = world.focal) =>
  who.send('POST', `/api/reports/${id}/duty`, { id: newId(), act });
const add = async (agency: AgencyName, reason = 'Mới nhận địa bàn') => {
  const sent = {
    planId: world.planId,
    round: await lastRound(world),
    agencyIds: [world.there.ids[agency]],
    reason,
    due: null,
  };
  return world.focal.send('POST', '/api/report-rounds/units', sent);
};

describe('a unit’s duty to report', () => {
  it('is excused with a reason: nobody waits, it is stated, and it may be taken back', async () => {
    const id = await lastOf();
    expect((await duty(id, { kind: 'excuse', reason: '' })).statusCode).toBe(400);
    expect((await duty(id, { kind: 'excuse', reason: 'Đã sáp nhập' })).statusCode).toBe(200);
    const excused = await round();
    expect(excused.line.expected).toBe(2);
    expect(excused.reports.find((one) => one.id === id)).toMatchObject({ excused: 'Đã sáp nhập', late: 0 });
    const fields = [{ place: { of: 'whole', field: 'overview' }, base: 0, was: '', value: 'Viết' }];
    expect((await officer.send('PATCH', `/api/reports/${id}/fields`, { fields })).json().code).toBe(
      'report-not-writable',
    );
    expect((await duty(id, { kind: 'restore', reason: 'Miễn nhầm' })).statusCode).toBe(200);
    const { history, report, writable } = (await officer.get(`/api/reports/${id}`)).json<ReportDetailView>();
    expect(history.map(({ act }) => act.kind)).toEqual(['excuse', 'restore']);
    expect([report.excused, writable, (await round()).line.expected]).toEqual([null, true, 3]);
  });

  it('is moved to a later day, on which it may be sent', async () => {
    const id = await lastOf();
    expect((await duty(id, { kind: 'move', due: '2027-01-20', reason: 'Bão lũ' })).statusCode).toBe(200);
    expect((await mine()).find((one) => one.id === id)).toMatchObject({
      due: '2027-01-20',
      grantedUntil: '2027-01-20',
    });
    const refused = await duty(id, { kind: 'move', due: '2027-01-20', reason: 'Lần nữa' });
    expect(refused.json()).toMatchObject({ code: 'act-refused', why: 'due-not-later' });
  });

  it('is given to a unit by hand, once, and stays when the plan is issued again', async () => {
    const who = await world.holding('officer', 'tai-chinh');
    expect(await mine(who)).toEqual([]);
    expect((await add('tai-chinh')).statusCode).toBe(200);
    expect((await add('tai-chinh')).statusCode).toBe(200);
    expect((await add('tan-lap')).statusCode).toBe(200);
    expect((await round()).line.expected).toBe(4);
    const [report] = await mine(who);
    const { history } = (await who.get(`/api/reports/${report?.id}`)).json<ReportDetailView>();
    expect(history.map(({ act }) => act)).toEqual([{ kind: 'add', reason: 'Mới nhận địa bàn' }]);
    await issue(world.there, world.planId);
    expect((await mine(who)).map(({ id }) => id)).toEqual([report?.id]);
  });

  it('of several units is excused or moved at once with one reason, and taken back at once', async () => {
    const { reports, line } = await round();
    const units = reports.filter(({ asked }) => asked === 'report').map(({ id }) => id);
    const duties = (acts: { id: string; report: string; act: object }[], who = world.focal) =>
      who.send('POST', '/api/report-rounds/duties', { planId: world.planId, round: line.round.key, acts });
    const each = (act: object) => units.map((report) => ({ id: newId(), report, act }));
    const dues = async () =>
      new Set((await round()).reports.filter(({ id }) => units.includes(id)).map(({ due }) => due));
    const moves = each({ kind: 'move', due: '2027-01-20', reason: 'Bão lũ' });
    expect((await duties(moves)).statusCode).toBe(200);
    expect(await dues()).toEqual(new Set(['2027-01-20']));
    expect((await duties(moves)).statusCode).toBe(200);
    const back = moves.map(({ id: of, report }) => ({ id: newId(), report, act: { kind: 'unmove', of } }));
    expect((await duties(back)).statusCode).toBe(200);
    expect(await dues()).toEqual(new Set([line.due]));
    expect((await duties(back.map((one) => ({ ...one, id: newId() })))).json().code).toBe('report-act-refused');
    await duties(each({ kind: 'excuse', reason: 'Hội nghị toàn tỉnh' }).slice(0, 2));
    expect((await round()).line.expected).toBe(1);
    await duties(each({ kind: 'restore', reason: 'Hoàn tác' }).slice(0, 2));
    expect((await round()).line.expected).toBe(3);
    expect((await duties(moves, officer)).statusCode).toBe(403);
    const { rows } = await world.there.db
      .selectFrom('audit_entry')
      .select('action')
      .where('tenant_id', '=', world.there.actor.tenantId)
      .where('action', '=', 'report.duties-acted')
      .execute()
      .then((all) => ({ rows: all.length }));
    expect(rows).toBe(4);
  });

  it('is for the focal office to say', async () => {
    expect((await duty(await lastOf(), { kind: 'excuse', reason: 'x' }, officer)).statusCode).toBe(403);
  });
});

describe('the general regime of reports', () => {
  const choice = {
    ...{ periods: ['quarter', 'half-year', 'nine-months', 'year'], day: 15, focalDay: null },
    ...{ groups: ['communes'], agencyIds: [] as string[] },
  };
  const regime = (sent: object, way: 'preview' | '' = '') =>
    world.focal.send(way ? 'POST' : 'PUT', `/api/report-regime${way && `/${way}`}`, { year, choice: sent });

  it('tells who would owe what by when, one report for periods that end together, and does nothing yet', async () => {
    const shown = (await regime(choice, 'preview')).json<RegimePreviewView>();
    expect(shown.rows.map(({ label }) => label)).toEqual([
      `Quý I/${year}`,
      `6 tháng đầu năm ${year}`,
      `9 tháng năm ${year}`,
      `Năm ${year}`,
    ]);
    expect(shown.rows[0]).toMatchObject({
      from: `${year - 1}-12-15`,
      to: `${year}-03-14`,
      asked: 'report',
      past: false,
    });
    expect([shown.units.length, shown.reports.create]).toEqual([3, 12]);
    expect(await mine(officer, year)).toEqual([]);
  });

  it('creates the reports once, about the work of all plans, and follows what is changed', async () => {
    expect((await regime(choice)).statusCode).toBe(200);
    const first = await mine(officer, year);
    expect(first.map(({ asked }) => asked)).toEqual(Array(4).fill('report'));
    await regime(choice);
    expect((await mine(officer, year)).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    await regime({ ...choice, groups: [], agencyIds: [world.there.ids['an-phu']] });
    expect(await mine(officer, year)).toEqual([]);
    const held = (await world.focal.get(`/api/report-regime?year=${year}`)).json<RegimeView>();
    expect(held.choice?.agencyIds).toEqual([world.there.ids['an-phu']]);
    expect((await world.focal.get('/api/plans')).json().plans.map(({ id }: { id: string }) => id)).toEqual([
      world.planId,
    ]);
  });

  it('is not for a year that is over', async () => {
    const sent = { year: year - 2, choice };
    expect((await world.focal.send('PUT', '/api/report-regime', sent)).json().code).toBe('report-regime-past');
  });
});
