import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import { lint } from '../../publish/lint/lint.ts';
import type { ActedInspectionView, InspectionDetailView, InspectionsView } from '../../report/inspection/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { getQuestion } from '../../store/notifications-run.ts';
import { officerOf, otherTenant, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let inspector: TestBrowser;
let commune: TestBrowser;
let leader: TestBrowser;
let elsewhere: TestBrowser;

const today = dayInVietnam(new Date());
const holding = (role: Role, ...agencies: AgencyName[]) => officerOf(server, there, role, ...agencies);

beforeAll(async () => {
  server = await testServer();
  there = await province(server.database.db);
  inspector = await holding('inspector');
  // Who inspects is of an agency of the directory: it signs the conclusion.
  await server.database.db
    .updateTable('officer')
    .set({ unit: 'Sở Nội vụ' })
    .where('id', '=', inspector.session.officerId)
    .execute();
  commune = await holding('officer', 'tan-lap');
  leader = await holding('leader');
  elsewhere = await holding('officer', 'an-phu');
});
afterAll(() => server.close());

const planned = (more: object = {}) => ({
  ...{ kind: 'planned', day: today, earlierId: null, subject: 'Việc công khai, minh bạch', lead: 'Bùi Đức Thắng' },
  ...{ components: [{ index: 'PAPI', code: '2.1' }], members: ['Vũ Thị Lan'], joinedWith: null, places: ['Thôn Đông'] },
  ...more,
});
const plan = async (more: object = {}, browser = inspector, agency: AgencyName = 'tan-lap') => {
  const id = newId();
  const sent = { units: [{ id, agencyId: there.ids[agency] }], planned: planned(more) };
  return { id, answer: await browser.send('POST', '/api/inspections', sent) };
};
const act = (browser: TestBrowser, id: string, ...acts: object[]) =>
  browser.send('POST', `/api/inspections/${id}/acts`, { acts: acts.map((one) => ({ id: newId(), act: one })) });
const open = { kind: 'open', on: today };
const find = (findingId: string) => ({
  ...{ kind: 'find', findingId, itemId: null, text: 'Chưa niêm yết', component: { index: 'PAPI', code: '2.1' } },
  place: 'Thôn Đông',
});
const assign = (findingId: string, asked: PlainDate, agencyId = there.ids['tan-lap']) => ({
  ...{ kind: 'assign', findingId, remedy: 'Niêm yết lại', agencyId, asked, due: asked },
});
const remedy = (browser: TestBrowser, id: string, findingId: string, without: string | null = null) =>
  browser.send('POST', `/api/inspections/${id}/remedies`, {
    ...{ id: newId(), act: { kind: 'remedy', findingId, text: 'Đã niêm yết', on: today, without } },
  });
const proof = { kind: 'media', subject: 'Bảng niêm yết', day: today, place: null };
const one = async (browser: TestBrowser, id: string) =>
  (await browser.get(`/api/inspections/${id}`)).json<InspectionDetailView>();
const listed = async (browser: TestBrowser) =>
  (await browser.get('/api/inspections')).json<InspectionsView>().inspections.map(({ id }) => id);

/** An inspection that was begun, with one finding to be remedied. */
async function begun(due = addDays(today, 20)): Promise<{ id: string; finding: string }> {
  const { id } = await plan();
  const finding = newId();
  await act(inspector, id, open, find(finding), assign(finding, due));
  return { id, finding };
}

describe('an inspection', () => {
  it('goes from its plan to the remedy with evidence that closes it', async () => {
    const { id, finding } = await begun();
    expect((await remedy(commune, id, finding)).json()).toMatchObject({ code: 'inspection-act-refused' });
    const added = await commune.send('POST', `/api/findings/${finding}/evidence`, { id: newId(), piece: proof });
    expect(added.statusCode).toBe(200);
    expect((await remedy(commune, id, finding)).json<ActedInspectionView>().detail.inspection.findings).toMatchObject([
      { id: finding, status: 'reported' },
    ]);
    expect((await inspector.get('/api/inspections/count')).json()).toMatchObject({ toCheck: 1, toRemedy: 0 });
    await act(inspector, id, { kind: 'conclude', assessment: 'Cơ bản tốt', number: '15/TB-SNV', date: today });
    await act(inspector, id, { kind: 'accept', findingId: finding, note: null });
    const detail = await one(leader, id);
    expect(detail.inspection).toMatchObject({ status: 'closed', number: '15/TB-SNV', keeps: false });
    expect(detail.evidence.map(({ said }) => said)).toEqual([
      `Bảng niêm yết (${today.split('-').reverse().join('/')})`,
    ]);
    const entries = await server.database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject', '=', id)
      .execute();
    expect(entries.map(({ action }) => action)).toContain('inspection.acted');
  });

  it('is there for its unit, for who inspects it and who sees all, and for nobody else', async () => {
    const { id } = await begun();
    for (const browser of [inspector, commune, leader]) expect(await listed(browser)).toContain(id);
    expect(await listed(elsewhere)).not.toContain(id);
    expect((await elsewhere.get(`/api/inspections/${id}`)).statusCode).toBe(404);
    const foreign = await otherTenant(server);
    expect((await foreign.get(`/api/inspections/${id}`)).statusCode).toBe(404);
    for (const browser of [commune, leader]) expect((await act(browser, id, find(newId()))).statusCode).toBe(403);
    expect((await plan({}, await holding('inspector', 'an-phu'))).answer.statusCode).toBe(403);
  });

  it('of a supervisor is gone on with by their own body, not by another', async () => {
    const supervisor = await holding('supervisor');
    const { id } = await plan({}, supervisor);
    expect((await act(supervisor, id, open)).statusCode).toBe(200);
    const other = await holding('supervisor');
    await server.database.db
      .updateTable('officer')
      .set({ unit: 'Hội Nông dân' })
      .where('id', '=', other.session.officerId)
      .execute();
    expect((await act(other, id, find(newId()))).statusCode).toBe(403);
  });

  it('that is unannounced is heard of by the unit when it begins', async () => {
    const { id } = await plan({ kind: 'unannounced' });
    expect(await listed(commune)).not.toContain(id);
    expect((await commune.get(`/api/inspections/${id}`)).statusCode).toBe(404);
    expect(await listed(leader)).toContain(id);
    await act(inspector, id, open, { kind: 'note', text: 'Vắng người trực', place: null });
    expect(await listed(commune)).toContain(id);
    const kinds = (detail: InspectionDetailView) => detail.actions.map((entry) => entry.act.kind);
    expect(kinds(await one(inspector, id))).toEqual(['open', 'note']);
    expect(kinds(await one(commune, id))).toEqual(['open']);
  });

  it('takes what a phone kept in one go, counts it once, and tells of what is too late', async () => {
    const { id } = await plan();
    const finding = newId();
    const acts = [open, find(finding), { kind: 'accept', findingId: finding, note: null }].map((one) => ({
      ...{ id: newId(), act: one },
    }));
    const send = () => inspector.send('POST', `/api/inspections/${id}/acts`, { acts });
    const first = (await send()).json<ActedInspectionView>();
    expect(first.refused).toMatchObject([{ id: acts[2]?.id, detail: /tồn tại/ }]);
    expect((await send()).json<ActedInspectionView>().refused).toHaveLength(1);
    expect((await one(inspector, id)).actions).toHaveLength(2);
  });

  it('that looks again takes over what the earlier one left open', async () => {
    const { id, finding } = await begun();
    await act(inspector, id, { kind: 'conclude', assessment: 'Còn tồn tại', number: null, date: null });
    const { id: again, answer } = await plan({ kind: 're-inspection', earlierId: id });
    expect(answer.json()).toEqual({ added: 1 });
    await act(inspector, again, open);
    const detail = await one(inspector, again);
    expect(detail.inspection.findings).toMatchObject([{ text: 'Chưa niêm yết', status: 'assigned' }]);
    expect(detail.earlier).toMatchObject({ id });
    expect((await one(inspector, id)).inspection).toMatchObject({
      ...{ status: 'closed', findings: [{ id: finding, status: 'carried' }] },
    });
    expect((await plan({ kind: 're-inspection' })).answer.json()).toMatchObject({ code: 'inspection-earlier-missing' });
  });

  it('of last year is cited where its finding falls due in this one', async () => {
    const lastYear = `${Number(today.slice(0, 4)) - 1}-12-20`;
    const { id } = await plan({ day: lastYear });
    const finding = newId();
    await act(inspector, id, { kind: 'open', on: lastYear }, find(finding), assign(finding, addDays(today, 1)));
    const due = (await one(inspector, id)).inspection.findings[0]?.due ?? today;
    const list = await inspector.get(`/api/inspections?year=${due.slice(0, 4)}`);
    const { inspections, figures, cited } = list.json<InspectionsView>();
    expect(inspections.map((one) => one.id)).not.toContain(id);
    expect(figures.findings.due).toContain(finding);
    expect(cited).toMatchObject([{ id: finding, inspectionId: id }]);
  });

  it('counts for the reform index of the province for who sees all of it, of a commune for that commune', async () => {
    const { id } = await plan({ components: [{ index: 'PAR INDEX', code: '3' }] });
    await act(inspector, id, open);
    const inputs = async (browser: TestBrowser) =>
      (await browser.get('/api/inspections'))
        .json<InspectionsView>()
        .parIndex.map(({ level, code, agencyId, counted }) => [level, code, agencyId, counted.length]);
    expect(await inputs(leader)).toEqual([
      ['province', '1.3.1', null, 1],
      ['province', '1.3.2', null, 0],
    ]);
    expect(await inputs(commune)).toEqual([
      ['commune', '1.3.1', there.ids['tan-lap'], 0],
      ['commune', '1.3.2', there.ids['tan-lap'], 0],
    ]);
  });

  it('leaves as a notice that the decree lets pass, once it is concluded', async () => {
    const { id } = await begun();
    const paper = (browser: TestBrowser) => browser.get(`/api/inspections/${id}/paper`);
    expect((await paper(commune)).statusCode).toBe(404);
    await act(inspector, id, { kind: 'conclude', assessment: 'Tốt.\n- Niêm yết đủ', number: '16/TB-SNV', date: today });
    const { findings } = lint(new Uint8Array((await paper(commune)).rawPayload), { name: 'ket-luan.docx' });
    expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });
});

describe('a remedy', () => {
  it('has a working day as its last, and is reminded of until it is reported', async () => {
    const saturday = addDays(today, 13 - new Date(`${today}T00:00:00Z`).getUTCDay());
    const { id, finding } = await begun(saturday);
    const [shown] = (await one(commune, id)).inspection.findings;
    expect(shown?.due).not.toBe(saturday);
    const ofFinding = async () => {
      const { pending } = await getQuestion(server.database.db, there.actor.tenantId, today);
      return pending.filter((one) => 'remedyId' in one && one.remedyId === finding);
    };
    expect(await ofFinding()).toMatchObject([{ agencyId: there.ids['tan-lap'], due: shown?.due, request: false }]);
    await remedy(commune, id, finding, 'Đã nhắc tại chỗ');
    expect(await ofFinding()).toEqual([]);
  });

  it('is the unit’s alone to report, also where another unit was inspected', async () => {
    const { id } = await plan();
    const finding = newId();
    await act(inspector, id, open, find(finding), assign(finding, addDays(today, 9), there.ids['an-phu']));
    expect((await remedy(commune, id, finding, 'Không')).statusCode).toBe(403);
    expect((await remedy(elsewhere, id, finding, 'Đã xong tại chỗ')).statusCode).toBe(200);
  });

  it('keeps its evidence as its own: taken away it no longer proves, and nobody else takes it', async () => {
    const { id, finding } = await begun();
    const piece = newId();
    await commune.send('POST', `/api/findings/${finding}/evidence`, { id: piece, piece: proof });
    expect((await inspector.send('DELETE', `/api/evidence-proofs/${piece}`)).statusCode).toBe(403);
    expect((await commune.send('DELETE', `/api/evidence/${piece}`)).statusCode).toBe(404);
    expect((await elsewhere.send('DELETE', `/api/evidence-proofs/${piece}`)).statusCode).toBe(404);
    await commune.send('DELETE', `/api/evidence-proofs/${piece}`);
    expect((await remedy(commune, id, finding)).json()).toMatchObject({ code: 'inspection-act-refused' });
    await commune.send('POST', `/api/evidence-proofs/${piece}/restore`);
    expect((await remedy(commune, id, finding)).statusCode).toBe(200);
  });
});

describe('news of a remedy', () => {
  const told = async (browser: TestBrowser) =>
    (await browser.get('/api/notifications?unread=true'))
      .json<NoticeList>()
      .notices.map(
        ({ kind, note, lines }) => `${kind}: ${note ?? ''} ${lines.map(({ remedy: of }) => of?.id).join(' ')}`,
      );
  const read = (browser: TestBrowser) =>
    browser.send('POST', '/api/notifications/read', { until: new Date(Date.now() + 60_000).toISOString() });

  it('reaches the unit at once, and its report whoever planned the inspection; nobody else', async () => {
    for (const browser of [inspector, commune, elsewhere, leader]) await read(browser);
    const { id, finding } = await begun();
    expect(await told(commune)).toEqual([`remedy-asked:  ${finding}`]);
    await read(commune);
    await remedy(commune, id, finding, 'Đã nhắc tại chỗ');
    expect(await told(inspector)).toEqual([`remedy-reported: Đã niêm yết ${finding}`]);
    await act(inspector, id, { kind: 'return', findingId: finding, reason: 'Thiếu ảnh', due: null });
    expect(await told(commune)).toEqual([`remedy-returned: Thiếu ảnh ${finding}`]);
    for (const browser of [elsewhere, leader]) expect(await told(browser)).toEqual([]);
  });

  it('is told once however often it is sent, several of one batch as one', async () => {
    await read(commune);
    const { id } = await plan();
    const [first, second] = [newId(), newId()];
    const due = addDays(today, 20);
    const acts = [open, find(first), find(second), assign(first, due), assign(second, due)];
    const body = { acts: acts.map((one) => ({ id: newId(), act: one })) };
    for (const _ of [1, 2]) await inspector.send('POST', `/api/inspections/${id}/acts`, body);
    expect(await told(commune)).toEqual([`remedy-asked:  ${[first, second].sort().join(' ')}`]);
  });
});
