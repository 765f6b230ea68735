import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { Problem } from '../kernel/problem.ts';
import { openReader } from '../platform/reader/reader.ts';
import { importSurvey, type SurveyReaders } from '../store/microdata/import.ts';
import { type Microdata, openMicrodata } from '../store/microdata/open.ts';
import { variablesOf } from '../survey/dictionary/columns.ts';
import { type DeclaredDictionary, declare, parseDictionary } from '../survey/dictionary/declared.ts';
import { readXlsFormDictionary } from '../survey/dictionary/xlsform.ts';
import type { Dictionary } from '../survey/model.ts';

/** Survey data on the command line: what is said of the columns, and the responses open for scanning. */

export type DictionaryOptions = { dictionary?: string; xlsform?: string };
export type SurveyData = { dictionary: Dictionary; microdata: Microdata; close: () => Promise<void> };

const known = ['.parquet', '.csv', '.tsv', '.xlsx', '.sav'];

/** The data files of the arguments; a folder stands for the files of one kind within it. */
export async function findData(args: readonly string[]): Promise<string[]> {
  const found = await Promise.all(args.map(filesOf));
  return found.flat();
}

async function filesOf(path: string): Promise<string[]> {
  const there = await stat(path).catch((cause: unknown) => {
    throw new Problem('file-not-there', { name: path }, { cause });
  });
  if (!there.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => known.includes(extname(name).toLowerCase())).sort();
  if (names.length === 0) throw new Problem('survey-file-unknown', { name: path });
  return names.map((name) => join(path, name));
}

/** A text that a person wrote, whole. */
export async function readText(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Problem('file-not-there', { name: file }, { cause });
  });
  if (text.length > 10_000_000)
    throw new Problem('file-too-large', { name: file, size: text.length, limit: 10_000_000 });
  return text;
}

/** Opens data: Parquet where it lies, everything else as a Parquet file that is gone when it is closed. */
export async function openData(
  files: readonly string[],
  options: DictionaryOptions,
  signal: AbortSignal,
): Promise<SurveyData> {
  const { readers, end } = openReaders();
  try {
    const declared = await readDeclared(options, readers, signal);
    if (files.every((file) => /\.parquet$/i.test(file))) return await openParquet(files, declared, signal);
    return await openImported(files, declared, readers, signal);
  } finally {
    await end();
  }
}

async function openParquet(
  files: readonly string[],
  declared: DeclaredDictionary | undefined,
  signal: AbortSignal,
): Promise<SurveyData> {
  const microdata = await openMicrodata({ file: files, signal });
  try {
    const variables = declare(variablesOf(microdata.columns), declared);
    const answer = await microdata.scan('SELECT count(*) AS n FROM responses');
    const rows = Number(answer.column('n')[0]);
    if (rows === 0) throw new Problem('survey-no-rows', {});
    const dictionary = { title: declared?.title ?? null, source: basename(files[0] ?? ''), rows, variables };
    return { dictionary, microdata, close: microdata.close };
  } catch (error) {
    await microdata.close();
    throw error;
  }
}

async function openImported(
  files: readonly string[],
  declared: DeclaredDictionary | undefined,
  readers: SurveyReaders,
  signal: AbortSignal,
): Promise<SurveyData> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-survey-'));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'responses.parquet');
    const dictionary = await importSurvey(files, file, { readers, declared, signal });
    const microdata = await openMicrodata({ file, signal });
    return { dictionary, microdata, close: () => microdata.close().then(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Files made by other programs are read in a process of their own, which is begun only when there is one. */
function openReaders(): { readers: SurveyReaders; end: () => Promise<void> } {
  let reader: ReturnType<typeof openReader> | undefined;
  const get = () => {
    reader ??= openReader();
    return reader;
  };
  return {
    readers: { cells: (file, signal) => get().cells(file, signal), sav: (file, signal) => get().sav(file, signal) },
    end: async () => reader?.close(),
  };
}

async function readDeclared(
  { dictionary, xlsform }: DictionaryOptions,
  readers: SurveyReaders,
  signal: AbortSignal,
): Promise<DeclaredDictionary | undefined> {
  if (dictionary !== undefined && xlsform !== undefined)
    throw new Problem('usage', { what: '--xlsform', why: 'too-many' });
  if (dictionary !== undefined) return parseDictionary(await readText(dictionary), basename(dictionary));
  if (xlsform === undefined) return undefined;
  const name = basename(xlsform);
  await stat(xlsform).catch((cause: unknown) => {
    throw new Problem('file-not-there', { name: xlsform }, { cause });
  });
  return readXlsFormDictionary(await readers.cells({ path: xlsform, name }, signal), name);
}
