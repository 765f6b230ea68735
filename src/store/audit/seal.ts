import { sql } from 'kysely';
import { type Database, inTransaction, type Transaction } from '../db.ts';
import { atText, beginning, type ChainedEntry, chainHash } from './chain.ts';

/**
 * Chains a tenant's committed entries that wait for their seal, and tells how many it sealed. Writers never wait: the
 * lock is taken by sealers alone, after the commits. A waiting entry becomes visible with its commit, so whatever one
 * sealing sees was committed before whatever a later one sees: the chain follows the order of commits. Entries seen
 * together are ordered by the time of their commit where the server keeps it, else by their transaction.
 */
export function sealTenant(db: Database, tenant: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${tenant}`}, 0))`.execute(trx);
    const entries = await waitingEntries(trx, tenant);
    if (entries.length > 0) await chain(trx, tenant, entries);
    return entries.length;
  });
}

/** The tenants that have entries waiting. */
export async function tenantsWaiting(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('audit_pending').select('tenant_id').distinct().execute();
  return rows.map(({ tenant_id }) => tenant_id);
}

/** One transaction seals at most this many, to keep its memory small; the rest follows in the next. */
const most = 5_000;

async function waitingEntries(trx: Transaction, tenant: string): Promise<ChainedEntry[]> {
  const commitTime = sql`case when current_setting('track_commit_timestamp') = 'on' then pg_xact_commit_timestamp(p.xmin) end`;
  return trx
    .selectFrom('audit_pending as p')
    .innerJoin('audit_entry as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.entry_id'),
    )
    .select(['e.tenant_id', 'e.id', 'e.actor', 'e.action', 'e.subject', 'e.details', 'e.transaction_id'])
    .select(atText.as('at'))
    .where('p.tenant_id', '=', tenant)
    .orderBy(commitTime)
    .orderBy('e.transaction_id')
    .orderBy('e.id')
    .limit(most)
    .execute();
}

async function chain(trx: Transaction, tenant: string, entries: ChainedEntry[]): Promise<void> {
  const head = await trx.selectFrom('audit_head').selectAll().where('tenant_id', '=', tenant).executeTakeFirst();
  let { seq, hash } = head ?? { seq: 0, hash: beginning };
  const seals = entries.map((entry) => {
    const previous = hash;
    seq += 1;
    hash = chainHash(previous, seq, entry);
    return { tenant_id: tenant, seq, entry_id: entry.id, previous, hash };
  });
  await trx.insertInto('audit_seal').values(seals).execute();
  await trx
    .insertInto('audit_head')
    .values({ tenant_id: tenant, seq, hash })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ seq, hash }))
    .execute();
  const sealed = entries.map(({ id }) => id);
  await trx
    .deleteFrom('audit_pending')
    .where('tenant_id', '=', tenant)
    .where('entry_id', '=', sql<string>`any(${sealed}::uuid[])`)
    .execute();
}
