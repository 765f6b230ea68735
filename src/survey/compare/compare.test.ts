import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/seeded.ts';
import { chiSquareTail } from '../distribution.ts';
import { estimateJoint } from '../estimate/joint.ts';
import type { DomainValue, Scan } from '../model.ts';
import { answerOf, dictionaryOf } from '../testing.ts';
import { differenceBetween, differenceOverlapping, differenceWithin } from './difference.ts';
import { rankDomains } from './rank-domains.ts';
import { rankEstimates } from './ranks.ts';
import { raoScott } from './rao-scott.ts';
import { testTable } from './test-table.ts';

/** Six clusters of four people. */
const people = Array.from({ length: 24 }, (_, i) => ({
  psu: 1 + Math.floor(i / 4),
  r: 'aabbabbbaaabbbabaababbab'[i] as string,
  c: 'xyxyxxyyxxyyyxxyxyyxyyxx'[i] as string,
  w: [3, 5, 2, 4, 6, 1, 2, 3, 4, 4, 5, 2, 3, 6, 1, 2, 2, 3, 4, 5, 1, 3, 2, 4][i] as number,
  y: [4, 7, 5, 9, 3, 8, 6, 2, 7, 5, 4, 9, 8, 6, 3, 5, 7, 4, 6, 8, 2, 9, 5, 7][i] as number,
}));
type Person = (typeof people)[number];

const design = { stages: [{ unit: 'psu' }], weight: 'w' };
const dictionary = dictionaryOf({ psu: 'integer', r: 'text', c: 'text', w: 'number', y: 'number' });

/** Answers as the database would, each person a cell of their own. */
const scanOf =
  (rows: readonly Person[], value: (person: Person) => number, ...by: ('r' | 'c')[]): Scan =>
  async () =>
    answerOf(
      rows.map((person): Record<string, DomainValue> => {
        const [w, y] = [person.w, value(person)];
        const sums = {
          n: 1,
          w,
          ww: w * w,
          w_least: w,
          w_most: w,
          w_given: 1,
          n0: 1,
          w0: w,
          wy0: w * y,
          wyy0: w * y * y,
        };
        return { p0: person.psu, ...Object.fromEntries(by.map((name, i) => [`d${i}`, person[name]])), ...sums };
      }),
    );

const close = (found: number, wanted: number): void => expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-9);

describe('a test of a table', () => {
  const shares = Float64Array.of(0.2, 0.15, 0.1, 0.1, 0.25, 0.2);
  const simple = (factor: number): Float64Array[] =>
    Array.from(shares, (p, i) => shares.map((q, j) => (factor * ((i === j ? p : 0) - p * q)) / 300));
  const table = { rows: 2, columns: 3, shares, n: 300, df: Number.POSITIVE_INFINITY };

  it('is Pearson’s own under simple random sampling', () => {
    const tested = raoScott({ ...table, covariance: simple(1) });
    // Row sums 0.45 and 0.55, column sums 0.3, 0.4 and 0.3.
    close(
      tested.x2,
      300 *
        (0.065 ** 2 / 0.135 +
          0.03 ** 2 / 0.18 +
          0.035 ** 2 / 0.135 +
          0.065 ** 2 / 0.165 +
          0.03 ** 2 / 0.22 +
          0.035 ** 2 / 0.165),
    );
    close(tested.ndf, 2);
    close(tested.pFirst, chiSquareTail(tested.x2, 2));
    close(tested.p, chiSquareTail(tested.x2, 2));
  });

  it('halves what it finds when clusters double every variance', () => {
    close(raoScott({ ...table, covariance: simple(2) }).f, raoScott({ ...table, covariance: simple(1) }).f / 2);
  });

  it('of responses is that of R, and says what the table is', async () => {
    const minimum = { respondents: 1, psus: 1 };
    const tested = await testTable(
      { design: { ...design, minimum }, dictionary, rows: 'r', columns: 'c' },
      scanOf(people, () => 1, 'r', 'c'),
    );
    const { x2, f, ndf, ddf, p, pFirst } = tested;
    [x2, f, ndf, ddf, p, pFirst].forEach((value, i) => {
      close(value, [2.513962746530315, 5.536175057782459, 1, 5, 0.06532375357246807, 0.01862725275336363][i] as number);
    });
    expect([tested.rows, tested.columns, tested.n]).toEqual([['a', 'b'], ['x', 'y'], 24]);
    close(
      (tested.shares ?? []).flatMap((row) => [...row]).reduce((sum, share) => sum + share, 0),
      1,
    );
  });

  it('keeps its shares back where a cell stands on too few, and is told all the same', async () => {
    const minimum = { respondents: 20, psus: 1 };
    const tested = await testTable(
      { design: { ...design, minimum }, dictionary, rows: 'r', columns: 'c' },
      scanOf(people, () => 1, 'r', 'c'),
    );
    expect(tested.shares).toBeNull();
    close(tested.f, 5.536175057782459);
  });

  it('is refused where there is one row only', async () => {
    const alike = scanOf(
      people.filter(({ r }) => r === 'a'),
      () => 1,
      'r',
      'c',
    );
    await expect(testTable({ design, dictionary, rows: 'r', columns: 'c' }, alike)).rejects.toThrow('hai hàng');
  });
});

