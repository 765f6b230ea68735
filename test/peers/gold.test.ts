import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import type { Reading, Task } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { readingTools } from '../../src/platform/reader/tools.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';

/**
 * Real plans against readings made by hand: the scorer is a Python script that stands beside the project, so that it
 * cannot be bent to our results. Two plans have whole readings, of the other three some rows.
 */
const counts = {
  'gia-nghia-2024': 31,
  'hung-yen-2021': 28,
  'ninh-thuan-2020': 29,
  'quang-nam-2023': 25,
  'ba-don-2024': 101,
} as const;
type Plan = keyof typeof counts;
const plans = Object.keys(counts) as Plan[];
const formats = ['txt', 'html', 'docx', 'doc', 'pdf'] as const;
const whole: readonly Plan[] = ['gia-nghia-2024', 'quang-nam-2023'];

const python = spawnSync('python3', ['--version']).status === 0;
if (!sharedAvailable) console.warn('Skipped: no material beside the project (THANG_SHARED) to compare readings with.');
else if (!python) console.warn('Skipped: python3 is needed to score readings.');

const folder = mkdtempSync(join(tmpdir(), 'thang-gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readings = new Map<string, Promise<Reading>>();
const readingOf = (plan: Plan, format: string): Promise<Reading> => {
  const name = `${plan}.${format}`;
  const known = readings.get(name);
  if (known) return known;
  const { convertToDocx: _, recognise: __, ...tools } = readingTools;
  const reading = readDocument(readFileSync(sharedPath('plans', name)), { name, tools }).then((document) =>
    readPlan(document),
  );
  readings.set(name, reading);
  return reading;
};

type Figures = Record<string, number>;

/** The scorer's figures by name. */
async function score(plan: Plan, format: string): Promise<Figures> {
  const paths = { gold: join(folder, `${plan}.gold.json`), reading: join(folder, `${plan}.${format}.json`) };
  writeFileSync(paths.reading, JSON.stringify(await readingOf(plan, format)));
  if (whole.includes(plan)) writeFileSync(paths.gold, readFileSync(sharedPath('gold', `${plan}.json`)));
  else writeFileSync(paths.gold, JSON.stringify({ tasks: samplesOf(plan) }));
  const source = sharedPath('plans', `${plan}.txt`);
  const run = spawnSync('python3', [sharedPath('gold', 'score_reading.py'), paths.gold, paths.reading, source], {
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const lines = run.stdout.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => line.split(/\s{2,}|(?<=\S)\s+(?=[\d.]+$)/)).map(([name, figure]) => [name, Number(figure)]),
  );
}

function samplesOf(plan: Plan): object[] {
  const rows = JSON.parse(readFileSync(sharedPath('gold', 'samples.json'), 'utf8')) as { plan: string }[];
  return rows.filter((row) => row.plan === plan);
}

/** Figures of tasks that must be perfect; an agency may be wrong in a role. */
const exact = [
  'text.similarity',
  'time.exact',
  'schedule.kind',
  'schedule.whole',
  'codes.exact',
  'codes.none',
  'component',
  'dimension',
  'result.sim',
  'targets.f1',
];
const roles = ['lead.f1', 'implement.f1', 'cooperate.f1', 'monitor.f1'];

describe.skipIf(!sharedAvailable)('a real plan gives the same tasks in every format', () => {
  test.each(plans)('%s', async (plan) => {
    const [text, ...others] = await Promise.all(formats.map((format) => readingOf(plan, format)));
    expect(text?.tasks).toHaveLength(counts[plan]);
    for (const other of others) {
      expect(other.tasks.map(said)).toEqual(text?.tasks.map(said));
      expect(other.groups).toEqual(text?.groups);
    }
  });
});

/** What a task says, without where it stands; marks of lists and breaks of lines differ between formats. */
function said({ source: _, fields: __, ...rest }: Task): unknown {
  return JSON.parse(
    JSON.stringify(rest)
      .replace(/(?:\\n|(?<=")|\s)[-+]\s/g, ' ')
      .replace(/\\n|\s+/g, ' ')
      .replace(/"\s+/g, '"'),
  );
}

describe.skipIf(!sharedAvailable || !python)('a real plan reads as a person reads it', () => {
  const cases = plans.flatMap((plan) => formats.map((format) => [plan, format] as const));
  test.each(cases)('%s.%s', async (plan, format) => {
    const figures = await score(plan, format);
    if (whole.includes(plan)) expect(figures['tasks.f1']).toBe(1);
    expect(figures['tasks.gold']).toBeGreaterThan(0);
    expect(figures['tasks.matched']).toBe(figures['tasks.gold']);
    expect(figures['codes.exact']).toBe(1);
    for (const name of exact) if (figures[name] !== undefined) expect([name, figures[name]]).toEqual([name, 1]);
    for (const name of roles) if (figures[name] !== undefined) expect(figures[name], name).toBeGreaterThanOrEqual(0.98);
    for (const name of ['faithful.tasks', 'faithful.agencies'])
      expect(figures[name] ?? 1, name).toBeGreaterThanOrEqual(0.98);
  });
});
