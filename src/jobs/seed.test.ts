import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../store/db.ts';
import { demoOfficer } from '../store/demo.ts';
import { listPlans } from '../store/plans.ts';
import { removePlan } from '../store/plans-removed.ts';
import { listTasks } from '../store/tasks.ts';
import { type TestDatabase, testDatabase } from '../store/testing.ts';
import { seedDemo } from './seed.ts';

/** One start after another of the same product: each test goes on from where the one before has left it. */
const { tenantId } = demoOfficer;
let database: TestDatabase;
let home = '';
beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(join(tmpdir(), 'thang-seed-'));
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true });
});

const plans = () => listPlans(database.db, tenantId, {});
const seed = (samples?: string) => seedDemo({ db: database.db, home, ...(samples ? { samples } : {}) });

it('makes the province and its officer where there are no samples', async () => {
  await seed(join(home, 'none'));
  const officer = await database.db.selectFrom('officer').select('id').executeTakeFirst();
  expect(officer).toEqual({ id: demoOfficer.officerId });
});

it('goes on where a start that was killed left off', async () => {
  const samples = await mkdtemp(join(tmpdir(), 'thang-samples-'));
  await seed(samples);
  expect(await plans()).toEqual([]);
  await writeFile(join(samples, 'no-plan.docx'), '');
  await expect(seed(samples)).rejects.toMatchObject({ code: 'file-empty' });
  await rm(samples, { recursive: true });
  await seed();
  expect((await plans()).length).toBeGreaterThanOrEqual(5);
});

it('opens the product with life in it: confirmed plans in the matrix and drafts to review', async () => {
  const statuses = (await plans()).map(({ status }) => status);
  expect(statuses.filter((status) => status === 'confirmed')).toHaveLength(2);
  expect(statuses.filter((status) => status === 'draft').length).toBeGreaterThan(0);
  expect((await listTasks(database.db, tenantId, {})).length).toBeGreaterThan(50);
});

it('changes nothing when called again, not even what was taken away', async () => {
  const [first] = await plans();
  await inTransaction(database.db, (trx) => removePlan(trx, demoOfficer, first?.id ?? ''));
  const before = await plans();
  await seed();
  expect(await plans()).toEqual(before);
});
