import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type {
  AgencyPage,
  AgencyTree,
  AnsweredName,
  EnteredReorganisation,
  ReorganisationPreview,
  WaitingName,
} from '../../place/views.ts';
import type { PlanView } from '../../plan/views.ts';
import { inTransaction } from '../../store/db.ts';
import { fillDemoDirectory } from '../../store/directory-demo.ts';
import { officerHolding, otherTenant, samplePlan, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  browser = await server.signIn();
  await inTransaction(server.database.db, fillDemoDirectory);
});
afterAll(() => server.close());

const treeOn = async (on: string, who = browser): Promise<AgencyTree> =>
  (await who.get(`/api/agencies?on=${on}`)).json();
const idOf = async (name: string, on = '2026-01-01'): Promise<string> =>
  (await treeOn(on)).agencies.find((agency) => agency.name === name)?.id ?? '';

describe('GET /api/agencies', () => {
  it('tells the agencies of a day and the days on which anything changes', async () => {
    const before = await treeOn('2025-01-10');
    const since = await treeOn('2025-07-01');
    expect(before.agencies.some(({ level }) => level === 'district')).toBe(true);
    expect(since.agencies.some(({ level }) => level === 'district')).toBe(false);
    expect(since.days).toContain('2025-03-01');
    expect(since.days).toContain('2025-07-01');
  });

  it('tells nothing of another customer’s', async () => {
    expect((await treeOn('2025-07-01', await otherTenant(server))).agencies).toEqual([]);
  });

  it('refuses what is no day', async () => {
    expect((await browser.get('/api/agencies?on=2025-02-30')).statusCode).toBe(400);
  });
});

describe('GET /api/agencies/:id', () => {
  it('tells what an agency was called, and who took over from whom', async () => {
    const page = (
      await browser.get(`/api/agencies/${await idOf('Sở Kế hoạch và Đầu tư', '2024-01-01')}`)
    ).json<AgencyPage>();
    expect(page.spans).toMatchObject([{ to: '2025-02-28', parent: 'Ủy ban nhân dân tỉnh Minh Hà' }]);
    expect(page.successors).toMatchObject([{ name: 'Sở Tài chính', effective: '2025-03-01', function: null }]);
  });

  it('knows none of another customer', async () => {
    const other = await otherTenant(server);
    expect((await other.get(`/api/agencies/${await idOf('Sở Nội vụ')}`)).statusCode).toBe(404);
  });
});

describe('a reorganisation', () => {
  it('is previewed, entered, listed and taken back', async () => {
    const ids = [await idOf('Sở Công Thương')];
    const asked = { kind: 'merge', ids, into: { id: await idOf('Sở Tài chính') } };
    const form = { asked, effective: '2026-10-01', resolution: 'Nghị quyết số 12/NQ-HĐND', handing: [] };
    const preview = (await browser.send('POST', '/api/reorganisations/preview', form)).json<ReorganisationPreview>();
    expect(preview.changed).toMatchObject([{ before: 'Sở Công Thương', after: null, what: 'kết thúc' }]);
    expect(preview.stranded).toBe(0);
    const done = await browser.send('POST', '/api/reorganisations', form);
    expect(done.json<AgencyTree>().agencies.some(({ name }) => name === 'Sở Công Thương')).toBe(false);
    expect((await treeOn('2026-09-30')).agencies.some(({ name }) => name === 'Sở Công Thương')).toBe(true);
    const list = async () =>
      (await browser.get('/api/reorganisations')).json<{ reorganisations: EnteredReorganisation[] }>().reorganisations;
    const [entered] = await list();
    expect(entered).toMatchObject({ kind: 'merge', undone: false, moved: { agencies: 1 } });
    expect((await browser.send('POST', `/api/reorganisations/${entered?.id}/undo`)).statusCode).toBe(200);
    expect((await treeOn('2026-10-01')).agencies.some(({ name }) => name === 'Sở Công Thương')).toBe(true);
    expect((await list()).map(({ kind }) => kind)).toEqual(['undo', 'merge']);
  });

  it('is for the administrator and the focal office', async () => {
    const officer = await officerHolding(server, [{ role: 'officer', agencies: 'all' }]);
    const asked = { kind: 'rename', id: await idOf('Sở Tài chính'), name: 'Sở Ngân khố', shortName: null };
    const form = { asked, effective: '2026-10-01', resolution: null, handing: [] };
    expect((await officer.send('POST', '/api/reorganisations', form)).statusCode).toBe(403);
    expect((await officer.send('POST', '/api/reorganisations/preview', form)).statusCode).toBe(403);
  });
});

