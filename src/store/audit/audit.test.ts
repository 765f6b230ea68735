import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { openClient } from '../connection.ts';
import { type Database, inTransaction } from '../db.ts';
import { databaseForThisTest, type TestDatabase } from '../testing.ts';
import { sealTenant } from './seal.ts';
import { startSealer } from './sealer.ts';
import { verifyTenant } from './verify.ts';
import { audit } from './write.ts';

const actor = newId();

async function minhHa(db: Database): Promise<string> {
  const id = newId();
  await db.insertInto('tenant').values({ id, name: 'tỉnh Minh Hà' }).execute();
  return id;
}

const write = (db: Database, tenant: string, n: number): Promise<void> =>
  inTransaction(db, (trx) => audit(trx, { tenant, actor, action: 'plan.confirm', subject: newId(), details: { n } }));

/** Begins a transaction, writes an entry in it and returns how to commit it. */
async function beforeCommit(db: Database, tenant: string, n: number): Promise<() => Promise<void>> {
  const { promise: written, resolve: tell } = Promise.withResolvers<void>();
  const { promise: told, resolve: goOn } = Promise.withResolvers<void>();
  const done = inTransaction(db, async (trx) => {
    await audit(trx, { tenant, actor, action: 'plan.confirm', details: { n } });
    tell();
    await told;
  });
  await Promise.race([written, done]);
  return () => {
    goOn();
    return done;
  };
}

/** A chain of five, sealed. */
async function fiveEntries(db: Database): Promise<string> {
  const tenant = await minhHa(db);
  for (let n = 1; n <= 5; n++) await write(db, tenant, n);
  await sealTenant(db, tenant);
  return tenant;
}

/** What somebody with all rights does to the tables, past every rule. */
async function tamper({ superuser }: TestDatabase, statement: string): Promise<void> {
  const client = await openClient(superuser);
  await client.query(`set session_replication_role = replica; ${statement}`);
  await client.end();
}

/** The numbers of a tenant's entries in the order of its chain. */
async function chained(db: Database, tenant: string): Promise<unknown[]> {
  const rows = await db
    .selectFrom('audit_seal as s')
    .innerJoin('audit_entry as e', (join) =>
      join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.entry_id'),
    )
    .select(['e.details'])
    .where('s.tenant_id', '=', tenant)
    .orderBy('s.seq')
    .execute();
  return rows.map(({ details }) => details.n);
}

describe('the audit log', () => {
  test('verifies an empty log, and one with entries, and counts them', async () => {
    const t = await databaseForThisTest();
    const empty = await minhHa(t.db);
    expect(await verifyTenant(t.db, empty)).toMatchObject({ entries: 0, waiting: 0, head: { seq: 0 }, breaks: [] });
    const tenant = await fiveEntries(t.db);
    expect(await verifyTenant(t.db, tenant)).toMatchObject({ entries: 5, waiting: 0, head: { seq: 5 }, breaks: [] });
  });

  test('counts entries that wait for their seal, and nobody need worry about them', async () => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await write(t.db, tenant, 6);
    expect(await verifyTenant(t.db, tenant)).toMatchObject({ entries: 6, waiting: 1, head: { seq: 5 }, breaks: [] });
  });

  test('loses the entry together with the change it belongs to', async () => {
    const t = await databaseForThisTest();
    const tenant = await minhHa(t.db);
    const cancelled = inTransaction(t.db, async (trx) => {
      await audit(trx, { tenant, actor, action: 'plan.confirm' });
      throw new RangeError('changed my mind');
    });
    await expect(cancelled).rejects.toThrow('changed my mind');
    expect(await verifyTenant(t.db, tenant)).toMatchObject({ entries: 0, breaks: [] });
  });

  test.each(['audit_entry', 'audit_seal'] as const)('lets nobody change or remove a row of %s', async (table) => {
    const t = await databaseForThisTest();
    await fiveEntries(t.db);
    const column = table === 'audit_entry' ? sql`actor = gen_random_uuid()` : sql`seq = 99`;
    await expect(sql`update ${sql.table(table)} set ${column}`.execute(t.db)).rejects.toThrow('append-only');
    await expect(sql`delete from ${sql.table(table)}`.execute(t.db)).rejects.toThrow('append-only');
  });
});

