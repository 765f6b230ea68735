import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { newId } from '../../kernel/ids.ts';
import type { GatheringView } from '../../report/consolidated/views.ts';
import type { ReportDetailView, ReportsView, ReportView, SavedFieldsView } from '../../report/views.ts';
import type { TestBrowser } from '../testing.ts';
import { reporting, sending } from './reports-testing.ts';

const world = reporting();
let officer: TestBrowser;
let head: TestBrowser;
beforeEach(async () => {
  officer = await world.holding('officer', 'tan-lap');
  head = await world.holding('head', 'tan-lap');
});

const mine = async (who: TestBrowser) => (await who.get('/api/reports?year=2026')).json<ReportsView>();
/** The report of the last quarter: its days are to come for as long as 2026 lasts, and open after. */
const last = async (): Promise<ReportView> => {
  const found = (await mine(officer)).reports.at(-1);
  if (!found) throw new Error('no report');
  return found;
};
const open = async (who: TestBrowser, id: string) => (await who.get(`/api/reports/${id}`)).json<ReportDetailView>();
const save = async (who: TestBrowser, id: string, ...fields: object[]) =>
  (await who.send('PATCH', `/api/reports/${id}/fields`, { fields })).json<SavedFieldsView>();
const act = (who: TestBrowser, id: string, sent: object, actId = newId()) =>
  who.send('POST', `/api/reports/${id}/acts`, { id: actId, act: sent });
const receiving = (who: TestBrowser, id: string, sent: object) =>
  who.send('POST', `/api/reports/${id}/receiving`, { id: newId(), act: sent });
