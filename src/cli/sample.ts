import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { sayNumber } from '../kernel/number.ts';
import { Problem } from '../kernel/problem.ts';
import { seededRandom } from '../kernel/seeded.ts';
import { toCsv } from '../publish/csv.ts';
import { designOf } from '../survey/sampling/design.ts';
import type { SamplingFrame, SamplingPlan, SelectedSample } from '../survey/sampling/model.ts';
import { writeProtocol } from '../survey/sampling/protocol.ts';
import { parsePlan } from '../survey/sampling/read-plan.ts';
import { selectSample } from '../survey/sampling/select/select.ts';
import { sampleSheet } from '../survey/sampling/sheet.ts';
import { readFrameFile, readTextFile } from './sample-frame.ts';
import { layTable } from './table.ts';
import { writeWhole } from './write-whole.ts';

export type SampleOptions = {
  plan?: string;
  seed?: string;
  out?: string;
  protocol?: string;
  design?: string;
  json?: boolean;
};

/** Plans that come with the program, by the name they are called. */
const known: Readonly<Record<string, string>> = {
  papi: join(import.meta.dirname, '..', '..', 'data', 'sampling', 'papi.yaml'),
};

/**
 * Draws a sample from a list by a plan and a seed, and writes what is asked for: the sample, the protocol, the design.
 * Nothing is written before all of it is known to be right.
 */
export async function sample(file: string | undefined, options: SampleOptions): Promise<void> {
  if (file === undefined) throw new Problem('usage', { what: 'danh sách', why: 'missing' });
  const plan = await readPlanFile(options.plan);
  const seed = readSeed(options.seed);
  const frame = await readFrameFile(file);
  const selected = selectSample(frame, plan, seededRandom(seed));
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const basis = { file: basename(file), hash, seed };
  const sheet = sampleSheet(frame, selected);
  const write = async (path: string | undefined, text: () => string) => {
    if (path !== undefined) await writeWhole(path, Buffer.from(text()));
  };
  await write(options.out, () => toCsv(sheet));
  await write(options.protocol, () => writeProtocol(frame, selected, basis));
  await write(options.design, () => designText(selected, basis));
  const asJson = options.json ?? process.stdout.isTTY !== true;
  process.stdout.write(asJson ? `${JSON.stringify(toJson(frame, selected, basis))}\n` : laySample(selected, options));
}

async function readPlanFile(plan: string | undefined): Promise<SamplingPlan> {
  if (plan === undefined) throw new Problem('usage', { what: '--plan', why: 'missing' });
  const path = known[plan] ?? plan;
  return parsePlan(await readTextFile(path), basename(path));
}

/** Two seeds must not stand for one sequence: what the generator would cut off is refused. */
function readSeed(seed: string | undefined): number {
  if (seed === undefined) throw new Problem('usage', { what: '--seed', why: 'missing' });
  const value = /^\d+$/.test(seed) ? Number(seed) : Number.NaN;
  if (!(value < 2 ** 32))
    throw new Problem('sampling-number-wrong', {
      ...{ what: 'Hạt giống', given: seed, needed: 'số nguyên từ 0 đến 4294967295' },
    });
  return value;
}

type Basis = Parameters<typeof writeProtocol>[2];

function designText(selected: SelectedSample, { file, hash, seed }: Basis): string {
  const head = [
    `# Thiết kế mẫu: ${selected.plan.title.replaceAll('\n', ' ')}`,
    `# Chọn từ ${file} (SHA-256 ${hash}), hạt giống ${seed}.`,
    '# Mỗi người trả lời mang theo các cột này của đơn vị mình trong tệp mẫu đã chọn.',
  ];
  return `${head.join('\n')}\n${stringify(designOf(selected))}`;
}

function toJson(frame: SamplingFrame, selected: SelectedSample, { file, hash, seed }: Basis) {
  const [headings = [], ...rows] = sampleSheet(frame, selected);
  return {
    ...{ plan: selected.plan.title, seed, frame: { file, sha256: hash, rows: frame.rows.length } },
    design: designOf(selected),
    drawings: selected.drawings,
    units: rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? '']))),
  };
}

/** What was drawn, stage by stage, for a person at a terminal. */
function laySample(selected: SelectedSample, { out, protocol, design }: SampleOptions): string {
  const { plan, drawings, units } = selected;
  const rows = plan.stages.map(({ name }, stage) => {
    const own = drawings.filter((drawing) => drawing.stage === stage);
    const chosen = own.flatMap((drawing) => drawing.chosen);
    const sure = chosen.filter(({ probability }) => probability === 1).length;
    const all = own.reduce((sum, drawing) => sum + drawing.units, 0);
    return [name, ...[own.length, all, chosen.length, sure].map(sayNumber)];
  });
  const headings = ['Giai đoạn', 'Lượt chọn', 'Đơn vị có', 'Được chọn', 'Chắc chắn'];
  const people = units.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0);
  const files = [out, protocol, design].filter((path) => path !== undefined);
  return [
    plan.title,
    '',
    layTable(
      headings.map((heading) => ({ heading, share: 0 })),
      rows,
      process.stdout.columns ?? 100,
    ),
    '',
    ...(people > 0 ? [`Phỏng vấn ${sayNumber(people)} người.`] : []),
    files.length > 0
      ? `✓ Đã ghi ${files.join(', ')}`
      : 'Chưa ghi tệp nào; thêm --out mau.csv --protocol bien-ban.md --design thiet-ke.yaml',
    '',
  ].join('\n');
}
