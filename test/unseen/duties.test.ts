import { expect, test } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { readPlan } from '../../src/plan/read.ts';
import { dutyPlans } from './duty-plans.ts';

test.each(dutyPlans)('$name: each duty and report that is meant, and no other', async ({ bytes, name, ...meant }) => {
  const { duties, reporting } = readPlan(await readDocument(bytes, { name }));
  const starts = meant.duties.map(({ items }) => items.map((item) => item.length));
  expect({
    duties: duties.map(({ section, modality, agencies, items }, at) => ({
      section,
      ...(modality === 'request' ? { request: true } : {}),
      agencies,
      items: items.map(({ text }, index) => text.slice(0, starts[at]?.[index] ?? 40)),
    })),
    reporting: reporting.map(({ who, to, schedule }) => ({ who, to, kind: schedule?.kind ?? null })),
  }).toEqual(meant);
});
