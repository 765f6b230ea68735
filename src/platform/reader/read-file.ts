import { readFile } from 'node:fs/promises';
import { readDocument } from '../../document/read.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '../../kernel/problem.ts';
import { toJson } from '../../kernel/storable.ts';
import { readPlan } from '../../plan/read.ts';
import type { ReadAnswer, ReadRequest } from './message.ts';

/**
 * The process that reads files, one at a time, so that whatever a file does to it the server goes on. It ends when the
 * server does.
 */
async function answer({ path, name, as }: ReadRequest): Promise<ReadAnswer> {
  try {
    const document = await readDocument(await readFile(path), { name, ...(as ? { as } : {}) });
    return { kind: 'read', format: document.format, document: toJson(document), reading: readPlan(document) };
  } catch (error) {
    if (error instanceof Problem) {
      const { code, details } = error as Problem<ProblemCode>;
      return { kind: 'problem', code, details: details as ProblemDetails<ProblemCode> };
    }
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', async (request: ReadRequest) => {
  const answered = await answer(request);
  process.send?.(answered);
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; the server lets running work end in its own way.
process.on('SIGINT', () => {});
