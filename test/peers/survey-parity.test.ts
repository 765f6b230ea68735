import { describe, expect, test } from 'vitest';
import { nameOf } from '../../src/survey/estimate/row.ts';
import { estimate } from '../../src/survey/estimate.ts';
import type { EstimateRequest, EstimateRow, SurveyDesign } from '../../src/survey/model.ts';
import { openedData, readCases } from './survey/opened.ts';

/**
 * The engine beside R's survey package, figure by figure (survey/expected.R says how each is made): estimates and standard
 * errors to 1e-9, ends of intervals and design effects to 1e-7 relative; bases and degrees of freedom exactly.
 */
type Row = Pick<EstimateRow, 'estimate' | 'se' | 'low' | 'high' | 'n' | 'by'> & {
  /** Which of the figures asked for. */
  of: number;
  df?: number;
  psus?: number;
  deff?: number;
};
type Case = { name: string; data: string; design: SurveyDesign; request: EstimateRequest; rows: Row[] };

const open = openedData();

/** Everything is shown, however few stand behind it: what may be published is another question. */
const showAll = { minimum: { respondents: 1, psus: 1 } };

const keyOf = (figure: string, of: string, by: EstimateRow['by']): string =>
  JSON.stringify([figure, of, ...Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Where two figures differ by more than the tolerance, in words; rounding of the estimate itself may always be. */
function differences(wanted: Row, got: EstimateRow | undefined): string[] {
  if (got === undefined) return ['no such row'];
  const scale = Math.abs(wanted.estimate ?? 0);
  const off = (name: string, a: number | null | undefined, b: number | null | undefined, relative: number) => {
    const same =
      (a ?? null) === null || (b ?? null) === null
        ? (a ?? null) === (b ?? null)
        : Math.abs((a as number) - (b as number)) <= relative * Math.abs(b as number) + 1e-13 * scale;
    return same ? [] : [`${name} ${a} for ${b}`];
  };
  return [
    ...off('estimate', got.estimate, wanted.estimate, 1e-9),
    ...off('se', got.se, wanted.se, 1e-9),
    ...off('low', got.low, wanted.low, 1e-7),
    ...off('high', got.high, wanted.high, 1e-7),
    ...off('n', got.n, wanted.n, 0),
    ...(wanted.df === undefined ? [] : off('df', got.df, wanted.df, 0)),
    ...(wanted.psus === undefined ? [] : off('psus', got.psus, wanted.psus, 0)),
    ...(wanted.deff === undefined ? [] : off('deff', got.deff, wanted.deff, 1e-7)),
  ];
}

async function compare({ data, design, request, rows }: Case): Promise<string[]> {
  const { scan, dictionary } = await open(data);
  const answer = await estimate({ design: { ...design, ...showAll }, request, dictionary }, scan);
  const found = new Map(answer.rows.map((row) => [keyOf(row.statistic, row.variable, row.by), row]));
  expect(answer.rows).toHaveLength(rows.length);
  return rows.flatMap((row) => {
    const statistic = request.of[row.of] as EstimateRequest['of'][number];
    const key = keyOf(nameOf(statistic), statistic.of, row.by);
    return differences(row, found.get(key)).map((what) => `${key}: ${what}`);
  });
}

describe.each([
  ['designs', 39],
  ['weights', 16],
  ['replicates', 19],
])('%s as in R', (part, count) => {
  const cases = readCases<Case>(part);
  test('there are as many cases as ever', () => {
    expect(cases.length).toBeGreaterThanOrEqual(count);
  });
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await compare(one)).toEqual([]);
  });
});

test('a stratum with one cluster is refused unless said how to take it, as R refuses it', async () => {
  const { scan, dictionary } = await open('villages');
  const design: SurveyDesign = { stages: [{ unit: 'village', strata: ['stratum'] }], weight: 'w', nest: true };
  const request: EstimateRequest = { of: [{ kind: 'mean', of: 'income' }], by: [['region']] };
  await expect(estimate({ design, request, dictionary }, scan)).rejects.toMatchObject({ code: 'survey-lonely-psu' });
});
