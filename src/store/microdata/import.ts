import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import type { CellRows } from '../../report/sheet/hidden.ts';
import { type DeclaredDictionary, declare } from '../../survey/dictionary/declared.ts';
import { quoteText } from '../../survey/dictionary/expression.ts';
import type { Dictionary } from '../../survey/model.ts';
import { readAnswer } from './answer.ts';
import { stageCsv } from './csv.ts';
import { type DuckDb, type DuckDbOptions, openDuckDb, problemOf } from './duckdb.ts';
import { type Staged, settle } from './settle.ts';
import { writeSheetCsv } from './sheet-csv.ts';

export const surveyFormats = ['csv', 'parquet', 'xlsx', 'sav'] as const;
export type SurveyFormat = (typeof surveyFormats)[number];

/** What reads files of office and statistics programs, in a process of its own: they may be made to do harm. */
export type SurveyReaders = {
  cells: (file: { path: string; name: string }, signal?: AbortSignal) => Promise<CellRows[]>;
  /** Writes the answers of an SPSS file as CSV and tells what it says of its variables. */
  sav: (file: { path: string; name: string; into: string }, signal?: AbortSignal) => Promise<DeclaredDictionary>;
};

export type ImportOptions = DuckDbOptions & {
  readers: SurveyReaders;
  /** found in the name and the first bytes where it is not said */
  format?: SurveyFormat | undefined;
  /** what is known of the columns: labels, choices, codes of no answer */
  declared?: DeclaredDictionary | undefined;
  /** the name the files have for people; else that of the first */
  name?: string | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Brings one survey in: its files (one, or parts with the same columns) become one Parquet file `into`, and the dictionary of
 * its columns is answered. What cannot be understood without doubt is refused, and then nothing is written.
 */
export async function importSurvey(
  files: readonly string[],
  into: string,
  options: ImportOptions,
): Promise<Dictionary> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-import-'));
  const name = options.name ?? basename(files[0] ?? '');
  const duck = await openDuckDb({ ...options, tables: join(folder, 'tables.db') });
  try {
    await duck.allowOnly([...files, into], [folder]);
    const staged: Staged[] = [];
    for (const [i, path] of files.entries()) {
      // A file that was sent lies under a name of ours; people know it by theirs.
      const file = { path, name: files.length === 1 ? name : basename(path) };
      staged.push(await stage(file, `part_${i}`, folder, duck, options));
    }
    const { declared, variables, columns, from } = await settle(duck, staged, options.declared);
    // Looking for like expressions in a row of 3,000 columns takes twenty times as long as reading them.
    await duck.run("set disabled_optimizers = 'common_subexpressions'");
    await duck.run(
      `copy (select ${columns.join(', ')} from ${from}) to ${quoteText(into)} (${parquetOptions(columns.length)})`,
    );
    const rows = await countRows(duck, `read_parquet(${quoteText(into)})`);
    if (rows === 0) throw new Problem('survey-no-rows', {});
    return { title: declared?.title ?? null, source: name, rows, variables: declare(variables, declared) };
  } catch (error) {
    await rm(into, { force: true });
    throw problemOf(error, name, options.signal);
  } finally {
    await duck.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is kept of each column while a part of the file is written must have room for all of them together. */
function parquetOptions(columns: number): string {
  const rows = Math.max(2_048, Math.min(122_880, Math.floor(20_000_000 / columns)));
  const words = Math.max(16_384, Math.min(1_048_576, Math.floor((64 * 1_048_576) / columns)));
  return `format parquet, use_tmp_file false, row_group_size ${rows}, string_dictionary_page_size_limit ${words}`;
}

type Arrived = { path: string; name: string };

async function stage(
  file: Arrived,
  table: string,
  folder: string,
  duck: DuckDb,
  options: ImportOptions,
): Promise<Staged> {
  const { path, name } = file;
  const format = options.format ?? (await formatOf(file));
  if (format === 'parquet') return { from: `read_parquet(${quoteText(path)})`, name, texts: false };
  const { readers, signal } = options;
  const csv = join(folder, `${table}.csv`);
  const said = format === 'sav' ? await readers.sav({ path, name, into: csv }, signal) : undefined;
  if (format === 'xlsx') await writeSheetCsv(await readers.cells(file, signal), name, csv);
  await stageCsv(duck, { path: format === 'csv' ? path : csv, name, signal }, table);
  if (format !== 'csv') await rm(csv);
  return { from: table, name, texts: true, ...(said && { said }) };
}

/** By the first bytes; a text is CSV, for nothing else of what is read here is one. */
async function formatOf({ path, name }: Arrived): Promise<SurveyFormat> {
  if (/\.dta$/i.test(name)) throw new Problem('survey-file-stata', { name });
  const handle = await open(path).catch((cause: unknown) => {
    throw new Problem('file-not-there', { name }, { cause });
  });
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0).finally(() => handle.close());
  const head = buffer.subarray(0, bytesRead).toString('latin1');
  if (head.startsWith('PAR1')) return 'parquet';
  if (head.startsWith('$FL')) return 'sav';
  if (head.startsWith('PK')) return 'xlsx';
  if (head.startsWith('<stata_dta>')) throw new Problem('survey-file-stata', { name });
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  throw new Problem('survey-file-unknown', { name });
}

async function countRows({ run }: DuckDb, from: string): Promise<number> {
  const answer = await readAnswer(await run(`select count(*) as n from ${from}`));
  return Number(answer.column('n')[0]);
}
