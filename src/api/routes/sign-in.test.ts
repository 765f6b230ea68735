import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../people/model.ts';
import * as passwords from '../../platform/passwords/passwords.ts';
import { disableAccount } from '../../store/accounts.ts';
import { verifyTenant } from '../../store/audit/verify.ts';
import { inTransaction } from '../../store/db.ts';
import { type TestServer, testServer } from '../testing.ts';
import { colleague, customerWithAccount, goodPassword, visitor } from '../testing-people.ts';

vi.mock('../../platform/passwords/passwords.ts', async (actual) => {
  const real = await actual<typeof passwords>();
  return { ...real, isPassword: vi.fn(real.isPassword) };
});

let server: TestServer;
let mai: Actor;
beforeAll(async () => {
  server = await testServer({ demo: false });
  mai = await customerWithAccount(server);
});
afterAll(() => server.close());
beforeEach(() => server.database.db.deleteFrom('sign_in_count').execute());
afterEach(() => vi.useRealTimers());

const wrong = 'không phải mật khẩu này';

describe('the sign-in page', () => {
  it('names the only customer, and asks nobody to choose', async () => {
    const page = (await visitor(server).ask('GET', '/api/sign-in')).json();
    expect(page).toEqual({
      ...{ demo: false, mail: false, empty: false, tenant: 'minh-ha', providers: [] },
      tenants: [{ code: 'minh-ha', name: 'Tỉnh Minh Hà' }],
    });
  });

  it('is open to nobody else’s page', async () => {
    const answer = await visitor(server).ask(
      'POST',
      '/api/sign-in',
      { login: 'mai', password: goodPassword },
      {
        origin: 'https://evil.example',
      },
    );
    expect(answer.json()).toMatchObject({ code: 'origin-refused' });
  });
});

describe('signing in with a password', () => {
  it('opens a session with a cookie no script can read, and says who it is', async () => {
    const browser = visitor(server);
    const answer = await browser.signIn('mai');
    expect(answer.json()).toEqual({ step: 'done' });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /thang_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict/,
    );
    const session = (await browser.ask('GET', '/api/session')).json();
    expect(session).toMatchObject({ officer: 'Cán bộ mai', tenant: 'Tỉnh Minh Hà', demo: false });
    expect(session.roles).toEqual([{ role: 'administrator', agencies: 'all' }]);
    expect(session.may).toContain('Người quản trị quản lý được tài khoản và vai trò của cán bộ');
    expect(session.may).not.toContain('Cơ quan thường trực và đơn vị chủ trì thêm được kế hoạch');
  });

  it('sends the cookie over TLS only where a proxy that we trust speaks it', async () => {
    const behind = await testServer({ demo: false, proxies: '10.0.0.9' });
    await customerWithAccount(behind);
    const body = { login: 'mai', password: goodPassword };
    const https = { 'x-forwarded-proto': 'https' };
    const trusted = await visitor(behind, '10.0.0.9').ask('POST', '/api/sign-in', body, https);
    expect(String(trusted.headers['set-cookie'])).toContain('Secure');
    const other = await visitor(behind, '10.0.0.8').ask('POST', '/api/sign-in', body, https);
    expect(String(other.headers['set-cookie'])).not.toContain('Secure');
    await behind.close();
  });

  it.each(['mai', 'MAI', ' mai ', 'mai@minhha.example', 'Mai@MinhHa.example'])('knows %j', async (login) => {
    expect((await visitor(server).signIn(login)).statusCode).toBe(200);
  });

  it('gives a new token each time, whatever token was sent', async () => {
    const browser = visitor(server);
    await browser.signIn('mai');
    const first = browser.cookies.get('thang_session');
    await browser.signIn('mai');
    expect(browser.cookies.get('thang_session')).not.toBe(first);
  });

  it('answers alike to an unknown login, a wrong password and a closed account', async () => {
    const lan = await colleague(server, mai.tenantId, 'lan');
    await inTransaction(server.database.db, (trx) => disableAccount(trx, mai, lan.officerId, new Date()));
    const answers = [
      await visitor(server).signIn('khong-co-ai', wrong),
      await visitor(server).signIn('mai', wrong),
      await visitor(server).signIn('lan'),
      await visitor(server).signIn('ai@do.example', wrong),
    ];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.json()).toMatchObject({ code: 'sign-in-failed', status: 401 });
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
  });

  it('checks a password of nobody’s for an unknown login, so that the time tells nothing', async () => {
    const isPassword = vi.mocked(passwords.isPassword);
    isPassword.mockClear();
    await visitor(server).signIn('khong-co-ai', wrong);
    expect(isPassword.mock.calls).toEqual([[undefined, wrong]]);
  });

  it('lets nobody in with a password that is someone else’s, nor with none', async () => {
    for (const password of ['', 'a\0b', 'x'.repeat(2_000)])
      expect((await visitor(server).signIn('mai', password)).statusCode).toBe(400);
  });
});

