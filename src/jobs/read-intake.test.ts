import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Reader } from '../platform/reader/reader.ts';
import { inTransaction } from '../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../store/demo.ts';
import { addIntake, getIntake } from '../store/intakes.ts';
import { type TestDatabase, testDatabase } from '../store/testing.ts';
import { readIntake } from './read-intake.ts';

const { tenantId: tenant } = demoOfficer;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await inTransaction(database.db, ensureDemoOfficer);
});
afterAll(() => database.drop());

/** One attempt at a file whose reading throws. */
async function attempt(intake: string, number: number, thrown: Error): Promise<void> {
  const files = { findHeld: async () => '/nowhere', release: async () => {} } as unknown as FileStore;
  const reader = { read: () => Promise.reject(thrown) } as unknown as Reader;
  const context = { db: database.db, files, reader, running: new Map(), ring: () => {} };
  await readIntake(context, { tenant, intake }, number);
}

async function added(): Promise<string> {
  const id = newId();
  const file = { id, fileName: 'quét.pdf', fileSize: 9, sha256: Buffer.alloc(32) };
  await inTransaction(database.db, (trx) => addIntake(trx, demoOfficer, file));
  return id;
}

it('a bug of ours is tried again a few times, then told instead of read for ever', async () => {
  const id = await added();
  const bug = new Error('x is not a function');
  await expect(attempt(id, 1, bug)).rejects.toBe(bug);
  await expect(attempt(id, 2, bug)).rejects.toBe(bug);
  await attempt(id, 3, bug);
  const { state, problem } = await getIntake(database.db, tenant, id);
  expect([state, problem?.code, JSON.stringify(problem).includes('function')]).toEqual([
    'failed',
    'reading-failed',
    false,
  ]);
});

it('a database that is away is waited for, however long', async () => {
  const away = new Problem('database-away', {});
  await expect(attempt(await added(), 20, away)).rejects.toBe(away);
});
