import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { keyOf } from '../people/login.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { assertAdministrated } from './roles-grants.ts';
import { endSessions } from './sessions.ts';
import { voidLinks } from './sign-in-links.ts';

const columns = [
  'account.tenant_id',
  'account.officer_id',
  'login',
  'login_key',
  'email',
  'email_key',
  'password_hash',
  'password_at',
  'totp_secret',
  'totp_at',
  'totp_step',
  'disabled_at',
  'officer.name',
  'officer.unit',
] as const;

const accounts = (db: Database | Transaction, tenantId: string) =>
  db
    .selectFrom('account')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'account.tenant_id').onRef('officer.id', '=', 'account.officer_id'),
    )
    .where('account.tenant_id', '=', tenantId)
    .select(columns);

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** The account of an officer; the demo's have none. */
export const findAccount = (db: Database | Transaction, { tenantId, officerId }: Actor) =>
  accounts(db, tenantId).where('account.officer_id', '=', officerId).executeTakeFirst();

/** The account of an officer, or the Problem that there is none. */
export async function getAccount(db: Database | Transaction, actor: Actor): Promise<AccountRow> {
  const found = await findAccount(db, actor);
  if (!found) throw new Problem('account-missing', {});
  return found;
}

/** The account a login or an e-mail address means. No login holds "@", so that neither passes for the other. */
export const findAccountByName = (db: Database | Transaction, tenantId: string, typed: string) =>
  accounts(db, tenantId)
    .where(typed.includes('@') ? 'email_key' : 'login_key', '=', keyOf(typed))
    .executeTakeFirst();

export type NewAccount = { name: string; unit: string; login: string; email: string | null };

/**
 * Makes an account, and the officer it is for where there is none yet. Whoever uses a link to it gives it its password.
 * A login or address somebody has already is the Problem `login-taken`.
 */
export async function addAccount(
  trx: Transaction,
  actor: Actor,
  { name, unit, login, email }: NewAccount,
  officerId: string = newId(),
): Promise<Actor> {
  const { tenantId } = actor;
  await assertFree(trx, tenantId, login, email);
  await trx
    .insertInto('officer')
    .values({ tenant_id: tenantId, id: officerId, name, unit })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute();
  await trx
    .insertInto('account')
    .values({
      ...{ tenant_id: tenantId, officer_id: officerId, login, login_key: keyOf(login) },
      ...{ email, email_key: email && keyOf(email), created_at: new Date() },
    })
    .execute();
  await note(trx, actor, 'account.add', officerId);
  return { tenantId, officerId };
}

async function assertFree(trx: Transaction, tenantId: string, login: string, email: string | null): Promise<void> {
  if (await findAccountByName(trx, tenantId, login)) throw new Problem('login-taken', { what: 'login' });
  if (email && (await findAccountByName(trx, tenantId, email))) throw new Problem('login-taken', { what: 'email' });
}

/** What `password` says about who did it: its owner, or whoever had a link. All other ways in end with it. */
export async function setPassword(
  trx: Transaction,
  owner: Actor,
  hash: string,
  now: Date,
  { keep, action = 'account.password' }: { keep?: string; action?: 'account.password' | 'account.link-password' } = {},
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ password_hash: hash, password_at: now })
    .where('tenant_id', '=', owner.tenantId)
    .where('officer_id', '=', owner.officerId)
    .execute();
  await voidLinks(trx, owner.tenantId, owner.officerId, now);
  await endSessions(trx, owner, owner.officerId, keep === undefined ? {} : { except: keep });
  await note(trx, owner, action, owner.officerId);
}

/** The same password hashed at today's cost; nothing else changes. */
export async function renewHash(db: Database, account: AccountRow, hash: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: hash })
    .where('tenant_id', '=', account.tenant_id)
    .where('officer_id', '=', account.officer_id)
    .where('password_hash', '=', account.password_hash)
    .execute();
}

/** Closes an account: nobody signs in with it, its sessions end, its links work no more. What it did stays. */
export async function disableAccount(trx: Transaction, actor: Actor, officerId: string, now: Date): Promise<void> {
  await assertAdministrated(trx, actor.tenantId, now, { without: officerId });
  await changeState(trx, actor, officerId, now);
  await voidLinks(trx, actor.tenantId, officerId, now);
  await endSessions(trx, actor, officerId);
  await note(trx, actor, 'account.disable', officerId);
}

export async function enableAccount(trx: Transaction, actor: Actor, officerId: string): Promise<void> {
  await changeState(trx, actor, officerId, null);
  await note(trx, actor, 'account.enable', officerId);
}

async function changeState(trx: Transaction, { tenantId }: Actor, officerId: string, at: Date | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ disabled_at: at })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('not-found', { what: 'tài khoản này' });
}

/** That somebody came in, and how; or that an account was locked after tries in vain. */
export const noteSignIn = (
  trx: Transaction,
  who: Actor,
  action: 'account.sign-in' | 'account.lock' | 'account.sign-out',
  details: Record<string, string> = {},
): Promise<void> => note(trx, who, action, who.officerId, details);

const note = (
  trx: Transaction,
  actor: Actor,
  action: `${string}.${string}`,
  subject: string,
  details: Record<string, string | number> = {},
): Promise<void> => audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action, subject, details });
