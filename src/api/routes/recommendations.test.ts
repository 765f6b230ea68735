import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeList } from '../../assignment/remind/views.ts';
import { addDays } from '../../calendar/days.ts';
import { newId } from '../../kernel/ids.ts';
import { dayInVietnam } from '../../kernel/plain-date.ts';
import type { Role } from '../../people/model.ts';
import type { RecommendationDetailView, RegisterView } from '../../report/recommendation/views.ts';
import { type AgencyName, type Province, province } from '../../store/assignment-testing.ts';
import { inspectedUnit } from '../../store/inspection-testing.ts';
import { officerHolding, type TestBrowser, type TestServer, testServer } from '../testing.ts';

let server: TestServer;
let there: Province;
let focal: TestBrowser;
let commune: TestBrowser;
let elsewhere: TestBrowser;

const today = dayInVietnam(new Date());
const proof = { kind: 'media', subject: 'Bảng niêm yết', day: today, place: null } as const;
const holding = (role: Role, ...agencies: AgencyName[]) =>
  officerHolding(
    server,
    [{ role, agencies: agencies.length > 0 ? agencies.map((name) => there.ids[name]) : 'all' }],
    there.actor.tenantId,
  );

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
