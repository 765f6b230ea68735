import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { Problem } from '../kernel/problem.ts';

/** Where PostgreSQL is: a URL, or the socket folder of the embedded server. */
export type Connection =
  | { url: string }
  | { host: string; port: number; user: string; password: string; database: string };

/** How a pool behaves; `patience` is how long a request waits for a server that is restarting. */
export type PoolOptions = { max?: number; patience?: number };

const int8 = 20;
const date = 1082;

/** `bigint` as number; `date` as the ISO text it is, since a Date would move the day across midnight. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return Number;
    if (oid === date) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
} as pg.CustomTypesConfig;

export function clientConfig(connection: Connection): pg.ClientConfig {
  const where = 'url' in connection ? { connectionString: connection.url } : connection;
  return { ...where, types, application_name: 'thang', options: '-c timezone=UTC -c client_min_messages=warning' };
}

/** Errors that mean "no server just now": nothing has been sent yet, so asking again is safe. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code;
  return (code !== undefined && awayCodes.has(code)) || /^Connection terminated|not queryable/.test(error.message);
}

/** What a failed query means to the user, where it is not a bug of ours. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (isAway(error)) return new Problem('database-away', {}, { cause: error });
  if ((error as { code?: string } | null)?.code === '53100')
    return new Problem('disk-full', { folder: '' }, { cause: error });
  return error;
}

/** Asks for a connection again and again until the server is back or patience ends. */
async function patiently<T>(connect: () => Promise<T>, patience: number): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (!isAway(error) || performance.now() > end) throw asProblem(error);
      await sleep(100);
    }
  }
}

/** A pool that outlives its server: a broken connection is dropped quietly and a fresh one is waited for. */
export function openPool(connection: Connection, { max = 10, patience = 30_000 }: PoolOptions = {}): PostgresPool {
  const pool = new pg.Pool({ ...clientConfig(connection), max });
  pool.on('error', () => {});
  // Without a listener a connection lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    connect: () => patiently(() => connectAlive(pool), patience),
    end: () => pool.end(),
    options: pool.options,
  };
}

/**
 * A connection that has just answered. One that lay idle while its server was killed looks well until it is used; asked
 * now, before anything of the request has been sent, it can be replaced without anybody noticing.
 */
async function connectAlive(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('select');
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** One connection of its own, outside any pool: for locks that belong to a connection. */
export function openClient(connection: Connection, patience = 30_000): Promise<pg.Client> {
  return patiently(async () => {
    const client = new pg.Client(clientConfig(connection));
    client.on('error', () => {});
    await client.connect();
    return client;
  }, patience);
}

/** Sees that the server of a URL answers, lets us in and is young enough; says what is wrong without the password. */
export async function requireReachable(url: string): Promise<void> {
  let version: number;
  try {
    const client = await openClient({ url }, 3_000);
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    version = Number(rows[0]?.version);
    await client.end();
  } catch (error) {
    const cause = error instanceof Problem ? error.cause : error;
    throw new Problem('database-unreachable', { server: withoutSecret(url), said: sayOf(cause) }, { cause });
  }
  if (version < 150_000) throw new Problem('database-too-old', { found: String(Math.floor(version / 10_000)) });
}

function withoutSecret(url: string): string {
  if (!URL.canParse(url)) return 'địa chỉ không hợp lệ';
  const { hostname, port, pathname, username } = new URL(url);
  return `${username ? `${username}@` : ''}${hostname || 'localhost'}${port ? `:${port}` : ''}${pathname}`;
}

/** A refused connection to several addresses says nothing itself, only its parts do. */
function sayOf(error: unknown): string {
  if (error instanceof AggregateError) return sayOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