const overview = (value: string, base = 0, was = '') => ({
  place: { of: 'whole', field: 'overview' },
  base,
  was,
  value,
});
const submit = { kind: 'submit', note: null };
const statusOfWork = async (id: string) =>
  (
    await world.there.db
      .selectFrom('occurrence')
      .select(['status', 'due'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).status;

describe('GET /api/reports', () => {
  it('lists what the unit is to report, period by period, and nobody else’s', async () => {
    const { reports, plans } = await mine(officer);
    expect(reports.map(({ round, asked }) => [round.label, asked])).toEqual([
      ...[
        ['Quý I/2026', 'report'],
        ['Quý II/2026, 6 tháng đầu năm 2026', 'report'],
        ['Quý III/2026, 9 tháng năm 2026', 'report'],
        ['Quý IV/2026, Năm 2026', 'report'],
      ],
    ]);
    expect(reports[1]).toMatchObject({ due: '2026-06-12', closesAfter: '2026-06-19', status: 'writing', writes: true });
    expect(new Set(reports.map(({ agencyId }) => agencyId))).toEqual(new Set([world.there.ids['tan-lap']]));
    expect(plans).toMatchObject([{ number: '12/KH-UBND' }]);
  });

  it('tells the office that consolidates from those it gathers', async () => {
    const { reports } = await mine(await world.holding('officer', 'noi-vu'));
    expect(reports.map(({ asked }) => asked)).toEqual(Array(4).fill('consolidated'));
  });
});

describe('GET /api/reports/:id', () => {
  it('opens with the tasks of the unit and their targets', async () => {
    const { items, content, writable, unsigned } = await open(officer, (await last()).id);
    expect(items.map(({ item, owes, targets }) => [item.text, owes, targets.length])).toEqual([
      ['Niêm yết tại các thôn', true, 1],
      ['Tập huấn', true, 0],
    ]);
    expect(Object.keys(content?.items ?? {})).toHaveLength(2);
    expect([writable, unsigned]).toEqual([true, false]);
  });

  it('is not there for another unit, and shows who follows it what was sent only', async () => {
    const { id } = await last();
    expect((await (await world.holding('officer', 'an-phu')).get(`/api/reports/${id}`)).statusCode).toBe(404);
    await save(officer, id, overview('Đang viết'));
    expect(await open(world.focal, id)).toMatchObject({ content: null, fields: [], writable: false });
    await act(head, id, sending);
    expect((await open(world.focal, id)).content?.whole.overview).toBe('Đang viết');
  });
});

describe('what was done after the last day of the period (ngày chốt số liệu)', () => {
  it('is not filled in; it is named beside and belongs to the next period, in the consolidated report too', async () => {
    const third = (await mine(officer)).reports.at(-2);
    const { items } = await open(officer, third?.id ?? '');
    const [first, second] = items.map(({ item }) => item.id);
    const complete = async (itemId: string | undefined, on: string, note: string) => {
      const { id, assignment_id: assignmentId } = await world.there.db
        .selectFrom('occurrence')
        .select(['id', 'assignment_id'])
        .where('item_id', '=', itemId ?? '')
        .where('agency_id', '=', world.there.ids['tan-lap'])
        .where('due', '>=', '2026-09-01' as never)
        .orderBy('due')
        .executeTakeFirstOrThrow();
      const act = { kind: 'complete', on, note, serves: [], servedBy: null };
      const answer = await officer.send('POST', '/api/assignments/acts', {
        acts: [{ id: newId(), assignmentId, occurrenceId: id, act }],
      });
      expect(answer.statusCode).toBe(200);
    };
    await complete(first, '2026-09-14', 'Đã niêm yết');
    await complete(second, '2026-09-16', 'Đã tập huấn');
    const opened = await open(officer, third?.id ?? '');
    expect([opened.content?.items[first ?? ''], opened.content?.items[second ?? '']]).toMatchObject([
      { state: 'doing', percent: 33, result: '- 14/09/2026: Đã niêm yết' },
      { state: 'not-begun', percent: 0, result: '' },
    ]);
    expect(opened.items.map(({ after }) => after)).toEqual([
      null,
      { completedOn: '2026-09-16', notes: [{ day: '2026-09-16', text: 'Đã tập huấn' }] },
    ]);
    const next = await open(officer, (await last()).id);
    expect(next.content?.items[second ?? '']?.result).toContain('Đã tập huấn');
    const which = new URLSearchParams({ plan: world.planId, round: third?.round.key ?? '' });
    const { paragraphs } = (await world.focal.get(`/api/consolidated-reports/one?${which}`)).json<GatheringView>();
    expect(paragraphs.find(({ key }) => key === 'overview/after')?.text).toBe(
      'Sau ngày chốt số liệu (14/09/2026) có thêm 1 lượt nhiệm vụ hoàn thành (UBND xã Tân Lập); tính vào kỳ sau, không có trong số liệu kỳ này.',
    );
  });
});

describe('PATCH /api/reports/:id/fields', () => {
  it('keeps what is typed, field by field', async () => {
    const { id } = await last();
    const [saved] = (await save(officer, id, overview('Đã họp'))).fields;
    expect(saved).toMatchObject({ rev: 1, how: 'saved' });
    expect((await open(head, id)).content?.whole.overview).toBe('Đã họp');
  });

  it('merges what two wrote of one text, and keeps the first of two choices', async () => {
    const { id, itemId: _ } = await last();
    await save(officer, id, overview('Đã họp 02 lần.'));
    const before = await save(officer, id, overview('Đã họp 03 lần.', 1, 'Đã họp 02 lần.'));
    const after = await save(head, id, overview('Đã họp 02 lần. Thiếu máy.', 1, 'Đã họp 02 lần.'));
    expect(before.fields[0]?.rev).toBe(2);
    expect(after.fields[0]).toMatchObject({ how: 'merged', rev: 3, value: 'Đã họp 03 lần. Thiếu máy.' });
    const key = (await open(officer, id)).items[0]?.item.id;
    const state = (value: string) => ({ place: { of: 'item', key, field: 'state' }, base: 0, was: null, value });
    await save(officer, id, state('doing'));
    expect((await save(head, id, state('done'))).fields[0]).toMatchObject({ how: 'kept', value: 'doing' });
  });

  it('changes nothing when a lost answer is asked for again', async () => {
    const { id } = await last();
    await save(officer, id, overview('Đã họp'));
    expect((await save(officer, id, overview('Đã họp'))).fields[0]).toMatchObject({ rev: 1, how: 'saved' });
  });

  it('refuses another unit, a field there is none of, and what was submitted', async () => {
    const { id } = await last();
    const write = (who: TestBrowser, field: object) =>
      who.send('PATCH', `/api/reports/${id}/fields`, { fields: [field] });
    expect((await write(await world.holding('officer', 'an-phu'), overview('x'))).statusCode).toBe(404);
    expect((await write(officer, { ...overview('x'), place: { of: 'whole', field: '__proto__' } })).statusCode).toBe(
      400,
    );
    expect((await write(world.focal, overview('x'))).statusCode).toBe(403);
    await act(officer, id, submit);
    const refused = await write(officer, overview('x'));
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'report-not-writable']);
  });
});

