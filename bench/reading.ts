import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fillReadme } from './readme.ts';

/**
 * How fast a plan is read, beside the plain conversion of the same DOCX files by mammoth, in one run: from bytes to our
 * Document, which is what compares with mammoth's HTML, and from bytes to tasks, which mammoth does not know.
 *
 *     npm run bench -- reading [--write]        --write puts the table into README.md
 *
 * Files: the real plans where they stand beside the project, else the project's own samples. Pages are those of the PDF
 * of the same plan where there is one, else 350 words are counted as a page.
 */
const root = join(import.meta.dirname, '..');
const rounds = 20;
/** Turns alternate between the contenders, so that a slow moment of the machine does not hit one alone. */
const turns = 5;

type Turn = { seconds: number; files: number; found: number; peak: number };

function folderOfPlans(): string {
  const shared = resolve(process.env.THANG_SHARED ?? join(root, '..', 'shared'), 'plans');
  for (const folder of [shared, join(root, 'samples')]) {
    try {
      if (readdirSync(folder).some((file) => file.endsWith('.docx'))) return folder;
    } catch {
      // Not there: try the next.
    }
  }
  throw new Error('no folder with DOCX plans');
}

function pagesOf(folder: string): number {
  const plans = readdirSync(folder).filter((file) => file.endsWith('.docx'));
  return plans.reduce((sum, plan) => {
    try {
      const pdf = readFileSync(join(folder, plan.replace(/docx$/, 'pdf')), 'latin1');
      return sum + (pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 1);
    } catch {
      const text = readFileSync(join(folder, plan.replace(/docx$/, 'txt')), 'utf8');
      return sum + Math.ceil(text.split(/\s+/).length / 350);
    }
  }, 0);
}

function turn(name: string, folder: string): Turn {
  const args = [join(import.meta.dirname, 'contender.ts'), name, folder, String(rounds)];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as Turn;
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = folderOfPlans();
const pages = pagesOf(folder);
const names = ['document', 'reading', 'mammoth'] as const;
const measured = Object.fromEntries(names.map((name) => [name, [] as Turn[]])) as Record<
  (typeof names)[number],
  Turn[]
>;
for (let i = 0; i < turns; i++) {
  for (const name of names) measured[name].push(turn(name, folder));
  console.error(`lượt ${i + 1}/${turns}`);
}

type Figures = { filesPerSecond: number; pagesPerSecond: number; peak: number; found: number };

function figures(all: Turn[]): Figures {
  const filesPerSecond = median(all.map(({ files, seconds }) => files / seconds));
  const plans = (all[0]?.files ?? 0) / rounds;
  return {
    filesPerSecond,
    pagesPerSecond: (filesPerSecond * pages) / plans,
    peak: median(all.map(({ peak }) => peak)) / 1_048_576,
    found: all[0]?.found ?? 0,
  };
}

const [document, reading, mammoth] = names.map((name) => figures(measured[name])) as [Figures, Figures, Figures];

function row(name: string, key: keyof Figures, digits: number): string {
  const cell = (ours: Figures) => `${ours[key].toFixed(digits)} | ${(ours[key] / mammoth[key]).toFixed(2)}`;
  return `| ${name} | ${mammoth[key].toFixed(digits)} | ${cell(document)} | ${cell(reading)} |`;
}

const plans = (measured.mammoth[0]?.files ?? 0) / rounds;
const table = `| ${plans} DOCX plans, ${pages} pages | mammoth, bytes to HTML | Thang, bytes to Document | ratio | Thang, bytes to tasks | ratio |
|---|---|---|---|---|---|
${row('files a second', 'filesPerSecond', 1)}
${row('pages a second', 'pagesPerSecond', 0)}
${row('peak memory of the process, MB', 'peak', 0)}
| found in the files | ${mammoth.found} tables | ${document.found} tables | | ${reading.found} tasks | |`;
console.log(table);
if (process.argv.includes('--write')) fillReadme('reading', table);
