import { describe, expect, test } from 'vitest';
import { openClient } from './connection.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { databaseForThisTest } from './testing.ts';

const step = (name: string, sql = 'select 1', checksum = name): Migration => ({ name, sql, checksum });

describe('migrating', () => {
  test('runs what is missing, once, in the order of names', async () => {
    const fresh = await databaseForThisTest();
    const ours = await readMigrations();
    expect(await migrate(fresh.connection)).toEqual([]);
    const later = step('29990101T0000_later', 'create table later (id int)');
    expect(await migrate(fresh.connection, [...ours, later])).toEqual([later.name]);
    expect(await migrate(fresh.connection, [...ours, later])).toEqual([]);
  });

  test('lets several processes start at once: one works, the others wait', async () => {
    const fresh = await databaseForThisTest();
    const all = [
      ...(await readMigrations()),
      step('29990101T0000_slow', 'select pg_sleep(0.3); create table slow (id int)'),
    ];
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(fresh.connection, all)));
    expect(ran.flat()).toEqual(['29990101T0000_slow']);
  });

  test('undoes a step that fails half-way, and runs it again when it is mended', async () => {
    const fresh = await databaseForThisTest();
    const ours = await readMigrations();
    const broken = step('29990101T0000_two', 'create table one (id int); select 1/0');
    await expect(migrate(fresh.connection, [...ours, broken])).rejects.toThrow('division by zero');
    const mended = step('29990101T0000_two', 'create table one (id int)');
    expect(await migrate(fresh.connection, [...ours, mended])).toEqual([mended.name]);
  });

  test.each([
    ['a changed step', [step('a', 'select 1', 'another')], 'changed'],
    ['a step this release does not know', [], 'missing'],
    ['a step older than the last that ran', [step('0_before'), step('a')], 'out-of-order'],
  ] as const)('refuses %s', async (_, migrations, why) => {
    const fresh = await databaseForThisTest();
    const client = await openClient(fresh.connection);
    await client.query(`delete from migration; insert into migration (name, checksum) values ('a', 'a')`);
    await client.end();
    await expect(migrate(fresh.connection, [...migrations])).rejects.toMatchObject({
      code: 'migration-refused',
      details: { why },
    });
  });
});

test('every table of ours carries tenant_id in its primary key, its unique keys and its foreign keys', async () => {
  const fresh = await databaseForThisTest();
  const client = await openClient(fresh.connection);
  const { rows } = await client.query<{ key: string }>(`
    select c.conrelid::regclass || ' ' || c.conname as key
    from pg_constraint c
    where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')
      and c.conrelid::regclass::text not in ('tenant', 'migration')
      and not exists (select from pg_attribute a
        where a.attrelid = c.conrelid and a.attname = 'tenant_id' and a.attnum = any (c.conkey))
    union all
    select indrelid::regclass || ' ' || indexrelid::regclass from pg_index i
    where indisunique and indrelid::regclass::text not in ('tenant', 'migration')
      and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      and not exists (select from pg_attribute a
        where a.attrelid = indrelid and a.attname = 'tenant_id' and a.attnum = any (i.indkey::smallint[]))`);
  await client.end();
  expect(rows.map(({ key }) => key)).toEqual([]);
});
