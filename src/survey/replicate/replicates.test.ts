import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/seeded.ts';
import { bootstrap } from './bootstrap.ts';
import { brr } from './brr.ts';
import { degreesOfFreedom, rankOf } from './degrees.ts';
import { hadamard } from './hadamard.ts';
import { jackknife } from './jackknife.ts';
import type { FirstStage, Replicated, Replicates } from './replicates.ts';
import { replicateVariance } from './variance.ts';

const open = Number.POSITIVE_INFINITY;

/** A stage of strata of so many PSUs, out of so many. */
function stageOf(sizes: readonly number[], populations: readonly number[] = sizes.map(() => open)): FirstStage {
  const stratumOf = Int32Array.from(sizes.flatMap((size, stratum) => Array<number>(size).fill(stratum)));
  return {
    units: stratumOf.length,
    strata: sizes.length,
    stratumOf,
    drawn: Float64Array.from(sizes),
    population: Float64Array.from(populations),
    nameOf: (stratum) => `tầng ${stratum + 1}`,
  };
}

/** The total of one figure per PSU, in the sample and in each replicate. */
function totalOf({ count, multipliers }: Replicates, figures: readonly number[]): Replicated {
  return {
    value: figures.reduce((sum, value) => sum + value, 0),
    replicates: Float64Array.from({ length: count }, (_, r) =>
      figures.reduce((sum, value, unit) => sum + value * (multipliers[unit * count + r] as number), 0),
    ),
  };
}

/** Σ (1 − n/N)·n/(n − 1)·Σ(z − z̄)², the variance by linearisation. */
function taylor({ stratumOf, drawn, population, strata }: FirstStage, figures: readonly number[]): number {
  let sum = 0;
  for (let stratum = 0; stratum < strata; stratum++) {
    const own = figures.filter((_, unit) => stratumOf[unit] === stratum);
    const n = drawn[stratum] as number;
    const mean = own.reduce((total, value) => total + value, 0) / n;
    const squares = own.reduce((total, value) => total + (value - mean) ** 2, 0);
    sum += (1 - n / (population[stratum] as number)) * (n / (n - 1)) * squares;
  }
  return sum;
}

const all = (stage: FirstStage): number[] => Array.from({ length: stage.units }, (_, unit) => unit);
const figures = [3, 8, 5, 13, 4, 9, 2];

describe('replicates of a total give the variance of linearisation', () => {
  it('by the jackknife, with and without a finite population', () => {
    for (const stage of [stageOf([3, 4]), stageOf([3, 4], [9, 40]), stageOf([7], [21])]) {
      const made = jackknife(stage, 'fail');
      expect(replicateVariance(made, totalOf(made, figures))).toBeCloseTo(taylor(stage, figures), 10);
      expect(degreesOfFreedom(made, stage, all(stage))).toBe(stage.units - stage.strata);
    }
  });

  it('by balanced halves', () => {
    for (const pairs of [1, 3, 4, 6, 13, 30]) {
      const stage = stageOf(Array<number>(pairs).fill(2));
      const values = Array.from({ length: 2 * pairs }, (_, i) => (i * i * 7) % 11);
      const made = brr(stage);
      expect(replicateVariance(made, totalOf(made, values))).toBeCloseTo(taylor(stage, values), 9);
      expect(degreesOfFreedom(made, stage, all(stage))).toBe(pairs);
    }
  });

  it('by the bootstrap, near enough with many replicates, also where a third was drawn', () => {
    for (const stage of [stageOf([3, 4]), stageOf([3, 4], [9, 12])]) {
      const made = bootstrap(stage, 'fail', 6000, seededRandom(7));
      const found = replicateVariance(made, totalOf(made, figures));
      expect(Math.abs(found / taylor(stage, figures) - 1)).toBeLessThan(0.05);
      expect(degreesOfFreedom(made, stage, all(stage))).toBe(5);
    }
  });
});

describe('multipliers', () => {
  it('of each stratum sum to its number of PSUs in every replicate', () => {
    const stage = stageOf([3, 4, 2], [open, 20, 30]);
    for (const made of [jackknife(stage, 'fail'), bootstrap(stage, 'fail', 50, seededRandom(1))])
      for (let r = 0; r < made.count; r++) {
        const sums = [0, 0, 0];
        for (let unit = 0; unit < stage.units; unit++) {
          const stratum = stage.stratumOf[unit] as number;
          sums[stratum] = (sums[stratum] as number) + (made.multipliers[unit * made.count + r] as number);
        }
        expect(sums.map((sum) => Math.round(sum * 1e12) / 1e12)).toEqual([3, 4, 2]);
      }
  });

  it('of the bootstrap without a finite population are whole multiples of n/(n − 1)', () => {
    const made = bootstrap(stageOf([3]), 'fail', 40, seededRandom(3));
    for (const value of made.multipliers) expect([0, 1.5, 3]).toContain(value);
  });

  it('follow from the seed', () => {
    const draw = (seed: number) => [...bootstrap(stageOf([3, 4]), 'fail', 5, seededRandom(seed)).multipliers];
    expect(draw(11)).toEqual(draw(11));
    expect(draw(11)).not.toEqual(draw(12));
  });
});

