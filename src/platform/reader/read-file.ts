import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { limits } from '../../document/limits.ts';
import type { Document } from '../../document/model.ts';
import { readDocument } from '../../document/read.ts';
import { nameRefusal } from '../../document/refuse.ts';
import type { DocumentTools, ReadingProgress } from '../../document/tools.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '../../kernel/problem.ts';
import { toJson } from '../../kernel/storable.ts';
import { readPlan } from '../../plan/read.ts';
import type { Cancel, GrantRoom, ReadAnswer, ReadRequest } from './message.ts';
import { readingTools } from './tools.ts';

/**
 * The process that reads files, one at a time, so that whatever a file does to it the server goes on. It ends when the
 * server does.
 */
async function answer(request: ReadRequest, signal: AbortSignal): Promise<ReadAnswer> {
  try {
    if (request.kind === 'read-again') return readAgain(request);
    if (request.kind === 'lint') return await lintFile(request);
    if (request.kind === 'template') return await checkFile(request);
    if (request.kind === 'sniff') return await sniffFile(request);
    if (request.kind === 'rows') return await readRowsOf(request);
    if (request.kind === 'cells') return await readCellsOf(request);
    if (request.kind === 'sav') return await writeSav(request);
    if (request.kind === 'preview') return await previewFile(request);
    const { path, name, as, lessons } = request;
    const bytes = path === '-' ? await readInput() : await readFile(path);
    const progress = tellProgress();
    const tools = { ...readingTools, ...recogniseWithRoom(signal, progress.repeat), progress: progress.tell, signal };
    const document = await readDocument(bytes, { name, ...(as ? { as } : {}), tools });
    signal.throwIfAborted();
    return { kind: 'read', format: document.format, document: toJson(document), reading: readPlan(document, lessons) };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    if (error instanceof Problem) {
      const { code, details } = error as Problem<ProblemCode>;
      return { kind: 'problem', code, details: details as ProblemDetails<ProblemCode> };
    }
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Pictures are recognised when the server says that there is room: not by two processes at once. */
function recogniseWithRoom(signal: AbortSignal, repeat: () => void): Pick<DocumentTools, 'recognise'> {
  const { recognise } = readingTools;
  if (!recognise) return {};
  let room: Promise<void> | undefined;
  return {
    recognise: async (pieces, options) => {
      room ??= askForRoom(signal);
      await room;
      return whileAlive(repeat, (within) => recognise(pieces, { ...options, signal: within }), options.signal);
    },
  };
}

/** Milliseconds between two signs of life, and those a page may take on the slowest computer that is not stuck. */
const pulse = 10_000;
const longestPage = 300_000;

/** A page may take longer than the silence after which we are taken for dead: signs of life are given, but not for ever. */
async function whileAlive<T>(repeat: () => void, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal) {
  const late = AbortSignal.timeout(longestPage);
  const beat = setInterval(repeat, pulse);
  try {
    return await work(signal ? AbortSignal.any([signal, late]) : late);
  } finally {
    clearInterval(beat);
  }
}

function askForRoom(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = ({ kind }: GrantRoom | ReadRequest | Cancel): void => {
      if (kind !== 'room-granted') return;
      process.off('message', heard);
      resolve();
    };
    process.on('message', heard);
    signal.addEventListener('abort', () => {
      process.off('message', heard);
      reject(signal.reason);
    });
    process.send?.({ kind: 'room' });
  });
}

/** The plan anew from a document that was read before: nothing of the file need be opened. */
function readAgain({ document, lessons }: Extract<ReadRequest, { kind: 'read-again' }>): ReadAnswer {
  const parsed = JSON.parse(document) as Document;
  return { kind: 'read', format: parsed.format, document, reading: readPlan(parsed, lessons) };
}

/** Few files are checked so: the rules are loaded with the first. */
async function lintFile({ path, name }: Extract<ReadRequest, { kind: 'lint' }>): Promise<ReadAnswer> {
  const { lint } = await import('../../publish/lint/lint.ts');
  return { kind: 'linted', report: lint(await readFile(path), { name }) };
}

