import { describe, expect, test } from 'vitest';
import { variancesOf } from '../linear/variance.ts';
import type { DomainValue, Lonely } from '../model.ts';
import type { UsedStage } from '../scan/question.ts';
import { answerOf } from '../testing.ts';
import { buildFrame } from './frame.ts';

const oneStage: UsedStage[] = [{ strata: ['tầng'], unit: 'cụm', fpc: null }];
const twoStages: UsedStage[] = [
  { strata: [], unit: 'xã', fpc: 'N1' },
  { strata: [], unit: 'thôn', fpc: 'N2' },
];

type Row = Record<string, DomainValue>;
const cells = (...rows: Row[]) => answerOf(rows.map((row) => ({ n: 10, ...row })));
const build = (
  answer: ReturnType<typeof cells>,
  stages = oneStage,
  { nest = false, lonely = 'fail' as Lonely, certainty = null as string | null } = {},
) => buildFrame(answer, stages, { nest, lonely, certainty });

/** The variance of scores given by cell. */
function varianceOf({ frame, leafOf }: ReturnType<typeof build>, ...scores: number[]): number {
  return variancesOf(frame).variance({ value: 0, leaves: leafOf, scores: Float64Array.from(scores) });
}

describe('a design compiled from cells', () => {
  const four = cells(
    { p0: 'A', p1: 1 },
    { p0: 'A', p1: 2 },
    { p0: 'B', p1: 3 },
    { p0: 'B', p1: 4 },
    { p0: 'B', p1: 4 },
  );

  test('counts units and strata, whatever domains the cells are split into', () => {
    const { frame, leafOf } = build(four);
    expect(frame.stages[0]).toMatchObject({ units: 4, strata: 2 });
    expect(Array.from(frame.stages[0]?.drawn ?? [])).toEqual([2, 2]);
    expect(leafOf[3]).toBe(leafOf[4]);
  });

  test('sums squares about each stratum: n/(n − 1)·Σ(z − z̄)²', () => {
    // A: 1 and 3 (mean 2): 2·(1 + 1) = 4. B: 5 and 2 + 3 (mean 5): 0.
    expect(varianceOf(build(four), 1, 3, 5, 2, 3)).toBeCloseTo(4, 12);
  });

  test('counts units that a domain does not touch as zero', () => {
    const { frame, leafOf } = build(four);
    const one = { value: 0, leaves: leafOf.slice(0, 1), scores: Float64Array.of(1) };
    // 1 and 0 in A: 2·(¼ + ¼) = 1.
    expect(variancesOf(frame).variance(one)).toBeCloseTo(1, 12);
  });

  test('has covariances that agree with the variance of sums', () => {
    const { frame, leafOf } = build(four);
    const of = (...scores: number[]) => ({ value: 0, leaves: leafOf, scores: Float64Array.from(scores) });
    const { variance, covariance } = variancesOf(frame);
    const [a, b] = [of(1, 3, 5, 2, 3), of(-2, 4, 1, 0, 7)];
    expect(variance(of(-1, 7, 6, 2, 10))).toBeCloseTo(variance(a) + variance(b) + 2 * covariance(a, b), 10);
    expect(covariance(a, b)).toBe(covariance(b, a));
  });

  test('adds the stage below by what of the stage above was drawn, as two-stage sampling has it', () => {
    const rows = cells(
      { p0: 1, p1: 1, k0: 4, l0: 4, k1: 3, l1: 3 },
      { p0: 1, p1: 2, k0: 4, l0: 4, k1: 3, l1: 3 },
      { p0: 2, p1: 1, k0: 4, l0: 4, k1: 2, l1: 2 },
      { p0: 2, p1: 2, k0: 4, l0: 4, k1: 2, l1: 2 },
    );
    // First: (1 − 2/4)·2·Σ(z − z̄)² with 3 and 7: 8. Second, only where not all were drawn: 2/4 · (1 − 2/3)·2·(½)²·2.
    expect(varianceOf(build(rows, twoStages), 1, 2, 3, 4)).toBeCloseTo(8 + 0.5 * (1 / 3) * 2 * 0.5, 12);
  });

  test('reads populations that are shares drawn', () => {
    const rows = cells({ p0: 'A', p1: 1, k0: 0.5, l0: 0.5 }, { p0: 'A', p1: 2, k0: 0.5, l0: 0.5 });
    const { frame } = build(rows, [{ strata: ['tầng'], unit: 'cụm', fpc: 'f' }]);
    expect(frame.stages[0]?.population[0]).toBe(4);
  });

  test('refuses a unit in two strata, unless numbers begin anew in each', () => {
    const rows = cells({ p0: 'A', p1: 1 }, { p0: 'A', p1: 2 }, { p0: 'B', p1: 1 }, { p0: 'B', p1: 3 });
    expect(() => build(rows)).toThrow('“1” (cột “cụm”) ở các tầng “A”, “B”');
    expect(build(rows, oneStage, { nest: true }).frame.stages[0]?.units).toBe(4);
  });

  test('refuses rows without a stratum or a cluster, and says how many', () => {
    expect(() => build(cells({ p0: 'A', p1: 1 }, { p0: null, p1: 2 }))).toThrow(
      '10 dòng không có giá trị ở cột “tầng”',
    );
  });

  test.each([
    ['varies', { k0: 4, l0: 5 }],
    ['not-positive', { k0: 0, l0: 0 }],
    ['too-small', { k0: 1.5, l0: 1.5 }],
  ])('refuses a population that is %s', (why, mark) => {
    const rows = cells({ p0: 'A', p1: 1, ...mark }, { p0: 'A', p1: 2, ...mark });
    expect(() => build(rows, [{ strata: ['tầng'], unit: 'cụm', fpc: 'N' }])).toThrow(
      expect.objectContaining({ code: 'survey-population-wrong', details: expect.objectContaining({ why }) }),
    );
  });
});