describe('a stratum with one PSU', () => {
  const stage = stageOf([3, 1, 3]);
  const others = figures.filter((_, unit) => unit !== 3);

  it('adds nothing under certainty, and as much as the others under average', () => {
    const certain = jackknife(stage, 'certainty');
    expect(certain.count).toBe(6);
    expect(replicateVariance(certain, totalOf(certain, figures))).toBeCloseTo(taylor(stageOf([3, 3]), others), 10);
    expect(jackknife(stage, 'average').scale).toBeCloseTo(7 / 6, 12);
  });

  it('is set against the other strata under adjust', () => {
    const adjusted = jackknife(stage, 'adjust');
    expect(adjusted.count).toBe(7);
    expect([...adjusted.rscales][3]).toBeCloseTo(2 / 3, 12);
    expect(adjusted.multipliers[3 * 7 + 3]).toBe(0);
    expect(adjusted.multipliers[0 * 7 + 3]).toBe(1.5);
  });

  it('is refused by the bootstrap unless it counts as certain, and by halves always', () => {
    expect(() => bootstrap(stage, 'average', 10, seededRandom(1))).toThrow('Tầng “tầng 2” chỉ có một cụm');
    expect(bootstrap(stage, 'certainty', 10, seededRandom(1)).multipliers.slice(30, 40)).toEqual(
      new Float64Array(10).fill(1),
    );
    expect(() => brr(stage)).toThrow('tầng “tầng 1” có 3 cụm');
  });

  it('that was taken whole makes no replicates and is never refused', () => {
    const whole = stageOf([3, 1], [open, 1]);
    expect(jackknife(whole, 'fail').count).toBe(3);
    expect(bootstrap(whole, 'fail', 10, seededRandom(1)).multipliers.at(-1)).toBe(1);
  });
});

describe('replicates in which a domain is empty', () => {
  const stage = stageOf([3, 4]);
  it('leave no variance to tell where each one counts', () => {
    const made = jackknife(stage, 'fail');
    const replicates = new Float64Array(7).fill(2);
    replicates[0] = Number.NaN;
    expect(replicateVariance(made, { value: 2, replicates })).toBeNaN();
  });

  it('are left out where they were drawn by chance and are few', () => {
    const made = bootstrap(stage, 'fail', 20, seededRandom(1));
    const replicates = Float64Array.from({ length: 20 }, (_, r) => r % 2);
    replicates[0] = Number.NaN;
    expect(replicateVariance(made, { value: 0.5, replicates })).toBeCloseTo((9 * 10) / 19 / 19, 12);
    expect(replicateVariance(made, { value: 0.5, replicates: replicates.fill(Number.NaN, 0, 3) })).toBeNaN();
  });
});

describe('degrees of freedom', () => {
  it('of some PSUs only are those of their multipliers, reasoned or counted', () => {
    const stage = stageOf([3, 4, 2]);
    const made = jackknife(stage, 'fail');
    // A whole stratum and parts of two: 3 + 2 + 1 rows, none of which follows from the others.
    expect(degreesOfFreedom(made, stage, [0, 1, 2, 3, 4, 7])).toBe(5);
    expect(degreesOfFreedom(made, stage, [0, 1, 2, 7, 8])).toBe(3);
    const large = stageOf(Array<number>(100).fill(4));
    expect(degreesOfFreedom(jackknife(large, 'fail'), large, all(large))).toBe(300);
  });

  it('are never more than replicates − 1', () => {
    const stage = stageOf([30]);
    expect(degreesOfFreedom(bootstrap(stage, 'fail', 6, seededRandom(2)), stage, all(stage))).toBe(5);
    expect(rankOf([Float64Array.of(1, 2), Float64Array.of(2, 4), Float64Array.of(0, 1)])).toBe(2);
  });
});

it('Hadamard matrices are orthogonal with a first row of ones, at orders of every construction', () => {
  for (const least of [1, 2, 3, 8, 12, 20, 28, 36, 52, 93, 150]) {
    const rows = hadamard(least);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.length).toBeLessThan(least + 20);
    expect(rows[0]?.every((value) => value === 1)).toBe(true);
    rows.forEach((row, i) => {
      for (let j = 0; j < i; j++)
        if (row.reduce((sum, value, k) => sum + value * (rows[j]?.[k] ?? 0), 0) !== 0) expect([i, j]).toBe(least);
    });
  }
});
