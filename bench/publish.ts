import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { tasks, units } from './publish-data.ts';
import { fillReadme } from './readme.ts';

/**
 * How fast a consolidated report becomes a Word file, in one run beside docxtemplater, which fills the same report from a
 * template of one row:
 *
 *     npm run bench -- publish [--write]        --write puts the table into README.md
 */
const turns = 5;
const contenders = { thang: 'Thang', docxtemplater: 'docxtemplater' };
const names = Object.keys(contenders) as (keyof typeof contenders)[];

type Turn = { seconds: number; rows: number; bytes: number; peak: number };

const measured = new Map<string, Turn[]>(names.map((name) => [name, []]));
// Turns alternate between the contenders, so that a slow moment of the machine does not hit one alone.
for (let at = 0; at < turns; at++) {
  for (const name of names) {
    const args = [join(import.meta.dirname, 'publish-contender.ts'), name];
    measured.get(name)?.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Turn);
  }
  console.error(`lượt ${at + 1}/${turns}`);
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const of = (name: string, what: keyof Turn): number => median((measured.get(name) ?? []).map((turn) => turn[what]));

// Both have all rows, or one of them was not doing the work. Letterhead, header and signature are rows, too.
for (const name of names)
  if (of(name, 'rows') !== units * tasks + 3) throw new Error(`${name} wrote ${of(name, 'rows')} rows`);

function row(name: keyof typeof contenders): string {
  const seconds = of(name, 'seconds');
  const ratio = (seconds / of('docxtemplater', 'seconds')).toFixed(2);
  const megabytes = (value: number) => (value / 1_048_576).toFixed(0);
  return `| ${contenders[name]} | ${seconds.toFixed(2)} | ${ratio} | ${megabytes(of(name, 'peak'))} | ${(of(name, 'bytes') / 1024).toFixed(0)} |`;
}

const table = `| report with a table of ${units} units × ${tasks} tasks, ${(units * tasks).toLocaleString('en')} rows of 6 columns | seconds, data to DOCX | ratio to docxtemplater | peak memory of the process, MB | file, KB |
|---|---|---|---|---|
${names.map(row).join('\n')}`;
console.log(table);
if (process.argv.includes('--write')) fillReadme('publish', table);
