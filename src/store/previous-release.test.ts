import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { acceptVersion } from './accept-version.ts';
import { verifyTenant } from './audit/verify.ts';
import { openClient } from './connection.ts';
import { inTransaction } from './db.ts';
import { migrate, readMigrations } from './migrate.ts';
import { foldPlan, listSegments } from './reviews.ts';
import { listTasks } from './tasks.ts';
import { databaseForThisTest } from './testing.ts';
import { getWholePlan, proposeVersion } from './versions.ts';

/** The last migration of the release before this one. */
const last = '20261122T0520_plans_and_tasks';
const [tenantId, officerId, planId, taskId] = [newId(), newId(), newId(), newId()] as [string, string, string, string];
const actor = { tenantId, officerId };

const task = { text: 'Một', index: null, dimension: null, component: null, codes: [], result: null, targets: [] };
const rest = { lead: ['Sở Nội vụ'], implement: [], cooperate: [], monitor: [], time: null, schedule: null };
const source = { page: null, table: null, row: null, line: null };
const reading = {
  document: {
    ...{ indices: [], title: 'Kế hoạch cũ', type: null, number: null, symbol: null, date: null, year: null },
    ...{
      place: null,
      issuer: null,
      signer: null,
      references: [],
      addressees: [],
      recipients: [],
      results: [],
      goals: [],
    },
  },
  ...{ duties: [], reporting: [], groups: [], warnings: [] },
  tasks: [{ ...task, ...rest, source, fields: {}, notes: [] }],
};

/** A database as the release before left it: a confirmed plan with one correction. */
async function oldDatabase() {
  const database = await databaseForThisTest();
  const client = await openClient(database.connection);
  await client.query('drop schema public cascade; drop schema graphile_worker cascade; create schema public');
  await migrate(
    database.connection,
    (await readMigrations()).filter(({ name }) => name <= last),
  );
  const json = (value: unknown) => JSON.stringify(value);
  await client.query(`insert into tenant (id, name) values ($1, 'Tỉnh cũ')`, [tenantId]);
  await client.query(`insert into officer (tenant_id, id, name, unit) values ($1, $2, 'Mai', 'Sở')`, [
    tenantId,
    officerId,
  ]);
  await client.query(
    `insert into plan (tenant_id, id, file_name, media_type, file_size, sha256, reading, seq, status, added_by, confirmed_at,
      indices, tasks, doubtful, search) values ($1, $2, 'cũ.txt', 'text/plain', 5, '\\x01', $3, 1, 'confirmed', $4, now(),
      '{}', 1, 0, 'cu')`,
    [tenantId, planId, json(reading), officerId],
  );
  await client.query(`insert into plan_document values ($1, $2, '{"blocks":[],"warnings":[]}')`, [tenantId, planId]);
  await client.query(`insert into review_action values ($1, $2, 1, 'a', now(), $3, $4)`, [
    tenantId,
    planId,
    officerId,
    json({ kind: 'set', task: 't1', field: 'result', value: 'Báo cáo' }),
  ]);
  await client.query(
    `insert into plan_event values ($1, $2, 1, 'added', now(), $3, 0, 1), ($1, $2, 2, 'confirmed', now(), $3, 1, 1)`,
    [tenantId, planId, officerId],
  );
  await client.query(
    `insert into task (tenant_id, id, plan_id, draft_id, position, schedule_kinds, fields, source, quote, search)
     values ($1, $2, $3, 't1', 1, '{}', $4, $5, '{}', 'mot')`,
    [tenantId, taskId, planId, json({ ...task, ...rest, result: 'Báo cáo' }), json(source)],
  );
  await client.end();
  return database;
}

describe('a database of the release before, brought up to date', () => {
  it('keeps plans, corrections and tasks; a plan has one version', async () => {
    const { connection, db } = await oldDatabase();
    expect(await migrate(connection)).toEqual(
      (await readMigrations()).map(({ name }) => name).filter((name) => name > last),
    );
    const { plan, versions } = await getWholePlan(db, tenantId, planId);
    expect([plan.version, plan.status, plan.ids, versions]).toEqual([1, 'confirmed', null, []]);
    expect((await foldPlan(db, plan)).tasks[0]).toMatchObject({ id: 't1', result: 'Báo cáo' });
    expect((await listTasks(db, tenantId, {})).map(({ id }) => id)).toEqual([taskId]);
  });

  it('takes a second file of an old plan, with its correction and its task’s id', async () => {
    const { connection, db } = await oldDatabase();
    await migrate(connection);
    const next = { ...reading, tasks: [{ ...reading.tasks[0], text: 'Hai mươi' }, reading.tasks[0]] } as never;
    await inTransaction(db, async (trx) => {
      const file = { fileName: 'mới.txt', mediaType: 'text/plain', fileSize: 6, sha256: Buffer.from([2]) };
      const made = { ...file, document: '{"blocks":[],"warnings":[]}', reading: next, columns: [] };
      const no = await proposeVersion(trx, actor, planId, { ...made, origin: 'file' });
      await acceptVersion(trx, actor, planId, no, 1);
    });
    const { plan, versions } = await getWholePlan(db, tenantId, planId);
    expect([plan.version, plan.status, plan.ids, versions.length]).toEqual([2, 'draft', ['v2t1', 't1'], 2]);
    const { tasks } = await foldPlan(db, plan);
    expect(tasks.map(({ id, result }) => [id, result])).toEqual([
      ['v2t1', null],
      ['t1', 'Báo cáo'],
    ]);
    expect((await listSegments(db, plan)).map(({ actions }) => actions.length)).toEqual([1, 1]);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from review_action`.execute(db);
    expect(rows).toEqual([{ count: 2 }]);
    expect((await verifyTenant(db, tenantId)).breaks).toEqual([]);
  });
});
