import { describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { newId } from '../../kernel/ids.ts';
import { lint } from '../../publish/lint/lint.ts';
import type { ConsolidationView, ReportsView, RoundDetailView, RoundsView } from '../../report/views.ts';
import type { AgencyName } from '../../store/assignment-testing.ts';
import { lastRound, reporting, sendReport } from './reports-testing.ts';

const world = reporting();
const rounds = async (who = world.focal) => (await who.get('/api/report-rounds?year=2026')).json<RoundsView>().rounds;
const query = async () => `plan=${world.planId}&round=${encodeURIComponent(await lastRound(world))}`;
const one = async (who = world.focal) =>
  (await who.get(`/api/report-rounds/one?${await query()}`)).json<RoundDetailView>();
const consolidated = async () =>
  (await world.focal.get(`/api/report-rounds/consolidation?${await query()}`)).json<ConsolidationView>();
const acting = async (act: object, who = world.focal) =>
  who.send('POST', '/api/report-rounds/acts', {
    id: newId(),
    planId: world.planId,
    round: await lastRound(world),
    act,
  });

const report = (agency: AgencyName, part: number, whole: number, difficulty = '') =>
  sendReport(world, agency, { part, whole, difficulty });

describe('GET /api/report-rounds', () => {
  it('tells how far each period is', async () => {
    await report('tan-lap', 8, 8);
    const last = (await rounds()).at(-1);
    expect(await rounds()).toHaveLength(4);
    expect(last).toMatchObject({ expected: 3, counts: { writing: 2, sent: 1, received: 0 } });
  });

  it('shows a unit its own only', async () => {
    const own = await rounds(await world.holding('officer', 'an-phu'));
    expect(own.at(-1)?.expected).toBe(1);
  });

  it('lists who reports in one, the office that consolidates beside', async () => {
    const { reports, keeps, line } = await one();
    expect([reports.length, keeps, line.expected]).toEqual([4, true, 3]);
    expect(reports.filter(({ asked }) => asked === 'consolidated').map(({ agencyId }) => agencyId)).toEqual([
      world.there.ids['noi-vu'],
    ]);
  });
});

describe('GET /api/report-rounds/consolidation', () => {
  it('sums up what was sent; who sent nothing is missing', async () => {
    const sent = await report('tan-lap', 8, 8, 'Thiếu bảng tin');
    await report('an-phu', 3, 12);
    const { units, items } = await consolidated();
    expect(units).toMatchObject({ expected: 3, reported: 2, missing: [world.there.ids['hoa-binh']] });
    expect(items[0]).toMatchObject({
      ...{ item: { text: 'Niêm yết tại các thôn' }, owed: 3, counts: { done: 2, missing: 1 } },
      measures: [{ value: 55, part: 11, whole: 20, of: 2, met: false }],
    });
    expect(items[0]?.difficulties).toMatchObject([{ text: 'Thiếu bảng tin', sources: [{ reportId: sent }] }]);
  });

  it('leaves out what is excluded, says why, and takes it in again', async () => {
    const reportId = await report('tan-lap', 8, 8);
    await report('an-phu', 3, 12);
    const agencyId = world.there.ids['tan-lap'];
    expect((await acting({ kind: 'exclude', agencyId, reason: 'Số liệu mâu thuẫn' })).statusCode).toBe(200);
    expect(await consolidated()).toMatchObject({
      ...{ units: { excluded: [{ agencyId, reason: 'Số liệu mâu thuẫn' }] } },
      items: [{ measures: [{ value: 25 }], counts: { missing: 2 } }, {}],
      leftOut: [{ agencyId, reportId }],
    });
    await acting({ kind: 'include', agencyId });
    expect((await consolidated()).items[0]?.measures[0]?.value).toBe(55);
  });

  it('excuses whose duty was cancelled, with the reason', async () => {
    const [owing] = (await one()).reports.filter(({ agencyId }) => agencyId === world.there.ids['hoa-binh']);
    const row = await world.there.db
      .selectFrom('occurrence')
      .select('assignment_id')
      .where('id', '=', owing?.id ?? '')
      .executeTakeFirstOrThrow();
    const sent = {
      id: newId(),
      assignmentId: row.assignment_id,
      occurrenceId: owing?.id,
      act: { kind: 'cancel', reason: 'Mới thành lập' },
    };
    expect((await world.focal.send('POST', '/api/assignments/steering', { acts: [sent] })).statusCode).toBe(200);
    const { units } = await consolidated();
    expect(units).toMatchObject({
      expected: 2,
      excused: [{ agencyId: world.there.ids['hoa-binh'], reason: 'Mới thành lập' }],
    });
  });

  it('is for the focal office of the whole', async () => {
    expect(
      (await (await world.holding('officer', 'an-phu')).get(`/api/report-rounds/consolidation?${await query()}`))
        .statusCode,
    ).toBe(403);
  });
});

describe('POST /api/report-rounds/acts', () => {
  it('closes a period, and opens it again with a reason', async () => {
    await acting({ kind: 'open', reason: 'Gia hạn chung' });
    expect((await one()).line.closed).toBe(false);
    await acting({ kind: 'close', reason: null });
    expect((await one()).line.closed).toBe(true);
    const who = await world.holding('officer', 'an-phu');
    const { reports } = (await who.get('/api/reports?year=2026')).json<ReportsView>();
    expect(reports.at(-1)?.closed).toBe(true);
  });

  it('names a round there is', async () => {
    const sent = { id: newId(), planId: world.planId, round: 'Quý V/2026', act: { kind: 'close', reason: null } };
    expect((await world.focal.send('POST', '/api/report-rounds/acts', sent)).statusCode).toBe(404);
  });
});

describe('GET /api/report-rounds/paper', () => {
  it('is the consolidated report as a Word file the decree’s rules pass', async () => {
    await report('tan-lap', 8, 8, 'Thiếu bảng tin');
    const answer = await world.focal.get(`/api/report-rounds/paper?${await query()}&format=docx`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const { findings } = lint(answer.rawPayload, { name: 'bao-cao.docx' });
    expect(findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
    const { blocks } = await readDocument(new Uint8Array(answer.rawPayload));
    const text = blocks.map((block) =>
      block.kind === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join('\n'),
    );
    expect(text.join('\n')).toContain('Có 1/3 cơ quan, đơn vị gửi báo cáo');
    expect(text.join('\n')).toContain('SỞ NỘI VỤ');
  });

  it('of one unit is there for who may read it, and for nobody else', async () => {
    const id = await report('tan-lap', 8, 8);
    const own = await (await world.holding('officer', 'tan-lap')).get(`/api/reports/${id}/paper`);
    expect([own.statusCode, own.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await world.focal.get(`/api/reports/${id}/paper`)).statusCode).toBe(200);
    expect((await (await world.holding('officer', 'an-phu')).get(`/api/reports/${id}/paper`)).statusCode).toBe(404);
  });

  it('of a draft is for its unit only', async () => {
    const who = await world.holding('officer', 'an-phu');
    const { reports } = (await who.get('/api/reports?year=2026')).json<ReportsView>();
    const address = `/api/reports/${reports.at(-1)?.id}/paper`;
    expect((await who.get(address)).statusCode).toBe(200);
    expect((await world.focal.get(address)).statusCode).toBe(404);
  });
});
