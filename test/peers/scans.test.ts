import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import type { Recognise } from '../../src/document/tools.ts';
import type { Task } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { openPdf } from '../../src/platform/pdf/open-pdf.ts';
import { findCommand, recogniseByCommand } from '../../src/platform/recognition/command.ts';
import { recogniseByScript } from '../../src/platform/recognition/script.ts';
import { compareTasks } from '../scans/compare-tasks.ts';
import { makeScan, type Wear } from '../scans/make-scan.ts';
import { isLong, sharedAvailable, sharedPath } from '../shared.ts';

/**
 * A real plan as an office's scanner gives it says the same as its Word file: tasks ≥ 0.97, agencies ≥ 0.93, by the command
 * as by tesseract.js. `npm test` takes the shortest plan and the engine at hand; THANG_LONG all plans and both engines.
 */
const plans = ['quang-nam-2023', 'gia-nghia-2024', 'ninh-thuan-2020', 'ba-don-2024', 'hung-yen-2021'];
const command = findCommand();
const engines: [string, Recognise][] = [['tesseract.js', recogniseByScript]];
if (command) engines.unshift(['tesseract', recogniseByCommand(command)]);

if (!sharedAvailable) console.warn('Skipped: no real plans beside the project (THANG_SHARED) to make scans of.');

/** The tasks of a plan as its Word file gives them. */
async function tasksOf(plan: string): Promise<Task[]> {
  const bytes = readFileSync(sharedPath('plans', `${plan}.docx`));
  return readPlan(await readDocument(bytes, { name: `${plan}.docx` })).tasks;
}

async function tasksOfScan(plan: string, wear: Wear, recognise: Recognise): Promise<Task[]> {
  const scan = await makeScan(readFileSync(sharedPath('plans', `${plan}.pdf`)), 'all', wear);
  const document = await readDocument(scan, { name: `${plan}.pdf`, tools: { openPdf, recognise } });
  expect(document.warnings.map(({ code }) => code)).toContain('text-recognised');
  expect(document.layout?.every(({ scanned }) => scanned)).toBe(true);
  return readPlan(document).tasks;
}

describe.skipIf(!sharedAvailable)('a plan at 200 dpi gives the tasks of its Word file', { timeout: 1_200_000 }, () => {
  const cases = (isLong ? plans : plans.slice(0, 1)).flatMap((plan) =>
    (isLong ? engines : engines.slice(0, 1)).map(([name, recognise]) => [plan, name, recognise] as const),
  );
  test.each(cases)('%s, %s', async (plan, _, recognise) => {
    const { tasks, agencies } = compareTasks(await tasksOf(plan), await tasksOfScan(plan, {}, recognise));
    expect(tasks).toBeGreaterThanOrEqual(0.97);
    expect(agencies).toBeGreaterThanOrEqual(0.93);
  });
});

describe.skipIf(!sharedAvailable || !isLong)('and when it was laid askew on grey paper', { timeout: 1_200_000 }, () => {
  const wears: [string, Wear][] = [
    ['noise and skew', { skew: 0.7, noise: 12, paper: 235 }],
    ['on its head', { quarters: 2 }],
    ['on its side', { quarters: 1, skew: 1.5 }],
  ];
  test.each(wears)('%s', async (_, wear) => {
    const [, recognise] = engines[0] as (typeof engines)[number];
    const { tasks, agencies } = compareTasks(
      await tasksOf('quang-nam-2023'),
      await tasksOfScan('quang-nam-2023', wear, recognise),
    );
    expect(tasks).toBeGreaterThanOrEqual(0.93);
    expect(agencies).toBeGreaterThanOrEqual(0.93);
  });
});
