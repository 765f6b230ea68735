import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { readDocument } from '../../document/read.ts';
import { newId } from '../../kernel/ids.ts';
import { readCells } from '../../platform/workbook.ts';
import type { GatheringView, MyPartsView, SentTextsView } from '../../report/consolidated/views.ts';
import type { ConsolidationView, RoundDetailView, RoundsView } from '../../report/views.ts';
import type { AgencyName } from '../../store/assignment-testing.ts';
import { officerHolding, type TestBrowser } from '../testing.ts';
import { lastRound, reporting, sending, sendReport } from './reports-testing.ts';

const world = reporting();
let leader: TestBrowser;
let round: string;
beforeEach(async () => {
  leader = await world.holding('leader');
  round = await lastRound(world);
});

type Part = { scope?: 'lead'; agency?: string; as?: string };
const address = (what: string, part: Part = {}, key = round) => {
  const query = new URLSearchParams({ plan: world.planId, round: key, ...part });
  return `/api/${what}?${query}`;
};
const draft = async (who = world.focal, part: Part = {}) =>
  (await who.get(address('consolidated-reports/one', part))).json<GatheringView>();
const save = (who: TestBrowser, key: string, changes: object, part: Part = {}, base = 0, was: unknown = null) =>
  who.send('PATCH', '/api/consolidated-reports/fields', {
    which: { plan: world.planId, round, ...part },
    fields: Object.entries(changes).map(([field, value]) => ({
      place: { of: 'paragraph', key, field },
      base,
      was,
      value,
    })),
  });
const act = (who: TestBrowser, done: object, part: Part = {}) =>
  who.send('POST', '/api/consolidated-reports/acts', {
    which: { plan: world.planId, round, ...part },
    sent: { id: newId(), act: done },
  });

const report = (agency: AgencyName, part: number, whole: number, at = -1) =>
  sendReport(world, agency, { part, whole, difficulty: 'Thiếu bảng tin', at });

const isMeasured = ({ key }: { key: string }) => key.endsWith('/t0') && key.startsWith('results');
const measured = ({ paragraphs }: GatheringView) => paragraphs.find(isMeasured);

describe('the draft of a consolidated report', () => {
  it('is drafted paragraph by paragraph with the reports each was made of', async () => {
    await report('tan-lap', 8, 8);
    await report('an-phu', 3, 12);
    const view = await draft();
    expect(view).toMatchObject({ status: 'writing', top: true, writable: true, agencyId: world.there.ids['noi-vu'] });
    expect(measured(view)).toMatchObject({ text: '100% thôn: 55% (11/20), từ 2 đơn vị, chưa đạt', sources: [{}, {}] });
    expect(view.leads).toMatchObject([{ agencyId: world.there.ids['tai-chinh'], tasks: 1, counted: false }]);
  });

  it('keeps the words of the office when a report comes, with what the draft said then', async () => {
    await report('tan-lap', 8, 8);
    const before = measured(await draft());
    const key = before?.key ?? '';
    await save(world.focal, key, { text: 'Đã niêm yết ở mọi thôn.', standing: 'rewritten', from: before?.text });
    await report('an-phu', 3, 12);
    const after = await draft();
    expect(after.lines[key]).toEqual({ standing: 'rewritten', text: 'Đã niêm yết ở mọi thôn.', from: before?.text });
    expect(measured(after)?.text).not.toBe(before?.text);
  });

  it('holds the words of two who rewrite one paragraph at once', async () => {
    await report('tan-lap', 8, 8);
    const was = 'Có một đơn vị báo cáo.';
    await save(world.focal, 'overview/units', { text: 'Có một xã báo cáo.', standing: 'rewritten' });
    const other = await world.holding('focal');
    const saved = await save(other, 'overview/units', { text: 'Có một đơn vị báo cáo đủ.' }, {}, 0, was);
    expect(saved.json().fields).toMatchObject([{ how: 'merged', rev: 2, value: 'Có một xã báo cáo đủ.' }]);
  });

  it('is for the world.focal office and who approves, not for units', async () => {
    expect((await leader.get(address('consolidated-reports/one'))).statusCode).toBe(200);
    const unit = await world.holding('officer', 'an-phu');
    expect((await unit.get(address('consolidated-reports/one'))).statusCode).toBe(403);
    expect((await save(unit, 'overview/own', { text: 'x' })).statusCode).toBe(403);
  });

  it('is written here only: its page among the reports refuses it', async () => {
    const { reports } = (await world.focal.get(address('report-rounds/one'))).json<RoundDetailView>();
    const id = reports.find(({ asked }) => asked === 'consolidated')?.id;
    const office = await world.holding('officer', 'noi-vu');
    const sent = await office.send('POST', `/api/reports/${id}/acts`, { id: newId(), act: sending });
    expect([sent.statusCode, sent.json().code]).toEqual([409, 'report-consolidated']);
  });
});

