import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Word } from '../src/document/page/model.ts';
import { readScannedPages } from '../src/document/scan/read-scan.ts';
import type { Recognise } from '../src/document/tools.ts';
import { openPdf } from '../src/platform/pdf/open-pdf.ts';
import { findCommand, recogniseByCommand } from '../src/platform/recognition/command.ts';
import { toPgm } from '../src/platform/recognition/pgm.ts';
import { recogniseByScript } from '../src/platform/recognition/script.ts';
import { makeScan } from '../test/scans/make-scan.ts';
import { fillReadme } from './readme.ts';

/**
 * How fast and how right scans are recognised, in one run: pages of real plans at 200 dpi, slightly askew and grey, by both
 * engines, beside plain `tesseract PAGE -l vie`. Right are words that stand on the page as the PDF has them; a column
 * holds where the words of a row of a table are together.
 *
 *     npm run bench -- scan [--write]
 */
const plans = resolve(process.env.THANG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'), 'plans');
const pages = [1, 5];
const wear = { skew: 0.7, noise: 12, paper: 235 };
const command = findCommand();

type Text = { words: Word[] }[];
type Contender = { name: string; read: (scan: Uint8Array) => Promise<string[][]> };

const textOf = (read: Text): string[][] => read.map(({ words }) => words.map(({ text }) => text));
const ours = (name: string, recognise: Recognise): Contender => ({
  name,
  read: async (scan) => {
    const file = await openPdf(scan);
    const numbers = Array.from({ length: file.pages }, (_, at) => at + 1);
    const read = await readScannedPages(file, numbers, { recognise });
    await file.close();
    return textOf(read.pages);
  },
});

const plain = (program: string): Contender => ({
  name: 'plain tesseract, whole pages',
  read: async (scan) => {
    const file = await openPdf(scan);
    const folder = mkdtempSync(join(tmpdir(), 'thang-bench-'));
    const found: string[][] = [];
    for (let number = 1; number <= file.pages; number++) {
      const page = join(folder, 'page.pgm');
      writeFileSync(page, toPgm(await file.drawPage(number, 200)));
      const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
      const { stdout } = spawnSync(program, [page, '-', '-l', 'vie', '--dpi', '200'], { encoding: 'utf8', env });
      found.push(stdout.normalize('NFC').split(/\s+/).filter(Boolean));
    }
    rmSync(folder, { recursive: true });
    await file.close();
    return found;
  },
});

/** Words of the truth that were found, each counted as often as it stands on the page. */
function countRight(truth: string[], found: string[]): number {
  const rest = new Map<string, number>();
  for (const word of found) rest.set(word, (rest.get(word) ?? 0) + 1);
  return truth.filter((word) => {
    const left = rest.get(word) ?? 0;
    rest.set(word, left - 1);
    return left > 0;
  }).length;
}

async function truthOf(pdf: Uint8Array): Promise<string[][]> {
  const file = await openPdf(pdf);
  const read: Text = [];
  for (const number of pages) read.push(await file.readPage(number));
  await file.close();
  return textOf(read).map((words) => words.map((word) => word.normalize('NFC')));
}

const contenders = [ours('Thang with tesseract.js', recogniseByScript)];
if (command) contenders.unshift(ours('Thang with the tesseract command', recogniseByCommand(command)), plain(command));
const sums = new Map(contenders.map(({ name }) => [name, { right: 0, words: 0, found: 0, seconds: 0, pages: 0 }]));
for (const name of readdirSync(plans).filter((file) => file.endsWith('.pdf'))) {
  const pdf = new Uint8Array(readFileSync(join(plans, name)));
  const truth = await truthOf(new Uint8Array(pdf));
  const scan = await makeScan(pdf, pages, wear);
  for (const contender of contenders) {
    const start = process.hrtime.bigint();
    const found = await contender.read(new Uint8Array(scan));
    const sum = sums.get(contender.name);
    if (!sum) continue;
    sum.seconds += Number(process.hrtime.bigint() - start) / 1e9;
    sum.pages += truth.length;
    for (const [at, words] of truth.entries()) {
      sum.right += countRight(words, found[at] ?? []);
      sum.words += words.length;
      sum.found += found[at]?.length ?? 0;
    }
  }
  console.error(name);
}

const rows = [...sums].map(([name, { right, words, found, seconds, pages: count }]) => {
  const share = (of: number): string => `${((100 * right) / of).toFixed(2)} %`;
  return `| ${name} | ${share(words)} | ${share(found)} | ${(seconds / count).toFixed(1)} |`;
});
const table = [
  '| 200 dpi, slightly askew, grey | words found | words right | seconds a page |',
  '|---|---|---|---|',
  ...rows,
].join('\n');
console.log(table);
if (process.argv.includes('--write')) fillReadme('scan', table);
