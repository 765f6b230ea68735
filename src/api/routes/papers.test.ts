import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../document/read.ts';
import type { Role } from '../../people/model.ts';
import type { LetterView } from '../../publish/letters/views.ts';
import { lint } from '../../publish/lint/lint.ts';
import { builtInTemplate } from '../../publish/template/built-in.ts';
import { changedTemplate, day } from '../../publish/template/testing.ts';
import type { ReportsView, RoundsView } from '../../report/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { issueReported } from '../../store/report-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let planId: string;
let focal: TestBrowser;
let unit: TestBrowser;
let rounds: RoundsView['rounds'];
beforeAll(async () => {
  server = await testServer();
  there = await province(server.database.db);
  planId = await issueReported(there);
  const roles = [
    { role: 'focal', agencies: 'all' },
    { role: 'lead', agencies: [there.ids['noi-vu']] },
  ] as const;
  focal = await officerHolding(server, [...roles], there.actor.tenantId);
  unit = await holding('officer', 'tan-lap');
  ({ rounds } = (await focal.get('/api/report-rounds?year=2026')).json<RoundsView>());
});
afterAll(() => server.close());

const holding = (role: Role, agency?: AgencyName) =>
  officerHolding(server, [{ role, agencies: agency ? [there.ids[agency]] : 'all' }], there.actor.tenantId);
/** The first period of the year is over, whenever this is run. */
const about = () => `plan=${planId}&round=${encodeURIComponent(rounds[0]?.round.key ?? '')}`;
const open = async (who: TestBrowser, kind: string, query: string) =>
  (await who.get(`/api/papers/${kind}?${query}`)).json<LetterView>();
const file = async (who: TestBrowser, kind: string, query: string) =>
  (await who.get(`/api/papers/${kind}/file?${query}`)).rawPayload;
const textOf = async (bytes: Uint8Array) =>
  (await readDocument(bytes)).blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).join(' | ')))
    .join('\n');
const faultsOf = (bytes: Uint8Array) =>
  lint(bytes, { name: 'x.docx' }).findings.filter(({ severity }) => severity === 'fault');

describe('a letter that urges the late of a round', () => {
  it('knows who is late, keeps what is typed, and is set as the decree asks', async () => {
    const { rows, content, savedAt } = await open(focal, 'reminder', about());
    const late = ['UBND xã Tân Lập', 'UBND xã An Phú', 'UBND phường Hòa Bình'];
    expect([rows.map((row) => row.unit), content.addressees, savedAt]).toEqual([late, late, null]);
    const typed = { ...content, recipients: ['Như trên', 'Lưu: VT, TH'], number: '12/SNV', until: '2027-01-15' };
    await focal.send('PUT', `/api/papers/reminder?${about()}`, typed);
    const bytes = await file(focal, 'reminder', about());
    const text = await textOf(bytes);
    for (const part of ['12/SNV', '- Lưu: VT, TH.', 'chậm nhất ngày 15 tháng 01 năm 2027', 'còn 3/3 cơ quan, đơn vị'])
      expect(text).toContain(part);
    expect(faultsOf(bytes)).toEqual([]);
  });

  it('remembers its recipients for the next, and not its number', async () => {
    const { content } = await open(focal, 'reminder', '');
    expect([content.recipients, content.number]).toEqual([['Như trên', 'Lưu: VT, TH'], null]);
  });

  it('is made by the province’s own template where one is in use', async () => {
    const own = await changedTemplate('reminder', (xml) =>
      xml.replace('Nêu rõ nguyên nhân chậm', 'Làm rõ trách nhiệm'),
    );
    const sent = await focal.upload('mau.docx', own, '/api/paper-templates/reminder');
    await focal.send('PUT', '/api/paper-templates/reminder/use', { template: sent.json().id });
    expect(await textOf(await file(focal, 'reminder', about()))).toContain('Làm rõ trách nhiệm');
    await focal.send('PUT', '/api/paper-templates/reminder/use', { template: null });
    expect(await textOf(await file(focal, 'reminder', about()))).toContain('Nêu rõ nguyên nhân chậm');
    expect((await builtInTemplate('reminder', day)).length).toBeGreaterThan(0);
  });

  it('is not a unit’s', async () => {
    expect((await unit.get(`/api/papers/reminder?${about()}`)).json().code).toBe('permission-refused');
  });
});

describe('a list of late units', () => {
  it('is a paper and a workbook; of chosen units it lists their work', async () => {
    expect(faultsOf(await file(focal, 'late-list', about()))).toEqual([]);
    const chosen = `agencies=${there.ids['an-phu']}`;
    const { rows, workbook } = await open(focal, 'late-list', chosen);
    expect([new Set(rows.map((row) => row.unit)), workbook]).toEqual([new Set(['UBND xã An Phú']), true]);
    const book = await file(focal, 'late-list', `${chosen}&format=xlsx`);
    expect(await textOf(book)).toContain('UBND xã An Phú');
    const { db } = server.database;
    const { n } = await db
      .selectFrom('paper_draft')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(1);
  });
});

describe('an explanation', () => {
  it('of a unit’s report holds its late tasks with the reasons it typed', async () => {
    const { reports } = (await unit.get('/api/reports?year=2026')).json<ReportsView>();
    const query = `report=${reports[0]?.id}`;
    const { rows, content } = await open(unit, 'explanation', query);
    const key = rows[0]?.key ?? '';
    const typed = {
      ...content,
      words: { causes: 'Thiếu người.' },
      rows: { [key]: { reason: 'Mưa bão', remedy: '30/6' } },
    };
    await unit.send('PUT', `/api/papers/explanation?${query}`, typed);
    const bytes = await file(unit, 'explanation', query);
    const text = await textOf(bytes);
    for (const part of ['II. NGUYÊN NHÂN', 'Thiếu người.', 'Mưa bão | 30/6']) expect(text).toContain(part);
    expect(faultsOf(bytes)).toEqual([]);
    expect((await open(unit, 'explanation', '')).rows.length).toBeGreaterThan(0);
    expect((await open(unit, 'explanation', query)).workbook).toBe(true);
    expect((await file(unit, 'explanation', `${query}&format=xlsx`)).subarray(0, 2).toString()).toBe('PK');
  });

  it('is no other unit’s', async () => {
    const other = await holding('officer', 'an-phu');
    const { reports } = (await unit.get('/api/reports?year=2026')).json<ReportsView>();
    const answer = await other.get(`/api/papers/explanation?report=${reports[0]?.id}`);
    expect(['not-found', 'permission-refused']).toContain(answer.json().code);
    const taken = await other.get(`/api/papers/explanation?agencies=${there.ids['tan-lap']}`);
    expect(taken.json().code).toBe('permission-refused');
  });
});

describe('a review', () => {
  it('of several periods says how each was reported, and is set as the decree asks', async () => {
    const query = `plan=${planId}&round=${encodeURIComponent('+N/2026')}`;
    const { rows } = await open(focal, 'year-end', query);
    expect(rows).toHaveLength(4);
    const bytes = await file(focal, 'year-end', query);
    expect(await textOf(bytes)).toContain('TÌNH HÌNH BÁO CÁO QUA CÁC KỲ');
    expect(faultsOf(bytes)).toEqual([]);
  });
});
