import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One contender in a process of its own, so that its peak memory is its own:
 * `node bench/contender.ts document|reading|mammoth FOLDER ROUNDS` reads every DOCX of the folder ROUNDS times after one round to
 * warm up and prints one line of JSON: seconds for all rounds, files read, tables or tasks found in one round, peak bytes.
 */
const [name = '', folder = '', rounds = '1'] = process.argv.slice(2);
const files = readdirSync(folder).filter((file) => file.endsWith('.docx'));
const bytes = files.map((file) => new Uint8Array(readFileSync(join(folder, file))));

type Contender = (bytes: Uint8Array) => Promise<number>;

const contenders: Record<string, () => Promise<Contender>> = {
  async document() {
    const { readDocument } = await import('../src/document/read.ts');
    return async (file) => (await readDocument(file, {})).blocks.filter((block) => block.kind === 'table').length;
  },
  async reading() {
    const { readDocument } = await import('../src/document/read.ts');
    const { readPlan } = await import('../src/plan/read.ts');
    return async (file) => readPlan(await readDocument(file, {})).tasks.length;
  },
  async mammoth() {
    const { default: mammoth } = await import('mammoth');
    return async (file) => {
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
      return value.split('<table').length - 1;
    };
  },
};

async function measure(contender: Contender): Promise<void> {
  let found = 0;
  for (const file of bytes) found += await contender(file);
  const start = process.hrtime.bigint();
  for (let round = 0; round < Number(rounds); round++) for (const file of bytes) await contender(file);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ seconds, files: files.length * Number(rounds), found, peak }));
}

const contender = contenders[name];
if (!contender) throw new RangeError(`no such contender: ${name}`);
await measure(await contender());
