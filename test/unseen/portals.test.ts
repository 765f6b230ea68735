import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samplePlans } from '../../samples/plans/all.ts';
import { readDocument } from '../../src/document/read.ts';
import { squish } from '../../src/kernel/text.ts';
import type { Reading } from '../../src/plan/model.ts';
import { readPlan } from '../../src/plan/read.ts';
import { portals } from './portals.ts';

/** The sample plans as web sites serve them. */
const folder = join(import.meta.dirname, '..', '..', 'samples');
const read = (slug: string) => readDocument(readFileSync(join(folder, `${slug}.docx`)), { name: slug });

/** What a plan says, without where it says it. */
const said = ({ document, tasks, duties }: Reading) =>
  JSON.parse(
    JSON.stringify({
      document: { ...document, goals: [], results: [], references: document.references.map(({ number }) => number) },
      duties: duties.map(({ agencies, items }) => [agencies, items.length]),
      tasks: tasks.map(({ source: _, fields: __, ...task }) => task),
    }),
    (_, value) => (typeof value === 'string' ? squish(value) : value),
  );

describe.each(samplePlans.map(({ slug }) => slug))('%s', (slug) => {
  test.each(portals)('$name', async ({ wrap }) => {
    const document = await read(slug);
    const served = await readDocument(new TextEncoder().encode(wrap(document)));
    expect(served.format).toBe('html');
    expect(said(readPlan(served))).toEqual(said(readPlan(document)));
  });
});
