import type { Actor } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** The second step of an account. The secret comes sealed and goes sealed: the key is not the store's business. */

/** Keeps a secret that is not in use yet: it counts once a code of it has been shown. */
export async function keepTotpSecret(trx: Transaction, owner: Actor, sealed: Buffer): Promise<void> {
  await ofOwner(trx, owner).set({ totp_secret: sealed, totp_at: null, totp_step: 0 }).execute();
}

/**
 * Spends the time step of a code; false when it or a later one has been used: a code opens once, also when two come at once.
 * `begin` switches the second step on with it.
 */
export async function spendTotpStep(
  db: Database | Transaction,
  owner: Actor,
  step: number,
  begin?: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await ofOwner(db, owner)
    .set({ totp_step: step, ...(begin && { totp_at: begin }) })
    .where('totp_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Recovery codes as keyed hashes, in place of all there were. */
export async function replaceRecoveryCodes(trx: Transaction, owner: Actor, hashes: readonly Buffer[]): Promise<void> {
  const { tenantId: tenant_id, officerId: officer_id } = owner;
  await trx
    .deleteFrom('recovery_code')
    .where('tenant_id', '=', tenant_id)
    .where('officer_id', '=', officer_id)
    .execute();
  const rows = hashes.map((code_hash) => ({ tenant_id, officer_id, code_hash }));
  if (rows.length > 0) await trx.insertInto('recovery_code').values(rows).execute();
}

/** Spends a recovery code; false when there is none such or it has been used. */
export async function spendRecoveryCode(db: Database | Transaction, owner: Actor, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: new Date() })
    .where('tenant_id', '=', owner.tenantId)
    .where('officer_id', '=', owner.officerId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countRecoveryCodes(db: Database | Transaction, owner: Actor): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .where('tenant_id', '=', owner.tenantId)
    .where('officer_id', '=', owner.officerId)
    .where('used_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow();
  return left;
}

/** Switches the second step off and forgets its secret and codes; `actor` is its owner or the administrator. */
export async function removeTotp(trx: Transaction, actor: Actor, officerId: string): Promise<void> {
  const owner = { tenantId: actor.tenantId, officerId };
  await ofOwner(trx, owner).set({ totp_secret: null, totp_at: null, totp_step: 0 }).execute();
  await replaceRecoveryCodes(trx, owner, []);
  await noteTotp(trx, actor, 'account.totp-off', officerId);
}

export const noteTotp = (
  trx: Transaction,
  actor: Actor,
  action: 'account.totp-on' | 'account.totp-off' | 'account.recovery-codes' | 'account.recovery-used',
  officerId: string,
): Promise<void> => audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action, subject: officerId });

const ofOwner = (db: Database | Transaction, { tenantId, officerId }: Actor) =>
  db.updateTable('account').where('tenant_id', '=', tenantId).where('officer_id', '=', officerId);