describe('verifying tells', () => {
  const entry = (seq: number): string => `(select entry_id from audit_seal where seq = ${seq})`;

  test.each([
    ['the actor', `update audit_entry set actor = gen_random_uuid() where id = ${entry(3)}`],
    ['the time, by a microsecond', `update audit_entry set at = at + '1 microsecond' where id = ${entry(3)}`],
    ['the action', `update audit_entry set action = 'plan.reopen' where id = ${entry(3)}`],
    ['the subject', `update audit_entry set subject = null where id = ${entry(3)}`],
    ['a figure', `update audit_entry set details = '{"n": 4}' where id = ${entry(3)}`],
    ['the hash', `update audit_seal set hash = sha256('x') where seq = 3`],
    ['the hash before', `update audit_seal set previous = sha256('x') where seq = 3`],
  ])('that %s was changed', async (_, statement) => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(t, statement);
    const { breaks } = await verifyTenant(t.db, tenant);
    expect(breaks[0]).toMatchObject({ kind: 'changed', seq: 3 });
  });

  test('that two entries have changed places', async () => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(
      t,
      `create temp table swapped as select seq, entry_id from audit_seal where seq in (2, 3);
       update audit_seal set entry_id = gen_random_uuid() where seq = 2;
       update audit_seal set entry_id = (select entry_id from swapped where seq = 2) where seq = 3;
       update audit_seal set entry_id = (select entry_id from swapped where seq = 3) where seq = 2`,
    );
    const { breaks } = await verifyTenant(t.db, tenant);
    expect(breaks.slice(0, 2)).toMatchObject([
      { kind: 'changed', seq: 2 },
      { kind: 'changed', seq: 3 },
    ]);
  });

  test.each([
    ['from the middle, its seal left behind', `delete from audit_entry where id = ${entry(3)}`, 3],
    [
      'from the middle, with its seal',
      `delete from audit_entry where id = ${entry(3)}; delete from audit_seal where seq = 3`,
      3,
    ],
    [
      'from the end, with its seal',
      `delete from audit_entry where id = ${entry(5)}; delete from audit_seal where seq = 5`,
      5,
    ],
  ])('that an entry was removed %s', async (_, statement, seq) => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(t, statement);
    const { breaks } = await verifyTenant(t.db, tenant);
    expect(breaks[0]).toMatchObject({ kind: 'removed', seq });
  });

  const forged = (tenant: string, at = 'now()'): string =>
    `insert into audit_entry (tenant_id, id, actor, action, at) values ('${tenant}', '${newId()}', gen_random_uuid(), 'plan.confirm', ${at})`;

  test('that an entry was put in past the log', async () => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(t, forged(tenant));
    expect((await verifyTenant(t.db, tenant)).breaks).toMatchObject([{ kind: 'inserted' }]);
  });

  test('that an entry was put in with a seal of its own', async () => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(
      t,
      `${forged(tenant)}; insert into audit_seal (tenant_id, seq, entry_id, previous, hash)
       select tenant_id, 6, id, (select hash from audit_seal where seq = 5), sha256('x') from audit_entry
       where id not in (select entry_id from audit_seal)`,
    );
    expect((await verifyTenant(t.db, tenant)).breaks[0]).toMatchObject({ kind: 'changed', seq: 6 });
  });

  test('that an entry has waited for its seal for too long', async () => {
    const t = await databaseForThisTest();
    const tenant = await fiveEntries(t.db);
    await tamper(
      t,
      `${forged(tenant, `now() - interval '1 hour'`)}; insert into audit_pending (tenant_id, entry_id)
       select tenant_id, id from audit_entry where id not in (select entry_id from audit_seal)`,
    );
    expect((await verifyTenant(t.db, tenant)).breaks).toMatchObject([{ kind: 'late' }]);
  });
});

describe('sealing', () => {
  test('keeps no writer waiting, and chains in the order of commits', async () => {
    const t = await databaseForThisTest();
    const tenant = await minhHa(t.db);
    const [first, second, sealer] = await Promise.all([1, 2, 3].map(() => openClient(t.connection)));
    const begin = async (client: typeof first, n: number): Promise<void> => {
      const id = newId();
      await client?.query('begin');
      await client?.query(
        `insert into audit_entry (tenant_id, id, actor, action, details) values ('${tenant}', '${id}', '${actor}', 'plan.confirm', '{"n": ${n}}')`,
      );
      await client?.query(`insert into audit_pending values ('${tenant}', '${id}')`);
    };
    await begin(first, 1);
    await begin(second, 2);
    // Another sealer that hangs with its lock keeps neither of the two.
    await sealer?.query('begin');
    await sealer?.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`audit ${tenant}`]);
    await second?.query('commit');
    await write(t.db, tenant, 3);
    await sealer?.query('rollback');
    await sealTenant(t.db, tenant);
    expect(await chained(t.db, tenant)).toEqual([2, 3]);
    await first?.query('commit');
    await sealTenant(t.db, tenant);
    expect(await chained(t.db, tenant)).toEqual([2, 3, 1]);
    expect((await verifyTenant(t.db, tenant)).breaks).toEqual([]);
    await Promise.all([first, second, sealer].map((client) => client?.end()));
  });

  test('orders what it finds together by the time of commit, where the server keeps it', async (context) => {
    const t = await databaseForThisTest();
    const { rows } = await sql<{ on: string }>`select current_setting('track_commit_timestamp') as on`.execute(t.db);
    context.skip(rows[0]?.on !== 'on', 'the server does not keep commit times');
    const tenant = await minhHa(t.db);
    const commits: (() => Promise<void>)[] = [];
    for (const n of [1, 2, 3]) commits.push(await beforeCommit(t.db, tenant, n));
    for (const commit of commits.reverse()) await commit();
    await sealTenant(t.db, tenant);
    expect(await chained(t.db, tenant)).toEqual([3, 2, 1]);
  });

  test('goes on behind many writers and several sealers, and leaves one whole chain', async () => {
    const t = await databaseForThisTest();
    const tenants = [await minhHa(t.db), await minhHa(t.db)];
    const failures: unknown[] = [];
    const sealers = [1, 2].map(() => startSealer(t.db, (error) => failures.push(error), 50));
    await Promise.all(
      tenants.flatMap((tenant) =>
        [0, 1, 2, 3].map(async (writer) => {
          for (let n = 0; n < 50; n++) await write(t.db, tenant, writer * 100 + n);
        }),
      ),
    );
    for (const sealer of sealers) await sealer.close();
    expect(failures).toEqual([]);
    for (const tenant of tenants) {
      expect(await verifyTenant(t.db, tenant)).toMatchObject({
        entries: 200,
        waiting: 0,
        head: { seq: 200 },
        breaks: [],
      });
    }
  });

  test('takes up what another process left unsealed', async () => {
    const t = await databaseForThisTest();
    const tenant = await minhHa(t.db);
    for (let n = 0; n < 3; n++) await write(t.db, tenant, n);
    await startSealer(t.db).close();
    expect(await verifyTenant(t.db, tenant)).toMatchObject({ entries: 3, waiting: 0, breaks: [] });
  });
});
