import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import { lifetimes, type SessionWay } from '../people/links.ts';
import type { Actor, Asker } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { heldRoles } from './roles.ts';

/** Who asks by a session's token, and which session it is. */
export type Known = { asker: Asker; sessionId: string };

/** How long ago a session must have been seen for its use to be noted: a screen asks several times a second. */
const noteEvery = 60_000;

/**
 * The officer behind a session's token with the roles that hold today, while the session lasts: not past its end, not
 * left alone for too long (the demo's excepted), not waiting for a second step, and the account not disabled.
 * Sessions of the demo, opened without signing in, count only where the product runs as one.
 */
export async function findKnown(
  db: Database,
  tenantId: string,
  token: string,
  now: Date,
  demo: boolean,
): Promise<Known | undefined> {
  const found = await db
    .selectFrom('session')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'session.tenant_id').onRef('officer.id', '=', 'session.officer_id'),
    )
    .innerJoin('tenant', 'tenant.id', 'session.tenant_id')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.officer_id', '=', 'session.officer_id'),
    )
    .where('session.tenant_id', '=', tenantId)
    .where('token_hash', '=', hashToken(token))
    .where('step', '=', 'open')
    .where('expires_at', '>', now)
    .where((is) => {
      const used = is('seen_at', '>', new Date(now.getTime() - lifetimes.idle));
      return demo ? is.or([is('way', '=', 'demo'), used]) : is.and([is('way', '!=', 'demo'), used]);
    })
    .where('account.disabled_at', 'is', null)
    .select(['session.id', 'session.officer_id', 'seen_at', 'officer.name', 'unit', 'tenant.name as tenant'])
    .executeTakeFirst();
  if (!found) return undefined;
  const { id, officer_id, seen_at, name, unit, tenant } = found;
  if (now.getTime() - seen_at.getTime() > noteEvery) await noteSeen(db, tenantId, id, now);
  const roles = await heldRoles(db, tenantId, officer_id, dayInVietnam(now));
  return { asker: { tenantId, officerId: officer_id, name, unit, tenant, roles }, sessionId: id };
}

const noteSeen = (db: Database, tenantId: string, id: string, now: Date): Promise<unknown> =>
  db
    .updateTable('session')
    .set({ seen_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Where a session is opened from, in words for its owner, and how. */
export type Opening = { way: SessionWay; device?: string; address?: string; step?: 'open' | 'second' };

/** Opens a session and returns its token, which is kept nowhere but with the caller. Sessions that have ended go. */
export async function openSession(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  now: Date,
  { way, device = '', address = '', step = 'open' }: Opening = { way: 'demo' },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await trx.deleteFrom('session').where('tenant_id', '=', tenantId).where('expires_at', '<=', now).execute();
  const lasts = step === 'second' ? lifetimes.secondStep : way === 'demo' ? lifetimes.demo : lifetimes.session;
  await trx
    .insertInto('session')
    .values({
      ...{ tenant_id: tenantId, id: newId(), token_hash: hashToken(token), officer_id: officerId },
      ...{ way, device: device.slice(0, 200), address: address.slice(0, 60), step },
      ...{ seen_at: now, expires_at: new Date(now.getTime() + lasts) },
    })
    .execute();
  return token;
}

/** Takes a session that waits for its second step: it is gone with this, whoever asks again finds none. */
export async function takeSecondStep(
  trx: Transaction,
  tenantId: string,
  token: string,
  now: Date,
): Promise<Actor | undefined> {
  const taken = await trx
    .deleteFrom('session')
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', hashToken(token))
    .where('step', '=', 'second')
    .where('expires_at', '>', now)
    .returning('officer_id')
    .executeTakeFirst();
  return taken && { tenantId, officerId: taken.officer_id };
}

/** Whose second step is waited for, without taking it. */
export async function findSecondStep(
  db: Database,
  tenantId: string,
  token: string,
  now: Date,
): Promise<Actor | undefined> {
  const found = await db
    .selectFrom('session')
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', hashToken(token))
    .where('step', '=', 'second')
    .where('expires_at', '>', now)
    .select('officer_id')
    .executeTakeFirst();
  return found && { tenantId, officerId: found.officer_id };
}

/** The open sessions of an officer, the last used first. */
export const listSessions = (db: Database | Transaction, { tenantId, officerId }: Actor, now: Date) =>
  db
    .selectFrom('session')
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('step', '=', 'open')
    .where('expires_at', '>', now)
    .select(['id', 'way', 'device', 'address', 'created_at', 'seen_at'])
    .orderBy('seen_at', 'desc')
    .limit(200)
    .execute();

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];

/** Which sessions of an officer end: one by its id, all, or all but one. */
export type Ending = { only: string } | { except?: string };

/** Ends sessions of an officer at once; tells how many. `actor` is who asked for it. */
export async function endSessions(
  trx: Transaction,
  actor: Actor,
  officerId: string,
  which: Ending = {},
): Promise<number> {
  let query = trx.deleteFrom('session').where('tenant_id', '=', actor.tenantId).where('officer_id', '=', officerId);
  if ('only' in which) query = query.where('id', '=', which.only);
  else if (which.except) query = query.where('id', '!=', which.except);
  const { numDeletedRows } = await query.executeTakeFirst();
  const ended = Number(numDeletedRows);
  if (ended > 0)
    await audit(trx, {
      ...{ tenant: actor.tenantId, actor: actor.officerId },
      ...{ action: 'session.end', subject: officerId, details: { ended } },
    });
  return ended;
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
