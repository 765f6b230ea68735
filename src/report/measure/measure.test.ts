import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, noFigure } from '../content/model.ts';
import { measure } from './measure.ts';

const share = { unit: '%', op: '>=', value: 90 } as const;
const of = (part: number, whole: number): Figure => ({ value: null, part, whole });
const stating = (value: number): Figure => ({ value, part: null, whole: null });

describe('a share over many units', () => {
  it('is Σ/Σ, not the mean of shares', () => {
    // 9 of 10 villages and 10 of 40: the mean would be 57,5 %.
    expect(measure(share, [of(9, 10), of(10, 40)])).toMatchObject({
      value: 38,
      part: 19,
      whole: 50,
      of: 2,
      met: false,
    });
  });

  it('leaves out what states no part and whole, and says so', () => {
    expect(measure(share, [of(9, 10), stating(100), noFigure])).toMatchObject({
      value: 90,
      of: 1,
      bare: 1,
      without: 1,
    });
  });

  it('of one unit alone may be stated as it is; of several there is none to be made', () => {
    expect(measure(share, [stating(92)])).toMatchObject({ value: 92, of: 1, bare: 0, met: true });
    expect(measure(share, [stating(92), stating(80)])).toMatchObject({ value: null, of: 0, bare: 2, met: null });
  });

  it('of nothing is no share', () => {
    expect(measure(share, [of(0, 0)])).toMatchObject({ value: null, met: null });
    expect(measure(share, [of(0, 0), of(3, 4)])).toMatchObject({ value: 75, part: 3, whole: 4 });
  });
});

describe('what is counted', () => {
  const count = { unit: 'sáng kiến', op: '>=', value: 3 } as const;
  it('is summed; missing is not zero', () => {
    expect(measure(count, [stating(1), stating(0), noFigure])).toMatchObject({
      ...{ kind: 'sum', value: 1, of: 2, without: 1, met: false },
    });
    expect(measure(count, [noFigure])).toMatchObject({ value: null, of: 0, met: null });
    expect(measure(count, [])).toMatchObject({ value: null, without: 0 });
  });

  it('of which there shall be none, is met by none only', () => {
    const none = { unit: 'hồ sơ', op: '=', value: 0 } as const;
    expect(measure(none, [stating(0), stating(0)]).met).toBe(true);
    expect(measure(none, [stating(0), stating(2)]).met).toBe(false);
  });
});

describe('a level', () => {
  it('is averaged', () => {
    expect(measure({ unit: 'điểm', op: '>=', value: 42 }, [stating(41), stating(44)])).toMatchObject({
      ...{ kind: 'mean', value: 42.5, met: true },
    });
  });

  it('that is to change against a baseline is not judged by itself', () => {
    expect(measure({ unit: 'điểm', op: 'increase', value: 2 }, [stating(44)]).met).toBeNull();
  });
});

describe('any figures', () => {
  const figure = fc.oneof(
    fc.constant(noFigure),
    fc.integer({ min: 0, max: 100 }).map(stating),
    fc.tuple(fc.nat(50), fc.nat(50)).map(([part, more]) => of(part, part + more)),
  );
  it('come to the same in any order, and every one is told of', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), (figures) => {
        const result = measure(share, figures);
        expect(measure(share, figures.toReversed())).toEqual(result);
        if (result.value !== null) expect(result.value).toBeGreaterThanOrEqual(0);
        const empty = figures.filter(({ part, whole }) => part === 0 && whole === 0).length;
        const told = result.of + result.bare + result.without;
        expect(told).toBeGreaterThanOrEqual(figures.length - empty);
        expect(told).toBeLessThanOrEqual(figures.length + empty);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