describe('too many tries', () => {
  const tries = async (login: string, count: number, address?: string) => {
    const codes: string[] = [];
    for (let i = 0; i < count; i++) codes.push((await visitor(server, address).signIn(login, wrong)).json().code);
    return codes;
  };

  it('stop the login for a minute after the fifth, the right password too, and say for how long', async () => {
    expect(await tries('mai', 6)).toEqual([...Array(5).fill('sign-in-failed'), 'sign-in-locked']);
    const answer = await visitor(server).signIn('mai');
    expect(answer.statusCode).toBe(429);
    expect(answer.json().detail).toContain('Hãy đợi 1 phút');
  });

  it('stop an unknown login just the same', async () => {
    expect(await tries('khong-co-ai', 6)).toEqual([...Array(5).fill('sign-in-failed'), 'sign-in-locked']);
  });

  it('stop it longer and longer, and are forgotten by signing in', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T02:00:00Z') });
    await tries('mai', 5);
    vi.setSystemTime(new Date('2026-11-22T02:01:01Z'));
    expect(await tries('mai', 2)).toEqual(['sign-in-failed', 'sign-in-locked']);
    vi.setSystemTime(new Date('2026-11-22T02:02:30Z'));
    expect((await visitor(server).signIn('mai')).json().detail).toContain('Hãy đợi 1 phút');
    vi.setSystemTime(new Date('2026-11-22T02:03:02Z'));
    expect((await visitor(server).signIn('mai')).statusCode).toBe(200);
    expect(await tries('mai', 4)).toEqual(Array(4).fill('sign-in-failed'));
    expect((await visitor(server).signIn('mai')).statusCode).toBe(200);
  });

  it('made at once are counted one by one', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => visitor(server).signIn('mai', wrong)));
    expect(all.filter((answer) => answer.json().code === 'sign-in-failed')).toHaveLength(5);
  });

  it('from one address stop that address, whatever the logins, and no other', async () => {
    await visitor(server, '10.9.9.9').signIn('ai1', wrong);
    // As if 57 other logins had been tried from there.
    await server.database.db.updateTable('sign_in_count').set({ failed: 58 }).execute();
    const codes: string[] = [];
    for (const login of ['ai2', 'ai3', 'ai4'])
      codes.push((await visitor(server, '10.9.9.9').signIn(login, wrong)).json().code);
    expect(codes).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-crowded']);
    expect((await visitor(server, '10.9.9.9').signIn('mai')).json()).toMatchObject({ code: 'sign-in-crowded' });
    expect((await visitor(server, '10.9.9.8').signIn('mai')).statusCode).toBe(200);
  });

  it('are counted by a keyed hash: neither logins nor passwords typed as logins can be read', async () => {
    await visitor(server).signIn('matkhaulonnham', wrong);
    const rows = await server.database.db.selectFrom('sign_in_count').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('matkhaulonnham').toString('hex'));
    expect(rows.every(({ key }) => key.length === 32)).toBe(true);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const browser = visitor(server);
    await browser.signIn('mai');
    const cookie = browser.cookies.get('thang_session') ?? '';
    expect((await browser.ask('DELETE', '/api/session')).statusCode).toBe(204);
    expect(browser.cookies.has('thang_session')).toBe(false);
    browser.cookies.set('thang_session', cookie);
    expect((await browser.ask('GET', '/api/account')).json()).toMatchObject({ code: 'session-missing' });
  });

  it.each([
    ['12 hours after it was used last', 12.1 * 3_600_000, 0],
    ['7 days after it was opened, used or not', 7.1 * 24 * 3_600_000, 3_600_000],
  ])('ends %s', async (_when, after, everyMs) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const begun = Date.now();
    const browser = visitor(server);
    await browser.signIn('mai');
    for (let at = everyMs; everyMs > 0 && at < after; at += everyMs * 6) {
      vi.setSystemTime(begun + at);
      const answer = await browser.ask('GET', '/api/account');
      expect(answer.statusCode, String(at)).toBe(at < 7 * 24 * 3_600_000 ? 200 : 401);
    }
    vi.setSystemTime(begun + after);
    expect((await browser.ask('GET', '/api/account')).json()).toMatchObject({ code: 'session-missing' });
  });

  it('of the demo opens nothing where one signs in', async () => {
    const { db } = server.database;
    const browser = visitor(server);
    await browser.signIn('mai');
    await db.updateTable('session').set({ way: 'demo' }).execute();
    expect((await browser.ask('GET', '/api/account')).statusCode).toBe(401);
  });

  it('ends when the account is closed', async () => {
    const hoa = await colleague(server, mai.tenantId, 'hoa');
    const browser = visitor(server);
    await browser.signIn('hoa');
    await inTransaction(server.database.db, (trx) => disableAccount(trx, mai, hoa.officerId, new Date()));
    expect((await browser.ask('GET', '/api/account')).statusCode).toBe(401);
  });
});