describe('approving a consolidated report', () => {
  it('is the leader’s; what was approved stays, and is corrected as the next version with a reason', async () => {
    await report('tan-lap', 8, 8);
    await save(world.focal, 'overview/own', { text: 'Bản một', standing: 'rewritten' });
    expect((await act(world.focal, sending)).statusCode).toBe(403);
    expect((await act(world.focal, { kind: 'submit', note: null })).json<GatheringView>().status).toBe('submitted');
    expect((await act(leader, sending)).json<GatheringView>()).toMatchObject({
      status: 'received',
      version: 1,
      writable: false,
    });
    expect((await save(world.focal, 'overview/own', { text: 'Muộn' })).statusCode).toBe(409);
    const { notices } = (await leader.get('/api/notifications')).json<NoticeList>();
    expect(notices.map(({ kind, total }) => [kind, total])).toEqual([['report-submitted', 1]]);
    await report('an-phu', 3, 12);
    const text = async () => {
      const file = (await world.focal.get(address('report-rounds/paper'))).rawPayload;
      const { blocks } = await readDocument(new Uint8Array(file));
      return blocks
        .map((one) => (one.kind === 'paragraph' ? one.text : one.cells.map((cell) => cell.text).join('\n')))
        .join('\n');
    };
    expect(await text()).toContain('100% (8/8)');
    await act(world.focal, { kind: 'correct', reason: 'Bổ sung xã An Phú' });
    expect(await text()).toContain('55% (11/20)');
    await save(world.focal, 'overview/own', { text: 'Bản hai' }, {}, 1, 'Bản một');
    const second = (await act(leader, sending)).json<GatheringView>();
    expect([second.version, second.sent?.find(({ key }) => key === 'overview/own')?.text]).toEqual([2, 'Bản hai']);
    expect(second.history.map((one) => one.act.kind)).toEqual([
      'submit',
      'send',
      'receive',
      'correct',
      'send',
      'receive',
    ]);
  });
});

describe('an approved version', () => {
  it('keeps its own figures, workbook and text whatever comes after; what holds now is asked for', async () => {
    await report('tan-lap', 8, 8);
    await act(leader, sending);
    await report('an-phu', 3, 12);
    const figures = async (as?: string) =>
      (await world.focal.get(address('report-rounds/consolidation', as ? { as } : {}))).json<ConsolidationView>();
    const share = ({ items }: ConsolidationView) => items[0]?.measures[0];
    const first = await figures();
    expect([share(first)?.value, first.units.reported, first.of?.version]).toEqual([100, 1, 1]);
    const now = await figures('now');
    expect([share(now)?.value, now.of, now.approved?.version]).toEqual([55, null, 1]);
    const rows = async (as?: string) => {
      const file = (await world.focal.get(address('report-rounds/workbook', as ? { as } : {}))).rawPayload;
      return (await readCells(file, 'tong-hop.xlsx'))[1]?.rows.slice(1).map(([, unit]) => unit);
    };
    expect([new Set(await rows()).size, new Set(await rows('now')).size]).toEqual([1, 2]);
    await act(world.focal, { kind: 'correct', reason: 'Bổ sung xã An Phú' });
    expect([share(await figures())?.value, (await figures()).of]).toEqual([55, null]);
    await act(leader, sending);
    const old = String(first.of?.seq);
    expect([share(await figures(old))?.value, share(await figures())?.value]).toEqual([100, 55]);
    expect(new Set(await rows(old)).size).toBe(1);
    const { versions } = (await world.focal.get(address('consolidated-reports/versions'))).json<SentTextsView>();
    expect(versions.map(({ version, paragraphs }) => [version, paragraphs.find(isMeasured)?.text])).toEqual([
      [1, '100% thôn: 100% (8/8), theo UBND xã Tân Lập, đạt'],
      [2, '100% thôn: 55% (11/20), từ 2 đơn vị, chưa đạt'],
    ]);
    expect((await world.focal.get(address('report-rounds/paper', { as: '999' }))).statusCode).toBe(404);
    const other = await world.holding('officer', 'an-phu');
    expect((await other.get(address('consolidated-reports/versions'))).statusCode).toBe(403);
  });
});

