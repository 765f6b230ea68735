import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { limits } from '../../document/limits.ts';
import { readDocument } from '../../document/read.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '../../kernel/problem.ts';
import { toJson } from '../../kernel/storable.ts';
import { readPlan } from '../../plan/read.ts';
import type { ReadAnswer, ReadRequest } from './message.ts';
import { readingTools } from './tools.ts';

/**
 * The process that reads files, one at a time, so that whatever a file does to it the server goes on. It ends when the
 * server does.
 */
async function answer({ path, name, as }: ReadRequest): Promise<ReadAnswer> {
  try {
    const bytes = path === '-' ? await readInput() : await readFile(path);
    const document = await readDocument(bytes, { name, ...(as ? { as } : {}), tools: readingTools });
    return { kind: 'read', format: document.format, document: toJson(document), reading: readPlan(document) };
  } catch (error) {
    if (error instanceof Problem) {
      const { code, details } = error as Problem<ProblemCode>;
      return { kind: 'problem', code, details: details as ProblemDetails<ProblemCode> };
    }
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
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

process.on('message', async (request: ReadRequest) => {
  const answered = await answer(request);
  process.send?.(answered);
});
process.on('disconnect', () => process.exit());
// In the midst of a hard file nothing of the above is heard; a thread of its own notices that whoever asked was killed.
new Worker(
  "const { ppid } = process; setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 1000)",
  { eval: true },
).unref();
// Ctrl-C reaches the whole group; the server lets running work end in its own way.
process.on('SIGINT', () => {});