describe('several customers on one server', () => {
  it('each have logins of their own; the browser remembers which it was', async () => {
    const both = await testServer({ demo: false });
    await customerWithAccount(both);
    await customerWithAccount(both, { name: 'Tỉnh Hòn Sương', code: 'hon-suong', roles: ['leader'] });
    const browser = visitor(both);
    const page = (await browser.ask('GET', '/api/sign-in')).json();
    expect(page).toMatchObject({ tenant: null, tenants: [{ code: 'hon-suong' }, { code: 'minh-ha' }] });
    expect((await browser.signIn('mai')).json()).toMatchObject({ code: 'not-found' });
    expect((await browser.signIn('mai', goodPassword, 'hon-suong')).statusCode).toBe(200);
    expect((await browser.ask('GET', '/api/session')).json()).toMatchObject({ tenant: 'Tỉnh Hòn Sương' });
    expect((await browser.ask('GET', '/api/sign-in')).json()).toMatchObject({ tenant: 'hon-suong' });
    expect((await browser.ask('GET', '/api/sign-in?tenant=minh-ha')).json()).toMatchObject({ tenant: 'minh-ha' });
    await both.close();
  });
});

describe('the audit log', () => {
  it('says that somebody signed in and was locked out, in ids alone', async () => {
    const browser = visitor(server);
    await browser.signIn('mai');
    await browser.ask('DELETE', '/api/session');
    await Promise.all(Array.from({ length: 6 }, () => visitor(server).signIn('mai', wrong)));
    const read = () =>
      server.database.db.selectFrom('audit_entry').where('tenant_id', '=', mai.tenantId).selectAll().execute();
    await vi.waitFor(async () => {
      const actions = new Set((await read()).map(({ action }) => action));
      for (const action of ['account.sign-in', 'account.lock', 'session.end', 'role.grant'])
        expect(actions).toContain(action);
    });
    const entries = await read();
    expect(JSON.stringify(entries)).not.toMatch(/Cán bộ|mai@|minhha|10\.0\.0|bay lả/);
    expect((await verifyTenant(server.database.db, mai.tenantId)).breaks).toEqual([]);
  });
});
