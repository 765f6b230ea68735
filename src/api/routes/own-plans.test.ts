import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarterly } from '../../assignment/testing.ts';
import type { MyWorkView } from '../../assignment/views.ts';
import { readDocument } from '../../document/read.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import { readPlan } from '../../plan/read.ts';
import type { CascadeView } from '../../publish/cascade/views.ts';
import type { OwnEdit } from '../../publish/own-plan/model.ts';
import type { OwnPlanView } from '../../publish/own-plan/views.ts';
import { type AgencyName, confirmed, issue, owedBy, type Province, province } from '../../store/assignment-testing.ts';
import { findHeatMap } from '../../store/heat-map.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let planId: string;
let focal: TestBrowser;
let officer: TestBrowser;
let head: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const today = dayInVietnam(new Date());
const year = today.slice(0, 4);
const tasks = [
  {
    ...{ id: 't1', text: 'Niêm yết tại các thôn', lead: ['Sở Nội vụ'], implement: ['UBND các xã, phường'] },
    ...{ index: 'PAPI' as const, time: 'Trước ngày 15 tháng cuối quý', schedule: quarterly },
  },
  { id: 't2', text: 'Đối thoại với người dân', lead: ['UBND xã Tân Lập'] },
];

beforeEach(async () => {
  there = await province(server.database.db);
  planId = await confirmed(there, tasks, { date: `${year}-01-02` });
  await issue(there, planId);
  focal = await holding('focal');
  officer = await holding('officer', 'tan-lap');
  head = await holding('head', 'tan-lap');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
const at = (agency: AgencyName) => `/api/plans/${planId}/own-plans/${there.ids[agency]}`;
const open = async (who: TestBrowser, agency: AgencyName = 'tan-lap') =>
  (await who.get(at(agency))).json<OwnPlanView>();
const edit = async (...acts: OwnEdit[]) => {
  const edits = acts.map((act) => ({ id: newId(), act }));
  const answer = await officer.send('POST', `${at('tan-lap')}/edits`, { edits });
  return { edits, status: answer.statusCode, view: answer.json<OwnPlanView>() };
};
const issueOwn = async (who: TestBrowser, more: object = {}) => {
  const { seq } = await open(who);
  return who.send('POST', `${at('tan-lap')}/issue`, { number: '5/KH-UBND', date: today, seq, file: null, ...more });
};
const line = async (name: string) =>
  (await focal.get(`/api/plans/${planId}/cascade`)).json<CascadeView>().units.find((unit) => unit.name === name);

describe('the draft of a unit’s own plan', () => {
  it('is edited act by act, an act sent twice counts once, and what is missing is said after each', async () => {
    const first = await open(officer);
    expect(first.base.tasks.map(({ id, text }) => [id, text])).toEqual([
      ['t1', 'Niêm yết tại các thôn'],
      ['t2', 'Đối thoại với người dân'],
    ]);
    expect(first.checks.map(({ what, ok }) => [what, ok])).toEqual([
      ['head', false],
      ['division', false],
      ['tasks', true],
      ['days', true],
    ]);
    const { edits, view } = await edit(
      { kind: 'head', value: 'Nguyễn Thị Hoa' },
      { kind: 'task', task: 't1', field: 'division', value: 'Phòng Văn hóa - Xã hội' },
      { kind: 'task', task: 't1', field: 'time', value: 'Trước ngày 25 tháng cuối quý' },
      { kind: 'drop', task: 't2', reason: 'Đã đối thoại trong tháng 01' },
    );
    expect(
      view.checks.filter(({ ok }) => !ok).map(({ what, missing }) => [what, missing.map(({ task }) => task)]),
    ).toEqual([
      ['tasks', ['t2']],
      ['days', ['t1']],
    ]);
    await officer.send('POST', `${at('tan-lap')}/edits`, { edits });
    expect((await open(officer)).seq).toBe(4);
    const undone = await edit({ kind: 'undo', of: edits[3]?.id ?? '' });
    expect(undone.view.checks.find(({ what }) => what === 'tasks')?.ok).toBe(true);
    const file = await officer.get(`/api/plans/${planId}/cascade/paper?agency=${there.ids['tan-lap']}`);
    const read = readPlan(await readDocument(file.rawPayload));
    expect(read.tasks.map(({ implement, time }) => [implement, time])).toEqual([
      [['Phòng Văn hóa - Xã hội'], 'Trước ngày 25 tháng cuối quý'],
      [[], null],
    ]);
  });

  it('takes another number of days before, grounds, and tasks of the unit’s own', async () => {
    await officer.send('PUT', `${at('tan-lap')}/days`, { days: 10 });
    await edit(
      { kind: 'basis', value: ['Căn cứ Kế hoạch số 12/KH-UBND', 'Căn cứ Nghị quyết của Đảng ủy xã Tân Lập'] },
      { kind: 'add', task: newId(), after: 't1', value: 'Lắp bảng tin tại các thôn' },
    );
    const file = await officer.get(`/api/plans/${planId}/cascade/paper?agency=${there.ids['tan-lap']}`);
    const document = await readDocument(file.rawPayload);
    expect(JSON.stringify(document)).toContain('Căn cứ Nghị quyết của Đảng ủy xã Tân Lập.');
    expect(readPlan(document).tasks.map(({ text, time }) => [text, time])).toEqual([
      ['Niêm yết tại các thôn', 'Hằng quý, trước ngày 01 tháng cuối quý'],
      ['Lắp bảng tin tại các thôn', null],
      ['Đối thoại với người dân', null],
    ]);
  });

  it('is the unit’s alone to change; the focal office sees it, its head issues it', async () => {
    const other = await holding('officer', 'an-phu');
    expect((await other.get(at('tan-lap'))).statusCode).toBe(403);
    expect((await focal.get(at('tan-lap'))).statusCode).toBe(200);
    const edits = [{ id: newId(), act: { kind: 'title', value: 'Khác' } }];
    expect((await focal.send('POST', `${at('tan-lap')}/edits`, { edits })).statusCode).toBe(403);
    expect((await issueOwn(officer)).statusCode).toBe(403);
    expect((await open(head)).may).toEqual({ edit: true, issue: true });
    expect((await open(focal)).may).toEqual({ edit: false, issue: false });
  });
});

/** The unit owes each day once: as its own plan has it, with the day of the plan above beside it. */
async function oneOfBoth(childId: string) {
  const { owed, items } = (await officer.get('/api/my-work')).json<MyWorkView>();
  const planOf = new Map(items.map((one) => [one.id, one.planId]));
  const dated = owed.filter(({ due }) => due !== null);
  expect(dated.length).toBeGreaterThan(0);
  // A quarter without enough days left before the plan's keeps the plan's own day; none stands there twice.
  const ofMother = dated.filter(({ itemId }) => planOf.get(itemId) === planId).map(({ due }) => due);
  const ofChild = dated.filter(({ itemId }) => planOf.get(itemId) === childId);
  expect(ofChild.every(({ due, aboveDue }) => aboveDue === null || (due !== null && due <= aboveDue))).toBe(true);
  expect(ofChild.some(({ aboveDue }) => aboveDue !== null)).toBe(true);
  expect(ofChild.filter(({ aboveDue }) => ofMother.includes(aboveDue))).toEqual([]);
}

describe('issued, a unit’s own plan', () => {
  it('is a plan of its own whose progress counts upward, and nothing counts twice', async () => {
    await edit({ kind: 'head', value: 'Nguyễn Thị Hoa' });
    const seen = async () => {
      const asked = { tenantId: there.actor.tenantId, reach: 'all' as const, today };
      const map = await findHeatMap(server.database.db, {
        ...asked,
        from: `${year}-01-01` as never,
        to: `${year}-12-31` as never,
      });
      return map.cells.length;
    };
    const cells = await seen();
    const stale = await issueOwn(head, { seq: 0 });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'own-plan-moved-on']);
    const issued = (await issueOwn(head)).json<OwnPlanView>();
    expect(issued.issued).toMatchObject({ number: '5/KH-UBND', date: today });
    expect(await seen()).toBe(cells);
    await oneOfBoth(issued.issued?.childId ?? '');
    expect(await line('UBND xã Tân Lập')).toMatchObject({
      state: 'issued',
      child: { number: '5/KH-UBND', date: today },
    });

    const owed = await owedBy(there, 'tan-lap');
    const childId = issued.issued?.childId ?? '';
    const own = await server.database.db
      .selectFrom('occurrence as o')
      .innerJoin('work_item as i', (join) =>
        join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.item_id'),
      )
      .select(['o.id', 'o.assignment_id', 'i.key', 'o.due'])
      .where('i.plan_id', '=', childId)
      .orderBy('o.due')
      .execute();
    const [one] = own.filter(({ key }) => key === 't1').slice(-1);
    const act = { kind: 'complete', on: today, note: null, serves: [], servedBy: null };
    const done = { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act };
    expect((await officer.send('POST', '/api/assignments/acts', { acts: [done] })).statusCode).toBe(200);
    const above = async () =>
      server.database.db
        .selectFrom('occurrence')
        .select(['id', 'percent', 'status'])
        .where(
          'id',
          'in',
          owed.map(({ id }) => id),
        )
        .where('percent', '>', 0)
        .where('status', '<>', 'done')
        .execute();
    const mothers = new Set(
      (await owedBy(there, 'tan-lap')).filter(({ id }) => !own.some((child) => child.id === id)).map(({ id }) => id),
    );
    const told = (await above()).filter(({ id }) => mothers.has(id));
    expect(told.map(({ percent, status }) => [percent, status])).toEqual([[100, 'in-progress']]);
    await officer.send('POST', '/api/assignments/acts', {
      acts: [
        { id: newId(), assignmentId: one?.assignment_id, occurrenceId: one?.id, act: { kind: 'undo', of: done.id } },
      ],
    });
    expect((await above()).filter(({ id }) => mothers.has(id))).toEqual([]);
    expect((await edit({ kind: 'title', value: 'Khác' })).status).toBe(409);
  });

  it('is printed by the province’s own template, as draft, among all and once issued', async () => {
    const templates = '/api/paper-templates/own-plan';
    const files = unzipSync(new Uint8Array((await focal.get(`${templates}/file`)).rawPayload));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    files['word/document.xml'] = strToU8(xml.replace('{ket_luan}', 'Theo mẫu của tỉnh.'));
    const { id } = (await focal.upload('mau tinh.docx', zipSync(files), templates)).json<{ id: string }>();
    await focal.send('PUT', `${templates}/use`, { template: id });
    const said = async (bytes: Uint8Array) => JSON.stringify(await readDocument(bytes)).includes('Theo mẫu của tỉnh.');
    const draft = await officer.get(`/api/plans/${planId}/cascade/paper?agency=${there.ids['tan-lap']}`);
    expect(await said(draft.rawPayload)).toBe(true);
    const zip = unzipSync(new Uint8Array((await focal.get(`/api/plans/${planId}/cascade/papers`)).rawPayload));
    const all = await Promise.all(Object.values(zip).map(said));
    expect([all.length > 1, all.every(Boolean)]).toEqual([true, true]);
    const issued = (await issueOwn(head)).json<OwnPlanView>().issued;
    expect(await said((await focal.get(`/api/plans/${issued?.childId}/file`)).rawPayload)).toBe(true);
  });

  it('lists the duties of a unit that was given no task, and counts upward to them', async () => {
    const schedule = { kind: 'deadline', by: `${year}-12-10`, exclusive: false } as const;
    const text = `Bố trí kinh phí thực hiện, xong trước ngày 10/12/${year}`;
    const item = { text, agencies: [], schedule, targets: [] };
    const duties = [{ section: '1', modality: 'assign' as const, agencies: ['Sở Tài chính'], items: [item] }];
    planId = await confirmed(there, tasks, { date: `${year}-01-02`, duties });
    await issue(there, planId);
    const treasurer = await holding('head', 'tai-chinh');
    const view = await open(treasurer, 'tai-chinh');
    expect(view.base.tasks.map(({ text: said, mother }) => [said, mother?.text])).toEqual([[text, text]]);
    const own = { number: '7/KH-STC', date: today, seq: 0, file: null };
    const issued = (await treasurer.send('POST', `${at('tai-chinh')}/issue`, own)).json<OwnPlanView>();
    const days = await owedBy(there, 'tai-chinh');
    const of = await server.database.db
      .selectFrom('work_item')
      .select(['id', 'key', 'kind'])
      .where('plan_id', 'in', [planId, issued.issued?.childId ?? ''])
      .execute();
    const kindOf = ({ item: key }: { item: string }) => of.find((one) => one.key === key)?.kind;
    const [below] = days.filter((one) => kindOf(one) === 'task');
    const act = { kind: 'progress', percent: 40, note: null };
    const acts = [{ id: newId(), assignmentId: below?.assignment_id, occurrenceId: below?.id, act }];
    expect((await treasurer.send('POST', '/api/assignments/acts', { acts })).statusCode).toBe(200);
    const above = await server.database.db
      .selectFrom('occurrence')
      .select('percent')
      .where('tenant_id', '=', there.actor.tenantId)
      .where(
        'id',
        'in',
        days.filter((one) => kindOf(one) === 'duty').map(({ id }) => id),
      )
      .execute();
    expect(above).toEqual([{ percent: 40 }]);
  });

  it('is late against the day the focal office set, and missing until then', async () => {
    const put = (who: TestBrowser) =>
      who.send('PUT', `/api/plans/${planId}/own-plan-day`, { due: `${year}-01-05`, ground: 'Công văn số 45/SNV-CCHC' });
    expect((await put(officer)).statusCode).toBe(403);
    expect((await put(focal)).statusCode).toBe(204);
    const before = await line('UBND xã Tân Lập');
    expect([before?.state, before?.due]).toEqual(['none', `${year}-01-05`]);
    expect(before?.remind).toEqual(expect.any(String));
    await issueOwn(head, { date: `${year}-01-04` });
    expect(await line('UBND xã Tân Lập')).toMatchObject({ state: 'issued', late: 0, remind: null });
    const sheet = await focal.get(`/api/plans/${planId}/cascade/register`);
    expect(sheet.headers['content-type']).toMatch(/spreadsheetml/);
  });
});

