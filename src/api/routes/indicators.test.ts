import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readRowSheets } from '../../document/rows.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role } from '../../people/model.ts';
import type { Figure } from '../../report/content/model.ts';
import type {
  HistoryView,
  ImportPreviewView,
  IndicatorDetailView,
  IndicatorsView,
  ProposalsView,
  SentImport,
  UnitSheetView,
} from '../../report/indicator/views.ts';
import type { ReportDetailView, ReportsView } from '../../report/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { issueReported } from '../../store/report-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let planId: string;
let officer: TestBrowser;
let focal: TestBrowser;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  there = await province(server.database.db);
  planId = await issueReported(there);
  officer = await holding('officer', 'tan-lap');
  focal = await holding('focal');
});

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);

const of = (part: number, whole: number): Figure => ({ value: null, part, whole });
const none: Figure = { value: null, part: null, whole: null };

/** Makes the indicator of the plan's one target; its id. */
async function make(): Promise<string> {
  const { proposals } = (await focal.get(`/api/indicators/proposals?plan=${planId}`)).json<ProposalsView>();
  const chosen = proposals.map(({ itemId, targetNo, definition }) => ({
    ...{ id: newId(), itemId, targetNo },
    definition: { ...definition, over: 'sum', name: 'Tỷ lệ thôn niêm yết' },
  }));
  await focal.send('POST', '/api/indicators/from-plan', { planId, chosen });
  return chosen[0]?.id ?? '';
}

type Sent = { agency?: AgencyName; period?: string; figure: Figure; base?: number; reason?: string | null };
const stateAs = (who: TestBrowser, indicatorId: string, { agency = 'tan-lap', period = '2026-10', ...sent }: Sent) =>
  who.send('PATCH', '/api/indicators/values', {
    cells: [{ indicatorId, agencyId: there.ids[agency], period, base: sent.base ?? 0, figure: sent.figure }],
    reason: sent.reason ?? null,
  });
const open = async (who: TestBrowser, id: string) =>
  (await who.get(`/api/indicators/${id}?year=2026`)).json<IndicatorDetailView>();
const listed = async (who: TestBrowser, month = '2026-10') =>
  (await who.get(`/api/indicators?month=${month}`)).json<IndicatorsView>().indicators;

/** The report of the last quarter, and its one field of figures. */
async function reported(id?: string) {
  const { reports } = (await officer.get('/api/reports?year=2026')).json<ReportsView>();
  const reportId = id ?? reports.at(-1)?.id ?? '';
  const { items, content } = (await officer.get(`/api/reports/${reportId}`)).json<ReportDetailView>();
  const item = items.find(({ targets }) => targets.length > 0);
  return {
    reportId,
    itemId: item?.item.id ?? '',
    register: item?.register[0],
    figures: content?.items[item?.item.id ?? '']?.figures,
  };
}

const writeFigure = (reportId: string, key: string, was: readonly Figure[], value: readonly Figure[], base = 0) =>
  officer.send('PATCH', `/api/reports/${reportId}/fields`, {
    fields: [{ place: { of: 'item', key, field: 'figures' }, base, was, value }],
  });

describe('indicators of a plan', () => {
  it('are made from its targets in one action, each once', async () => {
    const id = await make();
    const { proposals } = (await focal.get(`/api/indicators/proposals?plan=${planId}`)).json<ProposalsView>();
    expect(proposals).toMatchObject([{ quote: '100% thôn', madeId: id, units: 3 }]);
    await make();
    expect(await listed(focal)).toMatchObject([{ standing: 'none', units: 3, given: 0, value: null, mine: [] }]);
  });

  it('are the focal office’s to make, and nobody’s to see who has none of their units', async () => {
    const id = await make();
    expect((await officer.get(`/api/indicators/proposals?plan=${planId}`)).statusCode).toBe(403);
    expect((await officer.send('POST', `/api/indicators/${id}/retire`, {})).statusCode).toBe(403);
    const other = await holding('officer', 'mat-tran');
    expect(await listed(other)).toEqual([]);
    expect((await other.get(`/api/indicators/${id}`)).statusCode).toBe(404);
  });

  it('are changed by one at a time, and kept with their figures when they are followed no more', async () => {
    const id = await make();
    const { indicator } = await open(focal, id);
    const definition = { ...indicator.definition, targets: [{ year: 2026, agencyId: null, op: '>=', value: 50 }] };
    expect((await focal.send('PUT', `/api/indicators/${id}`, { rev: 1, definition })).statusCode).toBe(200);
    expect((await focal.send('PUT', `/api/indicators/${id}`, { rev: 1, definition })).statusCode).toBe(409);
    await focal.send('POST', `/api/indicators/${id}/retire`, {});
    expect(await listed(focal)).toEqual([]);
    await focal.send('POST', `/api/indicators/${id}/restore`, {});
    expect(await listed(focal)).toHaveLength(1);
  });
});

