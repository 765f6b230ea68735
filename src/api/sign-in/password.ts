import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { SessionWay } from '../../people/links.ts';
import { keyOf } from '../../people/login.ts';
import type { Actor } from '../../people/model.ts';
import { hashPassword, isPassword, outdated } from '../../platform/passwords/passwords.ts';
import { type AccountRow, findAccountByName, getAccount, noteSignIn, renewHash } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { openSession } from '../../store/sessions.ts';
import { countTry, forgetTries, takeBack } from '../../store/sign-in-counts.ts';
import { openingOf } from '../devices.ts';
import { type Context, getOfficer } from '../types.ts';

type From = Pick<FastifyRequest, 'headers' | 'ip'>;

/** A session that has been opened: wholly, or waiting for the second step. */
export type Opened = Actor & { token: string; step: 'done' | 'second' };

/**
 * Signs in with a password. An unknown login, a wrong password and a closed account are one answer, take the same time and
 * are counted alike, so that nobody learns which logins there are.
 */
export async function signInByPassword(
  context: Context,
  tenantId: string,
  { login, password }: { login: string; password: string },
  from: From,
): Promise<Opened> {
  const { db } = context;
  const account = await findAccountByName(db, tenantId, login);
  const tries = await beginTries(context, tenantId, account?.login_key ?? keyOf(login), from.ip, account);
  const right = await isPassword(account?.password_hash, password);
  if (!right || !account || account.disabled_at) throw new Problem('sign-in-failed', {});
  if (account.password_hash && outdated(account.password_hash))
    await renewHash(db, account, await hashPassword(password));
  await tries.takeBack();
  if (account.totp_at) return openSecond(db, account, 'password', from);
  return openWhole(context, account, 'password', from);
}

/** The login's count goes on until somebody is wholly in: the second step must not be guessed for ever. */
export async function openSecond(db: Context['db'], account: AccountRow, way: SessionWay, from: From): Promise<Opened> {
  const actor = { tenantId: account.tenant_id, officerId: account.officer_id };
  const opening = { ...openingOf(from, way), step: 'second' as const };
  const token = await inTransaction(db, (trx) => openSession(trx, actor, new Date(), opening));
  return { ...actor, token, step: 'second' };
}

/** Opens a session of an account; whatever was counted against its login is forgotten. */
export async function openWhole(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  account: AccountRow,
  way: SessionWay,
  from: From,
): Promise<Opened> {
  const actor = { tenantId: account.tenant_id, officerId: account.officer_id };
  const now = new Date();
  const token = await inTransaction(db, async (trx) => {
    await noteSignIn(trx, actor, 'account.sign-in', { way });
    return openSession(trx, actor, now, openingOf(from, way));
  });
  await forgetTries(db, actor.tenantId, loginPrint(secrets, account.login_key), now);
  return { ...actor, token, step: 'done' };
}

/** Under which the tries of a login are counted: nobody can tell it from the database, not even who typed a password there. */
export const loginPrint = (secrets: Context['secrets'], loginKey: string): Buffer =>
  secrets.fingerprint(`login ${loginKey}`);

/** Counts a try of a login and of an address; refuses it where either is stopped. */
export async function beginTries(
  { db, secrets, afterwards }: Pick<Context, 'db' | 'secrets' | 'afterwards'>,
  tenantId: string,
  loginKey: string,
  ip: string,
  account: AccountRow | undefined,
): Promise<{ takeBack: () => Promise<void> }> {
  const now = new Date();
  const address = secrets.fingerprint(`address ${ip}`);
  const login = loginPrint(secrets, loginKey);
  const crowd = await countTry(db, tenantId, address, 'address', now);
  if (crowd.wait > 0) throw new Problem('sign-in-crowded', { wait: crowd.wait });
  const { wait, lockedNow } = await countTry(db, tenantId, login, 'login', now);
  if (wait > 0) throw new Problem('sign-in-locked', { wait });
  if (lockedNow && account) {
    const actor = { tenantId, officerId: account.officer_id };
    // After the answer: the time must not tell that there is such an account.
    afterwards(() => inTransaction(db, (trx) => noteSignIn(trx, actor, 'account.lock')));
  }
  return {
    takeBack: async () => {
      await takeBack(db, tenantId, address);
      await takeBack(db, tenantId, login);
    },
  };
}

/**
 * The account of who asks, once they have said its password again: whoever finds a screen left open must not be able to
 * change how its owner signs in. Wrong ones are counted as at signing in.
 */
export async function assertOwnPassword(
  context: Context,
  request: From & Pick<FastifyRequest, 'officer'>,
  password: string,
): Promise<AccountRow> {
  const account = await getAccount(context.db, getOfficer(request));
  const tries = await beginTries(context, account.tenant_id, account.login_key, request.ip, account);
  if (!(await isPassword(account.password_hash, password))) throw new Problem('password-wrong', {});
  await tries.takeBack();
  return account;
}