describe('POST /api/agencies/fill', () => {
  it('makes the first directory of a customer from the template of its province, once', async () => {
    const other = await otherTenant(server);
    const filled = await other.send('POST', '/api/agencies/fill', { province: '04' });
    expect(
      filled.json<AgencyTree>().agencies.filter(({ kind, level }) => kind === 'committee' && level === 'commune')
        .length,
    ).toBe(56);
    expect((await other.send('POST', '/api/agencies/fill', { province: '04' })).statusCode).toBe(409);
    expect((await other.send('POST', '/api/agencies/fill', { province: '99' })).statusCode).toBe(404);
  });
});

describe('names that wait', () => {
  const waiting = async () => (await browser.get('/api/resolutions')).json<{ waiting: WaitingName[] }>().waiting;

  it('come with suggestions and are answered once for all plans of the issuer', async () => {
    const odd = samplePlan.replace('<td>Sở Y tế</td>', '<td>Ban Cải cách tỉnh</td>');
    const { plan } = (await browser.upload('KH.html', odd)).json<PlanView>();
    await browser.send('POST', `/api/plans/${plan.id}/confirm`, { seq: 0 });
    const [name] = await waiting();
    expect(name).toMatchObject({ printed: 'Ban Cải cách tỉnh', times: 1, plans: [{ id: plan.id }] });
    const meaning = { to: 'agencies', agencyIds: [await idOf('Sở Nội vụ')] };
    const body = { issuerId: name?.issuerId, printed: name?.printed, meaning };
    const officer = await officerHolding(server, [{ role: 'officer', agencies: 'all' }]);
    expect((await officer.send('POST', '/api/resolutions', body)).statusCode).toBe(403);
    expect((await browser.send('POST', '/api/resolutions', body)).statusCode).toBe(204);
    expect(await waiting()).toEqual([]);
  });

  it('stand among the answered, are changed and taken back, and then wait again', async () => {
    const answered = async () => (await browser.get('/api/resolutions')).json<{ answered: AnsweredName[] }>().answered;
    const issuerId = await idOf('Ủy ban nhân dân tỉnh Minh Hà');
    const printed = 'Các ngành phụ trách CCHC';
    const say = (meaning: unknown) => browser.send('POST', '/api/resolutions', { issuerId, printed, meaning });
    const several = { to: 'agencies', agencyIds: [await idOf('Sở Nội vụ'), await idOf('Sở Tài chính')] };
    expect((await say(several)).statusCode).toBe(204);
    const own = async () => (await answered()).filter((one) => one.printed === printed);
    expect(await own()).toMatchObject([{ issuerId, means: ['Sở Nội vụ', 'Sở Tài chính'], meaning: several }]);
    const group = [{ query: 'bodies', name: 'Ủy ban nhân dân', levels: ['commune'], types: null, of: issuerId }];
    await say({ to: 'group', group });
    expect(await own()).toMatchObject([{ means: ['Ủy ban nhân dân cấp xã'] }]);
    const officer = await officerHolding(server, [{ role: 'officer', agencies: 'all' }]);
    const back = { issuerId, printed, meaning: null };
    expect((await officer.send('POST', '/api/resolutions', back)).statusCode).toBe(403);
    expect(await own()).toHaveLength(1);
    // Taken back twice counts once.
    for (const _ of [1, 2]) expect((await browser.send('POST', '/api/resolutions', back)).statusCode).toBe(204);
    expect(await own()).toEqual([]);
  });

  it('are answered only with agencies of one’s own', async () => {
    const other = await otherTenant(server);
    const id = await idOf('Sở Nội vụ');
    const body = { issuerId: id, printed: 'Ban Cải cách', meaning: { to: 'agencies', agencyIds: [id] } };
    expect((await other.send('POST', '/api/resolutions', body)).statusCode).toBe(404);
  });
});