describe('figures', () => {
  it('are summed Σ/Σ over units, with who is missing named', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    await stateAs(focal, id, { agency: 'an-phu', figure: of(10, 40) });
    const [line] = await listed(focal);
    expect(line).toMatchObject({ value: 38, part: 19, whole: 50, given: 2, standing: 'not-met' });
    expect(line?.missing).toEqual([there.ids['hoa-binh']]);
    // A unit sees its own, and gives its own alone.
    expect(await listed(officer)).toMatchObject([{ value: 90, units: 1, mine: [there.ids['tan-lap']] }]);
    expect((await stateAs(officer, id, { agency: 'an-phu', figure: of(1, 1) })).statusCode).toBe(403);
  });

  it('stay in the history when they are corrected, which needs a reason', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    expect((await stateAs(focal, id, { figure: of(8, 10), base: 1 })).json()).toMatchObject({
      code: 'indicator-reason-missing',
    });
    expect(
      (await stateAs(focal, id, { figure: of(8, 10), base: 1, reason: 'Đếm nhầm một thôn' })).json(),
    ).toMatchObject({ saved: 1 });
    // Who typed over the first does not see the second: it is kept, and they are told.
    expect((await stateAs(officer, id, { figure: of(7, 10), base: 1 })).json()).toMatchObject({
      saved: 0,
      kept: [{ rev: 2 }],
    });
    const address = `/api/indicators/${id}/history?agency=${there.ids['tan-lap']}&period=2026-10`;
    const { entries } = (await officer.get(address)).json<HistoryView>();
    expect(entries.map(({ rev, figure, reason }) => [rev, figure.part, reason])).toEqual([
      [2, 8, 'Đếm nhầm một thôn'],
      [1, 9, null],
    ]);
  });

  it('are stated once for any month, not before it begins, and as they can be', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    const codes = await Promise.all([
      stateAs(officer, id, { period: '2026-Q4', figure: of(9, 10) }),
      stateAs(officer, id, { period: '2199-01', figure: of(9, 10) }),
      stateAs(officer, id, { period: '2026-09', figure: of(11, 10) }),
      stateAs(focal, id, { agency: 'tai-chinh', figure: of(1, 1) }),
    ]);
    expect(codes.map((answer) => answer.json<{ code: string }>().code)).toEqual([
      ...['indicator-stated-otherwise', 'indicator-figure-unfit', 'indicator-figure-unfit', 'indicator-not-asked'],
    ]);
  });

  it('stand in the unit’s sheet and in a workbook', async () => {
    const id = await make();
    await stateAs(officer, id, { period: '2026-09', figure: of(8, 10) });
    const address = `/api/indicators/sheet?agency=${there.ids['tan-lap']}&month=2026-10`;
    const { lines, enters } = (await officer.get(address)).json<UnitSheetView>();
    expect([enters, lines]).toMatchObject([true, [{ period: '2026-10', cell: null, before: { period: '2026-09' } }]]);
    const file = await focal.get(`/api/indicators/${id}/table.xlsx?year=2026`);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('leave as one workbook, each with its units and Σ ÷ Σ as a formula, of the units one sees', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    const sheets = async (who: TestBrowser) =>
      readRowSheets((await who.get('/api/indicators/register.xlsx?year=2026')).rawPayload);
    const [overview, figures] = await sheets(focal);
    expect(overview?.rows[1]?.slice(0, 3)).toEqual(['Tỷ lệ thôn niêm yết', '%', '100%']);
    const row = figures?.rows.find((cells) => cells[2] === 'UBND xã Tân Lập');
    expect([row?.[3], row?.[13]]).toEqual(['Số đạt được', '9']);
    expect(figures?.rows.map((cells) => cells[2]).filter((name) => name === 'Toàn bộ')).toHaveLength(1);
    const own = (await sheets(officer))[1]?.rows.map((cells) => cells[2]);
    expect(new Set(own)).toEqual(new Set(['Đơn vị', 'UBND xã Tân Lập', 'Toàn bộ']));
  });
});

