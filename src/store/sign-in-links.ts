import { createHash, randomBytes } from 'node:crypto';
import { type LinkKind, lifetimes } from '../people/links.ts';
import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** A link that works once and for a time. `token` holds the tenant too, so that a link needs nothing else. */
export type MadeLink = { token: string; expiresAt: Date };
export type FoundLink = {
  tenantId: string;
  kind: LinkKind;
  officerId: string | null;
  expiresAt: Date;
};

/** Makes a link; those made before it for the same officer (or the same set-up) work no more. */
export async function makeLink(
  trx: Transaction,
  tenantId: string,
  kind: LinkKind,
  now: Date,
  { officerId = null, by = null }: { officerId?: string | null; by?: string | null } = {},
): Promise<MadeLink> {
  await voidLinks(trx, tenantId, officerId, now);
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimes.link[kind]);
  await trx
    .insertInto('sign_in_link')
    .values({
      ...{ tenant_id: tenantId, token_hash: hashOf(secret), kind, officer_id: officerId },
      ...{ created_at: now, created_by: by, expires_at: expiresAt },
    })
    .execute();
  // Whoever makes a link for somebody else could use it: it must not go unseen.
  if (by !== null && officerId !== null)
    await audit(trx, { tenant: tenantId, actor: by, action: 'account.link', subject: officerId, details: { kind } });
  return { token: `${tenantId}.${secret}`, expiresAt };
}

/** Links of an officer that have not been used work no more: there is a newer one, or a new password. */
export async function voidLinks(
  trx: Transaction,
  tenantId: string,
  officerId: string | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', officerId === null ? 'is' : '=', officerId)
    .where('used_at', 'is', null)
    .execute();
}

/** Whether a link was made for an officer after a time. */
export async function isLinkFresh(db: Database, { tenantId, officerId }: Actor, after: Date): Promise<boolean> {
  const found = await db
    .selectFrom('sign_in_link')
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('created_at', '>', after)
    .select('kind')
    .executeTakeFirst();
  return found !== undefined;
}

/** What a link opens, while it does; looking does not use it. */
export async function findLink(db: Database | Transaction, token: string, now: Date): Promise<FoundLink | undefined> {
  const parts = partsOf(token);
  if (!parts) return undefined;
  return db
    .selectFrom('sign_in_link')
    .where('tenant_id', '=', parts.tenantId)
    .where('token_hash', '=', parts.hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .select(['tenant_id as tenantId', 'kind', 'officer_id as officerId', 'expires_at as expiresAt'])
    .executeTakeFirst();
}

/** Uses a link up. Of two that use it at once, one gets it. */
export async function takeLink(trx: Transaction, token: string, now: Date): Promise<FoundLink | undefined> {
  const parts = partsOf(token);
  if (!parts) return undefined;
  return trx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('tenant_id', '=', parts.tenantId)
    .where('token_hash', '=', parts.hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['tenant_id as tenantId', 'kind', 'officer_id as officerId', 'expires_at as expiresAt'])
    .executeTakeFirst();
}

const shape = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/;

function partsOf(token: string): { tenantId: string; hash: Buffer } | undefined {
  const [, tenantId, secret] = shape.exec(token) ?? [];
  return tenantId && secret ? { tenantId, hash: hashOf(secret) } : undefined;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
