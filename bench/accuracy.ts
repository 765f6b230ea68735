import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fillReadme } from './readme.ts';

/**
 * How right a reading is: the hand-made readings beside the project against ours, by their own scorer, per format.
 *
 *     npm run bench -- accuracy [--write]
 */
const root = join(import.meta.dirname, '..');
const shared = resolve(process.env.THANG_SHARED ?? join(root, '..', 'shared'));
const plans = ['gia-nghia-2024', 'quang-nam-2023'];
const formats = ['txt', 'html', 'docx', 'doc', 'pdf'];
const shown = [
  'tasks.f1',
  'text.similarity',
  'lead.f1',
  'implement.f1',
  'cooperate.f1',
  'monitor.f1',
  'time.exact',
  'schedule.whole',
  'codes.exact',
  'component',
  'dimension',
];

if (!existsSync(join(shared, 'gold'))) {
  console.error('Không có bản đọc mẫu bên cạnh dự án (THANG_SHARED): không đo được độ chính xác.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'thang-accuracy-'));

function score(plan: string, format: string): Map<string, string> {
  const reading = join(folder, 'reading.json');
  const args = [join(root, 'bin', 'thang'), 'read', join(shared, 'plans', `${plan}.${format}`), '--json'];
  writeFileSync(reading, execFileSync(process.execPath, args, { maxBuffer: 64 * 1_048_576 }));
  const scorer = join(shared, 'gold', 'score_reading.py');
  const { stdout } = spawnSync('python3', [scorer, join(shared, 'gold', `${plan}.json`), reading], {
    encoding: 'utf8',
  });
  return new Map(
    stdout.split('\n').map((line): [string, string] => [line.split(/\s+/)[0] ?? '', line.split(/\s+/)[1] ?? '']),
  );
}

const files = plans.flatMap((plan) =>
  formats.map((format) => ({ name: `${plan}.${format}`, scores: score(plan, format) })),
);
rmSync(folder, { recursive: true, force: true });
const columns = shown.filter((figure) => files.some(({ scores }) => scores.has(figure)));
const table = [
  `| file | ${columns.join(' | ')} |`,
  `|---|${columns.map(() => '---').join('|')}|`,
  ...files.map(({ name, scores }) => `| ${name} | ${columns.map((figure) => scores.get(figure) ?? '').join(' | ')} |`),
].join('\n');
console.log(table);
if (process.argv.includes('--write')) fillReadme('accuracy', table);