describe('a report and the register', () => {
  it('have one figure: typed in the register, it stands in the report, where it is not typed again', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    const { register, figures, reportId, itemId } = await reported();
    expect(figures).toEqual([of(9, 10)]);
    expect(register).toMatchObject({ indicatorId: id, kind: 'share', locked: true });
    expect(register?.said).toContain('cộng Tháng 10/2026; chưa có Tháng 11/2026, Tháng 12/2026');
    await writeFigure(reportId, itemId, [of(9, 10)], [of(1, 10)]);
    expect((await reported(reportId)).figures).toEqual([of(9, 10)]);
  });

  it('have one figure: given in the report, it stands in the register, and taken back there it is gone here', async () => {
    const id = await make();
    const { reportId, itemId } = await reported();
    await writeFigure(reportId, itemId, [], [of(7, 10)]);
    const { cells } = await open(officer, id);
    expect(cells).toMatchObject([{ period: '2026-Q4', figure: of(7, 10), origin: { kind: 'report', reportId } }]);
    expect((await reported(reportId)).register).toMatchObject({ locked: false, said: /báo cáo/ });
    await stateAs(officer, id, { period: '2026-Q4', figure: none, base: 1 });
    expect((await reported(reportId)).figures).toEqual([]);
  });

  it('what was sent says what it said, whatever becomes of the register', async () => {
    const id = await make();
    await stateAs(officer, id, { figure: of(9, 10) });
    const { reportId } = await reported();
    await (await holding('head', 'tan-lap')).send('POST', `/api/reports/${reportId}/acts`, {
      ...{ id: newId(), act: { kind: 'send', note: null } },
    });
    await stateAs(officer, id, { figure: of(5, 10), base: 1 });
    expect((await reported(reportId)).figures).toEqual([of(9, 10)]);
  });
});

describe('an indicator made by hand', () => {
  const asked = async (key?: string) => {
    const { reports } = (await officer.get('/api/reports?year=2026')).json<ReportsView>();
    const { items } = (await officer.get(`/api/reports/${reports.at(-1)?.id}`)).json<ReportDetailView>();
    const item = items.find(({ item }) => (key === undefined ? item.kind === 'task' : item.id === key));
    return { item, reportId: reports.at(-1)?.id ?? '', key: item?.item.id ?? '' };
  };

  it('and tied to a task stands in its reports after what the plan prints, one figure with the register; untied it does not', async () => {
    await make();
    const { item, reportId, key } = await asked();
    const printed = item?.targets.length ?? 0;
    const { definition } = (await open(focal, (await listed(focal))[0]?.indicator.id ?? '')).indicator;
    const own = { ...definition, name: 'Số cuộc họp', unit: 'cuộc', kind: 'sum', targets: [], givers: { of: 'item' } };
    const id = newId();
    expect((await focal.send('POST', '/api/indicators', { id, itemId: null, definition: own })).json()).toMatchObject({
      code: 'indicator-giver-missing',
    });
    const made = await focal.send('POST', '/api/indicators', { id, itemId: key, definition: own });
    expect(made.json<IndicatorDetailView>().indicator).toMatchObject({
      itemId: key,
      targetNo: printed,
      printed: false,
    });
    const tied = await asked(key);
    expect(tied.item?.targets.slice(printed)).toMatchObject([{ quote: 'Số cuộc họp', unit: 'cuộc' }]);
    expect(tied.item?.register[printed]).toMatchObject({ indicatorId: id, kind: 'sum', locked: false });
    const [before, figure] = [Array(printed).fill(none), { value: 4, part: null, whole: null }];
    await writeFigure(reportId, key, before, [...before, figure]);
    expect((await open(officer, id)).cells).toMatchObject([{ period: '2026-Q4', figure, origin: { kind: 'report' } }]);
    const untie = (givers: object) =>
      focal.send('PUT', `/api/indicators/${id}`, { rev: 1, itemId: null, definition: { ...own, givers } });
    expect((await untie({ of: 'item' })).json()).toMatchObject({ code: 'indicator-giver-missing' });
    expect((await untie({ of: 'communes' })).statusCode).toBe(200);
    expect((await asked(key)).item?.targets).toHaveLength(printed);
    expect((await open(officer, id)).cells).toMatchObject([{ figure }]);
  });

  it('keeps its place in the reports when another takes the next; one of the plan’s own targets stays with its task', async () => {
    const printedId = await make();
    const { key, item } = await asked();
    const printed = item?.targets.length ?? 0;
    const { definition } = (await open(focal, printedId)).indicator;
    const [first, second] = [newId(), newId()];
    for (const id of [first, second])
      await focal.send('POST', '/api/indicators', { id, itemId: key, definition: { ...definition, name: `Số ${id}` } });
    const given = { ...definition, givers: { of: 'communes' } };
    await focal.send('PUT', `/api/indicators/${first}`, { rev: 1, itemId: null, definition: given });
    const { item: after } = await asked(key);
    expect(after?.register.slice(printed).map((one) => one?.indicatorId)).toEqual([undefined, second]);
    expect(after?.targets[printed]?.quote).toContain('đã thôi gắn');
    const kept = await focal.send('PUT', `/api/indicators/${printedId}`, { rev: 1, itemId: null, definition: given });
    expect(kept.json()).toMatchObject({ code: 'indicator-of-plan' });
  });
});