describe('a plan that a unit issued on paper', () => {
  const noted = (body: object) => focal.send('PUT', `${at('tan-lap')}/noted`, body);

  it('enters the register by number and day, is corrected, and taken back', async () => {
    const one = { number: '5/KH-UBND', date: `${year}-01-03` };
    expect((await officer.send('PUT', `${at('tan-lap')}/noted`, one)).statusCode).toBe(403);
    expect((await noted({ ...one, date: `${Number(year) + 1}-01-03` })).statusCode).toBe(400);
    await noted(one);
    await noted({ ...one, number: '6/KH-UBND' });
    const child = { planId: null, number: '6/KH-UBND', date: one.date };
    expect(await line('UBND xã Tân Lập')).toMatchObject({ state: 'issued', child, checks: null, remind: null });
    expect((await focal.get('/api/own-plans')).json()).toMatchObject({ plans: [{ issued: 1 }] });
    await focal.send('DELETE', `${at('tan-lap')}/noted`);
    expect(await line('UBND xã Tân Lập')).toMatchObject({ state: 'none', child: null });
  });

  it('gives way to the plan in the product', async () => {
    await noted({ number: '5/KH-UBND', date: `${year}-01-03` });
    await issueOwn(head, { number: '5/KH-UBND', date: `${year}-01-03` });
    expect((await line('UBND xã Tân Lập'))?.child?.planId).toEqual(expect.any(String));
    expect((await noted({ number: '5/KH-UBND', date: `${year}-01-03` })).json().code).toBe('own-plan-issued');
  });
});

