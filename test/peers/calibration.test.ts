import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { readPlan } from '../../src/plan/read.ts';
import { readingTools } from '../../src/platform/reader/tools.ts';
import { calibration, type ExpectedTask, type Judged, judgeFields } from '../judge.ts';
import { sharedAvailable, sharedPath } from '../shared.ts';

/**
 * A confidence that means something: of the fields an officer is told to trust, nearly all are right, and most fields are
 * such. Over the readings made by hand, in each format they are kept in.
 */
const sure = 0.9;
const rightOfSure = 0.98;
const given = 0.8;

type Gold = { plan: string; tasks: ExpectedTask[]; whole: boolean };

function golds(): Gold[] {
  const json = (name: string) => JSON.parse(readFileSync(sharedPath('gold', name), 'utf8'));
  const samples = json('samples.json') as (ExpectedTask & { plan: string })[];
  const whole = ['gia-nghia-2024', 'quang-nam-2023'].map((plan) => ({
    plan,
    tasks: json(`${plan}.json`).tasks,
    whole: true,
  }));
  const sampled = [...new Set(samples.map(({ plan }) => plan))].map((plan) => ({
    plan,
    tasks: samples.filter((row) => row.plan === plan),
    whole: false,
  }));
  return [...whole, ...sampled];
}

async function judgeAll(format: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { plan, tasks, whole } of golds()) {
    const path = sharedPath('plans', `${plan}.${format}`);
    if (!existsSync(path)) continue;
    const reading = readPlan(await readDocument(readFileSync(path), { name: path, tools: readingTools }));
    judged.push(...judgeFields(tasks, reading, whole));
  }
  return judged;
}

if (!sharedAvailable)
  console.warn('Skipped: no material beside the project (THANG_SHARED) to measure confidence with.');

describe.skipIf(!sharedAvailable)('of the fields of real plans given as sure', () => {
  test.each(['txt', 'html', 'docx', 'doc', 'pdf'])(
    'nearly all are right, and most fields are sure: .%s',
    async (format) => {
      const measured = calibration(await judgeAll(format), sure);
      expect(measured.fields).toBeGreaterThan(600);
      expect(measured.right).toBeGreaterThanOrEqual(rightOfSure);
      expect(measured.given).toBeGreaterThanOrEqual(given);
    },
  );
});
