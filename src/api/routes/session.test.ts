import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../people/model.ts';
import type { DemoOfficerView } from '../../people/views.ts';
import { demoAgencies } from '../../store/demo-officers.ts';
import { type TestServer, testHost, testServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe('GET /api/session', () => {
  it('opens a session of the sample officer in a cookie no script can read', async () => {
    const answer = await server.app.inject({ url: '/api/session', headers: testHost });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ unit: 'Sở Nội vụ tỉnh Minh Hà', demo: true });
    expect(answer.headers['set-cookie']).toMatch(/^thang_session=.+; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('gives the same session to who comes back', async () => {
    const browser = await server.signIn();
    const again = await browser.get('/api/session');
    expect(again.json()).toEqual(browser.session);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('gives every newcomer a session of their own', async () => {
    const [a, b] = [await server.signIn(), await server.signIn()];
    expect(a.session.csrf).not.toBe(b.session.csrf);
  });

  it('keeps only the hash of the token', async () => {
    const { headers } = await server.signIn();
    const token = headers.cookie?.split('.')[1] ?? '';
    const rows = await server.database.db.selectFrom('session').selectAll().execute();
    expect(token).not.toBe('');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each(['', 'thang_session=', 'thang_session=x.y', 'thang_session=019aa000-0000-7000-8000-000000000001.guess'])(
    'lets nobody in with the cookie %j',
    async (cookie) => {
      const answer = await server.app.inject({ url: '/api/plans', headers: { ...testHost, cookie } });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'session-missing' });
    },
  );

  it('lets nobody in whose session has run out', async () => {
    const browser = await server.signIn();
    await server.database.db
      .updateTable('session')
      .set({ expires_at: new Date(0) })
      .execute();
    expect((await browser.get('/api/plans')).json()).toMatchObject({ code: 'session-missing' });
  });

  it('opens none where the product is no demo', async () => {
    const strict = await testServer({ demo: false });
    const answer = await strict.app.inject({ url: '/api/session', headers: { host: 'thang.example' } });
    expect(answer.statusCode).toBe(401);
    await strict.close();
  });
});

describe('acting as another officer in the demo', () => {
  it('names one officer for each role, and becomes whom one chooses', async () => {
    const browser = await server.signIn();
    expect(browser.session.roles).toEqual([{ role: 'focal', agencies: 'all' }]);
    const { officers } = (await browser.get('/api/session/officers')).json();
    expect(new Set(officers.map(({ role }: DemoOfficerView) => role))).toEqual(new Set(roles));
    for (const { id, name, role } of officers as DemoOfficerView[]) {
      const fresh = await server.signIn();
      const answer = await fresh.send('POST', '/api/session/act-as', { officer: id });
      expect(answer.json()).toMatchObject({ officerId: id, officer: name, roles: [{ role }] });
    }
  });

  it('gives a unit’s officer the unit and what stands under it', async () => {
    const browser = await server.signIn();
    const { officers } = (await browser.get('/api/session/officers')).json();
    const { id } = officers.find(({ role }: DemoOfficerView) => role === 'officer');
    const { roles: held } = (await browser.send('POST', '/api/session/act-as', { officer: id })).json();
    expect(held).toEqual([{ role: 'officer', agencies: [demoAgencies.commune, demoAgencies.office].sort() }]);
  });

  it('lets a supervisor read and change nothing', async () => {
    const browser = await server.signIn();
    const { officers } = (await browser.get('/api/session/officers')).json();
    const { id } = officers.find(({ role }: DemoOfficerView) => role === 'supervisor');
    const acting = await browser.send('POST', '/api/session/act-as', { officer: id });
    const [cookie] = acting.cookies;
    const headers = {
      ...browser.headers,
      cookie: `thang_session=${cookie?.value}`,
      'x-thang-csrf': acting.json().csrf,
    };
    expect((await server.app.inject({ url: '/api/plans', headers })).statusCode).toBe(200);
    const change = { method: 'POST', url: '/api/plans/text', headers, payload: { name: 'a', text: 'b' } } as const;
    expect((await server.app.inject(change)).json()).toMatchObject({ code: 'permission-refused' });
  });

  it('is nobody who is not of the demo', async () => {
    const browser = await server.signIn();
    const answer = await browser.send('POST', '/api/session/act-as', {
      officer: '019aa000-0000-7000-8000-0000000000ff',
    });
    expect(answer.statusCode).toBe(404);
  });

  it('is not there where one signs in', async () => {
    const strict = await testServer({ demo: false });
    const answer = await strict.app.inject({ url: '/api/session/officers', headers: testHost });
    expect(answer.statusCode).toBe(404);
    await strict.close();
  });
});
