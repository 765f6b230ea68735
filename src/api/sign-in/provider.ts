import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { lifetimes } from '../../people/links.ts';
import { comeBack, type Departure, type Identity, leave, type Provider } from '../../platform/oidc/oidc.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { type AccountRow, findAccount, findAccountByName } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { findIdentity, findProvider, keepIdentity, type ProviderRow } from '../../store/sign-in-providers.ts';
import type { Context } from '../types.ts';
import { type Opened, openSecond, openWhole } from './password.ts';

/** Where other systems send people back to: a page of ours, since a browser comes here from elsewhere. */
export const returnPath = '/dang-nhap/tro-ve';

/** What a sealed client secret is about. */
export const providerAbout = (tenantId: string, id: string): string => `provider ${tenantId} ${id}`;

const cookie = 'thang_departure';
type Left = Departure & { tenantId: string; providerId: string; at: number };

/** Sends the browser to another system. What must fit on coming back goes along in a sealed cookie. */
export async function departTo(
  context: Context,
  tenantId: string,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const row = isId(id) ? await findProvider(context.db, tenantId, id) : undefined;
  if (!row) throw new Problem('not-found', { what: 'hệ thống đăng nhập này' });
  const { url, departure } = await leave(open(context.secrets, row), context.address() + returnPath);
  const left: Left = { ...departure, tenantId, providerId: id, at: Date.now() };
  reply.setCookie(cookie, context.secrets.seal(JSON.stringify(left), cookie).toString('base64url'), {
    path: returnPath,
    httpOnly: true,
    // The way back begins at the other system: a strict cookie would stay at home.
    sameSite: 'lax',
    secure: reply.request.protocol === 'https',
    maxAge: lifetimes.provider / 1_000,
  });
  return reply.redirect(url);
}

/** Who comes back from another system, as a session of ours. The departure is used up whatever comes of it. */
export async function arriveFrom(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<Opened> {
  const left = readDeparture(context.secrets, request);
  reply.clearCookie(cookie, { path: returnPath, httpOnly: true, sameSite: 'lax' });
  if (!left) throw new Problem('provider-refused', { why: 'answer' });
  const row = await findProvider(context.db, left.tenantId, left.providerId);
  if (!row) throw new Problem('provider-refused', { why: 'answer' });
  const back = new URL(request.url, context.address());
  const identity = await comeBack(open(context.secrets, row), back, left);
  const account = await recognise(context, row, identity);
  if (account.disabled_at) throw new Problem('provider-refused', { why: 'disabled' });
  // Who set a second step of their own is asked for it, unless the other system has asked for one already.
  if (account.totp_at && !row.two_step) return openSecond(context.db, account, 'provider', request);
  return openWhole(context, account, 'provider', request);
}

function readDeparture(secrets: Secrets, { cookies }: FastifyRequest): Left | undefined {
  try {
    const left = JSON.parse(secrets.open(Buffer.from(cookies[cookie] ?? '', 'base64url'), cookie)) as Left;
    return Date.now() - left.at < lifetimes.provider ? left : undefined;
  } catch {
    return undefined;
  }
}

/** The account of an identity: the one it was recognised as before, else, if the tenant says so, the one with its address. */
async function recognise({ db }: Context, row: ProviderRow, { subject, email }: Identity): Promise<AccountRow> {
  const known = await findIdentity(db, row, subject);
  if (known) return orUnknown(await findAccount(db, { tenantId: row.tenant_id, officerId: known }));
  if (row.match === 'subject') throw new Problem('provider-refused', { why: 'unknown' });
  if (!email) throw new Problem('provider-refused', { why: 'email' });
  const account = orUnknown(await findAccountByName(db, row.tenant_id, email));
  await inTransaction(db, (trx) => keepIdentity(trx, row, subject, account.officer_id));
  return account;
}

function orUnknown(account: AccountRow | undefined): AccountRow {
  if (!account) throw new Problem('provider-refused', { why: 'unknown' });
  return account;
}

const open = (secrets: Secrets, row: ProviderRow): Provider => ({
  issuer: row.issuer,
  clientId: row.client_id,
  clientSecret: secrets.open(row.client_secret, providerAbout(row.tenant_id, row.id)),
});
