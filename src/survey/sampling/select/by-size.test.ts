import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../../test/shared.ts';
import { seededRandom } from '../../../kernel/seeded.ts';
import { drawBySize, probabilitiesBySize } from './by-size.ts';

const drawn = ({ certain, hits }: ReturnType<typeof drawBySize>) => [...certain, ...hits.map(({ unit }) => unit)];

describe('Drawing proportional to size', () => {
  it('can be repeated by hand: 3 of 5 units with 100 people, interval 33⅓', () => {
    // Cumulated: 10, 30, 60, 75, 100; points at 5, 38⅓, 71⅔.
    const { hits, interval, start, certain } = drawBySize([10, 20, 30, 15, 25], 3, 0.15);
    expect(interval).toBeCloseTo(100 / 3, 12);
    expect(start).toBeCloseTo(5, 12);
    expect(certain).toEqual([]);
    expect(hits.map(({ unit, low, high }) => [unit, low, high])).toEqual([
      [0, 0, 10],
      [2, 30, 60],
      [3, 60, 75],
    ]);
    expect(hits[1]?.point).toBeCloseTo(115 / 3, 12);
  });

  it('takes for certain who is as large as the interval, and again among the rest', () => {
    // 3 of 200: interval 66⅔ takes the unit of 100; then 2 of 100: interval 50 takes the one of 50; 1 of the other two.
    expect([...probabilitiesBySize([100, 50, 30, 20], 3)]).toEqual([1, 1, 0.6, 0.4]);
    const { certain, hits } = drawBySize([100, 50, 30, 20], 3, 0.99);
    expect(certain).toEqual([0, 1]);
    expect(hits.map(({ unit }) => unit)).toEqual([3]);
  });

  it('takes all where all are asked for, whatever their sizes', () => {
    expect(drawn(drawBySize([1, 1000, 3], 3, 0.5)).sort()).toEqual([0, 1, 2]);
  });

  it('hits each unit as often as its probability says', () => {
    const sizes = [3, 14, 15, 92, 65, 35, 89, 79, 32, 38];
    const probability = probabilitiesBySize(sizes, 4);
    const random = seededRandom(11);
    const rounds = 20_000;
    const share = new Float64Array(sizes.length);
    for (let round = 0; round < rounds; round++)
      for (const unit of drawn(drawBySize(sizes, 4, random()))) share[unit] = (share[unit] ?? 0) + 1 / rounds;
    // Four standard errors of a share in 20,000 rounds are at most 0.014; the seed is fixed.
    for (const [unit, one] of probability.entries()) expect(Math.abs((share[unit] ?? 0) - one)).toBeLessThan(0.014);
  });

  it('draws as many different units as asked, with probabilities that sum to it, whatever the sizes', () => {
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 1e-6, max: 1e9 })), {
      minLength: 1,
      maxLength: 60,
    });
    const u = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), u, (some, part, at) => {
        const positive = some.map((one) => (Number.isNaN(one) ? 1 : one));
        const take = Math.max(1, Math.round(part * positive.length));
        const units = drawn(drawBySize(positive, take, at));
        const probability = probabilitiesBySize(positive, take);
        expect(new Set(units).size).toBe(take);
        expect(probability.reduce((sum, one) => sum + one, 0)).toBeCloseTo(take, 9);
        expect(units.every((unit) => (probability[unit] ?? 0) > 0)).toBe(true);
        expect(probability.every((one) => one <= 1)).toBe(true);
      }),
      shareOf(200, 5000),
    );
  });
});
