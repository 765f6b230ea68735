import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../people/model.ts';
import { disableAccount } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { type TestServer, testServer } from '../testing.ts';
import { colleague, customerWithAccount, goodPassword, type Visitor, visitor } from '../testing-people.ts';

/** Signing in by another system, against a real provider library on a port of this machine. */
const clientSecret = 'khóa của ứng dụng, đủ dài để không đoán được';
let server: TestServer;
let mai: Actor;
let admin: Visitor;
let other: { issuer: string; http: Server; asks: URLSearchParams[] };
/** whom the provider signs in next, and what it says of them */
let person = { subject: 'mai-1', email: 'mai@minhha.example', verified: true };

beforeAll(async () => {
  server = await testServer({ demo: false });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  mai = await customerWithAccount(server);
  other = await openProvider(`${baseOf(server.app.server)}/dang-nhap/tro-ve`);
});
afterAll(async () => {
  await server.close();
  other.http.closeAllConnections();
  await new Promise((done) => other.http.close(done));
});
beforeEach(async () => {
  await server.database.db.deleteFrom('sign_in_identity').execute();
  person = { subject: 'mai-1', email: 'mai@minhha.example', verified: true };
  admin = visitor(server);
  await admin.signIn('mai');
});

const baseOf = (http: Server): string => `http://localhost:${(http.address() as AddressInfo).port}`;

async function openProvider(redirect: string): Promise<typeof other> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = baseOf(http);
  const asks: URLSearchParams[] = [];
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'thang', client_secret: encodeURIComponent(clientSecret), redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a', 'b'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: person.email, email_verified: person.verified }),
    }),
    interactions: { url: (_ctx, { uid }) => `/who/${uid}` },
  });
  const answer = provider.callback();
  http.on('request', async (request, reply) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') asks.push(url.searchParams);
    if (!url.pathname.startsWith('/who/')) return answer(request, reply);
    // Nobody is asked for a password: whoever `person` is signs in and agrees.
    const { prompt, params, grantId } = await provider.interactionDetails(request, reply);
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: person.subject, clientId: String(params.client_id) });
    grant?.addOIDCScope('openid email profile');
    const consent = { grantId: await grant?.save() };
    const result = prompt.name === 'login' ? { login: { accountId: person.subject }, consent } : { consent };
    await provider.interactionFinished(request, reply, result as never, { mergeWithLastSubmission: true });
  });
  return { issuer, http, asks };
}

const add = (more: object = {}) =>
  admin.ask('POST', '/api/sign-in-providers', {
    ...{
      name: 'Cổng tỉnh',
      issuer: other.issuer,
      clientId: 'thang',
      clientSecret: encodeURIComponent(clientSecret),
      match: 'email',
    },
    ...more,
  });

async function addOne(more: object = {}): Promise<string> {
  const answer = await add(more);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().providers.at(-1).id;
}

/** Walks the redirects of the other system as a browser does, and stops at the address that leads back to us. */
async function walk(from: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = from;
  for (let steps = 0; steps < 10 && at.startsWith(other.issuer); steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    at = new URL(answer.headers.get('location') ?? '', at).href;
  }
  return at;
}

/** Leaves for the other system and comes back; gives our last answer. */
async function signInBy(id: string, browser: Visitor, change: (back: string) => string = (back) => back) {
  const left = await browser.ask('GET', `/api/sign-in/providers/${id}`);
  expect(left.statusCode).toBe(302);
  const back = change(await walk(String(left.headers.location)));
  return browser.ask('GET', back.slice(baseOf(server.app.server).length), undefined, {
    'sec-fetch-site': 'cross-site',
  });
}

describe('another system', () => {
  it('is read before it is kept; its secret is sealed and never shown', async () => {
    const id = await addOne();
    const { providers } = (await admin.ask('GET', '/api/sign-in-providers')).json();
    expect(providers.at(-1)).toEqual({
      ...{ id, name: 'Cổng tỉnh', issuer: other.issuer, clientId: 'thang', match: 'email', twoStep: false },
      redirect: `${baseOf(server.app.server)}/dang-nhap/tro-ve`,
    });
    const row = await server.database.db
      .selectFrom('sign_in_provider')
      .where('id', '=', id)
      .selectAll()
      .executeTakeFirst();
    expect(row?.client_secret.toString('utf8')).not.toContain(encodeURIComponent(clientSecret));
    const page = (await visitor(server).ask('GET', '/api/sign-in')).json();
    expect(page.providers).toContainEqual({ id, name: 'Cổng tỉnh' });
  });

  it.each(['không phải địa chỉ', 'http://minhha.example', 'ftp://minhha.example', 'http://localhost:1/'])(
    'is not %j',
    async (issuer) => {
      expect((await add({ issuer })).json()).toMatchObject({ code: 'issuer-refused' });
    },
  );
});