describe('an indicator made of evidence', () => {
  it('has what the pieces of its task come to, Σ/Σ where they say of how many; what is stated stands before it', async () => {
    await make();
    const [printed] = await listed(focal);
    const itemId = printed?.indicator.itemId ?? '';
    const agencyId = there.ids['tan-lap'];
    type Places = { places: { itemId: string; occurrenceId: string }[] };
    const { places } = (await officer.get(`/api/evidence?agency=${agencyId}`)).json<Places>();
    const occurrenceIds = places.filter((one) => one.itemId === itemId).map(({ occurrenceId }) => occurrenceId);
    expect(occurrenceIds.length).toBeGreaterThan(0);
    const definition = {
      ...printed?.indicator.definition,
      ...{ name: 'Cán bộ được tập huấn', evidence: { kind: 'training', field: 'participants' } },
    };
    const id = newId();
    await focal.send('POST', '/api/indicators', { id, itemId, definition });
    for (const [participants, whole] of [
      [40, 50],
      [45, 50],
      [9, null],
    ]) {
      const piece = { kind: 'training', topic: 'PAPI', day: '2026-10-05', classes: 1, participants, of: whole };
      const sent = await officer.send('POST', '/api/evidence', { id: newId(), agencyId, piece, occurrenceIds });
      expect(sent.statusCode).toBe(200);
    }
    expect((await open(focal, id)).cells).toMatchObject([
      { agencyId, period: '2026-10', rev: 0, figure: of(85, 100), said: 'Cộng từ 2 tài liệu kiểm chứng' },
    ]);
    await stateAs(officer, id, { figure: of(90, 100) });
    expect((await open(focal, id)).cells).toMatchObject([{ period: '2026-10', rev: 1, figure: of(90, 100) }]);
  });
});

describe('an exported table', () => {
  const csv = (part: number) =>
    `Đơn vị;Thôn niêm yết;Tổng số thôn niêm yết\nX. TAN LÂP;${part};10\nAn Phú;5;10\nXã Lạ;1;2\nTổng cộng;9;20`;
  async function send(path: string, content: string, sent: Partial<SentImport> = {}) {
    const form = new FormData();
    form.append(
      'import',
      JSON.stringify({ id: newId(), period: '2026-09', mapping: null, indicatorId: null, ...sent }),
    );
    form.append('file', new Blob([content]), 'mot-cua.csv');
    const request = new Request('http://x', { method: 'POST', body: form });
    const payload = Buffer.from(await request.arrayBuffer());
    const headers = { ...focal.headers, 'content-type': request.headers.get('content-type') ?? '' };
    return server.app.inject({ method: 'POST', url: path, headers, payload });
  }

  it('is looked at, taken over once, remembered by its heading, and taken back', async () => {
    const id = await make();
    const preview = (await send('/api/indicator-imports/preview', csv(4))).json<ImportPreviewView>();
    expect(preview).toMatchObject({ remembered: false, fresh: 2, changed: 0, same: 0, importId: null });
    expect(preview.left.map(({ unit, why }) => [unit, why])).toEqual([
      ['Xã Lạ', 'danh bạ chưa có đơn vị tên này'],
      ['Tổng cộng', 'dòng cộng: phần mềm tự cộng'],
    ]);
    expect((await open(focal, id)).cells).toEqual([]);

    await send('/api/indicator-imports', csv(4), { mapping: preview.mapping });
    expect((await send('/api/indicator-imports', csv(4))).json()).toMatchObject({
      remembered: true,
      fresh: 0,
      same: 2,
    });
    expect((await focal.get('/api/indicator-imports')).json<{ imports: unknown[] }>().imports).toHaveLength(1);

    const next = newId();
    await send('/api/indicator-imports', csv(6), { id: next });
    const own = async () => (await open(officer, id)).cells.map(({ figure, rev }) => [figure.part, rev]);
    expect(await own()).toEqual([[6, 2]]);
    expect((await focal.send('POST', `/api/indicator-imports/${next}/undo`, {})).json()).toEqual({ figures: 1 });
    expect(await own()).toEqual([[4, 3]]);
    expect((await focal.send('POST', `/api/indicator-imports/${next}/undo`, {})).statusCode).toBe(409);
  });

  it('that is no table is refused by name', async () => {
    const answer = await send('/api/indicator-imports/preview', 'PK\u0003\u0004zip that is none');
    expect(answer.json()).toMatchObject({ code: 'file-damaged', detail: /mot-cua.csv/ });
  });
});
