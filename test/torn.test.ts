import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePlans } from '../samples/plans/all.ts';
import { expectedOf } from '../samples/write/expected.ts';
import { readDocument } from '../src/document/read.ts';
import { squish } from '../src/kernel/text.ts';
import { readPlan } from '../src/plan/read.ts';
import { shareOf } from './shared.ts';
import { tornWord } from './torture/torn.ts';

/** However the pages of a printed plan fall, its tasks are the same. */

const plain = (text: string) => squish(text.replace(/(^|\s)[-+•*]\s/g, ' ')).replace(/[.;:]+$/, '');
const pages = fc.record({
  rows: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 5, maxLength: 5 }),
  tears: fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 7, maxLength: 7 }),
  headers: fc.boolean(),
});

describe.each(samplePlans)('the pages of $slug', (plan) => {
  test('may fall anywhere', async () => {
    const { tasks } = expectedOf(plan);
    await fc.assert(
      fc.asyncProperty(pages, async (fallen) => {
        const got = readPlan(await readDocument(tornWord(plan, fallen), {})).tasks;
        expect(got.map(({ text }) => plain(text))).toEqual(tasks.map(({ text }) => plain(text)));
        for (const field of ['dimension', 'codes', 'lead', 'implement', 'cooperate', 'monitor', 'time'] as const)
          expect(got.map((task) => task[field])).toEqual(tasks.map((task) => task[field]));
      }),
      shareOf(12, 400),
    );
  }, 300_000);
});
