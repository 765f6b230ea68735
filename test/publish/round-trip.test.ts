import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import type { PlainDate } from '../../src/kernel/plain-date.ts';
import type { Reading, TaskFields } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { drawPdf } from '../../src/platform/office/write-pdf.ts';
import { readingTools } from '../../src/platform/reader/tools.ts';
import { lint } from '../../src/publish/lint/lint.ts';
import { planPaper } from '../../src/publish/paper/plan.ts';
import { writeDocx } from '../../src/publish/paper/write-docx.ts';
import { sharedAvailable, sharedPath, shareOf } from '../shared.ts';
import { readings } from './generated.ts';

const day = '2026-02-05' as PlainDate;
const publish = async (reading: Reading): Promise<Reading> =>
  readPlan(await readDocument(await writeDocx(planPaper(reading), day)));

/** What must come back; where it stood, how sure the reader is, and its notes belong to the file, not to the plan. */
function planOf({ document, duties, reporting, groups, tasks }: Reading) {
  const fields = tasks.map(({ source: _, fields: __, notes: ___, ...task }): TaskFields => task);
  return JSON.parse(JSON.stringify({ document, duties, reporting, groups, tasks: fields }).normalize('NFC'));
}

describe('a published plan is set as the decree asks and reads back to the same plan', () => {
  test('whatever an officer has put in it', { timeout: 600_000 }, async () => {
    const property = fc.asyncProperty(readings, async (reading) => {
      const bytes = await writeDocx(planPaper(reading), day);
      expect(planOf(readPlan(await readDocument(bytes)))).toEqual(planOf(reading));
      expect(lint(bytes, { name: 'plan.docx' }).passes).toBe(true);
    });
    await fc.assert(property, shareOf(30, 2_000));
  });

  test('a task added by hand under others that share a component stays without one', async () => {
    const [drawn] = fc.sample(readings, { seed: 1, numRuns: 1 }) as [Reading];
    const [task] = drawn.tasks as [Reading['tasks'][number]];
    const told = ['Kiểm tra CCHC', 'Kiểm tra CCHC', null, 'Rà soát văn bản'];
    const plain = {
      ...task,
      index: null,
      dimension: null,
      codes: [],
      targets: [],
      text: 'Tập huấn cán bộ.',
      lead: ['Sở Y tế'],
    };
    const tasks = told.map((component) => ({ ...plain, component }));
    const back = await publish({ ...drawn, groups: [], tasks });
    expect(back.tasks.map(({ component }) => component)).toEqual(told);
  });

  const samples = join(import.meta.dirname, '..', '..', 'samples');
  const comesBack = async (path: string) => {
    const reading = readPlan(await readDocument(new Uint8Array(readFileSync(path))));
    expect(reading.tasks.length).toBeGreaterThan(20);
    expect(planOf(await publish(reading))).toEqual(planOf(reading));
  };
  const files = readdirSync(samples).filter((name) => name.endsWith('.docx'));
  test.each(files)('the sample %s', (name) => comesBack(join(samples, name)));

  test('also as a PDF that is drawn without LibreOffice', async () => {
    const reading = readPlan(await readDocument(new Uint8Array(readFileSync(join(samples, 'minh-ha-2026.docx')))));
    const pdf = await readDocument(await drawPdf(planPaper(reading), day), { tools: readingTools });
    expect(planOf(readPlan(pdf))).toEqual(planOf(reading));
  });

  const plans = ['ba-don-2024', 'gia-nghia-2024', 'hung-yen-2021', 'ninh-thuan-2020', 'quang-nam-2023'];
  test.skipIf(!sharedAvailable).each(plans)('the real plan %s', (name) =>
    comesBack(sharedPath('plans', `${name}.docx`)),
  );
});