describe('the workbook', () => {
  it('gives the whole directory, which another customer takes in as it is', async () => {
    const sent = await browser.get('/api/agencies.xlsx');
    const other = await otherTenant(server);
    const taken = await other.upload('Danh bạ.xlsx', sent.rawPayload, '/api/agencies/import');
    const said = taken.json<{ added: number; unchanged: number }>();
    expect([taken.statusCode, said.unchanged]).toEqual([200, 0]);
    expect(said.added).toBeGreaterThan(800);
    const names = async (who: TestBrowser) => (await treeOn('2024-01-10', who)).agencies.map(({ name }) => name).sort();
    expect(await names(other)).toEqual(await names(browser));
    // Taken in again it changes nothing; taken in by its own customer neither.
    for (const who of [other, browser])
      expect((await who.upload('Danh bạ.xlsx', sent.rawPayload, '/api/agencies/import')).json()).toMatchObject({
        added: 0,
      });
  });

  const bookOf = (rows: readonly string[][]) =>
    writeExcelFile(
      rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
      { sheet: 'Cơ quan' },
    ).toBuffer();
  const heading = ['Từ ngày', 'Tên', 'Mã', 'Loại', 'Cấp', 'Trực thuộc (mã)', 'Đến hết ngày'];

  it('is shown before anything is written, and taken in when said so', async () => {
    const commune = (await treeOn('2026-01-10')).agencies.find(
      ({ kind, level }) => kind === 'committee' && level === 'commune',
    );
    const rows = [heading, ['01/01/2026', 'Thôn Đông', 'T1', 'Thôn, tổ dân phố', 'Thôn', commune?.id ?? '', '']];
    const book = await bookOf(rows);
    const before = (await treeOn('2026-01-10')).agencies.length;
    const told = { added: 1, changed: 0, refused: 0, rows: [{ row: 2, name: 'Thôn Đông', what: 'added' }] };
    const shown = await browser.upload('Thôn.xlsx', book, '/api/agencies/import?preview=true');
    expect(shown.json()).toMatchObject({ ...told, written: false });
    expect((await treeOn('2026-01-10')).agencies.length).toBe(before);
    expect((await browser.upload('Thôn.xlsx', book, '/api/agencies/import')).json()).toMatchObject({
      ...told,
      written: true,
    });
    expect((await treeOn('2026-01-10')).agencies.length).toBe(before + 1);
  });

  it('changes names of known agencies, in one audited act', async () => {
    const id = await idOf('Sở Tư pháp');
    const page = (await browser.get(`/api/agencies/${id}`)).json<AgencyPage>();
    const parent = await idOf('Ủy ban nhân dân tỉnh Minh Hà');
    const vietnamese = (day: string | null) => (day ?? '').split('-').reverse().join('/');
    const rows = page.spans.map(({ from, to }) => [
      vietnamese(from),
      'Sở Tư pháp và Hộ tịch',
      id,
      'Sở, ngành',
      'Tỉnh',
      parent,
      vietnamese(to),
    ]);
    const book = await bookOf([heading, ...rows]);
    expect((await browser.upload('Sửa.xlsx', book, '/api/agencies/import?preview=true')).json()).toMatchObject({
      ...{ changed: 1, refused: 0 },
      rows: [{ told: ['tên: “Sở Tư pháp” → “Sở Tư pháp và Hộ tịch”'] }],
    });
    expect((await browser.upload('Sửa.xlsx', book, '/api/agencies/import')).statusCode).toBe(200);
    expect(await idOf('Sở Tư pháp và Hộ tịch')).toBe(id);
  });

  it('that has wrong rows or lacks a heading is refused whole, told by name', async () => {
    const before = (await treeOn('2026-01-10')).agencies.length;
    const good = ['01/01/2026', 'Thôn Một', 'T1', 'Thôn, tổ dân phố', 'Thôn', '', ''];
    const wrong = ['01/01/2026', 'Thôn Hai', 'T2', 'Thôn, tổ dân phố', 'Thôn', 'T2', ''];
    const refused = await browser.upload('a.xlsx', await bookOf([heading, good, wrong]), '/api/agencies/import');
    expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
      422,
      expect.stringContaining('Dòng 3: trực thuộc chính nó'),
    ]);
    const lacking = await browser.upload(
      'a.xlsx',
      await bookOf([heading.slice(1), good.slice(1)]),
      '/api/agencies/import',
    );
    expect([lacking.statusCode, lacking.json<{ detail: string }>().detail]).toEqual([
      422,
      expect.stringContaining('thiếu cột “Từ ngày”'),
    ]);
    expect((await treeOn('2026-01-10')).agencies.length).toBe(before);
  });

  it('that is none is refused, in the words of Excel', async () => {
    const broken = await browser.upload('a.xlsx', 'no workbook', '/api/agencies/import');
    expect([broken.statusCode, broken.json<{ detail: string }>().detail]).toEqual([
      422,
      expect.stringContaining('bằng Excel'),
    ]);
    const officer = await officerHolding(server, [{ role: 'officer', agencies: 'all' }]);
    expect((await officer.upload('a.xlsx', 'no workbook', '/api/agencies/import')).statusCode).toBe(403);
  });
});
