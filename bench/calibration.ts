import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from '../src/document/read.ts';
import { Problem } from '../src/kernel/problem.ts';
import type { Reading } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read.ts';
import { readingTools } from '../src/platform/reader/tools.ts';
import { calibration, type ExpectedTask, type Judged, judgeFields } from '../test/judge.ts';
import { centralResolution, reformPlan, shapedPlan } from '../test/unseen/generate/paper.ts';
import { fillReadme } from './readme.ts';

/**
 * Whether a confidence means something: of the fields given a confidence, how many are right. Over the readings made by
 * hand, in every format they are kept in, and over papers made by chance.
 *
 *     npm run bench -- calibration [--write] [--wrong]
 */
const shared = resolve(process.env.THANG_SHARED ?? join(import.meta.dirname, '..', '..', 'shared'));
const formats = ['txt', 'html', 'docx', 'doc', 'pdf'];
const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];
const wrong = process.argv.includes('--wrong');

type Gold = { plan: string; tasks: ExpectedTask[]; whole: boolean };

function golds(): Gold[] {
  if (!existsSync(join(shared, 'gold'))) return [];
  const json = (name: string) => JSON.parse(readFileSync(join(shared, 'gold', name), 'utf8'));
  const samples = json('samples.json') as (ExpectedTask & { plan: string })[];
  const sampled = [...new Set(samples.map(({ plan }) => plan))].map((plan) => ({
    plan,
    tasks: samples.filter((row) => row.plan === plan),
    whole: false,
  }));
  const whole = ['gia-nghia-2024', 'quang-nam-2023'].map((plan) => ({
    plan,
    tasks: json(`${plan}.json`).tasks as ExpectedTask[],
    whole: true,
  }));
  return [...whole, ...sampled];
}

/** undefined where this machine cannot read the format. */
async function read(path: string): Promise<Reading | undefined> {
  try {
    return readPlan(await readDocument(readFileSync(path), { name: path, tools: readingTools }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.warn(error.message);
    return undefined;
  }
}

async function judgeGold({ plan, tasks, whole }: Gold, format: string): Promise<Judged[]> {
  const path = join(shared, 'plans', `${plan}.${format}`);
  if (!existsSync(path)) return [];
  const reading = await read(path);
  if (!reading) return [];
  const judged = judgeFields(tasks, reading, whole);
  if (wrong)
    for (const one of judged.filter((each) => !each.right || each.confidence < 0.9))
      console.log(
        plan,
        format,
        one.field,
        one.confidence,
        one.right ? 'right' : 'WRONG',
        JSON.stringify(one.said),
        '|',
        JSON.stringify(one.meant),
      );
  return judged;
}

/** The papers made by chance that the tests read too. */
async function judgeGenerated(): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const make of [reformPlan, shapedPlan, centralResolution])
    for (let seed = 1; seed <= 60; seed++) {
      const { name, bytes, expected } = await make(seed);
      judged.push(...judgeFields(expected, readPlan(await readDocument(bytes, { name }))));
    }
  return judged;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function lineOf(name: string, judged: Judged[]): string {
  const { given, right, fields } = calibration(judged);
  const cells = bins.slice(0, -1).map((from, at) => {
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < (bins[at + 1] as number));
    return inside.length === 0 ? '' : `${inside.filter((one) => one.right).length}/${inside.length}`;
  });
  return `| ${name} | ${fields} | ${percent(given)} | ${percent(right)} | ${cells.join(' | ')} |`;
}

const ranges = bins.slice(0, -1).map((from, at) => `${from}–${Math.min(1, bins[at + 1] as number)}`);
const byFormat = new Map<string, Judged[]>();
for (const format of formats) {
  const judged: Judged[] = [];
  for (const gold of golds()) judged.push(...(await judgeGold(gold, format)));
  if (judged.length > 0) byFormat.set(format, judged);
}
const generated = await judgeGenerated();
const all = [...byFormat.values()].flat();
const fields = [...new Set(all.map(({ field }) => field))];
const table = [
  `| | fields | given ≥ 0.9 | of these right | ${ranges.join(' | ')} |`,
  `|---|---|---|---|${ranges.map(() => '---').join('|')}|`,
  ...[...byFormat].map(([format, judged]) => lineOf(`real plans, ${format}`, judged)),
  lineOf('generated papers', generated),
  ...fields.map((field) =>
    lineOf(
      field,
      all.filter((one) => one.field === field),
    ),
  ),
].join('\n');
console.log(table);
if (process.argv.includes('--write')) fillReadme('calibration', table);
