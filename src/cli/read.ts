import { Compile } from 'typebox/compile';
import type { DocumentFormat } from '../document/model.ts';
import { Problem } from '../kernel/problem.ts';
import type { Lessons } from '../plan/learned/model.ts';
import { Reading } from '../plan/model.ts';
import { openReader, type Reader } from '../platform/reader/reader.ts';
import { openProgress } from './progress.ts';
import { type FileSource, findSources, requireReadable } from './sources.ts';
import { untilTold } from './stopping.ts';
import { writeWhole } from './write-whole.ts';

export type ReadOptions = { json?: boolean; table?: boolean; xlsx?: string; as?: string; tenant?: string };

/** One file read, or why not. */
type Outcome = { file: string; reading: Reading } | { file: string; problem: Problem };

/**
 * Reads files and prints what they say. Every file that can be read is; the exit code is 2 when one could not, and each
 * of those has its Problem on standard error. Told to stop, it drops what it is reading and goes.
 */
export async function read(args: string[], options: ReadOptions): Promise<void> {
  const as = formatOf(options.as);
  const lessons = options.tenant === undefined ? undefined : await lessonsOf(options.tenant);
  const { sources, several } = await findSources(args);
  const print = await findPrinter(options, several);
  const progress = await openProgress(sources.length);
  const reader = openOurReader();
  const stopping = untilTold();
  const readings: { file: string; reading: Reading }[] = [];
  let failed = 0;
  for (const source of sources) {
    progress.begin(source.file);
    const outcome = await readOne(reader, { ...source, as, lessons }, stopping.signal, progress.pages);
    if (stopping.signal.aborted) break;
    if ('problem' in outcome) {
      failed += 1;
      progress.say(`✗ ${outcome.file}: ${outcome.problem.message}`);
      continue;
    }
    if (options.xlsx !== undefined) readings.push(outcome);
    await print(outcome.file, outcome.reading);
    progress.done(outcome.reading.tasks.length);
  }
  await reader.close();
  if (stopping.signal.aborted) return progress.drop();
  if (options.xlsx !== undefined && failed < sources.length) await writeXlsx(options.xlsx, readings);
  progress.end(failed);
  stopping.forget();
  if (failed > 0) process.exitCode = 2;
}

/** Loaded only when asked for: reading a file needs no database. */
async function lessonsOf(tenant: string): Promise<Lessons> {
  return (await import('./tenant-lessons.ts')).lessonsOf(tenant);
}

const check = Compile(Reading);

/**
 * Reads in a process of its own, as the server does: a file made to exhaust memory or time costs its own reading and
 * keeps no other from being read.
 */
function openOurReader(): Reader {
  const report = (message: string): void => void (process.env.THANG_DEBUG && process.stderr.write(`${message}\n`));
  return openReader({ stdin: 'inherit', report });
}

type Wanted = FileSource & { as: DocumentFormat | undefined; lessons: Lessons | undefined };
type Tell = Parameters<Reader['read']>[2];

async function readOne(
  reader: Reader,
  { file, as, lessons }: Wanted,
  signal: AbortSignal,
  tell: Tell,
): Promise<Outcome> {
  try {
    await requireReadable({ file });
    const { reading } = await reader.read({ path: file, name: file, as, lessons }, signal, tell);
    const [wrong] = check.Errors(reading);
    if (wrong) throw new Error(`the reading is not what its schema says: ${wrong.instancePath} ${wrong.message}`);
    return { file, reading };
  } catch (error) {
    if (error instanceof Problem) return { file, problem: error };
    // One file that meets a bug of ours must not keep the others from being read.
    if (process.env.THANG_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    return { file, problem: new Problem('reading-failed', { name: file, why: 'crashed' }) };
  }
}

type Print = (file: string, reading: Reading) => Promise<void>;

/** How readings are shown: asked for, or a table for a person and JSON for a program. */
async function findPrinter({ json, table, xlsx }: ReadOptions, several: boolean): Promise<Print> {
  if (xlsx !== undefined && !json && !table) return async () => {};
  if (table || (!json && process.stdout.isTTY)) {
    const { layReading } = await import('./reading-table.ts');
    return (file, reading) => write(`${layReading(file, reading, process.stdout.columns ?? 100)}\n`);
  }
  if (several) return (file, reading) => write(`${JSON.stringify({ file, ...reading })}\n`);
  const indent = process.stdout.isTTY ? 2 : 0;
  return (_file, reading) => write(`${JSON.stringify(reading, null, indent)}\n`);
}

/** Waits until a slow reader of our output has caught up. */
const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });

async function writeXlsx(path: string, readings: { file: string; reading: Reading }[]): Promise<void> {
  const { matrixXlsx } = await import('../publish/matrix-xlsx.ts');
  const { matrixColumns } = await import('../plan/views.ts');
  const tasks = readings.flatMap(({ file, reading: { document, tasks } }) =>
    tasks.map((task) => ({
      ...task,
      planNumber: document.number,
      planSymbol: document.symbol,
      planTitle: document.title ?? file,
      year: document.year,
    })),
  );
  const content = await matrixXlsx(tasks, matrixColumns);
  await writeWhole(path, content);
}

const formats: Record<string, DocumentFormat> = {
  docx: 'docx',
  doc: 'doc',
  odt: 'odt',
  xlsx: 'xlsx',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};

function formatOf(as: string | undefined): DocumentFormat | undefined {
  if (as === undefined) return undefined;
  const format = formats[as.toLowerCase().replace(/^\./, '')];
  if (!format) throw new Problem('usage', { what: as, why: 'wrong' });
  return format;
}
