import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { marginFor, type SizeAsk, sipasSize, sizeFor, usualAsk } from './size.ts';

describe('The size of a sample', () => {
  it("is 385 for five points at 95% of any number of people, as every textbook says, and 400 by SIPAS's formula", () => {
    expect(sizeFor({ ...usualAsk, population: Number.POSITIVE_INFINITY, margin: 0.05 }).needed).toBe(385);
    expect(sipasSize(Number.POSITIVE_INFINITY, 0.05)).toBe(400);
  });

  it("follows SIPAS's n = N/(1 + N·e²)", () => {
    expect(sipasSize(12_000, 0.05)).toBe(Math.ceil(12_000 / 31));
    expect(sipasSize(2000, 0.05)).toBe(334);
    // Exactly 100 of 10,000: no rounding may make it 101.
    expect(sipasSize(100, 0.1)).toBe(50);
  });

  it('falls with the population, rises with the design effect and the silence', () => {
    expect(sizeFor({ ...usualAsk, population: 1000, margin: 0.05 })).toEqual({
      needed: 278,
      invited: 278,
      enough: true,
    });
    expect(sizeFor({ ...usualAsk, population: 1000, margin: 0.05, effect: 2, response: 0.8 })).toEqual({
      ...{ needed: 435, invited: 544, enough: true },
    });
    expect(sizeFor({ ...usualAsk, population: 100, margin: 0.02, response: 0.5 })).toEqual({
      ...{ needed: 97, invited: 100, enough: false },
    });
    expect(sizeFor({ ...usualAsk, population: 1, margin: 0.05 }).needed).toBe(1);
  });

  it('is the least that reaches the margin', () => {
    const asks = fc.record({
      population: fc.integer({ min: 30, max: 90_000_000 }),
      margin: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      level: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
      effect: fc.double({ min: 0.5, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(asks, (some) => {
        const ask: SizeAsk = { ...some, response: 1 };
        const { needed } = sizeFor(ask);
        expect(marginFor(needed, ask)).toBeLessThanOrEqual(ask.margin * (1 + 1e-6));
        if (needed > 1) expect(marginFor(needed - 1, ask)).toBeGreaterThan(ask.margin * (1 - 1e-6));
      }),
      shareOf(200, 5000),
    );
  });

  it.each([
    { margin: 0 },
    { margin: 5 },
    { population: 0 },
    { population: 2.5 },
    { level: 95 },
    { effect: 0 },
    { response: 0 },
    { share: Number.NaN },
  ])('refuses %o and says what it must be', (wrong) => {
    expect(() => sizeFor({ ...usualAsk, population: 1000, margin: 0.05, ...wrong })).toThrow(/phải là số/);
  });
});
