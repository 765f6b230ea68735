import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  betaQuantile,
  chiSquareTail,
  fTail,
  normalCdf,
  normalQuantile,
  tQuantile,
  tTail,
} from '../../src/survey/distribution.ts';

const distribution = { betaQuantile, chiSquareTail, fTail, normalCdf, normalQuantile, tQuantile, tTail };

/** What R gives (survey/distributions.R); the grid reaches from half a degree of freedom to infinitely many. */
const expected = readFileSync(join(import.meta.dirname, 'survey', 'distributions.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [name, ...figures] = line.split(',');
    const [a, b, c, value] = figures.map((figure) => (figure === 'Inf' ? Number.POSITIVE_INFINITY : Number(figure)));
    return { name, at: [a, b, c] as [number, number, number], value: value as number };
  });

describe('the distributions of survey estimates are those of R', () => {
  test.each([
    ['tQuantile', 156],
    ['tTail', 82],
    ['normalQuantile', 15],
    ['normalCdf', 10],
    ['betaQuantile', 400],
    ['fTail', 294],
    ['chiSquareTail', 56],
  ] as const)('%s, to ten digits', (name, atLeast) => {
    const cases = expected.filter((one) => one.name === name);
    expect(cases.length).toBeGreaterThanOrEqual(atLeast);
    const off = cases
      .map((one) => ({ ...one, got: distribution[name](...one.at) }))
      .filter(({ got, value }) => !(Math.abs(got - value) <= Math.max(1e-10 * Math.abs(value), 1e-300)));
    expect(off).toEqual([]);
  });

  test('a question without an answer gives NaN, never a number', () => {
    expect([
      tQuantile(0.975, 0),
      tQuantile(0.975, -3),
      tQuantile(Number.NaN, 3),
      tQuantile(1.5, 3),
      tTail(2, 0),
      normalQuantile(-0.1),
      betaQuantile(0.5, -1, 2),
      betaQuantile(0.5, Number.NaN, 2),
      fTail(3, 0, 5),
      fTail(Number.NaN, 2, 5),
      chiSquareTail(3, 0),
      chiSquareTail(Number.NaN, 2),
    ]).toEqual(Array(12).fill(Number.NaN));
  });

  test('what lies at the ends', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(betaQuantile(0.3, 0, 4)).toBe(0);
    expect(betaQuantile(0.3, 4, 0)).toBe(1);
    expect(fTail(0, 2, 5)).toBe(1);
    expect(chiSquareTail(Number.POSITIVE_INFINITY, 2)).toBe(0);
  });
});
