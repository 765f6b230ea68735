import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openClient } from './connection.ts';
import { inTransaction, openDatabase } from './db.ts';
import { databaseForThisTest } from './testing.ts';

/** Cuts every connection but the one that asks, as the death of the server would. */
async function cutConnections({ superuser }: { superuser: Parameters<typeof openClient>[0] }): Promise<void> {
  const client = await openClient(superuser);
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

test('a request after the server was lost gets a fresh connection and notices nothing', async () => {
  const t = await databaseForThisTest();
  for (let round = 0; round < 5; round++) {
    await Promise.all([1, 2, 3].map(() => sql`select 1`.execute(t.db)));
    await cutConnections(t);
    const { rows } = await sql<{ n: number }>`select 42 as n`.execute(t.db);
    expect(rows).toEqual([{ n: 42 }]);
  }
});

test('a transaction cut off in the middle fails with a problem, and nothing of it stays', async () => {
  const t = await databaseForThisTest();
  const cut = inTransaction(t.db, async (trx) => {
    await sql`create table half (n int)`.execute(trx);
    await cutConnections(t);
    await sql`insert into half values (1)`.execute(trx);
  });
  await expect(cut).rejects.toMatchObject({ code: 'database-away' });
  const { rows } = await sql<{ found: string | null }>`select to_regclass('half') as found`.execute(t.db);
  expect(rows).toEqual([{ found: null }]);
});

test('patience with a server that is not there has an end', async () => {
  const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' }, { patience: 200 });
  onTestFinished(() => away.destroy());
  await expect(sql`select 1`.execute(away)).rejects.toMatchObject({ code: 'database-away' });
});

test('days stay text, counts are numbers, times are dates', async () => {
  const t = await databaseForThisTest();
  const { rows } =
    await sql`select date '2026-12-31' as day, count(*) as n, timestamptz '2026-01-01T00:00Z' as at`.execute(t.db);
  expect(rows).toEqual([{ day: '2026-12-31', n: 1, at: new Date('2026-01-01T00:00:00Z') }]);
});
