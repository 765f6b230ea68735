import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pieces, tasks, units } from './consolidate-data.ts';
import { fillReadme } from './readme.ts';

/**
 * How fast the reports of a province become one, and that one a Word file, in one run beside docxtemplater, which fills the tables of the
 * same paper from the finished figures:
 *
 *     npm run bench -- consolidate [--write]        --write puts the table into README.md
 */
const turns = 5;
const limits = { consolidating: 2, seconds: 3 };
const contenders = { thang: 'Thang', docxtemplater: 'docxtemplater' };
const names = Object.keys(contenders) as (keyof typeof contenders)[];

type Turn = { consolidating: number; seconds: number; rows: number; bytes: number; peak: number };

const measured = new Map<string, Turn[]>(names.map((name) => [name, []]));
// Turns alternate between the contenders, so that a slow moment of the machine does not hit one alone.
for (let at = 0; at < turns; at++) {
  for (const name of names) {
    const args = [join(import.meta.dirname, 'consolidate-contender.ts'), name];
    measured.get(name)?.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Turn);
  }
  console.error(`lượt ${at + 1}/${turns}`);
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const of = (name: string, what: keyof Turn): number => median((measured.get(name) ?? []).map((turn) => turn[what]));

// Both have all rows, or one of them was not doing the work.
if (of('thang', 'rows') !== of('docxtemplater', 'rows') || of('thang', 'rows') < units + tasks)
  throw new Error(`rows differ: ${of('thang', 'rows')}, ${of('docxtemplater', 'rows')}`);

function row(name: keyof typeof contenders): string {
  const ratio = (of(name, 'seconds') / of('docxtemplater', 'seconds')).toFixed(2);
  const consolidating = name === 'thang' ? of(name, 'consolidating').toFixed(2) : '–';
  const peak = (of(name, 'peak') / 1_048_576).toFixed(0);
  return `| ${contenders[name]} | ${consolidating} | ${of(name, 'seconds').toFixed(2)} | ${ratio} | ${peak} |`;
}

const table = `| ${units} reports × ${tasks} tasks with ${pieces.toLocaleString('en')} pieces of evidence | seconds to consolidate and draft | seconds, figures to DOCX | ratio to docxtemplater | peak memory of the process, MB |
|---|---|---|---|---|
${names.map(row).join('\n')}`;
console.log(table);
for (const what of ['consolidating', 'seconds'] as const)
  if (of('thang', what) > limits[what])
    throw new Error(`${what}: ${of('thang', what).toFixed(2)} s; at most ${limits[what]}`);
if (process.argv.includes('--write')) fillReadme('consolidate', table);
