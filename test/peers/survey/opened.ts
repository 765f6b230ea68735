import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openDuckDb } from '../../../src/store/microdata/duckdb.ts';
import { type Microdata, openMicrodata } from '../../../src/store/microdata/open.ts';
import { variablesOf } from '../../../src/survey/dictionary/columns.ts';
import type { Dictionary } from '../../../src/survey/model.ts';

type Opened = Microdata & { dictionary: Dictionary };

/** The cases that expected.R wrote for a part. */
export const readCases = <Case>(part: string): Case[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'expected', `${part}.json`), 'utf8'));

/** The data sets that expected.R wrote, each opened when first asked for and closed after the tests of the file. */
export function openedData(): (name: string) => Promise<Opened> {
  const opened = new Map<string, Promise<Opened>>();
  const scratch = mkdtemp(join(tmpdir(), 'thang-parity-'));
  afterAll(async () => {
    for (const data of await Promise.all(opened.values())) await data.close();
    await rm(await scratch, { recursive: true });
  });
  return (name) => {
    const known = opened.get(name) ?? scratch.then((folder) => load(name, folder));
    opened.set(name, known);
    return known;
  };
}

async function load(name: string, folder: string): Promise<Opened> {
  const file = join(folder, `${name}.parquet`);
  const csv = join(import.meta.dirname, 'data', `${name}.csv`);
  const { connection, close } = await openDuckDb();
  // "Yes" and "No" are choices here, as in R, not truth values.
  const types = `sample_size = -1, auto_type_candidates = ['BIGINT', 'DOUBLE', 'VARCHAR']`;
  await connection.run(
    `copy (select * from read_csv('${csv}', header = true, nullstr = '', ${types})) to '${file}' (format parquet)`,
  );
  await close();
  const data = await openMicrodata({ file, threads: 1 });
  return { ...data, dictionary: { title: null, source: name, rows: 0, variables: variablesOf(data.columns) } };
}
