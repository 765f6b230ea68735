import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { takeLock } from '../platform/lock.ts';
import { startServer } from '../platform/postgres/server.ts';
import { type Connection, clientConfig } from './connection.ts';
import { type Database, openDatabase } from './db.ts';
import { migrate, readMigrations } from './migrate.ts';

/** A migrated, empty database of a test's own. */
export type TestDatabase = {
  db: Database;
  connection: Connection;
  /** A way in that passes by every rule, to tamper with. */
  superuser: Connection;
  drop: () => Promise<void>;
};

/** The folder that the processes of one test run share; test/database.ts makes and removes it. */
export const testHomeVariable = 'THANG_TEST_HOME';

/**
 * Gives a test its own database, copied from a migrated template in milliseconds. The server is the embedded one,
 * started by the first test that asks, or the one at `THANG_TEST_DATABASE_URL` (a role that may create databases).
 */
export async function testDatabase(): Promise<TestDatabase> {
  shared ??= prepare();
  const server = await shared;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(server.superuser, (admin) =>
    admin.query(`create database ${name} owner ${server.owner} template ${server.template} strategy wal_log`),
  );
  const connection = inDatabase(server.product, name);
  const db = openDatabase(connection, { max: 4 });
  const drop = async (): Promise<void> => {
    await db.destroy();
    await asAdmin(server.superuser, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { db, connection, superuser: inDatabase(server.superuser, name), drop };
}

/** The same for one test, at the end of which it is dropped. */
export async function databaseForThisTest(): Promise<TestDatabase> {
  const database = await testDatabase();
  onTestFinished(database.drop);
  return database;
}

type Shared = { superuser: Connection; product: Connection; owner: string; template: string };
let shared: Promise<Shared> | undefined;

/** Finds the server and makes the template unless another process of this run was first. */
async function prepare(): Promise<Shared> {
  const found = process.env.THANG_TEST_DATABASE_URL ? ofUrl(process.env.THANG_TEST_DATABASE_URL) : await embedded();
  const checksums = (await readMigrations()).map(({ checksum }) => checksum).join();
  const template = `thang_template_${createHash('sha256').update(checksums).digest('hex').slice(0, 16)}`;
  await asAdmin(found.superuser, async (admin) => {
    await admin.query('select pg_advisory_lock(7468616002)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const half = `${template}_half`;
    await admin.query(`drop database if exists ${half}`);
    await admin.query(`create database ${half} owner ${found.owner} template template0`);
    await migrate(inDatabase(found.product, half));
    await admin.query(`alter database ${half} rename to ${template}`);
  });
  return { ...found, template };
}

type Found = Omit<Shared, 'template'>;

const ofUrl = (url: string): Found => {
  const connection = { url };
  return { superuser: connection, product: connection, owner: decodeURIComponent(new URL(url).username) };
};

/** One server for the whole run, whichever process comes first. Nothing of it needs to survive the machine. */
async function embedded(): Promise<Found> {
  const home = process.env[testHomeVariable];
  if (!home) throw new Error(`${testHomeVariable} is not set: test/database.ts must be the global setup`);
  const file = join(home, 'test.lock');
  let lock = takeLock(file);
  for (; !lock; lock = takeLock(file)) await sleep(20);
  try {
    const server = await startServer({ home: join(home, 'home'), settings: fastSettings });
    server.leave();
    return { superuser: server.superuser, product: server.connection, owner: server.connection.user };
  } finally {
    lock.release();
  }
}

/**
 * Tests lose nothing in a power cut; they lose time in waiting for the disk. What a test takes back leaves dead rows: statistics
 * gathered of those at some moment of a run would have the same query take a minute now and a second then.
 */
const fastSettings = {
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' },
  max_connections: '200',
};

async function asAdmin<T>(connection: Connection, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(clientConfig(inDatabase(connection, 'postgres')));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function inDatabase(connection: Connection, database: string): Connection {
  if (!('url' in connection)) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}
