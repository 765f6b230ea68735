import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import type {
  RecommendationDetailView,
  RegisterImportsView,
  RegisterPreviewView,
  RegisterView,
} from '../../report/recommendation/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { inspectedUnit } from '../../store/inspection-testing.ts';
import { officerOf, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let focal: TestBrowser;
let commune: TestBrowser;
let elsewhere: TestBrowser;

const today = dayInVietnam(new Date());
const proof = { kind: 'media', subject: 'Bảng niêm yết', day: today, place: null } as const;
const holding = (role: Role, ...agencies: AgencyName[]) => officerOf(server, there, role, ...agencies);

beforeAll(async () => {
  server = await testServer();
  there = await province(server.database.db);
  focal = await holding('focal');
  commune = await holding('officer', 'tan-lap');
  elsewhere = await holding('officer', 'an-phu');
});
afterAll(() => server.close());

describe('the register of recommendations', () => {
  const sent = (more: object = {}) => ({
    ...{ id: newId(), source: 'audit', text: 'Thu hồi khoản chi sai', agencyId: there.ids['tan-lap'] },
    paper: { what: 'Kết luận kiểm toán', number: '7/KL', date: addDays(today, -10), issuer: 'Kiểm toán khu vực II' },
    ...{ due: addDays(today, 10), ...more },
  });

  it('is kept by who may, carried out by the unit, closed with evidence or a reason', async () => {
    const body = sent();
    expect((await commune.send('POST', '/api/recommendations', body)).statusCode).toBe(403);
    const { line } = (await focal.send('POST', '/api/recommendations', body)).json<RecommendationDetailView>();
    expect(line).toMatchObject({ status: 'open', percent: null, days: 10, late: false, keeps: true });
    const progress = (percent: number, without: string | null = null) => ({
      ...{ id: newId(), act: { kind: 'progress', percent, text: 'Đã thu', without } },
    });
    const say = (browser: TestBrowser, ...of: Parameters<typeof progress>) =>
      browser.send('POST', `/api/recommendations/${body.id}/progress`, progress(...of));
    expect((await say(elsewhere, 10)).statusCode).toBe(404);
    expect((await say(focal, 10)).statusCode).toBe(403);
    expect((await say(commune, 60)).json<RecommendationDetailView>().line).toMatchObject({ percent: 60, owns: true });
    expect((await say(commune, 100)).json()).toMatchObject({ code: 'recommendation-act-refused' });
    await commune.send('POST', `/api/recommendations/${body.id}/evidence`, { id: newId(), piece: proof });
    await say(commune, 100);
    const close = { id: newId(), act: { kind: 'close', note: null } };
    expect((await commune.send('POST', `/api/recommendations/${body.id}/acts`, close)).statusCode).toBe(403);
    const closed = await focal.send('POST', `/api/recommendations/${body.id}/acts`, close);
    expect(closed.json<RecommendationDetailView>()).toMatchObject({ line: { status: 'closed', closedOn: today } });
    expect(closed.json<RecommendationDetailView>().evidence).toHaveLength(1);
    const told = async (browser: TestBrowser) =>
      (await browser.get('/api/notifications')).json<NoticeList>().notices.map(({ kind }) => kind);
    expect([await told(commune), await told(focal), await told(elsewhere)]).toEqual([
      ['remedy-ended', 'remedy-asked'],
      ['remedy-reported'],
      [],
    ]);
  });

  it('shows what inspections found beside what was recorded, each once', async () => {
    const { finding } = await inspectedUnit(server.database.db, there.actor, there.ids['tan-lap'], proof);
    const { lines, figures } = (await commune.get('/api/recommendations')).json<RegisterView>();
    expect(lines.filter(({ id }) => id === finding)).toMatchObject([
      { of: 'finding', source: 'check', status: 'open', percent: null, owns: true, keeps: false },
    ]);
    expect(figures.total).toBe(lines.length);
    expect((await elsewhere.get('/api/recommendations')).json<RegisterView>().lines).not.toContainEqual(
      expect.objectContaining({ id: finding }),
    );
  });
});

describe('a register in a file', () => {
  const table = (...rows: string[]) =>
    ['Kiến nghị,Đơn vị thực hiện,Số,Thời hạn,Mức độ hoàn thành (%)', ...rows].join('\n');
  const send = (who: TestBrowser, content: string | Buffer, { id = newId(), way = '' } = {}) => {
    const defaults = {
      source: 'audit',
      paper: { what: 'Kết luận kiểm toán', number: null, date: '2026-05-04', issuer: null },
    };
    const head = [
      `--b\r\ncontent-disposition: form-data; name="import"\r\n\r\n${JSON.stringify({ id, defaults })}\r\n`,
      '--b\r\ncontent-disposition: form-data; name="file"; filename="Phụ lục.csv"\r\n\r\n',
    ];
    const payload = Buffer.concat([Buffer.from(head.join('')), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]);
    const headers = { ...who.headers, 'content-type': 'multipart/form-data; boundary=b' };
    return server.app.inject({ method: 'POST', url: `/api/recommendation-imports${way}`, headers, payload });
  };
  const linesOf = async (who: TestBrowser, text: string) =>
    (await who.get('/api/recommendations')).json<RegisterView>().lines.filter((one) => one.text === text);

  it('is shown before it is taken over, recorded once, and taken back but for what was worked on', async () => {
    const due = addDays(today, 30).split('-').reverse().join('/');
    const content = table(
      `Thu hồi tiền thuê đất,Tân Lập,9/KL,${due},`,
      `Sửa quy chế chi tiêu,UBND xã Tân Lập,9/KL,${due},100`,
      `Rà soát biên chế,UBND xã An Phú,9/KL,${due},20`,
      `Không có đơn vị này,UBND xã Không Có,9/KL,${due},`,
    );
    const preview = (await send(focal, content, { way: '/preview' })).json<RegisterPreviewView>();
    expect([preview.taken.length, preview.left.map(({ row }) => row)]).toEqual([3, [5]]);
    expect(await linesOf(focal, 'Thu hồi tiền thuê đất')).toEqual([]);
    const id = newId();
    expect((await send(focal, content, { id })).json<RegisterPreviewView>().taken).toHaveLength(3);
    expect((await send(focal, content, { id })).json()).toMatchObject({ code: 'register-import-known' });
    const again = (await send(focal, content)).json<RegisterPreviewView>();
    expect([again.taken.length, again.left.length]).toEqual([0, 4]);
    const [mine] = await linesOf(commune, 'Thu hồi tiền thuê đất');
    expect(mine).toMatchObject({ source: 'audit', percent: null, status: 'open', owns: true, since: '2026-05-04' });
    expect(await linesOf(commune, 'Sửa quy chế chi tiêu')).toMatchObject([{ percent: 100, status: 'reported' }]);
    const progress = { id: newId(), act: { kind: 'progress', percent: 30, text: 'Đã thu', without: null } };
    await commune.send('POST', `/api/recommendations/${mine?.id}/progress`, progress);
    const undo = () => focal.send('POST', `/api/recommendation-imports/${id}/undo`);
    expect((await undo()).json()).toEqual({ withdrawn: 2, kept: 1 });
    expect((await undo()).json()).toEqual({ withdrawn: 0, kept: 1 });
    expect(await linesOf(commune, 'Thu hồi tiền thuê đất')).toMatchObject([{ percent: 30, status: 'open' }]);
    expect(await linesOf(commune, 'Sửa quy chế chi tiêu')).toMatchObject([{ status: 'withdrawn' }]);
    const [line] = (await focal.get('/api/recommendation-imports')).json<RegisterImportsView>().imports;
    expect(line).toMatchObject({ id, name: 'Phụ lục.csv', count: 3, undoneAt: expect.any(String) });
    expect((await send(focal, content)).json<RegisterPreviewView>().taken).toHaveLength(2);
  });

  it('is taken by who keeps the register alone, for units within their reach', async () => {
    const content = table('Bổ sung hồ sơ,UBND xã Tân Lập,1,,', 'Bổ sung hồ sơ,UBND xã An Phú,1,,');
    expect((await send(commune, content, { way: '/preview' })).statusCode).toBe(403);
    const inspector = await holding('inspector', 'an-phu');
    const id = newId();
    const { taken, left } = (await send(inspector, content, { id })).json<RegisterPreviewView>();
    expect(taken.map(({ unit }) => unit)).toEqual(['UBND xã An Phú']);
    expect(left).toMatchObject([{ why: expect.stringContaining('ngoài phạm vi') }]);
    const other = await holding('inspector', 'an-phu');
    expect((await other.send('POST', `/api/recommendation-imports/${id}/undo`)).statusCode).toBe(403);
    expect((await other.get('/api/recommendation-imports')).json()).toEqual({ imports: [] });
  });

  it('that is no table, is empty or is a page does no harm', async () => {
    const bad: [string | Buffer, string][] = [
      ['a,b\n1,2', 'register-not-found'],
      ['', 'file-empty'],
      [Buffer.from('PK\x03\x04 không phải sổ'), 'file-damaged'],
      [Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 0xff, 0xfe]), 'file-unknown'],
    ];
    for (const [content, code] of bad)
      expect((await send(focal, content, { way: '/preview' })).json()).toMatchObject({ code });
  });
});
