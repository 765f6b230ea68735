import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import { asProblem, type Connection, openPool, type PoolOptions } from './connection.ts';
import type { Schema } from './schema.ts';

/** The database, for reading outside a transaction. Queries are functions that take this or a `Transaction`. */
export type Database = Kysely<Schema>;

/** One open transaction; everything that changes data takes this, so that it cannot be called outside one. */
export type Transaction = KyselyTransaction<Schema>;

/** Opens a pool on a database that is already migrated. `db.destroy()` closes it. */
export function openDatabase(connection: Connection, options?: PoolOptions): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(connection, options) }) });
}

/**
 * Runs a request in one transaction: all of it or nothing. When the server goes away in the middle, the request gets
 * the Problem `database-away` and nothing of it has been acknowledged.
 */
export async function inTransaction<T>(db: Database, work: (trx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    throw asProblem(error);
  }
}
