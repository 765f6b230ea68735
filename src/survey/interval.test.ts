import { describe, expect, test } from 'vitest';
import { tQuantile } from './distribution.ts';
import { interval } from './interval.ts';

const kinds = ['mean', 'logit', 'beta', 'wilson'] as const;
const both = ({ low, high }: ReturnType<typeof interval>) => [low ?? Number.NaN, high ?? Number.NaN];
const expectClose = (got: number[], wanted: number[]) =>
  got.forEach((end, i) => {
    expect(Math.abs(end - (wanted[i] as number))).toBeLessThan(1e-12);
  });

describe('the interval of a proportion', () => {
  /** sch.wide of the stratified sample of California's schools (apistrat), `svyciprop` of R's survey. */
  const schools = { estimate: 0.82794801141582341, se: 0.024344780113074775, df: 197, n: 200 };
  const highSchools = { estimate: 0.52, se: 0.068967634922816309, df: 49, n: 50 };

  test.each([
    ['logit', schools, [0.77453965474676822, 0.87081485494359867]],
    ['beta', schools, [0.77417132859731252, 0.87343159262073522]],
    ['mean', schools, [0.77993818097288081, 0.87595784185876602]],
    ['logit', highSchools, [0.38337951662151015, 0.65369335975129184]],
    ['beta', highSchools, [0.3777083020902392, 0.65995536358456119]],
    ['mean', highSchools, [0.38140434869573858, 0.65859565130426145]],
  ] as const)('by %s is that of R', (kind, of, ends) => {
    expectClose(both(interval({ ...of, kind })), [...ends]);
  });

  test("by Wilson's formula holds exactly those P that the estimate does not reject", () => {
    const { estimate: p, se, df } = schools;
    const size = (p * (1 - p)) / se ** 2;
    for (const end of both(interval({ ...schools, kind: 'wilson' }))) {
      expect(Math.abs(p - end) / Math.sqrt((end * (1 - end)) / size)).toBeCloseTo(tQuantile(0.975, df), 10);
    }
  });

  test('is mirrored when the question is turned round', () => {
    for (const kind of kinds) {
      const [low, high] = both(interval({ ...schools, kind })) as [number, number];
      expectClose(both(interval({ ...schools, estimate: 1 - schools.estimate, kind })), [1 - high, 1 - low]);
    }
  });

  test('is wider at a higher level and with fewer degrees of freedom', () => {
    for (const kind of kinds) {
      const width = (more: object) => {
        const [low, high] = both(interval({ ...schools, kind, ...more })) as [number, number];
        return high - low;
      };
      expect(width({ level: 0.99 })).toBeGreaterThan(width({}));
      expect(width({ df: 3 })).toBeGreaterThan(width({}));
    }
  });

  test('of nobody and of everybody is one-sided: zero in 40 does not exclude one in 12', () => {
    const none = { estimate: 0, se: 0, df: 39, n: 40 };
    // 1 − 0.025^(1/40), Clopper and Pearson's
    expectClose(both(interval({ ...none, kind: 'beta' })), [0, 1 - 0.025 ** (1 / 40)]);
    expect(interval({ ...none, kind: 'logit' })).toEqual(interval({ ...none, kind: 'beta' }));
    expectClose(both(interval({ ...none, estimate: 1, kind: 'logit' })), [0.025 ** (1 / 40), 1]);
    const t = tQuantile(0.975, 39);
    expectClose(both(interval({ ...none, kind: 'wilson' })), [0, t ** 2 / (40 + t ** 2)]);
  });

  test('of everybody is the same when sums of weights miss 1 by their last digit', () => {
    const all = { se: 0, df: 39, n: 40, kind: 'logit' } as const;
    const nearly = { ...all, estimate: 1 - 2.3e-16, se: 1e-17 };
    expect(interval(nearly)).toEqual(interval({ ...all, estimate: 1 }));
  });

  test('is the estimate itself when the whole population was asked', () => {
    for (const kind of kinds) {
      expect(interval({ estimate: 0.3, se: 0, df: 20, n: 40, kind })).toEqual({ low: 0.3, high: 0.3 });
    }
  });
});

describe('there is no interval', () => {
  test('without degrees of freedom, a variance or an estimate', () => {
    const of = { estimate: 0.4, se: 0.1, df: 8, n: 30 };
    for (const kind of kinds) {
      for (const wrong of [{ df: 0 }, { df: -2 }, { df: Number.NaN }, { se: Number.NaN }, { estimate: Number.NaN }]) {
        expect(interval({ ...of, ...wrong, kind })).toEqual({ low: null, high: null });
      }
    }
  });

  test('of a proportion that is none', () => {
    expect(interval({ estimate: 1.2, se: 0.1, df: 8, n: 30, kind: 'logit' })).toEqual({ low: null, high: null });
    expect(interval({ estimate: 1.2, se: 0.1, df: 8, n: 30, kind: 'mean' }).low).toBeCloseTo(0.969, 3);
  });

  test('by beta from one respondent, by any from none', () => {
    expect(interval({ estimate: 0, se: 0, df: 3, n: 1, kind: 'beta' })).toEqual({ low: null, high: null });
    expect(interval({ estimate: 0, se: 0, df: 3, n: 0, kind: 'wilson' })).toEqual({ low: null, high: null });
  });
});

test('with very many degrees of freedom an interval is the normal one', () => {
  const { low, high } = interval({ estimate: 10, se: 2, df: Number.POSITIVE_INFINITY, n: 5, kind: 'mean' });
  expectClose([low as number, high as number], [10 - 2 * 1.959963984540054, 10 + 2 * 1.959963984540054]);
});