describe('signing in by another system', () => {
  it('knows the officer by a verified address, with PKCE, state and nonce', async () => {
    const id = await addOne();
    const browser = visitor(server);
    const back = await signInBy(id, browser);
    expect([back.statusCode, back.headers.location]).toEqual([302, '/']);
    expect(String(back.headers['set-cookie'])).toMatch(/thang_session=[^;]+;.*HttpOnly; SameSite=Strict/);
    expect((await browser.ask('GET', '/api/session')).json()).toMatchObject({ officer: 'Cán bộ mai' });
    const asked = other.asks.at(-1);
    expect(asked?.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked?.get(name)?.length).toBeGreaterThan(20);
  });

  it('asks who has a second step of their own for it, unless the other system has asked already', async () => {
    const login = 'hai-buoc';
    await colleague(server, mai.tenantId, login);
    const own = visitor(server);
    await own.signIn(login);
    const { secret } = (await own.ask('POST', '/api/account/totp', { password: goodPassword })).json();
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await own.ask('POST', '/api/account/totp/confirm', { code: app.generate({ timestamp: Date.now() - 30_000 }) });
    person = { subject: 'hai-buoc-1', email: `${login}@minhha.example`, verified: true };

    const browser = visitor(server);
    const back = await signInBy(await addOne(), browser);
    expect(back.headers.location).toBe('/dang-nhap?buoc=ma');
    expect((await browser.ask('GET', '/api/account')).json()).toMatchObject({ code: 'session-missing' });
    const given = await browser.ask('POST', '/api/sign-in/second', { code: app.generate({ timestamp: Date.now() }) });
    expect(given.json()).toEqual({ step: 'done' });
    expect((await browser.ask('GET', '/api/session')).json()).toMatchObject({ officer: `Cán bộ ${login}` });

    const known = visitor(server);
    const through = await signInBy(await addOne({ twoStep: true }), known);
    expect(through.headers.location).toBe('/');
    expect((await known.ask('GET', '/api/session')).json()).toMatchObject({ officer: `Cán bộ ${login}` });
  });

  it('carries what must fit in a sealed cookie that no other page sends', async () => {
    const left = await visitor(server).ask('GET', `/api/sign-in/providers/${await addOne()}`);
    const cookie = String(left.headers['set-cookie']);
    expect(cookie).toMatch(/^thang_departure=[\w-]+; Max-Age=600; Path=\/dang-nhap\/tro-ve; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(other.asks.at(-1)?.get('state') ?? 'x');
  });

  it('remembers who it was by the subject, whatever the address becomes', async () => {
    const id = await addOne();
    await signInBy(id, visitor(server));
    person = { subject: 'mai-1', email: 'khac@minhha.example', verified: false };
    const browser = visitor(server);
    await signInBy(id, browser);
    expect((await browser.ask('GET', '/api/session')).json()).toMatchObject({ officer: 'Cán bộ mai' });
  });

  it.each([
    ['email', { subject: 'gia', email: 'mai@minhha.example', verified: false }],
    ['unknown', { subject: 'la', email: 'la@do.example', verified: true }],
  ])('is refused: %s', async (why, who) => {
    const id = await addOne();
    person = who;
    const browser = visitor(server);
    const back = await signInBy(id, browser);
    expect(back.headers.location).toBe(`/dang-nhap?tro-ve=${why}`);
    expect(browser.cookies.has('thang_session')).toBe(false);
  });

  it('takes nobody new where only known subjects are let in', async () => {
    const back = await signInBy(await addOne({ match: 'subject' }), visitor(server));
    expect(back.headers.location).toBe('/dang-nhap?tro-ve=unknown');
  });

  it('does not open a closed account', async () => {
    const lan = await colleague(server, mai.tenantId, 'lan');
    await inTransaction(server.database.db, (trx) => disableAccount(trx, mai, lan.officerId, new Date()));
    person = { subject: 'lan-1', email: 'lan@minhha.example', verified: true };
    const back = await signInBy(await addOne(), visitor(server));
    expect(back.headers.location).toBe('/dang-nhap?tro-ve=disabled');
  });

  it.each([
    ['another state', (back: string) => back.replace(/state=[^&]+/, 'state=khac')],
    ['another code', (back: string) => back.replace(/code=[^&]+/, 'code=khac')],
    [
      'another issuer',
      (back: string) => back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example')}`),
    ],
    ['no code', (back: string) => back.replace(/code=[^&]+&?/, '')],
  ])('does not take %s', async (_what, change) => {
    const browser = visitor(server);
    const back = await signInBy(await addOne(), browser, change);
    expect(back.headers.location).toBe('/dang-nhap?tro-ve=answer');
    expect(browser.cookies.has('thang_session')).toBe(false);
  });

  it('does not let one browser finish what another began, nor the same twice', async () => {
    const id = await addOne();
    const browser = visitor(server);
    let seen = '';
    await signInBy(id, browser, (back) => {
      seen = back.slice(baseOf(server.app.server).length);
      return back;
    });
    for (const again of [visitor(server), browser])
      expect((await again.ask('GET', seen)).headers.location).toBe('/dang-nhap?tro-ve=answer');
  });

  it('goes nowhere once the system is removed', async () => {
    const id = await addOne();
    await admin.ask('DELETE', `/api/sign-in-providers/${id}`);
    expect((await visitor(server).ask('GET', `/api/sign-in/providers/${id}`)).json()).toMatchObject({
      code: 'not-found',
    });
  });
});
