import { describe, expect, it } from 'vitest';
import { estimate } from '../estimate.ts';
import type { DomainValue, Method, SurveyDesign } from '../model.ts';
import { answerOf, dictionaryOf } from '../testing.ts';

/** Three strata of four villages with three people each; three replicate weights beside the weight. */
const people = Array.from({ length: 36 }, (_, i) => ({
  stratum: `s${Math.floor(i / 12)}`,
  village: `v${Math.floor(i / 3)}`,
  sex: i % 2 === 0 ? 'nam' : 'nữ',
  came: i % 5 === 0 ? 0 : 1,
  w: 10 + ((i * 7) % 5),
  y: (i * i * 3) % 17,
  r: [(i * 5) % 7, (i * 3) % 11, 1 + (i % 4)],
}));
type Person = (typeof people)[number];

const dictionary = dictionaryOf({
  ...{ stratum: 'text', village: 'text', sex: 'text', came: 'integer', w: 'number', y: 'number' },
  ...{ r0: 'number', r1: 'number', r2: 'number' },
});
const design: SurveyDesign = {
  stages: [{ strata: ['stratum'], unit: 'village' }],
  weight: 'w',
  minimum: { respondents: 1, psus: 1 },
};

/** Answers as the database would, each person a cell of their own. */
function answer(rows: readonly Person[], auxiliary: readonly ('sex' | 'came')[]) {
  return answerOf(
    rows.map(({ w, y, r, ...one }): Record<string, DomainValue> => {
      const sums = { n: 1, w, ww: w * w, w_least: w, w_most: w, w_given: 1, n0: 1, w0: w, wy0: w * y, wyy0: w * y * y };
      const replicates = r.flatMap((weight, k): [string, number][] => [
        ...([
          [`r${k}`, weight],
          [`rw0_${k}`, weight],
          [`ry0_${k}`, weight * y],
        ] as [string, number][]),
      ]);
      return {
        ...{ p0: one.stratum, p1: one.village, ...sums },
        ...Object.fromEntries(auxiliary.map((name, i) => [`a${i}`, one[name]])),
        ...{ ...Object.fromEntries(replicates), r_given: 1, r_least: Math.min(...r), r_sum: r[0] as number },
      };
    }),
  );
}

async function mean(of: SurveyDesign, method: Method | undefined, rows: readonly Person[] = people) {
  const auxiliary = (of.weights ?? []).flatMap(({ step }) =>
    step === 'respond' ? (['came', 'sex'] as const) : (['sex'] as const),
  );
  const request = { of: [{ kind: 'mean', of: 'y' } as const], by: [], ...(method && { method }) };
  const { rows: found } = await estimate({ design: of, request, dictionary }, async () => answer(rows, auxiliary));
  return found[0] as (typeof found)[number];
}

const shuffled = people.toSorted((a, b) => ((a.w * 31 + a.y) % 13) - ((b.w * 31 + b.y) % 13));
const bootstrap = { kind: 'bootstrap', replicates: 60, seed: 4 } as const;
const both: SurveyDesign['weights'] = [
  { step: 'poststratify', margin: { columns: ['sex'], totals: { nam: 300, nữ: 340 } } },
];

describe('estimates by replicates', () => {
  it('are the same from the same seed in whatever order the rows come', async () => {
    const one = await mean(design, bootstrap);
    const other = await mean(design, bootstrap, shuffled);
    expect(other.se).toBeCloseTo(one.se ?? Number.NaN, 12);
    expect(other.df).toBe(9);
    expect((await mean(design, { ...bootstrap, seed: 5 })).se).not.toBeCloseTo(one.se ?? Number.NaN, 6);
  });

  it('come near linearisation, with weights as drawn and moved to known totals', async () => {
    for (const drawn of [design, { ...design, weights: both }]) {
      const { estimate: value, se } = await mean(drawn, undefined);
      for (const method of [{ kind: 'jackknife' } as const, { ...bootstrap, replicates: 800 }]) {
        const found = await mean(drawn, method);
        expect(found.estimate).toBeCloseTo(value ?? Number.NaN, 12);
        expect(Math.abs((found.se ?? 0) / (se ?? 1) - 1)).toBeLessThan(0.1);
      }
    }
  });

  it('keep the degrees of freedom of villages when weight steps tell apart who lives in one', async () => {
    expect((await mean({ ...design, weights: both }, bootstrap)).df).toBe(9);
  });
});

describe('who did not respond', () => {
  const weights: SurveyDesign['weights'] = [{ step: 'respond', responded: 'came', classes: ['sex'] }];
  it('is in no base, and still weighs in the error', async () => {
    const found = await mean({ ...design, weights }, undefined);
    expect(found.n).toBe(people.filter(({ came }) => came === 1).length);
    const women = people.filter(({ sex }) => sex === 'nữ');
    const sum = (rows: readonly Person[], of: (one: Person) => number) =>
      rows.reduce((total, one) => total + of(one), 0);
    const parts = [women, people.filter(({ sex }) => sex === 'nam')].map((all) => {
      const came = all.filter((one) => one.came === 1);
      return sum(all, ({ w }) => w) * (sum(came, ({ w, y }) => w * y) / sum(came, ({ w }) => w));
    });
    expect(found.estimate).toBeCloseTo(
      (parts[0] as number) / sum(people, ({ w }) => w) + (parts[1] as number) / sum(people, ({ w }) => w),
      12,
    );
    const replicated = await mean({ ...design, weights }, { kind: 'jackknife' });
    expect(Math.abs((replicated.se ?? 0) / (found.se ?? 1) - 1)).toBeLessThan(0.05);
  });
});

describe('replicate weights that came with the data', () => {
  const columns = ['r0', 'r1', 'r2'];
  const supplied = { kind: 'supplied' } as const;
  const given: SurveyDesign = { ...design, replicates: { columns, combined: true, scale: 0.5, mse: true } };

  it('give the variance by their scale, about the estimate', async () => {
    const found = await mean(given, supplied);
    const under = (weight: (one: Person) => number): number =>
      people.reduce((sum, one) => sum + weight(one) * one.y, 0) / people.reduce((sum, one) => sum + weight(one), 0);
    const squares = columns.map((_, k) => (under(({ r }) => r[k] as number) - under(({ w }) => w)) ** 2);
    expect(found.se).toBeCloseTo(Math.sqrt(0.5 * squares.reduce((sum, value) => sum + value, 0)), 12);
    expect(found.df).toBe(2);
  });

  it('are refused with a gap, with a scale too few, or when there are none', async () => {
    const torn = people.map((one, i) => (i === 3 ? { ...one, r: [-1, 2, 3] } : one));
    await expect(mean(given, supplied, torn)).rejects.toThrow('“r0” … “r2”');
    const short = { ...given, replicates: { columns, combined: true, scale: 0.5, rscales: [1, 1] } };
    await expect(mean(short, supplied)).rejects.toThrow('3 cột quyền số lặp lại nhưng khai 2');
    await expect(mean(design, supplied)).rejects.toThrow('không khai cột quyền số lặp lại nào');
  });
});