describe('POST /api/reports/:id/acts', () => {
  it('goes from the officer to the head to the world.focal office, and the work is done with it', async () => {
    const { id } = await last();
    await act(officer, id, submit);
    expect((await act(officer, id, sending)).statusCode).toBe(403);
    expect((await act(head, id, sending)).json<ReportDetailView>().report).toMatchObject({ status: 'sent' });
    expect(await statusOfWork(id)).toBe('done');
    expect(
      (await receiving(world.focal, id, { kind: 'receive', note: null })).json<ReportDetailView>().report.status,
    ).toBe('received');
  });

  it('is told at once: its head that it waits, the unit that it is to be mended or was received', async () => {
    const { id } = await last();
    const told = async (who: TestBrowser) =>
      (await who.get('/api/notifications'))
        .json<NoticeList>()
        .notices.map(({ kind, note, lines }) => [...[kind, note, lines.map(({ occurrenceId }) => occurrenceId)]]);
    await act(officer, id, { kind: 'submit', note: 'Kính trình' });
    expect([await told(head), await told(officer)]).toEqual([[['report-submitted', 'Kính trình', [id]]], []]);
    await act(head, id, sending);
    await receiving(world.focal, id, { kind: 'return', reason: 'Thiếu số liệu', due: null });
    await act(head, id, sending);
    await receiving(world.focal, id, { kind: 'receive', note: null });
    expect((await told(officer)).map(([kind]) => kind)).toEqual(['report-received', 'report-returned']);
    expect(await told(world.focal)).toEqual([]);
  });

  it('counts what is sent twice once', async () => {
    const { id } = await last();
    const actId = newId();
    await act(officer, id, submit, actId);
    expect((await act(officer, id, submit, actId)).statusCode).toBe(200);
    expect((await open(officer, id)).history).toHaveLength(1);
  });

  it('owes the work again when it is taken back, or returned with a day', async () => {
    const { id } = await last();
    await act(head, id, sending);
    await act(officer, id, { kind: 'recall' });
    expect(await statusOfWork(id)).toBe('open');
    await act(head, id, sending);
    const due = '2099-12-31';
    expect((await receiving(world.focal, id, { kind: 'return', reason: 'Thiếu số liệu', due })).statusCode).toBe(200);
    expect(await statusOfWork(id)).toBe('returned');
    expect((await open(officer, id)).report).toMatchObject({ status: 'returned', reason: 'Thiếu số liệu', due });
    await act(head, id, sending);
    expect(await statusOfWork(id)).toBe('done');
  });

  it('is signed by an officer where the unit has no head here', async () => {
    const other = await world.holding('officer', 'an-phu');
    const [, , , report] = (await mine(other)).reports;
    expect((await open(other, report?.id ?? '')).unsigned).toBe(true);
    expect((await act(other, report?.id ?? '', sending)).statusCode).toBe(200);
  });

  it('is corrected as the next version; what was sent before stays as it was', async () => {
    const { id } = await last();
    await save(officer, id, overview('Bản một'));
    await act(head, id, sending);
    await receiving(world.focal, id, { kind: 'receive', note: null });
    await act(officer, id, { kind: 'correct', reason: 'Sai số hộ' });
    await save(officer, id, overview('Bản hai', 1, 'Bản một'));
    expect((await open(world.focal, id)).content?.whole.overview).toBe('Bản một');
    await act(head, id, sending);
    expect((await open(world.focal, id)).report.version).toBe(2);
    const kept = await world.there.db
      .selectFrom('report_version')
      .select(['version', 'content'])
      .where('report_id', '=', id)
      .orderBy('seq')
      .execute();
    expect(kept.map(({ version, content }) => [version, content.whole.overview])).toEqual([
      ...[
        [1, 'Bản một'],
        [2, 'Bản hai'],
      ],
    ]);
  });

  it('is kept by a closed round until an exception is granted', async () => {
    // The first quarter of 2026 is closed on whatever day this runs.
    const [first] = (await mine(officer)).reports;
    const id = first?.id ?? '';
    expect(first?.closed).toBe(true);
    expect((await act(head, id, sending)).json()).toMatchObject({ code: 'report-act-refused', why: 'period-closed' });
    await receiving(world.focal, id, { kind: 'grant', until: '2099-12-31', reason: 'Mưa lũ' });
    expect((await act(head, id, sending)).statusCode).toBe(200);
  });
});
