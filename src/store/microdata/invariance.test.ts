import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { estimate } from '../../survey/estimate.ts';
import type { Dictionary, EstimateRequest, EstimateRow, SurveyDesign } from '../../survey/model.ts';
import { openMicrodata } from './open.ts';
import { folderForThisTest, parquetForThisTest } from './testing.ts';

/** What a figure must not depend on: the order of rows, the files they lie in, the units they are measured in. */

type Respondent = { stratum: number; village: number; weight: number; sex: number; minutes: number | null };

const respondents: fc.Arbitrary<Respondent[]> = fc.array(
  fc.record({
    ...{ stratum: fc.nat(2), village: fc.nat(3), sex: fc.nat(1) },
    weight: fc.integer({ min: 50, max: 20_000 }).map((hundredths) => hundredths / 100),
    minutes: fc.option(fc.integer({ min: -500, max: 5_000 }).map((tenths) => tenths / 10)),
  }),
  { minLength: 12, maxLength: 60 },
);

const design: SurveyDesign = {
  ...{ stages: [{ strata: ['stratum'], unit: 'village' }], weight: 'weight', nest: true, lonely: 'adjust' },
  minimum: { respondents: 1, psus: 1 },
};
const request: EstimateRequest = {
  of: [
    { kind: 'mean', of: 'minutes' },
    { kind: 'total', of: 'minutes' },
    { kind: 'proportion', of: 'sex' },
    { kind: 'quantile', of: 'minutes', at: 0.5 },
  ],
  by: [[], ['sex']],
};
const types = { stratum: 'integer', village: 'integer', weight: 'number', sex: 'integer', minutes: 'number' } as const;

function dictionaryOf(rows: number): Dictionary {
  const variables = Object.entries(types).map(([name, type]) => ({
    name,
    label: null,
    type,
    choices: [],
    missing: [],
  }));
  return { title: null, source: 'thử', rows, variables };
}

const literal = (value: number | null, type: string): string =>
  value === null ? `null::${type}` : `${value}::${type}`;
const rowSql = ({ stratum, village, weight, sex, minutes }: Respondent): string =>
  `(${stratum}::bigint, ${village}::bigint, ${literal(weight, 'double')}, ${sex}::bigint, ${literal(minutes, 'double')})`;
const selectOf = (rows: readonly Respondent[]): string =>
  `select * from (values ${rows.map(rowSql).join(', ')}) t(stratum, village, weight, sex, minutes)`;

async function estimateOf(parts: readonly (readonly Respondent[])[]): Promise<EstimateRow[]> {
  const folder = await folderForThisTest();
  const file = await Promise.all(
    parts.map((rows, i) => parquetForThisTest(selectOf(rows), `${i}.parquet`, join(folder))),
  );
  const { scan, close } = await openMicrodata({ file, threads: 1 });
  try {
    const rows = parts.reduce((sum, part) => sum + part.length, 0);
    const made = await estimate({ design, request, dictionary: dictionaryOf(rows) }, scan);
    const keyOf = (row: EstimateRow) => JSON.stringify([row.variable, row.statistic, row.by]);
    return made.rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  } finally {
    await close();
  }
}

/** Equal to ten digits of the largest figure about: sums of doubles depend on their order in the last ones. */
function near(found: number | null, expected: number | null, size: number): void {
  if (found === null || expected === null) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1e-6, Math.abs(expected), size));
}

const figures = ['estimate', 'se', 'low', 'high'] as const;

function expectSame(
  found: readonly EstimateRow[],
  expected: readonly EstimateRow[],
  factor: (of: string) => number,
): void {
  expect(found.map(({ by, n, psus, df }) => ({ by, n, psus, df }))).toEqual(
    expected.map(({ by, n, psus, df }) => ({ by, n, psus, df })),
  );
  for (const [i, row] of expected.entries()) {
    const by = factor(row.variable);
    const size = Math.abs(by) * Math.max(500, ...figures.map((name) => Math.abs(row[name] ?? 0)));
    for (const name of figures) {
      const wanted = row[name];
      near(found[i]?.[name] ?? null, wanted === null ? null : wanted * by, size);
    }
  }
}

it('does not depend on the order of rows, nor on the files they lie in', async () => {
  const shuffled = respondents.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length - 2)),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([rows, other, at]) => {
      const cut = at + 1;
      const [whole, split] = [await estimateOf([rows]), await estimateOf([other.slice(0, cut), other.slice(cut)])];
      expectSame(split, whole, () => 1);
    }),
    { ...shareOf(6, 100), endOnFailure: true },
  );
});

it('follows the units that are measured in, and a share does not know them', async () => {
  await fc.assert(
    fc.asyncProperty(respondents, fc.constantFrom(1000, 1 / 60, 0.001), async (rows, unit) => {
      const other = rows.map((row) => ({ ...row, minutes: row.minutes === null ? null : row.minutes * unit }));
      expectSame(await estimateOf([other]), await estimateOf([rows]), (of) => (of === 'minutes' ? unit : 1));
    }),
    { ...shareOf(6, 100), endOnFailure: true },
  );
});
