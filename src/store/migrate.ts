import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { Problem } from '../kernel/problem.ts';
import { asProblem, type Connection, openClient } from './connection.ts';
import { migrateWork } from './work.ts';

/** One file of `migrations/`: forward only, named after the minute it was written in. */
export type Migration = { name: string; sql: string; checksum: string };

const folder = join(import.meta.dirname, 'migrations');
/** Any number will do; it must only differ from other locks on the same database. */
const lock = 7_468_616_001;

/** The migrations of a folder in the order they run. */
export async function readMigrations(from = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(from, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name: name.slice(0, -'.sql'.length), sql, checksum };
    }),
  );
}

/**
 * Brings a database up to date and tells which migrations ran. Several processes may call this at once: one works, the
 * others wait and find nothing left to do. Refuses a history that is not a prefix of ours. The job library brings its own
 * schema up to date besides, in a schema of its own.
 */
export async function migrate(connection: Connection, migrations?: Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const client = await openClient(connection);
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<Applied>('select name, checksum from migration order by name collate "C"');
    const pending = pendingAfter(rows, wanted);
    for (const migration of pending) await apply(client, migration);
    await migrateWork(connection);
    return pending.map(({ name }) => name);
  } catch (error) {
    throw asProblem(error);
  } finally {
    await client.end().catch(() => {});
  }
}

type Applied = { name: string; checksum: string };

/** What is still to run, or the Problem that says why this history cannot be continued. */
function pendingAfter(applied: Applied[], wanted: Migration[]): Migration[] {
  const known = new Map(wanted.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const ours = known.get(name);
    if (!ours) throw new Problem('migration-refused', { name, why: 'missing' });
    if (ours.checksum !== checksum) throw new Problem('migration-refused', { name, why: 'changed' });
  }
  const last = applied.at(-1)?.name ?? '';
  const done = new Set(applied.map(({ name }) => name));
  const pending = wanted.filter(({ name }) => !done.has(name));
  const late = pending.find(({ name }) => name < last);
  if (late) throw new Problem('migration-refused', { name: late.name, why: 'out-of-order' });
  return pending;
}

/** One migration is one transaction: it happened with its entry in the list, or not at all. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}
