import { readFile } from 'node:fs/promises';
import { Compile } from 'typebox/compile';
import { readDocument } from '../../src/document/read.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { Reading } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { readingTools } from '../../src/platform/reader/tools.ts';

/**
 * Reads one broken file after another in a process of its own and answers what became of each: a reading that is what
 * its schema says, a Problem, or a bug. Without recognition and LibreOffice, which are slow programs of others with limits
 * of their own.
 */
export type Outcome =
  | { kind: 'read'; tasks: number }
  | { kind: 'problem'; code: string }
  | { kind: 'bug'; what: string };

const check = Compile(Reading);
const { recognise: _, convertToDocx: __, ...quick } = readingTools;

async function outcomeOf(path: string): Promise<Outcome> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    const reading = readPlan(await readDocument(bytes, { name: path, tools: quick }));
    const [wrong] = check.Errors(reading);
    if (wrong) return { kind: 'bug', what: `the reading is not what its schema says: ${wrong.instancePath}` };
    return { kind: 'read', tasks: reading.tasks.length };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', code: error.code };
    return { kind: 'bug', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', async (path: string) => void process.send?.(await outcomeOf(path)));
process.on('disconnect', () => process.exit());
