import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../people/model.ts';
import { type TestServer, testServer } from '../testing.ts';
import { colleague, customerWithAccount, goodPassword, type Visitor, visitor } from '../testing-people.ts';

let server: TestServer;
let mai: Actor;
let number = 0;
beforeAll(async () => {
  server = await testServer({ demo: false });
  mai = await customerWithAccount(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.db.deleteFrom('sign_in_count').execute();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T02:00:00Z') });
});
afterEach(() => vi.useRealTimers());

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1_000);

/** An officer whose account asks for a second step, with the app that shows the codes. */
async function withSecondStep(): Promise<{ login: string; browser: Visitor; code: () => string; recovery: string[] }> {
  number += 1;
  const login = `hai-buoc-${number}`;
  await colleague(server, mai.tenantId, login);
  const browser = visitor(server);
  await browser.signIn(login);
  const setup = (await browser.ask('POST', '/api/account/totp', { password: goodPassword })).json();
  const app = new TOTP({ secret: Secret.fromBase32(setup.secret) });
  const code = () => app.generate({ timestamp: Date.now() });
  const confirmed = await browser.ask('POST', '/api/account/totp/confirm', { code: code() });
  later(30);
  return { login, browser, code, recovery: confirmed.json().recoveryCodes };
}

const second = (browser: Visitor, body: object) => browser.ask('POST', '/api/sign-in/second', body);

describe('the second step', () => {
  it('is not on before a code has been shown, and needs the password to begin', async () => {
    await colleague(server, mai.tenantId, 'chua-bat');
    const browser = visitor(server);
    await browser.signIn('chua-bat');
    const wrong = await browser.ask('POST', '/api/account/totp', { password: 'không phải' });
    expect(wrong.json()).toMatchObject({ code: 'password-wrong' });
    const setup = (await browser.ask('POST', '/api/account/totp', { password: goodPassword })).json();
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await browser.ask('POST', '/api/account/totp/confirm', { code: '000000' })).json()).toMatchObject({
      code: 'code-wrong',
    });
    expect((await visitor(server).signIn('chua-bat')).json()).toEqual({ step: 'done' });
  });

  it('opens nothing until the code is given, then rotates the token', async () => {
    const { login, code } = await withSecondStep();
    const browser = visitor(server);
    expect((await browser.signIn(login)).json()).toEqual({ step: 'second' });
    const half = browser.cookies.get('thang_session');
    expect((await browser.ask('GET', '/api/account')).json()).toMatchObject({ code: 'session-missing' });
    expect((await second(browser, { code: code() })).json()).toEqual({ step: 'done' });
    expect((await browser.ask('GET', '/api/account')).json()).toMatchObject({ totp: true, recoveryLeft: 10 });
    const old = visitor(server);
    old.cookies.set('thang_session', half ?? '');
    expect((await second(old, { code: code() })).json()).toMatchObject({ code: 'second-step-missing' });
    expect((await old.ask('GET', '/api/account')).statusCode).toBe(401);
  });

  it('takes a code once, also when it comes twice at once', async () => {
    const { login, code } = await withSecondStep();
    const browsers = [visitor(server), visitor(server), visitor(server)];
    for (const browser of browsers) await browser.signIn(login);
    const same = code();
    const answers = await Promise.all(browsers.map((browser) => second(browser, { code: same })));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('cannot be guessed for ever by who knows the password', async () => {
    const { login } = await withSecondStep();
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) {
      const browser = visitor(server);
      const answer = await browser.signIn(login);
      codes.push(
        answer.statusCode === 200 ? (await second(browser, { code: '000000' })).json().code : answer.json().code,
      );
    }
    expect(codes).toEqual([...Array(5).fill('code-wrong'), 'sign-in-locked']);
  });

  it('must be done within five minutes of the password', async () => {
    const { login, code } = await withSecondStep();
    const browser = visitor(server);
    await browser.signIn(login);
    later(301);
    expect((await second(browser, { code: code() })).json()).toMatchObject({ code: 'second-step-missing' });
  });

  it('keeps its secret unreadable in the database', async () => {
    await colleague(server, mai.tenantId, 'kin');
    const browser = visitor(server);
    await browser.signIn('kin');
    const { secret } = (await browser.ask('POST', '/api/account/totp', { password: goodPassword })).json();
    const row = await server.database.db
      .selectFrom('account')
      .where('login', '=', 'kin')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row.totp_secret?.toString('latin1')).not.toContain(secret);
    expect(row.totp_secret?.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
  });

  it('cannot be begun anew while it is on, and is switched off with the password', async () => {
    const { login, browser } = await withSecondStep();
    expect((await browser.ask('POST', '/api/account/totp', { password: goodPassword })).json()).toMatchObject({
      code: 'totp-on',
    });
    expect((await browser.ask('POST', '/api/account/totp/remove', { password: 'không' })).statusCode).toBe(422);
    expect((await browser.ask('POST', '/api/account/totp/remove', { password: goodPassword })).json()).toMatchObject({
      totp: false,
      recoveryLeft: 0,
    });
    expect((await visitor(server).signIn(login)).json()).toEqual({ step: 'done' });
  });
});

describe('a recovery code', () => {
  it('opens once, however it is typed, also when it comes twice at once', async () => {
    const { login, recovery } = await withSecondStep();
    expect(new Set(recovery).size).toBe(10);
    const typed = [recovery[0], recovery[0]?.toUpperCase(), recovery[0]?.replace('-', ' ')];
    const browsers = typed.map(() => visitor(server));
    for (const browser of browsers) await browser.signIn(login);
    const answers = await Promise.all(browsers.map((browser, i) => second(browser, { recovery: typed[i] })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422, 422]);
    const inside = browsers[answers.findIndex(({ statusCode }) => statusCode === 200)];
    expect((await inside?.ask('GET', '/api/account'))?.json()).toMatchObject({ recoveryLeft: 9 });
  });

  it('of before opens nothing once there are new ones', async () => {
    const { login, recovery, browser } = await withSecondStep();
    const anew = await browser.ask('POST', '/api/account/recovery-codes', { password: goodPassword });
    expect(anew.json().recoveryCodes).toHaveLength(10);
    const next = visitor(server);
    await next.signIn(login);
    expect((await second(next, { recovery: recovery[1] })).statusCode).toBe(422);
    expect((await second(next, { recovery: anew.json().recoveryCodes[1] })).statusCode).toBe(200);
  });

  it('of somebody else opens nothing', async () => {
    const [one, other] = [await withSecondStep(), await withSecondStep()];
    const browser = visitor(server);
    await browser.signIn(one.login);
    expect((await second(browser, { recovery: other.recovery[0] })).json()).toMatchObject({ code: 'code-wrong' });
  });
});

describe('a lost telephone', () => {
  it('is forgotten by the administrator together with the password', async () => {
    const { login } = await withSecondStep();
    const admin = visitor(server);
    await admin.signIn('mai');
    const { accounts } = (await admin.ask('GET', `/api/accounts?q=${login}`)).json();
    const sent = (await admin.ask('POST', `/api/accounts/${accounts[0].id}/reset`, { totp: true })).json();
    expect(sent.account).toMatchObject({ totp: false });
    expect((await visitor(server).signIn(login)).json()).toEqual({ step: 'done' });
  });
});
