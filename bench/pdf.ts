import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { show, type TestPage, writePdf } from '../src/platform/pdf/testing.ts';
import { fillReadme } from './readme.ts';

/**
 * How fast a PDF with text is read, in one run: from bytes to our Document and to words and ruled lines, beside the text
 * alone as PDF.js gives it (`getTextContent`: no lines, no fonts) and, where installed, `pdftotext -layout`.
 *
 *     npm run bench -- pdf [--write]        --write puts the table into README.md
 *
 * The file: 400 pages, those of the real plans over and over where they stand beside the project, else the project's own
 * samples set as plain pages.
 */
const root = join(import.meta.dirname, '..');
const pages = 400;
/** Turns alternate between the contenders, so that a slow moment of the machine does not hit one alone. */
const turns = 5;

/** As the product's own reading processes are started. */
const flags = ['--max-old-space-size=288', '--max-semi-space-size=16'];

type Turn = { seconds: number; pages: number; found: number; peak: number };

async function fileOfPlans(): Promise<Uint8Array> {
  const folder = resolve(process.env.THANG_SHARED ?? join(root, '..', 'shared'), 'plans');
  const plans = filesOf(folder, '.pdf').map((file) => readFileSync(file));
  if (plans.length === 0) return fileOfSamples();
  const whole = await PDFDocument.create();
  for (let at = 0; whole.getPageCount() < pages; at++) {
    const plan = await PDFDocument.load(plans[at % plans.length] as Uint8Array);
    const left = pages - whole.getPageCount();
    for (const page of await whole.copyPages(plan, plan.getPageIndices().slice(0, left))) whole.addPage(page);
  }
  return whole.save();
}

function fileOfSamples(): Uint8Array {
  const lines = filesOf(join(root, 'samples'), '.txt').flatMap(
    (file) => readFileSync(file, 'utf8').match(/.{1,90}/g) ?? [],
  );
  const linesOf = (page: number) => Array.from({ length: 45 }, (_, at) => lines[(page * 45 + at) % lines.length] ?? '');
  return writePdf(
    Array.from({ length: pages }, (_, page): TestPage => {
      const text = linesOf(page).map((line, at) => show(line, 50, 790 - at * 16));
      return { content: `${text.join('')} 40 40 m 40 800 l S 40 800 m 555 800 l S` };
    }),
  );
}

function filesOf(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

function turn(name: string, file: string): Turn | undefined {
  if (name === 'pdftotext') return turnOfPdftotext(file);
  const args = [...flags, join(import.meta.dirname, 'pdf-contender.ts'), name, file];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as Turn;
}

/** Undefined where it is not installed. */
function turnOfPdftotext(file: string): Turn | undefined {
  const start = process.hrtime.bigint();
  const { status, stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 256 * 1_048_576 });
  if (status !== 0) return undefined;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, pages, found: String(stdout).split(/\s+/).length, peak: Number.NaN };
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const contenders = {
  document: 'Thang, bytes to Document',
  words: 'Thang, words and ruled lines only',
  pdfjs: 'PDF.js `getTextContent`, text only',
  pdftotext: '`pdftotext -layout`, text only',
};
const names = Object.keys(contenders) as (keyof typeof contenders)[];

const folder = mkdtempSync(join(tmpdir(), 'thang-bench-'));
const file = join(folder, 'plan.pdf');
const measured = new Map<string, Turn[]>(names.map((name) => [name, []]));
try {
  writeFileSync(file, await fileOfPlans());
  for (let i = 0; i < turns; i++) {
    for (const name of names) measured.get(name)?.push(...[turn(name, file)].filter((one) => one !== undefined));
    console.error(`lượt ${i + 1}/${turns}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const speed = (name: string): number => median((measured.get(name) ?? []).map(({ seconds }) => pages / seconds));

function row(name: keyof typeof contenders): string[] {
  const all = measured.get(name) ?? [];
  if (all.length === 0) return [];
  const peak = median(all.map((one) => one.peak)) / 1_048_576;
  const ratio = (speed(name) / speed('pdfjs')).toFixed(2);
  return [
    `| ${contenders[name]} | ${speed(name).toFixed(0)} | ${ratio} | ${Number.isNaN(peak) ? '–' : peak.toFixed(0)} |`,
  ];
}

const table = `| one PDF of ${pages} pages | pages a second | ratio to PDF.js | peak memory of the process, MB |
|---|---|---|---|
${names.flatMap(row).join('\n')}`;
console.log(table);
if (process.argv.includes('--write')) fillReadme('pdf', table);