describe('the part of a lead', () => {
  const part = () => ({ scope: 'lead', agency: world.there.ids['tai-chinh'] }) as const;

  it('is listed with its lead, is of its tasks only, and comes into the whole with its author once it is sent', async () => {
    await report('tan-lap', 8, 8);
    const lead = await world.holding('lead', 'tai-chinh');
    const mine = (await lead.get('/api/consolidated-reports?year=2026')).json<MyPartsView>().parts;
    expect(
      mine.every(
        ({ scope, tasks, agencyId }) => scope === 'lead' && tasks === 1 && agencyId === world.there.ids['tai-chinh'],
      ),
    ).toBe(true);
    const sums = (await lead.get(address('report-rounds/consolidation', part()))).json<ConsolidationView>();
    expect(sums.items.map(({ item }) => item.text)).toEqual(['Niêm yết tại các thôn']);
    await save(lead, 'shortcomings/own', { text: 'Do thiếu bảng tin.', standing: 'rewritten' }, part());
    expect((await draft()).paragraphs.some(({ by }) => by !== null)).toBe(false);
    expect(await draft(world.focal, part())).toMatchObject({
      status: 'writing',
      paragraphs: [],
      sent: null,
      writable: false,
    });
    expect((await act(lead, sending, part())).json<GatheringView>().status).toBe('sent');
    const whole = await draft();
    expect(whole.paragraphs.find(({ by }) => by === world.there.ids['tai-chinh'])).toMatchObject({
      text: 'Do thiếu bảng tin.',
      section: 'shortcomings',
    });
    expect(whole.leads).toMatchObject([{ status: 'sent', counted: true }]);
    expect((await draft(world.focal, part())).sent?.map(({ text }) => text)).toContain('Do thiếu bảng tin.');
  });

  it('is returned with a reason, and then out of the whole again', async () => {
    await report('tan-lap', 8, 8);
    const lead = await world.holding('lead', 'tai-chinh');
    await act(lead, sending, part());
    expect((await act(world.focal, { kind: 'return', reason: 'Nêu nguyên nhân', due: null }, part())).statusCode).toBe(
      200,
    );
    expect((await draft(lead, part())).reason).toBe('Nêu nguyên nhân');
    expect((await draft()).leads).toMatchObject([{ status: 'returned', counted: false }]);
  });
});

