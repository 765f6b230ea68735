import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDuckDb } from './duckdb.ts';
import { type Microdata, openMicrodata } from './open.ts';

/** A folder of this test's own, gone at its end. */
export async function folderForThisTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A Parquet file of what a SELECT answers, gone at the end of this test. */
export async function parquetForThisTest(select: string, name = 'responses.parquet', folder?: string): Promise<string> {
  const file = join(folder ?? (await folderForThisTest()), name);
  const { connection, close } = await openDuckDb();
  await connection.run(`copy (${select}) to '${file}' (format parquet)`);
  await close();
  return file;
}

/** The responses that a SELECT answers, open until the end of this test. */
export async function microdataForThisTest(select: string): Promise<Microdata> {
  const microdata = await openMicrodata({ file: await parquetForThisTest(select) });
  onTestFinished(microdata.close);
  return microdata;
}
