import type { LightMyRequestResponse } from 'fastify';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, Role } from '../people/model.ts';
import { hashPassword } from '../platform/passwords/passwords.ts';
import { addAccount, setPassword } from '../store/accounts.ts';
import { inTransaction } from '../store/db.ts';
import { grantRole } from '../store/roles-grants.ts';
import { type TestServer, testHost } from './testing.ts';

/** Accounts for tests, all with one password, which is hashed once. */
export const goodPassword = 'bốn con cò bay lả bay la';
let hashed: Promise<string> | undefined;

/** A customer with an officer who has an account, a password and these roles for the whole of it. */
export async function customerWithAccount(
  server: TestServer,
  { login = 'mai', roles = ['administrator'] as Role[], name = 'Tỉnh Minh Hà', code = 'minh-ha' } = {},
): Promise<Actor> {
  const tenantId = newId();
  await server.database.db.insertInto('tenant').values({ id: tenantId, name, code }).execute();
  return colleague(server, tenantId, login, roles);
}

/** Another officer of a customer, the same way. */
export async function colleague(
  { database: { db } }: TestServer,
  tenantId: string,
  login: string,
  roles: readonly Role[] = [],
): Promise<Actor> {
  hashed ??= hashPassword(goodPassword);
  const hash = await hashed;
  const officerId = newId();
  const actor = { tenantId, officerId };
  const from = '2025-07-01' as PlainDate;
  await inTransaction(db, async (trx) => {
    const account = { name: `Cán bộ ${login}`, unit: 'Sở Nội vụ', login, email: `${login}@minhha.example` };
    await addAccount(trx, actor, account, officerId);
    await setPassword(trx, actor, hash, new Date());
    for (const role of roles)
      await grantRole(trx, actor, { officerId, role, agencyId: null, subtree: false, from, to: null });
  });
  return actor;
}

/** A browser that keeps its cookies and sends what the page's scripts would. */
export type Visitor = {
  cookies: Map<string, string>;
  ask: (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
  signIn: (login: string, password?: string, tenant?: string) => Promise<LightMyRequestResponse>;
};

export function visitor({ app }: TestServer, remoteAddress = '10.0.0.1'): Visitor {
  const cookies = new Map<string, string>();
  let csrf = '';
  const ask: Visitor['ask'] = async (method, url, body, extra = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...testHost, origin: 'http://localhost:4321', cookie, 'x-thang-csrf': csrf, ...extra };
    const answer = await app.inject({ method, url, headers, remoteAddress, ...(body && { payload: body }) });
    for (const { name, value, maxAge } of answer.cookies)
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  return {
    cookies,
    ask,
    signIn: async (login, password = goodPassword, tenant) => {
      const answer = await ask('POST', '/api/sign-in', { login, password, ...(tenant && { tenant }) });
      if (answer.statusCode === 200 && answer.json().step === 'done')
        csrf = (await ask('GET', '/api/session')).json().csrf;
      return answer;
    },
  };
}
