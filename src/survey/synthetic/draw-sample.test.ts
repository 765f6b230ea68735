import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/seeded.ts';
import { drawSample } from './draw-sample.ts';
import { makeFinitePopulation } from './finite.ts';

const population = makeFinitePopulation(seededRandom(5), { strata: 4, psus: [6, 12], ssus: [3, 6], people: [5, 12] });
const total = (of: ArrayLike<number>) => Array.from(of).reduce((sum, one) => sum + one, 0);

describe('A sample of a population that is known whole', () => {
  it('has as many units of each stage as the plan says, each once', () => {
    const sample = drawSample(population, { psus: 4, by: 'chance', ssus: 2, people: 3 }, seededRandom(1));
    expect(new Set(sample.psu).size).toBe(4 * 4);
    expect(new Set(sample.ssu).size).toBe(4 * 4 * 2);
    expect(new Set(sample.person).size).toBe(4 * 4 * 2 * 3);
    expect(sample.weight).toHaveLength(96);
    const at = 17;
    const [psus, ssus, people] = sample.fpc.map((column) => column[at] ?? 0);
    expect(sample.weight[at]).toBeCloseTo(((psus ?? 0) / 4) * ((ssus ?? 0) / 2) * ((people ?? 0) / 3), 9);
  });

  it('follows from its seed', () => {
    const plan = { psus: 3, by: 'size', ssus: null, people: 4 } as const;
    const once = drawSample(population, plan, seededRandom(8));
    expect(drawSample(population, plan, seededRandom(8))).toEqual(once);
    expect(drawSample(population, plan, seededRandom(9))).not.toEqual(once);
  });

  it.each(['chance', 'size'] as const)('is the population on average when PSUs are drawn by %s', (by) => {
    const random = seededRandom(3);
    const truth = total(population.answers[1] ?? []);
    const rounds = 1500;
    const estimates = Array.from({ length: rounds }, () => {
      const { person, weight } = drawSample(population, { psus: 3, by, ssus: 2, people: 3 }, random);
      return total(Array.from(person, (one, at) => (population.answers[1]?.[one] ?? 0) * (weight[at] ?? 0)));
    });
    const mean = total(estimates) / rounds;
    const error = Math.sqrt(total(estimates.map((one) => (one - mean) ** 2)) / rounds / (rounds - 1));
    // The seed is fixed: within three standard errors of the simulation, itself below 1% of the total.
    expect(Math.abs(mean - truth)).toBeLessThan(3 * error);
    expect(error / truth).toBeLessThan(0.01);
  });

  it('takes a unit whole that has fewer than asked, with weight 1', () => {
    const all = drawSample(population, { psus: 99, by: 'chance', ssus: null, people: null }, seededRandom(1));
    expect(all.person).toHaveLength(population.people);
    expect(new Set(all.weight)).toEqual(new Set([1]));
    expect(new Set(all.certain)).toEqual(new Set([1]));
  });
});
