import type { Role } from '../src/people/model.ts';
import type {
  AccountLine,
  DemoOfficerView,
  LinkView,
  OfficerView,
  OwnAccount,
  ProviderView,
  SentLink,
  Session,
  SignInPage,
  SignInStep,
  TotpSetup,
} from '../src/people/views.ts';
import { queryString, request } from './api.ts';
import { readProblem, unreachable } from './problem.ts';

/** The way to the server for signing in, one's own account and the administrator's. */

/** A request before anybody is known: there is no session to ask for first. */
async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`/api${path}`, { method, ...init }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw readProblem(response.status, await response.text());
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export type FirstAccount = {
  token: string;
  tenant: string;
  name: string;
  unit: string;
  login: string;
  email: string | null;
  password: string;
  focal: boolean;
};

export const signInApi = {
  page: (tenant?: string) => ask<SignInPage>('GET', `/sign-in${queryString({ tenant })}`),
  password: (tenant: string | null, login: string, password: string) =>
    ask<SignInStep>('POST', '/sign-in', { ...(tenant && { tenant }), login, password }),
  second: (given: { code: string } | { recovery: string }) => ask<SignInStep>('POST', '/sign-in/second', given),
  reset: (tenant: string | null, login: string) =>
    ask<void>('POST', '/sign-in/reset', { ...(tenant && { tenant }), login }),
  link: (token: string) => ask<LinkView>('POST', '/sign-in/link', { token }),
  setPassword: (token: string, password: string) => ask<void>('POST', '/sign-in/link/password', { token, password }),
  setUp: (first: FirstAccount) => ask<SignInStep>('POST', '/sign-in/set-up', first),
};

const account = (id: string): string => `/accounts/${encodeURIComponent(id)}`;

export type NewGrant = { role: Role; agency: string | null; subtree: boolean; from: string; to: string | null };
export type NewDelegation = { grant: string; officer: string; from: string; to: string; reason: string };
export type WithCodes = { account: OwnAccount; recoveryCodes: string[] };

export const peopleApi = {
  demoOfficers: async () => (await request<{ officers: DemoOfficerView[] }>('GET', '/session/officers')).officers,
  actAs: (officer: string) => request<Session>('POST', '/session/act-as', { officer }),
  signOut: () => request<void>('DELETE', '/session'),
  own: () => request<OwnAccount>('GET', '/account'),
  changePassword: (current: string, password: string) =>
    request<OwnAccount>('POST', '/account/password', { current, password }),
  beginTotp: (password: string) => request<TotpSetup>('POST', '/account/totp', { password }),
  confirmTotp: (code: string) => request<WithCodes>('POST', '/account/totp/confirm', { code }),
  removeTotp: (password: string) => request<OwnAccount>('POST', '/account/totp/remove', { password }),
  newCodes: (password: string) => request<WithCodes>('POST', '/account/recovery-codes', { password }),
  endSession: (id: string) => request<OwnAccount>('DELETE', `/account/sessions/${encodeURIComponent(id)}`),
  endOthers: () => request<OwnAccount>('DELETE', '/account/sessions'),
  delegate: (given: NewDelegation) => request<OwnAccount>('POST', '/account/delegations', given),
  takeBack: (id: string) => request<OwnAccount>('DELETE', `/account/delegations/${encodeURIComponent(id)}`),
  findOfficers: async (q: string) =>
    (await request<{ officers: OfficerView[] }>('GET', `/officers${queryString({ q })}`)).officers,
  accounts: async (q: string) =>
    (await request<{ accounts: AccountLine[] }>('GET', `/accounts${queryString({ q })}`)).accounts,
  invite: (given: { name: string; unit: string; login: string; email: string | null; officer?: string }) =>
    request<SentLink>('POST', '/accounts', given),
  reset: (id: string, totp: boolean) => request<SentLink>('POST', `${account(id)}/reset`, { totp }),
  disable: (id: string) => request<AccountLine>('POST', `${account(id)}/disable`, {}),
  enable: (id: string) => request<AccountLine>('POST', `${account(id)}/enable`, {}),
  signOutAll: (id: string) => request<AccountLine>('DELETE', `${account(id)}/sessions`),
  grant: (id: string, given: NewGrant) => request<AccountLine>('POST', `${account(id)}/roles`, given),
  revoke: (id: string, grant: string) =>
    request<AccountLine>('DELETE', `${account(id)}/roles/${encodeURIComponent(grant)}`),
  findAgencies: async (q: string) =>
    (await request<{ agencies: { id: string; name: string }[] }>('GET', `/accounts/agencies${queryString({ q })}`))
      .agencies,
  providers: async () => (await request<{ providers: ProviderView[] }>('GET', '/sign-in-providers')).providers,
  addProvider: async (given: {
    name: string;
    issuer: string;
    clientId: string;
    clientSecret: string;
    match: string;
    twoStep: boolean;
  }) => (await request<{ providers: ProviderView[] }>('POST', '/sign-in-providers', given)).providers,
  removeProvider: async (id: string) =>
    (await request<{ providers: ProviderView[] }>('DELETE', `/sign-in-providers/${encodeURIComponent(id)}`)).providers,
};
