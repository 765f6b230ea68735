import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded.ts';

const take = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('Random numbers with a seed', () => {
  it('are those of NumPy with the same seed, to the last bit', () => {
    expect(take(42, 5)).toEqual([
      0.3745401188473625, 0.9507143064099162, 0.7319939418114051, 0.5986584841970366, 0.15601864044243652,
    ]);
    expect(take(0, 2)).toEqual([0.5488135039273248, 0.7151893663724195]);
  });

  it('follow from the seed alone, and differ from the first number on where seeds are neighbours', () => {
    expect(take(7, 1000)).toEqual(take(7, 1000));
    const firsts = Array.from({ length: 1000 }, (_, seed) => take(seed, 1)[0] ?? Number.NaN);
    expect(new Set(firsts).size).toBe(1000);
    expect(firsts.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1);
  });

  it('spread evenly over [0, 1)', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const one of take(20260105, 100_000)) tenths[Math.floor(one * 10)] = (tenths[Math.floor(one * 10)] ?? 0) + 1;
    // χ² with 9 degrees of freedom: 27.9 is passed by chance once in a thousand seeds; this seed is fixed.
    expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
    expect(tenths).toHaveLength(10);
  });
});
