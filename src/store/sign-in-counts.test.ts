import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type Database, inTransaction } from './db.ts';
import { countTry, forgetTries } from './sign-in-counts.ts';
import { databaseForThisTest } from './testing.ts';

const now = new Date('2026-11-22T02:00:00Z');
const key = Buffer.from('ai đó');

it('counts a try that comes while the tries before are being forgotten', async () => {
  const { db } = await databaseForThisTest();
  const id = newId();
  await db.insertInto('tenant').values({ id, name: 'Tỉnh' }).execute();
  await countTry(db, id, key, 'login', now);
  let counting: ReturnType<typeof countTry> | undefined;
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('sign_in_count').where('tenant_id', '=', id).select('key').forUpdate().execute();
    counting = countTry(db, id, key, 'login', now);
    await expect.poll(() => waiting(db)).toBe(1);
    await forgetTries(trx, id, key, now);
  });
  expect(await counting).toEqual({ wait: 0, lockedNow: false });
  const left = await db.selectFrom('sign_in_count').where('tenant_id', '=', id).select('failed').execute();
  expect(left).toEqual([{ failed: 1 }]);
});

/** How many requests wait for a row of the counts in the database of the test. */
async function waiting(db: Database): Promise<number | undefined> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%sign_in_count%'`.execute(db);
  return rows[0]?.n;
}
