import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../test/shared.ts';
import { type Allocation, allocate, type Stratum } from './allocate.ts';

const strata: Stratum[] = [
  { name: 'Đồng bằng', people: 1000, spread: 10 },
  { name: 'Miền núi', people: 500, spread: 30 },
  { name: 'Đô thị', people: 2500, spread: 6 },
];

describe('Sharing a sample out', () => {
  it('alike, by people, by a power of them', () => {
    expect(allocate(100, strata, { rule: 'equal' })).toEqual([34, 33, 33]);
    expect(allocate(100, strata, { rule: 'proportional' })).toEqual([25, 13, 62]);
    // √1000 : √500 : √2500 = 31.62 : 22.36 : 50
    expect(allocate(104, strata, { rule: 'power', power: 0.5 })).toEqual([32, 22, 50]);
  });

  it("by Neyman's formula n·N_h·S_h / Σ N·S", () => {
    // 10,000 : 15,000 : 15,000
    expect(allocate(160, strata, { rule: 'neyman' })).toEqual([40, 60, 60]);
  });

  it('makes the variance of the whole smallest: no other way to share 30 people does better', () => {
    const variance = (n: readonly number[]) =>
      strata.reduce((all, { people, spread = 0 }, h) => all + (people * spread) ** 2 / (n[h] ?? 1), 0);
    const best = variance(allocate(30, strata, { rule: 'neyman' }));
    for (let a = 2; a <= 26; a++)
      for (let b = 2; a + b <= 28; b++) expect(variance([a, b, 30 - a - b])).toBeGreaterThanOrEqual(best - 1e-6);
  });

  it('gives a small stratum no more than its people and at least two', () => {
    const uneven = [
      { name: 'a', people: 5, spread: 1000 },
      { name: 'b', people: 900, spread: 1 },
      { name: 'c', people: 1, spread: 0 },
    ];
    expect(allocate(50, uneven, { rule: 'neyman' })).toEqual([5, 44, 1]);
    expect(
      allocate(
        50,
        [
          { name: 'a', people: 9, spread: 0 },
          { name: 'b', people: 900, spread: 1 },
        ],
        { rule: 'neyman' },
      ),
    ).toEqual([2, 48]);
  });

  it('says between which totals it can', () => {
    expect(() => allocate(5, strata, { rule: 'equal' })).toThrow(/từ 6 đến 4000/);
    expect(() => allocate(4001, strata, { rule: 'equal' })).toThrow(/từ 6 đến 4000/);
    expect(() => allocate(50, [{ name: 'a', people: 9 }], { rule: 'neyman' })).toThrow(/Độ lệch chuẩn ở “a”/);
    expect(() => allocate(5, [{ name: 'a', people: 9, spread: 0 }], { rule: 'neyman' })).toThrow(/ít nhất một tầng/);
    expect(() => allocate(50, [{ name: 'a', people: 0 }], { rule: 'equal' })).toThrow(/Số người ở “a”/);
  });

  it('sums exactly and keeps within the bounds, and nobody with more weight gets less', () => {
    const some = fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 10 ** 7 }), spread: fc.integer({ min: 0, max: 90 }) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    const rules = fc.constantFrom<Allocation>(
      { rule: 'equal' },
      { rule: 'proportional' },
      { rule: 'neyman' },
      { rule: 'power', power: 0.4 },
    );
    fc.assert(
      fc.property(some, rules, fc.double({ min: 0, max: 1, noNaN: true }), (given, how, part) => {
        const named = given.map((one, at) => ({ ...one, spread: one.spread + (at === 0 ? 1 : 0), name: `${at}` }));
        const lowest = named.reduce((all, { people }) => all + Math.min(2, people), 0);
        const highest = named.reduce((all, { people }) => all + people, 0);
        const total = Math.round(lowest + part * (highest - lowest));
        const shares = allocate(total, named, how);
        expect(shares.reduce((all, one) => all + one, 0)).toBe(total);
        named.forEach(({ people }, h) => {
          expect(shares[h]).toBeGreaterThanOrEqual(Math.min(2, people));
          expect(shares[h]).toBeLessThanOrEqual(people);
        });
        if (how.rule === 'proportional')
          for (const [a, one] of named.entries())
            for (const [b, other] of named.entries())
              if (one.people > other.people) expect(shares[a]).toBeGreaterThanOrEqual((shares[b] ?? 0) - 1);
      }),
      shareOf(200, 3000),
    );
  });
});