describe('a unit that wrote its plan itself', () => {
  it('brings the file, confirms which task carries out which, and issues it', async () => {
    const html = `<p>ỦY BAN NHÂN DÂN XÃ TÂN LẬP</p><p>Số: 9/KH-UBND</p><p>Tân Lập, ngày 03 tháng 01 năm ${year}</p><p><b>KẾ HOẠCH</b></p>
      <p><b>Thực hiện Kế hoạch PAPI năm ${year}</b></p><table><tr><th>STT</th><th>Nhiệm vụ</th><th>Cơ quan chủ trì</th><th>Thời gian</th></tr>
      <tr><td>1</td><td>Niêm yết công khai tại các thôn</td><td>Văn phòng</td><td>Trước ngày 10 tháng cuối quý</td></tr>
      <tr><td>2</td><td>Sửa nhà văn hóa</td><td>Phòng Kinh tế</td><td>Quý II</td></tr></table>`;
    const brought = (await officer.upload('KH xã.html', html, `${at('tan-lap')}/file`)).json<OwnPlanView>();
    expect(brought.file).toMatchObject({ number: '9/KH-UBND', date: `${year}-01-03`, likely: [{ at: 0, key: 't1' }] });
    const file = { childId: brought.file?.childId, links: [{ at: 0, key: 't1' }] };
    await issueOwn(head, { number: '9/KH-UBND', date: `${year}-01-03`, file });
    const issued = await line('UBND xã Tân Lập');
    expect(
      issued?.checks?.filter(({ ok }) => !ok).map(({ what, missing }) => [what, missing.map(({ task }) => task)]),
    ).toEqual([
      ['head', [null]],
      ['tasks', ['t2']],
    ]);
    const plans = (await focal.get('/api/plans')).json<{ id: string }[]>();
    expect(JSON.stringify(plans)).not.toContain(file.childId);
  });
});