describe('a difference', () => {
  it('of two domains of a sample knows what their clusters have in common', async () => {
    const request = { of: [{ kind: 'mean', of: 'y' } as const], by: [['r']] };
    const joint = await estimateJoint(
      design,
      dictionary,
      request,
      scanOf(people, ({ y }) => y, 'r'),
    );
    const { estimate, se, p, df, low, high } = differenceWithin(joint, 0, 0, [0, 1]);
    [estimate, se, p].forEach((value, i) => {
      close(value, [-1.213513513513514, 0.4856006174478004, 0.05455713018786995][i] as number);
    });
    expect(df).toBe(5);
    close((low + high) / 2, estimate);
  });

  it('of two years counts the villages they share once', async () => {
    const request = { of: [{ kind: 'mean', of: 'y' } as const], by: [] };
    const year = async (rows: readonly Person[], value: (person: Person) => number) => {
      const joint = await estimateJoint(design, dictionary, request, scanOf(rows, value));
      return joint.named(joint.figure(0, 0, 0).estimate);
    };
    const first = await year(
      people.filter(({ psu }) => psu <= 4),
      ({ y }) => y,
    );
    const second = await year(
      people.filter(({ psu }) => psu >= 3),
      ({ y, w }) => y + w,
    );
    const found = differenceOverlapping(first, second);
    close(found.estimate, -4.434702182759897);
    close(found.se, 0.5907233964325213);
    expect(found.df).toBe(5);
  });

  it('of a sample from itself is nothing, for sure', async () => {
    const request = { of: [{ kind: 'mean', of: 'y' } as const], by: [] };
    const joint = await estimateJoint(
      design,
      dictionary,
      request,
      scanOf(people, ({ y }) => y),
    );
    const named = joint.named(joint.figure(0, 0, 0).estimate);
    const { estimate, se, t, p, df } = differenceOverlapping(named, named);
    expect([estimate, se, t, p, df]).toEqual([0, 0, 0, 1, 5]);
  });

  it('of samples apart adds their variances, with degrees of freedom between the two', () => {
    const found = differenceBetween({ value: 5, variance: 4, df: 10 }, { value: 2, variance: 5, df: 20 });
    expect([found.estimate, found.se]).toEqual([3, 3]);
    close(found.df, 81 / (16 / 10 + 25 / 20));
    expect(differenceBetween({ value: 5, variance: 4, df: 10 }, { value: 5, variance: 4, df: 10 }).p).toBe(1);
  });
});

describe('ranks', () => {
  const options = { draws: 4000, random: seededRandom(5) };
  const apart = (variances: readonly number[]): Float64Array[] =>
    variances.map((value, i) => Float64Array.from(variances, (_, j) => (i === j ? value : 0)));

  it('are sure where estimates are far apart, and open where they are alike', () => {
    const [best, one, other] = rankEstimates([9, 2, 2], apart([0.01, 0.01, 0.01]), options);
    expect([...(best?.chance ?? [])]).toEqual([1, 0, 0]);
    expect([best?.low, best?.high, one?.low, one?.high]).toEqual([1, 1, 2, 3]);
    expect(Math.abs((one?.chance[1] ?? 0) - 0.5)).toBeLessThan(0.04);
    expect([best?.rank, one?.rank, other?.rank]).toEqual([1, 2, 2]);
  });

  it('do not move with what moves all alike', () => {
    const together = [Float64Array.of(4, 4), Float64Array.of(4, 4)];
    expect([...(rankEstimates([1.1, 1], together, options)[0]?.chance ?? [])]).toEqual([1, 0]);
  });

  it('of domains take their covariances from the sample', async () => {
    const request = { of: [{ kind: 'mean', of: 'y' } as const], by: [['r']] };
    const joint = await estimateJoint(
      design,
      dictionary,
      request,
      scanOf(people, ({ y }) => y, 'r'),
    );
    const ranked = rankDomains(joint, 0, 0, { ...options, draws: 20_000 });
    expect(ranked.map(({ rank }) => rank)).toEqual([2, 1]);
    // The difference is −2.499 of its standard errors: Φ(−2.499) = 0.0062.
    expect(Math.abs((ranked[0]?.chance[0] ?? 1) - 0.0062)).toBeLessThan(0.003);
  });

  it('come out as often as the difference is above nothing', () => {
    const [first] = rankEstimates([1, 0], apart([0.5, 0.5]), { ...options, draws: 20_000 });
    // P(N(1, 1) > 0) = 0.8413
    expect(Math.abs((first?.chance[0] ?? 0) - 0.8413)).toBeLessThan(0.01);
  });

  it('count from the smallest where less is better', () => {
    const ranked = rankEstimates([9, 2, 5], apart([0, 0, 0]), { ...options, draws: 10, smallestFirst: true });
    expect(ranked.map(({ rank, low, high }) => [rank, low, high])).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  it('fall into groups by rank, or strictly above quartiles', () => {
    const values = [8, 7, 6, 5, 4, 3, 2, 1];
    const sure = apart(values.map(() => 0));
    const groupsBy = (groups: NonNullable<Parameters<typeof rankEstimates>[2]['groups']>) =>
      rankEstimates(values, sure, { ...options, draws: 5, groups }).map(({ group }) => group);
    expect(groupsBy({ by: 'ranks', last: [2, 4, 6] })).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    // Quartiles 6.25, 4.5 and 2.75.
    expect(groupsBy({ by: 'quantiles', above: [0.75, 0.5, 0.25] })).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    // With nine values a quartile is one of them, which is not above itself.
    const nine = rankEstimates([9, ...values], apart(Array(9).fill(0)), {
      ...options,
      draws: 5,
      groups: { by: 'quantiles', above: [0.75, 0.5, 0.25] },
    });
    expect(nine.map(({ group }) => group)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4]);
    expect(nine.map(({ groupChance }) => groupChance?.reduce((sum, chance) => sum + chance, 0))).toEqual(
      Array(9).fill(1),
    );
  });
});