describe('a district (plans before July 2025)', () => {
  const name = 'UBND huyện Minh An';
  /** Two of the three communes stand under a district; its id. */
  async function district(): Promise<string> {
    const { db, actor, ids } = world.there;
    const id = newId();
    await sql`insert into agency (tenant_id, id, kind, level, position)
      values (${actor.tenantId}, ${id}, 'committee', 'district', 20)`.execute(db);
    await sql`insert into agency_span (tenant_id, agency_id, valid_from, name, parent_id, search)
      values (${actor.tenantId}, ${id}, '2020-01-01', ${name}, ${ids.ubnd}, 'ubnd huyen minh an')`.execute(db);
    await sql`update agency_span set parent_id = ${id} where tenant_id = ${actor.tenantId}
      and agency_id in (${ids['tan-lap']}, ${ids['an-phu']})`.execute(db);
    return id;
  }

  it('sums up its communes as a report one level up, which the province counts once and instead of them', async () => {
    const agency = await district();
    const held = [{ role: 'officer' as const, agencies: [agency] }];
    const who = await officerHolding(world.server, held, world.there.actor.tenantId);
    await report('tan-lap', 8, 8);
    await report('hoa-binh', 3, 12);
    const own = await draft(who, { agency });
    expect([own.top, measured(own)?.text]).toEqual([false, '100% thôn: 100% (8/8), theo UBND xã Tân Lập, đạt']);
    const missing = ({ paragraphs }: GatheringView) => paragraphs.find(({ key }) => key === 'overview/missing')?.text;
    expect(missing(own)).toBe('Chưa báo cáo (1): UBND xã An Phú');
    const whole = { units: { expected: 3, reported: 2 }, items: [{ counts: { done: 2, missing: 1 } }, {}] };
    const figures = async () =>
      (await world.focal.get(address('report-rounds/consolidation'))).json<ConsolidationView>();
    expect(await figures()).toMatchObject({ ...whole, units: { missing: [world.there.ids['an-phu']] } });
    expect((await draft()).districts).toEqual([{ agencyId: agency, counted: false }]);
    await save(who, 'shortcomings/own', { text: 'Thiếu bảng tin ở 02 thôn.', standing: 'rewritten' }, { agency });
    expect((await act(who, sending, { agency })).json<GatheringView>().status).toBe('sent');
    // What a commune sends after its district is counted when the district sends anew, and is missing until then.
    await report('an-phu', 5, 5);
    const after = await figures();
    expect(after).toMatchObject({ ...whole, units: { missing: [world.there.ids['an-phu']] } });
    expect(after.items[0]?.measures[0]).toMatchObject({ part: 11, whole: 20, of: 2 });
    const top = await draft();
    expect([top.districts, missing(top)]).toEqual([
      [{ agencyId: agency, counted: true }],
      'Chưa báo cáo (1): UBND xã An Phú',
    ]);
    expect(top.paragraphs.find(({ by }) => by === agency)?.text).toBe('Thiếu bảng tin ở 02 thôn.');
    const file = (await world.focal.get(address('report-rounds/workbook'))).rawPayload;
    const units = (await readCells(file, 'tong-hop.xlsx'))[1]?.rows.slice(1).map(([, unit]) => unit);
    expect(new Set(units)).toEqual(new Set([`${name} (tổng hợp)`, 'UBND phường Hòa Bình']));
    expect((await act(world.focal, { kind: 'receive', note: null }, { agency })).statusCode).toBe(200);
    await act(who, { kind: 'correct', reason: 'Xã An Phú gửi bù' }, { agency });
    await act(who, sending, { agency });
    expect((await figures()).units).toMatchObject({ expected: 3, reported: 3, missing: [] });
  });
});

describe('several periods', () => {
  it('are summed and drafted as one', async () => {
    const third = (await world.focal.get('/api/report-rounds?year=2026')).json<RoundsView>().rounds.at(-2)?.round.key;
    const opening = { id: newId(), planId: world.planId, round: third, act: { kind: 'open', reason: 'Gửi bù' } };
    await world.focal.send('POST', '/api/report-rounds/acts', opening);
    await report('tan-lap', 4, 8, -2);
    await report('tan-lap', 8, 8);
    const { spans } = (await world.focal.get('/api/report-rounds?year=2026')).json<RoundsView>();
    const year = spans.at(-1)?.round.key ?? '';
    expect(spans.map((one) => one.rounds.length)).toEqual([2, 3, 4]);
    const sums = (await world.focal.get(address('report-rounds/consolidation', {}, year))).json<ConsolidationView>();
    expect(sums.items[0]).toMatchObject({ counts: { done: 1 }, measures: [{ part: 12, whole: 16 }] });
    expect((await world.focal.get(address('report-rounds/one', {}, year))).json<RoundDetailView>().line.round.key).toBe(
      year,
    );
    expect((await world.focal.get(address('consolidated-reports/one', {}, year))).json<GatheringView>().writable).toBe(
      true,
    );
  });
});

describe('GET /api/report-rounds/workbook', () => {
  it('recounts the figures by formulas from the lines of the units', async () => {
    await report('tan-lap', 8, 8);
    const answer = await world.focal.get(address('report-rounds/workbook'));
    expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const sheets = await readCells(answer.rawPayload, 'tong-hop.xlsx');
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tổng hợp', 'Từng đơn vị', 'Đơn vị']);
    expect(sheets[1]?.rows.find(([, , text]) => String(text).endsWith('100% thôn'))?.slice(8, 12)).toEqual([
      8,
      8,
      '',
      1,
    ]);
  });
});
