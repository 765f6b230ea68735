import { createHash, randomBytes } from 'node:crypto';
import type { Actor, Officer } from '../people/model.ts';
import type { Database, Transaction } from './db.ts';

/** The officer behind a session's token, while the session lasts. */
export async function findOfficerBySession(
  db: Database,
  tenantId: string,
  token: string,
  now: Date,
): Promise<Officer | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('officer', (join) =>
      join.onRef('officer.tenant_id', '=', 'session.tenant_id').onRef('officer.id', '=', 'session.officer_id'),
    )
    .innerJoin('tenant', 'tenant.id', 'session.tenant_id')
    .where('session.tenant_id', '=', tenantId)
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .select([
      'session.tenant_id as tenantId',
      'officer_id as officerId',
      'officer.name',
      'unit',
      'tenant.name as tenant',
    ])
    .executeTakeFirst();
}

const days = 24 * 3_600_000;

/** Opens a session and returns its token, which is kept nowhere but with the caller. Old sessions go. */
export async function openSession(trx: Transaction, { tenantId, officerId }: Actor, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await trx.deleteFrom('session').where('tenant_id', '=', tenantId).where('expires_at', '<=', now).execute();
  await trx
    .insertInto('session')
    .values({
      tenant_id: tenantId,
      token_hash: hashToken(token),
      officer_id: officerId,
      expires_at: new Date(now.getTime() + 30 * days),
    })
    .execute();
  return token;
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
