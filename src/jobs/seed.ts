import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openFileStore } from '../platform/file-store.ts';
import { checkout } from '../platform/home.ts';
import { openReader } from '../platform/reader/reader.ts';
import { confirmPlan } from '../store/confirmations.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { demoOfficer, ensureDemoOfficer } from '../store/demo.ts';
import { fillDemoDirectory } from '../store/directory-demo.ts';
import { findPlanByFile, getPlanLine } from '../store/plans.ts';
import { type TakeInContext, takeInPlan } from './take-in-plan.ts';

export type SeedOptions = {
  db: Database;
  /** where the plans' files are kept (THANG_HOME) */
  home: string;
  /** the folder of sample plans */
  samples?: string;
  /** how many of them, from the first, are confirmed as read */
  confirm?: number;
  /** told of each sample that is there, with how many there are */
  tell?: (done: number, all: number) => void;
};

/** Of the samples, so many are confirmed: the matrix has something to show, and there is something of this year to review. */
const confirmed = 2;

/**
 * Makes the fictional province and its officer, and takes in the sample plans that are not there yet. May be called at
 * every start: what an officer has done with a sample stays.
 */
export async function seedDemo({
  db,
  home,
  samples = join(checkout, 'samples'),
  confirm = confirmed,
  tell,
}: SeedOptions): Promise<void> {
  await inTransaction(db, ensureDemoOfficer);
  await inTransaction(db, fillDemoDirectory);
  const names = (await readdir(samples).catch(() => [])).filter((name) => name.endsWith('.docx')).sort();
  const reader = openReader();
  try {
    const context = { db, files: await openFileStore(home), reader };
    for (const [i, name] of names.entries()) {
      await takeInSample(context, join(samples, name), i < confirm);
      tell?.(i + 1, names.length);
    }
  } finally {
    await reader.close();
  }
}

async function takeInSample(context: TakeInContext, path: string, confirm: boolean): Promise<void> {
  const { tenantId } = demoOfficer;
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest();
  if (await findPlanByFile(context.db, tenantId, sha256)) return;
  const id = await takeInPlan(context, demoOfficer, { name: basename(path), content: createReadStream(path) });
  const { tasks, seq } = await getPlanLine(context.db, tenantId, id);
  if (confirm && tasks > 0) await inTransaction(context.db, (trx) => confirmPlan(trx, demoOfficer, id, seq));
}
