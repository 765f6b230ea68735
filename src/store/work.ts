import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { type Connection, clientConfig } from './connection.ts';
import { connectionOf, type Database, type Transaction } from './db.ts';

/**
 * Work that outlasts a request: kept in the database by the job library, in its own schema, and done by whichever process
 * has time. See docs/decisions/0005.
 */

const quiet = new Logger(() => () => {});

/** Brings the job library's schema up to date. */
export async function migrateWork(connection: Connection): Promise<void> {
  const pgPool = openWorkPool(connection, 1);
  try {
    await runMigrations({ pgPool, logger: quiet });
  } finally {
    await pgPool.end();
  }
}

/** The library wants a pool that tells its errors; a connection that is lost is replaced. */
function openWorkPool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(connection), max });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Asks for work in the transaction that makes it necessary. `key`: work asked for again takes the place of the former. */
export async function addWork(trx: Transaction, name: string, payload: object, key: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, job_key := ${key}::text)`.execute(
    trx,
  );
}

export type { TaskList };
export type Work = { close: () => Promise<void> };

export type WorkOptions = {
  /** how many at a time */
  atOnce: number;
  /** "0 3 * * * name": what is done at fixed hours (UTC) */
  crontab: string;
  /** told what failed, for the log */
  report: (message: string) => void;
};

/** Does work of the given kinds from now on. A database that is away is waited for. */
export function startWork(db: Database, tasks: TaskList, { atOnce, crontab, report }: WorkOptions): Work {
  const pgPool = openWorkPool(connectionOf(db), atOnce + 2);
  const logger = new Logger(() => (level, message) => void (level === 'error' && report(message)));
  const closing = new AbortController();
  const begin = async (): Promise<Runner | undefined> => {
    let said = '';
    while (!closing.signal.aborted) {
      const options = { pgPool, logger, crontab, concurrency: atOnce, noHandleSignals: true, taskList: tasks };
      const runner = await run(options).catch(({ message }: Error) => {
        if (message !== said) report(message);
        said = message;
      });
      if (runner) return runner;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return undefined;
  };
  const started = begin();
  return {
    close: async () => {
      closing.abort();
      const runner = await started;
      await runner?.stop().catch(() => {});
      await pgPool.end();
    },
  };
}