describe('a stratum with one unit', () => {
  const rows = cells(
    { p0: 'A', p1: 1 },
    { p0: 'B', p1: 2 },
    { p0: 'B', p1: 3 },
    { p0: 'C', p1: 4 },
    { p0: 'C', p1: 5 },
  );
  const scores = [5, 1, 3, 2, 8] as const;

  test('is a fault where nothing else is said, named by its stratum', () => {
    expect(() => build(rows)).toThrow('1 tầng ở giai đoạn 1 chỉ có một cụm (ví dụ “A');
  });

  test.each([
    ['certainty', 4 + 36],
    ['adjust', 25 + 4 + 36],
    ['average', ((4 + 36) * 3) / 2],
  ] as const)('counts by “%s”', (lonely, expected) => {
    const built = build(rows, oneStage, { lonely });
    expect(varianceOf(built, ...scores)).toBeCloseTo(expected, 12);
    expect(built.frame.lonelyStrata).toBe(1);
  });

  test('that was taken whole is none', () => {
    const whole = cells(
      { p0: 'A', p1: 1, k0: 1, l0: 1 },
      { p0: 'B', p1: 2, k0: 9, l0: 9 },
      { p0: 'B', p1: 3, k0: 9, l0: 9 },
    );
    const built = build(whole, [{ strata: ['tầng'], unit: 'cụm', fpc: 'N' }]);
    expect(built.frame.lonelyStrata).toBe(0);
    expect(varianceOf(built, 100, 1, 3)).toBeCloseTo((1 - 2 / 9) * 4, 12);
  });
});

describe('units taken with certainty', () => {
  const stages: UsedStage[] = [
    { strata: ['tầng'], unit: 'huyện', fpc: null },
    { strata: [], unit: 'xã', fpc: null },
  ];
  const rows = cells(
    { p0: 'A', p1: 1, p2: 1, k0: 1, l0: 1 },
    { p0: 'A', p1: 1, p2: 2, k0: 1, l0: 1 },
    { p0: 'A', p1: 2, p2: 1, k0: 0, l0: 0 },
    { p0: 'A', p1: 3, p2: 1, k0: 0, l0: 0 },
    { p0: 'A', p1: 3, p2: 2, k0: 0, l0: 0 },
  );

  test('become strata, what was drawn in them their units', () => {
    const built = build(rows, stages, { certainty: 'chắc chắn' });
    expect(built.frame.stages[0]).toMatchObject({ units: 4, strata: 2 });
    expect(built.frame.certainty).toBe(1);
    // Unit 1: communes 1 and 5: 16/2·… = 2·(4 + 4) = 16. Units 2 and 3: 2 and 3 + 4: 2·(6.25 + 6.25) = 25.
    expect(varianceOf(built, 1, 5, 2, 3, 4)).toBeCloseTo(16 + 25, 12);
  });
});