async function checkFile({ path, name, of, day }: Extract<ReadRequest, { kind: 'template' }>): Promise<ReadAnswer> {
  const { checkTemplate } = await import('../../publish/template/check-template.ts');
  return { kind: 'template-checked', check: await checkTemplate(of, await readFile(path), { name, day }) };
}

async function sniffFile({ path }: Extract<ReadRequest, { kind: 'sniff' }>): Promise<ReadAnswer> {
  const [{ sniff }, { openBytes }] = await Promise.all([
    import('../../report/evidence/sniff.ts'),
    import('../preview/open-bytes.ts'),
  ]);
  const bytes = await openBytes(path);
  return { kind: 'sniffed', sniffed: await sniff(bytes).finally(bytes.close) };
}

async function readRowsOf({ path, name }: Extract<ReadRequest, { kind: 'rows' }>): Promise<ReadAnswer> {
  const { readRowSheets } = await import('../../document/rows.ts');
  const bytes = await readFile(path);
  try {
    return { kind: 'rows-read', sheets: readRowSheets(bytes) };
  } catch (error) {
    throw nameRefusal(error, name);
  }
}

async function readCellsOf({ path, name }: Extract<ReadRequest, { kind: 'cells' }>): Promise<ReadAnswer> {
  const { readCells } = await import('../workbook.ts');
  return { kind: 'cells-read', sheets: await readCells(await readFile(path), name) };
}

async function writeSav({ path, name, into }: Extract<ReadRequest, { kind: 'sav' }>): Promise<ReadAnswer> {
  const { writeSavAsCsv } = await import('../sav-csv.ts');
  return { kind: 'sav-read', declared: await writeSavAsCsv(path, name, into) };
}

async function previewFile({ path, type }: Extract<ReadRequest, { kind: 'preview' }>): Promise<ReadAnswer> {
  const { makePreview } = await import('../preview/make-preview.ts');
  const picture = await makePreview(path, type);
  return { kind: 'previewed', picture: picture?.toString('base64') ?? null };
}

/** Each step is told at most ten times a second, its last page always. */
function tellProgress(): { tell: (progress: ReadingProgress) => void; repeat: () => void } {
  let last: ReadingProgress | undefined;
  let told = { step: '', at: 0 };
  const tell = (progress: ReadingProgress) => {
    const now = performance.now();
    last = progress;
    if (progress.step === told.step && now - told.at < 100 && progress.done < progress.of) return;
    told = { step: progress.step, at: now };
    process.send?.({ kind: 'progress', progress });
  };
  return { tell, repeat: () => last && process.send?.({ kind: 'progress', progress: last }) };
}

/** Standard input to its end, or to where it is certain to be too long. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.fileBytes) {
      throw new Problem('file-too-large', { name: 'đầu vào chuẩn', size, limit: limits.fileBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

let caller = new AbortController();
process.on('message', async (request: ReadRequest | Cancel | GrantRoom) => {
  if (request.kind === 'cancel') return caller.abort();
  if (request.kind === 'room-granted') return;
  caller = new AbortController();
  const answered = await answer(request, caller.signal);
  process.send?.(answered);
});
process.on('disconnect', () => endAll());
// In the midst of a hard file nothing of the above is heard; a thread of its own notices that whoever asked was killed.
new Worker(
  `const { rmSync } = require('node:fs');
   const { workerData: ppid } = require('node:worker_threads');
   setInterval(() => {
     if (process.ppid === ppid) return;
     if (process.env.THANG_READING_FOLDER) rmSync(process.env.THANG_READING_FOLDER, { recursive: true, force: true });
     try { process.kill(-process.pid, 'SIGKILL'); } catch { process.kill(process.pid, 'SIGKILL'); }
   }, 1000)`,
  // Told by us: on a busy machine the thread begins later, and may find that the server is gone already.
  { eval: true, workerData: process.ppid },
).unref();
// Ctrl-C may reach the whole group; the server lets running work end in its own way.
process.on('SIGINT', () => {});

/** This process, whatever it has started and what it wrote aside: nobody else is left to take it away. */
function endAll(): void {
  const { THANG_READING_FOLDER: folder } = process.env;
  if (folder) rmSync(folder, { recursive: true, force: true });
  try {
    // We lead a group of our own when the server started us (see reading-process.ts).
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit();
  }
}
