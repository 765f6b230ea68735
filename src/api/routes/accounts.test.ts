import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../people/model.ts';
import type { AccountLine, SentLink } from '../../people/views.ts';
import { inTransaction } from '../../store/db.ts';
import { makeLink } from '../../store/sign-in-links.ts';
import { makeSetUpLinks } from '../../store/sign-in-tenants.ts';
import { type TestServer, testServer } from '../testing.ts';
import { colleague, customerWithAccount, goodPassword, type Visitor, visitor } from '../testing-people.ts';

let server: TestServer;
let mai: Actor;
let admin: Visitor;
beforeAll(async () => {
  server = await testServer({ demo: false });
  mai = await customerWithAccount(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.db.deleteFrom('sign_in_count').execute();
  admin = visitor(server);
  await admin.signIn('mai');
});
afterEach(() => vi.useRealTimers());

const another = 'năm tháng đi qua rất mau';
const tokenOf = (link: string | null): string => link?.split('#')[1] ?? '';
const invite = async (login: string, more: object = {}): Promise<SentLink> => {
  const answer = await admin.ask('POST', '/api/accounts', {
    name: 'Lê Văn An',
    unit: 'UBND xã',
    login,
    email: null,
    ...more,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json();
};
const setPassword = (token: string, password: string) =>
  visitor(server).ask('POST', '/api/sign-in/link/password', { token, password });

describe('an invitation', () => {
  it('gives a link that sets a password once, and is no password itself', async () => {
    const { link, mailed, account } = await invite('an1');
    expect(mailed).toBe(false);
    expect(account).toMatchObject({ login: 'an1', state: 'invited', roles: [] });
    expect(link).toMatch(/^http:\/\/localhost:\d+\/dat-mat-khau#[0-9a-f-]{36}\.[\w-]{43}$/);
    const token = tokenOf(link);
    const seen = await visitor(server).ask('POST', '/api/sign-in/link', { token });
    expect(seen.json()).toMatchObject({ kind: 'invitation', login: 'an1', tenant: 'Tỉnh Minh Hà' });
    expect((await visitor(server).signIn('an1')).statusCode).toBe(401);
    expect((await setPassword(token, goodPassword)).statusCode).toBe(204);
    expect((await visitor(server).signIn('an1')).json()).toEqual({ step: 'done' });
    expect((await setPassword(token, another)).json()).toMatchObject({ code: 'link-not-valid', status: 410 });
    expect((await visitor(server).signIn('an1', another)).statusCode).toBe(401);
  });

  it('used twice at once is used once', async () => {
    const token = tokenOf((await invite('an2')).link);
    const answers = await Promise.all([
      setPassword(token, goodPassword),
      setPassword(token, another),
      setPassword(token, goodPassword),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410, 410]);
  });

  it('is not used up by a password that is too weak', async () => {
    const token = tokenOf((await invite('lethian')).link);
    expect((await setPassword(token, 'ngắn')).json()).toMatchObject({ code: 'password-weak', flaw: 'short' });
    expect((await setPassword(token, 'lethian-2026')).json()).toMatchObject({ flaw: 'login' });
    expect((await setPassword(token, goodPassword)).statusCode).toBe(204);
  });

  it('runs out after seven days', async () => {
    const token = tokenOf((await invite('an4')).link);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 24 * 3_600_000 + 1_000 });
    expect((await setPassword(token, goodPassword)).json()).toMatchObject({ code: 'link-not-valid' });
  });

  it.each([
    '',
    'x',
    '019aa000-0000-7000-8000-000000000001.x',
    `019aa000-0000-7000-8000-000000000001.${'a'.repeat(43)}`,
  ])('cannot be guessed: %j', async (token) => {
    expect((await setPassword(token, goodPassword)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is void once there is a newer one', async () => {
    const first = await invite('an5');
    const again = await admin.ask('POST', `/api/accounts/${first.account.id}/reset`, { totp: false });
    expect((await setPassword(tokenOf(first.link), goodPassword)).statusCode).toBe(410);
    expect((await setPassword(tokenOf(again.json<SentLink>().link), goodPassword)).statusCode).toBe(204);
  });

  it('is noted with who made it', async () => {
    const { account } = await invite('an9');
    const noted = await server.database.db
      .selectFrom('audit_entry')
      .where('action', '=', 'account.link')
      .where('subject', '=', account.id)
      .select(['actor', 'details'])
      .execute();
    expect(noted).toEqual([{ actor: mai.officerId, details: { kind: 'invitation' } }]);
  });

  it('keeps only the hash of its token', async () => {
    const [, secret = 'x'] = tokenOf((await invite('an6')).link).split('.');
    const rows = await server.database.db.selectFrom('sign_in_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it.each([
    ['login', { login: 'MAI' }],
    ['email', { login: 'an7', email: 'Mai@minhha.example' }],
  ])('is not for a %s somebody has', async (what, more) => {
    const answer = await admin.ask('POST', '/api/accounts', { name: 'A', unit: 'B', email: null, ...more });
    expect(answer.json()).toMatchObject({ code: 'login-taken', what });
  });

  it.each(['a', 'có dấu', 'a@b', 'x y', '-abc', ''])('is not for the login %j', async (login) => {
    const answer = await admin.ask('POST', '/api/accounts', { name: 'A', unit: 'B', login, email: null });
    expect(answer.json()).toMatchObject({ code: 'request-invalid' });
  });
});

describe('a reset by the administrator', () => {
  it('ends every session once the new password is set, and lifts a lock-out', async () => {
    const hoa = await colleague(server, mai.tenantId, 'hoa');
    const browser = visitor(server);
    await browser.signIn('hoa');
    await Promise.all(Array.from({ length: 6 }, () => visitor(server).signIn('hoa', 'sai mật khẩu rồi')));
    const line = async () =>
      (await admin.ask('GET', '/api/accounts?q=hoa')).json<{ accounts: AccountLine[] }>().accounts[0];
    expect(await line()).toMatchObject({ state: 'locked' });
    const sent = await admin.ask('POST', `/api/accounts/${hoa.officerId}/reset`, { totp: false });
    expect(await line()).toMatchObject({ state: 'active' });
    expect((await browser.ask('GET', '/api/account')).statusCode).toBe(200);
    expect((await setPassword(tokenOf(sent.json<SentLink>().link), another)).statusCode).toBe(204);
    expect((await browser.ask('GET', '/api/account')).statusCode).toBe(401);
    expect((await visitor(server).signIn('hoa')).statusCode).toBe(401);
    expect((await visitor(server).signIn('hoa', another)).statusCode).toBe(200);
  });
});

describe('the first set-up', () => {
  const body = {
    tenant: 'Tỉnh Hòn Sương',
    name: 'Lan',
    unit: 'Sở',
    login: 'lan',
    email: null,
    password: goodPassword,
    focal: true,
  };

  it('names the customer, makes its administrator and signs in, once', async () => {
    const fresh = await testServer({ demo: false });
    const page = async () => (await visitor(fresh).ask('GET', '/api/sign-in')).json();
    expect(await page()).toMatchObject({ empty: true, tenants: [] });
    const [link] = await inTransaction(fresh.database.db, (trx) => makeSetUpLinks(trx, new Date()));
    const token = link?.token ?? '';
    const both = await Promise.all(
      [1, 2].map(() => visitor(fresh).ask('POST', '/api/sign-in/set-up', { ...body, token })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410]);
    expect(await page()).toMatchObject({ empty: false, tenants: [{ name: 'Tỉnh Hòn Sương' }] });
    const browser = visitor(fresh);
    await browser.signIn('lan');
    const session = (await browser.ask('GET', '/api/session')).json();
    expect(session.roles.map(({ role }: { role: string }) => role)).toEqual(['administrator', 'focal']);
    expect(await inTransaction(fresh.database.db, (trx) => makeSetUpLinks(trx, new Date()))).toEqual([]);
    await fresh.close();
  });

  it('takes no other link, nor one of a start before the last', async () => {
    const fresh = await testServer({ demo: false });
    const make = () => inTransaction(fresh.database.db, (trx) => makeSetUpLinks(trx, new Date()));
    const [[old], [now]] = [await make(), await make()];
    const use = (token = '') => visitor(fresh).ask('POST', '/api/sign-in/set-up', { ...body, token });
    expect((await use(old?.token)).json()).toMatchObject({ code: 'link-not-valid' });
    expect((await use(now?.token)).statusCode).toBe(200);
    const { db } = server.database;
    const reset = await inTransaction(db, (trx) =>
      makeLink(trx, mai.tenantId, 'reset', new Date(), { officerId: mai.officerId }),
    );
    const misused = await visitor(server).ask('POST', '/api/sign-in/set-up', { ...body, token: reset.token });
    expect(misused.json()).toMatchObject({ code: 'link-not-valid' });
    await fresh.close();
  });
});

describe('roles', () => {
  const give = (id: string, given: object) =>
    admin.ask('POST', `/api/accounts/${id}/roles`, {
      agency: null,
      subtree: false,
      from: '2026-01-01',
      to: null,
      ...given,
    });

  it('given are held at once, taken back are not', async () => {
    const an = await colleague(server, mai.tenantId, 'an8');
    const browser = visitor(server);
    await browser.signIn('an8');
    expect((await browser.ask('GET', '/api/plans')).json()).toMatchObject({ code: 'permission-refused' });
    const given = (await give(an.officerId, { role: 'supervisor' })).json<AccountLine>();
    expect((await browser.ask('GET', '/api/plans')).statusCode).toBe(200);
    expect((await browser.ask('POST', '/api/plans/text', { name: 'a', text: 'KẾ HOẠCH' })).statusCode).toBe(403);
    await admin.ask('DELETE', `/api/accounts/${an.officerId}/roles/${given.roles[0]?.id}`);
    expect((await browser.ask('GET', '/api/plans')).statusCode).toBe(403);
  });

  it.each([
    ['range-reversed', { role: 'focal', from: '2026-02-01', to: '2026-01-31' }],
    ['not-found', { role: 'officer', agency: '019aa000-0000-7000-8000-0000000000ff' }],
    ['request-invalid', { role: 'emperor' }],
    ['request-invalid', { role: 'focal', from: '2026-02-30' }],
  ])('are refused as %s', async (code, given) => {
    expect((await give(mai.officerId, given)).json()).toMatchObject({ code });
  });

  it('of the whole customer are not for one agency', async () => {
    const { db } = server.database;
    const agency = '01a00000-0000-7000-8000-000000000001';
    const row = { tenant_id: mai.tenantId, id: agency, kind: 'department', level: 'province' };
    await db
      .insertInto('agency')
      .values(row as never)
      .execute();
    for (const role of ['administrator', 'auditor'])
      expect((await give(mai.officerId, { role, agency })).json()).toMatchObject({ code: 'role-needs-whole' });
  });
});

describe('the last administrator', () => {
  it('can neither close the account nor give the role away', async () => {
    const line = (await admin.ask('GET', '/api/accounts?q=mai')).json<{ accounts: AccountLine[] }>().accounts[0];
    const closed = await admin.ask('POST', `/api/accounts/${mai.officerId}/disable`, {});
    expect(closed.json()).toMatchObject({ code: 'last-administrator' });
    const given = await admin.ask('DELETE', `/api/accounts/${mai.officerId}/roles/${line?.roles[0]?.id}`);
    expect(given.json()).toMatchObject({ code: 'last-administrator' });
    expect((await admin.ask('GET', '/api/accounts')).statusCode).toBe(200);
  });

  it('of two who close each other at once is left', async () => {
    const both = await testServer({ demo: false });
    const first = await customerWithAccount(both);
    const second = await colleague(both, first.tenantId, 'lan', ['administrator']);
    const [a, b] = [visitor(both), visitor(both)];
    await a.signIn('mai');
    await b.signIn('lan');
    const answers = await Promise.all([
      a.ask('POST', `/api/accounts/${second.officerId}/disable`, {}),
      b.ask('POST', `/api/accounts/${first.officerId}/disable`, {}),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    await both.close();
  });
});

describe('delegation during absence', () => {
  it('hands a role on for some days, and back when it is withdrawn', async () => {
    const head = await colleague(server, mai.tenantId, 'truong', ['focal']);
    const deputy = await colleague(server, mai.tenantId, 'pho');
    const [from, to] = [visitor(server), visitor(server)];
    await from.signIn('truong');
    await to.signIn('pho');
    const own = (await from.ask('GET', '/api/account')).json();
    const body = {
      grant: own.roles[0].id,
      officer: deputy.officerId,
      from: '2020-01-01',
      to: '2099-12-31',
      reason: 'Đi công tác',
    };
    const made = await from.ask('POST', '/api/account/delegations', body);
    expect(made.json().delegations).toMatchObject([{ officer: 'Cán bộ pho', role: 'focal', reason: 'Đi công tác' }]);
    const theirs = (await to.ask('GET', '/api/account')).json();
    expect(theirs.roles).toMatchObject([{ role: 'focal', delegatedBy: 'Cán bộ truong' }]);
    expect((await to.ask('POST', '/api/plans/text', { name: 'a', text: 'KẾ HOẠCH' })).statusCode).toBe(201);
    const again = { ...body, grant: theirs.roles[0].id, officer: head.officerId };
    expect((await to.ask('POST', '/api/account/delegations', again)).json()).toMatchObject({ why: 'not-own' });
    await from.ask('DELETE', `/api/account/delegations/${made.json().delegations[0].id}`);
    expect((await to.ask('GET', '/api/plans')).statusCode).toBe(403);
  });

  it.each([
    ['self', (own: Actor, _: Actor) => ({ officer: own.officerId })],
    ['past', () => ({ from: '2020-01-01', to: '2020-01-02' })],
  ])('is refused: %s', async (why, more) => {
    const own = await colleague(server, mai.tenantId, `u${why}`, ['focal']);
    const browser = visitor(server);
    await browser.signIn(`u${why}`);
    const { roles } = (await browser.ask('GET', '/api/account')).json();
    const body = {
      grant: roles[0].id,
      officer: mai.officerId,
      from: '2026-01-01',
      to: '2099-01-01',
      reason: 'x',
      ...more(own, mai),
    };
    expect((await browser.ask('POST', '/api/account/delegations', body)).json()).toMatchObject({
      code: 'delegation-refused',
      why,
    });
  });

  it('is not for administering', async () => {
    const { roles } = (await admin.ask('GET', '/api/account')).json();
    const lan = await colleague(server, mai.tenantId, 'lan9');
    const body = { grant: roles[0].id, officer: lan.officerId, from: '2026-01-01', to: '2099-01-01', reason: 'x' };
    expect((await admin.ask('POST', '/api/account/delegations', body)).json()).toMatchObject({ why: 'whole' });
  });
});

describe('one’s own sessions', () => {
  it('are listed with device and address, and end one by one or all the others', async () => {
    await colleague(server, mai.tenantId, 'son');
    const [here, there, third] = [
      visitor(server, '10.0.0.1'),
      visitor(server, '10.0.0.2'),
      visitor(server, '10.0.0.3'),
    ];
    for (const browser of [here, there, third]) await browser.signIn('son');
    const own = (await here.ask('GET', '/api/account')).json();
    expect(own.sessions).toHaveLength(3);
    expect(own.sessions.find(({ current }: { current: boolean }) => current)).toMatchObject({
      address: '10.0.0.1',
      way: 'password',
    });
    const other = own.sessions.find(({ address }: { address: string }) => address === '10.0.0.2');
    expect((await here.ask('DELETE', `/api/account/sessions/${other.id}`)).json().sessions).toHaveLength(2);
    expect((await there.ask('GET', '/api/account')).statusCode).toBe(401);
    expect((await third.ask('GET', '/api/account')).statusCode).toBe(200);
    expect((await here.ask('DELETE', '/api/account/sessions')).json().sessions).toHaveLength(1);
    expect((await third.ask('GET', '/api/account')).statusCode).toBe(401);
    expect((await here.ask('GET', '/api/account')).statusCode).toBe(200);
  });

  it('of somebody else cannot be ended by their id', async () => {
    const { sessions } = (await admin.ask('GET', '/api/account')).json();
    await colleague(server, mai.tenantId, 'son2');
    const browser = visitor(server);
    await browser.signIn('son2');
    expect((await browser.ask('DELETE', `/api/account/sessions/${sessions[0].id}`)).statusCode).toBe(404);
    expect((await admin.ask('GET', '/api/account')).statusCode).toBe(200);
  });
});

describe('one’s own password', () => {
  it('is changed by who knows it, and ends the other sessions', async () => {
    await colleague(server, mai.tenantId, 'yen');
    const [here, there] = [visitor(server), visitor(server)];
    await here.signIn('yen');
    await there.signIn('yen');
    const change = (current: string, password: string) =>
      here.ask('POST', '/api/account/password', { current, password });
    expect((await change('không phải', another)).json()).toMatchObject({ code: 'password-wrong' });
    expect((await change(goodPassword, goodPassword)).json()).toMatchObject({ code: 'password-weak', flaw: 'same' });
    expect((await change(goodPassword, another)).statusCode).toBe(200);
    expect((await here.ask('GET', '/api/account')).statusCode).toBe(200);
    expect((await there.ask('GET', '/api/account')).statusCode).toBe(401);
    expect((await visitor(server).signIn('yen', another)).statusCode).toBe(200);
  });

  it('cannot be guessed from a screen left open', async () => {
    await colleague(server, mai.tenantId, 'yen2');
    const browser = visitor(server);
    await browser.signIn('yen2');
    const codes: string[] = [];
    for (let i = 0; i < 6; i++)
      codes.push(
        (await browser.ask('POST', '/api/account/password', { current: `đoán ${i}`, password: another })).json().code,
      );
    expect(codes).toEqual([...Array(5).fill('password-wrong'), 'sign-in-locked']);
  });
});
