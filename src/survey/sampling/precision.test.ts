import { describe, expect, it } from 'vitest';
import { tQuantile } from '../distribution.ts';
import { expectPrecision, type PlannedDomain } from './precision.ts';

const province = (name: string, psus: number, people: number, weight: (psu: number) => number): PlannedDomain => ({
  ...{ name, strata: 1 },
  psus: Array.from({ length: psus }, (_, psu) => [{ people, weight: weight(psu) }]),
});
const guess = { share: 0.5, rho: 0.05, level: 0.95 };

describe('The precision to expect before the field work', () => {
  it('is D·p(1 − p)/n with D = 1 + (m − 1)·ρ, by t with PSUs − strata', () => {
    const { groups, all } = expectPrecision([province('Minh Hà', 3, 64, () => 1)], guess);
    const effect = 1 + 63 * 0.05;
    expect(groups[0]).toMatchObject({ n: 192, psus: 3, df: 2 });
    expect(groups[0]?.effect).toBeCloseTo(effect, 12);
    expect(groups[0]?.effective).toBeCloseTo(192 / effect, 12);
    expect(groups[0]?.margin).toBeCloseTo(tQuantile(0.975, 2) * Math.sqrt((effect * 0.25) / 192), 12);
    expect(groups[0]?.warnings).toEqual(['few-clusters', 'wide']);
    expect(all.se).toBeCloseTo(groups[0]?.se ?? 0, 12);
  });

  it('loses by unequal weights what Kish says: 1 + their relative variance', () => {
    const { groups } = expectPrecision([province('a', 2, 50, (psu) => (psu === 0 ? 1 : 3))], { ...guess, rho: 0 });
    expect(groups[0]?.effect).toBeCloseTo(1 + 1 / 4, 12);
  });

  it('adds groups by their weight, and their degrees of freedom', () => {
    const { groups, all } = expectPrecision([province('a', 20, 10, () => 3), province('b', 10, 10, () => 2)], {
      spread: 2,
      rho: 0.1,
      level: 0.9,
    });
    const [a = Number.NaN, b = Number.NaN] = groups.map(({ se }) => se);
    expect(all.se).toBeCloseTo(Math.hypot(0.75 * a, 0.25 * b), 12);
    expect(all).toMatchObject({ n: 300, psus: 30, df: 28, warnings: [] });
  });

  it('has no margin where every stratum has one PSU, and says so', () => {
    const { groups } = expectPrecision([province('a', 1, 500, () => 1)], guess);
    expect(groups[0]).toMatchObject({ df: 0, margin: null });
    expect(groups[0]?.warnings).toContain('no-df');
  });

  it('refuses what it cannot be', () => {
    const ask = (wrong: object) => () => expectPrecision([province('a', 3, 5, () => 1)], { ...guess, ...wrong });
    expect(ask({ rho: 2 })).toThrow(/từ 0 đến 1/);
    expect(ask({ share: 1 })).toThrow(/Tỷ lệ dự kiến/);
    expect(ask({ level: 95 })).toThrow(/Độ tin cậy/);
  });
});
