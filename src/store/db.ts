import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import { asProblem, type Connection, openPool, type PoolOptions } from './connection.ts';
import type { Schema } from './schema.ts';

/** The database, for reading outside a transaction. Queries are functions that take this or a `Transaction`. */
export type Database = Kysely<Schema>;

/** One open transaction; everything that changes data takes this, so that it cannot be called outside one. */
export type Transaction = KyselyTransaction<Schema>;

/** Opens a pool on a database that is already migrated. `db.destroy()` closes it. */
export function openDatabase(connection: Connection, options?: PoolOptions): Database {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(connection, options) }) });
  connections.set(db, connection);
  return db;
}

/** Where each open database is, for the job library, which wants connections of its own. */
const connections = new WeakMap<Database, Connection>();

export function connectionOf(db: Database): Connection {
  const connection = connections.get(db);
  if (!connection) throw new Error('this database was not opened by openDatabase');
  return connection;
}

/** The tenants whose audit log an open transaction has written to, and who wants to know after its commit. */
const audited = new WeakMap<Transaction, Set<string>>();
const listeners = new WeakMap<Database, Set<(tenant: string) => void>>();

/**
 * Runs a request in one transaction: all of it or nothing. When the server goes away in the middle, the request gets
 * the Problem `database-away` and nothing of it has been acknowledged.
 */
export async function inTransaction<T>(db: Database, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const tenants = new Set<string>();
  try {
    const result = await db.transaction().execute((trx) => {
      audited.set(trx, tenants);
      return work(trx);
    });
    for (const listener of listeners.get(db) ?? []) tenants.forEach(listener);
    return result;
  } catch (error) {
    throw asProblem(error);
  }
}

/** Remembers that this transaction wrote to a tenant's audit log. */
export function noteAudit(trx: Transaction, tenant: string): void {
  audited.get(trx)?.add(tenant);
}

/** Calls `listener` after each commit that wrote to a tenant's audit log; returns how to stop that. */
export function afterAudited(db: Database, listener: (tenant: string) => void): () => void {
  const set = listeners.get(db) ?? new Set();
  listeners.set(db, set.add(listener));
  return () => set.delete(listener);
}
