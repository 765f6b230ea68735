import { addressLimit, forgetAfter, lockAfter, resetLimit } from '../people/links.ts';
import { type Database, inTransaction } from './db.ts';

/**
 * How often somebody has tried in vain, by a keyed hash of the login or the address, in the database so that several
 * servers count together. A try is counted before it is made and taken back when it succeeds: a hundred made at once are
 * a hundred, not one.
 */
export type Limit = 'login' | 'address' | 'reset';

/** Counts a try. `wait` is how many milliseconds nobody may try; 0 when this one may go on. */
export function countTry(db: Database, tenantId: string, key: Buffer, limit: Limit, now: Date): Promise<Counted> {
  return inTransaction(db, async (trx) => {
    // Set to what it is, so that the row is locked here: whoever is let in at this moment deletes it, and then it is begun anew.
    const row = await trx
      .insertInto('sign_in_count')
      .values({ tenant_id: tenantId, key, failed: 0, since: now, last_at: now })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'key']).doUpdateSet(({ ref }) => ({ failed: ref('sign_in_count.failed') })),
      )
      .returning(['failed', 'since', 'last_at', 'locked_until'])
      .executeTakeFirstOrThrow();
    if (row.locked_until && row.locked_until > now)
      return { wait: row.locked_until.getTime() - now.getTime(), lockedNow: false };
    const next = limit === 'login' ? afterLogin(row, now) : afterAddress(row, now, limits[limit]);
    await trx
      .updateTable('sign_in_count')
      .set({ ...next, last_at: now })
      .where('tenant_id', '=', tenantId)
      .where('key', '=', key)
      .execute();
    return { wait: 0, lockedNow: next.locked_until !== null };
  });
}

/** `lockedNow`: should this try fail, it is the one that locked. */
export type Counted = { wait: number; lockedNow: boolean };
type Count = { failed: number; since: Date; last_at: Date };
type Next = { failed: number; since: Date; locked_until: Date | null };

function afterLogin({ failed, since, last_at }: Count, now: Date): Next {
  const stale = now.getTime() - last_at.getTime() > forgetAfter;
  const count = stale ? 1 : failed + 1;
  const lock = lockAfter(count);
  return { failed: count, since: stale ? now : since, locked_until: lock > 0 ? new Date(now.getTime() + lock) : null };
}

const limits = { address: addressLimit, reset: resetLimit } as const;

function afterAddress(
  { failed, since }: Count,
  now: Date,
  { failures, within }: (typeof limits)[keyof typeof limits],
): Next {
  const over = now.getTime() - since.getTime() > within;
  const count = over ? 1 : failed + 1;
  const begun = over ? now : since;
  const full = count >= failures;
  return {
    failed: count,
    since: begun,
    locked_until: full ? new Date(begun.getTime() + within) : null,
  };
}

/** Takes a counted try back: it was none in vain. */
export async function takeBack(db: Database, tenantId: string, key: Buffer): Promise<void> {
  await db
    .updateTable('sign_in_count')
    .set(({ fn, eb }) => ({ failed: fn<number>('greatest', [eb('failed', '-', 1), eb.val(0)]), locked_until: null }))
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .execute();
}

/** Forgets all tries of a login: its owner is in, or the administrator has set a new way. Old counts of others go too. */
export async function forgetTries(db: Database, tenantId: string, key: Buffer, now: Date): Promise<void> {
  await db
    .deleteFrom('sign_in_count')
    .where('tenant_id', '=', tenantId)
    .where((is) => is.or([is('key', '=', key), is('last_at', '<', new Date(now.getTime() - forgetAfter))]))
    .execute();
}

/** The keys that nobody may try just now, in hexadecimal. */
export async function lockedKeys(db: Database, tenantId: string, now: Date): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sign_in_count')
    .where('tenant_id', '=', tenantId)
    .where('locked_until', '>', now)
    .select('key')
    .execute();
  return new Set(rows.map(({ key }) => key.toString('hex')));
}
