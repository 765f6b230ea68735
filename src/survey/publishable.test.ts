import { expect, it } from 'vitest';
import { microdataForThisTest } from '../store/microdata/testing.ts';
import { estimate } from './estimate.ts';
import type { SurveyDesign } from './model.ts';
import { findCrossed } from './privacy/find-crossed.ts';
import { publishable } from './publishable.ts';
import { dictionaryOf } from './testing.ts';

const choices = ['a', 'b', 'c', 'd'].map((code) => ({ code, label: `Xã ${code}` }));
const plain = dictionaryOf({ tinh: 'integer', xa: 'text', thon: 'integer', y: 'integer' }, 167);
const dictionary = {
  ...plain,
  variables: plain.variables.map((one) => (['xa', 'tinh'].includes(one.name) ? { ...one, choices } : one)),
};
const design: SurveyDesign = { stages: [{ unit: 'thon' }], weight: null };

// Two provinces of two communes: 12 and 50 people, 45 and 60.
const rows = `SELECT i % 9 AS thon, i % 5 AS y, CASE WHEN i < 62 THEN 1 ELSE 2 END AS tinh,
  CASE WHEN i < 12 THEN 'a' WHEN i < 62 THEN 'b' WHEN i < 107 THEN 'c' ELSE 'd' END AS xa FROM range(167) AS t(i)`;

it('keeps back a commune’s neighbour in its own province, and does not say how many were behind either', async () => {
  const { scan } = await microdataForThisTest(rows);
  const request = { of: [{ kind: 'mean' as const, of: 'y' }], by: [[], ['tinh'], ['xa']] };
  const question = { design, request, dictionary };
  const found = await estimate(question, scan);
  const crossed = await findCrossed(question, found, scan);
  expect(crossed).toHaveLength(4);
  const { estimates, unnamed } = publishable(found, { design, dictionary }, crossed);
  expect(unnamed).toBe(0);
  const told = Object.fromEntries(estimates.rows.map((row) => [Object.values(row.by).join() || 'all', row]));
  expect(told.a).toMatchObject({ hidden: 'respondents', estimate: null, n: null, psus: null });
  expect(told.b).toMatchObject({ hidden: 'complement', estimate: null, se: null, low: null, n: null });
  for (const key of ['c', 'd', '1', '2', 'all'])
    expect(told[key]).toMatchObject({ hidden: null, estimate: expect.any(Number) });
  expect(told.all?.n).toBe(167);
});

it('asks nothing more where nothing is kept back', async () => {
  const { scan } = await microdataForThisTest(rows);
  const question = {
    design,
    request: { of: [{ kind: 'mean' as const, of: 'y' }], by: [['tinh'], ['thon']] },
    dictionary,
  };
  const open = { ...design, minimum: { respondents: 1, psus: 1 } };
  const found = await estimate({ ...question, design: open }, scan);
  const never = () => Promise.reject(new Error('a scan too many'));
  expect(await findCrossed({ ...question, design: open }, found, never)).toEqual([]);
});
