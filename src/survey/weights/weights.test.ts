import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import type { DomainValue, Margin, WeightStep } from '../model.ts';
import type { Auxiliary } from './auxiliary.ts';
import { auxiliaryColumns, laySteps } from './weights.ts';

/** Twelve people, each a cluster of their own. */
const people = {
  w: [10, 12, 9, 11, 15, 8, 14, 13, 10, 12, 9, 16],
  sex: ['f', 'm', 'f', 'm', 'f', 'f', 'm', 'm', 'f', 'm', 'f', 'm'],
  age: [1, 2, 3, 1, 2, 3, 1, 2, 3, 2, 1, 3],
  x: [3, 5, 2, 8, 4, 6, 7, 1, 9, 3, 5, 4],
  y: [12, 15, 9, 21, 13, 18, 20, 7, 25, 11, 16, 14],
};
const weight = Float64Array.from(people.w);
const auxiliary: Auxiliary = {
  cells: 12,
  values: new Map<string, DomainValue[]>([
    ['sex', people.sex],
    ['age', people.age],
    ['x', people.x],
  ]),
  n: new Float64Array(12).fill(1),
};
const sex: Margin = { columns: ['sex'], totals: { f: 80, m: 75 } };
const age: Margin = { columns: ['age'], totals: { '1': 50, '2': 60, '3': 45 } };
const calibration = { step: 'calibrate', totals: { '(intercept)': 155, x: 740 }, margins: [sex] } as const;

/** Value and standard error of the mean of y, and of its total among ages 1 and 2. */
function figures(steps: readonly WeightStep[]) {
  const { factor, residualize } = laySteps(auxiliary, steps).apply(weight);
  const final = weight.map((w, i) => w * (factor[i] ?? 0));
  const size = final.reduce((sum, w) => sum + w, 0);
  const young = people.y.map((y, i) => ((people.age[i] ?? 3) < 3 ? y : 0));
  const mean = people.y.reduce((sum, y, i) => sum + y * (final[i] ?? 0), 0) / size;
  const total = young.reduce((sum, y, i) => sum + y * (final[i] ?? 0), 0);
  const error = (influence: readonly number[]): number => {
    const plain = Float64Array.from(influence);
    const taken = residualize({ plain, weighted: plain.map((value, i) => value * (weight[i] ?? 0)) });
    const z = plain.map((value, i) => (weight[i] ?? 0) * ((factor[i] ?? 0) * value - (taken[i] ?? 0)));
    const centre = z.reduce((sum, value) => sum + value, 0) / 12;
    return Math.sqrt((12 / 11) * z.reduce((sum, value) => sum + (value - centre) ** 2, 0));
  };
  return [mean, error(people.y.map((y) => (y - mean) / size)), total, error(young)];
}

const close = (found: readonly number[], wanted: readonly number[]): void => {
  found.forEach((value, i) => {
    expect(Math.abs(value / (wanted[i] ?? 0) - 1)).toBeLessThan(1e-10);
  });
};

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${JSON.stringify(error.details)}`;
    throw error;
  }
  return 'none';
};

describe('weights after their steps, and errors that know of them, are those of R', () => {
  it.each<[string, WeightStep[], number[]]>([
    [
      'post-stratified',
      [{ step: 'poststratify', margin: sex }],
      [14.96225033559777, 1.464475120186673, 1480.813366960908, 343.9800009532476],
    ],
    [
      'raked',
      [{ step: 'rake', margins: [sex, age] }],
      [14.81114906596885, 1.228641063007015, 1551.309896855496, 130.4586599127122],
    ],
    [
      'calibrated by regression',
      [{ ...calibration, margins: [sex], distance: 'linear' }],
      [15.14436065910028, 0.1592250509753589, 1492.935086741659, 345.5742773575063],
    ],
    [
      'calibrated with weights above zero',
      [{ ...calibration, margins: [sex], distance: 'raking' }],
      [15.1457398438022, 0.1590611078172963, 1489.162406173679, 346.1169214444882],
    ],
    [
      'calibrated between bounds, smoothly',
      [{ ...calibration, margins: [sex], distance: 'logit', bounds: [0.5, 2] }],
      [15.14490693933537, 0.1591418410602653, 1491.492953599544, 345.7650648427335],
    ],
    [
      'calibrated between bounds, cut off',
      [{ ...calibration, margins: [sex], distance: 'linear', bounds: [0.925, 1.36] }],
      [15.14127307680731, 0.1587547405614531, 1503.955466718507, 343.274079145778],
    ],
    [
      'calibrated, then raked',
      [
        { step: 'calibrate', distance: 'linear', totals: { '(intercept)': 140, x: 740 } },
        { step: 'rake', margins: [sex, age] },
      ],
      [15.74902006017436, 0.2491314974811066, 1619.734940026151, 94.75365529682026],
    ],
  ])('%s', (_, steps, wanted) => close(figures(steps), wanted));
});

describe('given totals are met', () => {
  const margins = fc.tuple(
    fc.double({ min: 0.4, max: 0.6, noNaN: true }),
    fc.double({ min: 0.25, max: 0.4, noNaN: true }),
  );
  const sums = (of: readonly DomainValue[], factor: Float64Array, key: DomainValue): number =>
    weight.reduce((sum, w, i) => sum + (of[i] === key ? w * (factor[i] ?? 0) : 0), 0);

  it('by raking and by calibrating with the raking distance, which are the same', () => {
    fc.assert(
      fc.property(margins, ([women, young]) => {
        const both: Margin[] = [
          { columns: ['sex'], totals: { f: 1000 * women, m: 1000 * (1 - women) } },
          { columns: ['age'], totals: { '1': 1000 * young, '2': 400, '3': 600 - 1000 * young } },
        ];
        const raked = laySteps(auxiliary, [{ step: 'rake', margins: both }]).factor(weight);
        const moved = laySteps(auxiliary, [
          { step: 'calibrate', distance: 'raking', totals: {}, margins: both },
        ]).factor(weight);
        expect(sums(people.sex, raked, 'f')).toBeCloseTo(1000 * women, 7);
        expect(sums(people.age, raked, 1)).toBeCloseTo(1000 * young, 7);
        raked.forEach((value, i) => {
          expect(Math.abs(value / (moved[i] ?? 0) - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('within bounds where bounds are given', () => {
    for (const distance of ['linear', 'logit', 'raking'] as const) {
      const factor = laySteps(auxiliary, [{ ...calibration, margins: [sex], distance, bounds: [0.8, 1.6] }]).factor(
        weight,
      );
      expect(Math.min(...factor)).toBeGreaterThanOrEqual(0.8);
      expect(Math.max(...factor)).toBeLessThanOrEqual(1.6);
      expect(sums(people.sex, factor, 'm')).toBeCloseTo(75, 8);
      expect(weight.reduce((sum, w, i) => sum + w * (factor[i] ?? 0) * (people.x[i] ?? 0), 0)).toBeCloseTo(740, 8);
    }
  });

  it('whatever the units of the columns', () => {
    const scaled: Auxiliary = {
      ...auxiliary,
      values: new Map([['x', people.x.map((x) => 1e9 + x * 1e3)]]),
    };
    const plain = laySteps(auxiliary, [
      { step: 'calibrate', distance: 'logit', bounds: [0.5, 2], totals: { '(intercept)': 150, x: 740 } },
    ]).factor(weight);
    const other = laySteps(scaled, [
      { step: 'calibrate', distance: 'logit', bounds: [0.5, 2], totals: { '(intercept)': 150, x: 150e9 + 740e3 } },
    ]).factor(weight);
    other.forEach((value, i) => {
      expect(value).toBeCloseTo(plain[i] ?? 0, 5);
    });
  });
});

describe('raising respondents to all who were drawn', () => {
  const answered: Auxiliary = {
    cells: 4,
    values: new Map<string, DomainValue[]>([
      ['came', [1, 0, 1, 0]],
      ['class', ['a', 'a', 'b', 'b']],
    ]),
    n: Float64Array.from([2, 2, 3, 1]),
  };
  const step: WeightStep = { step: 'respond', responded: 'came', classes: ['class'] };
  const drawn = Float64Array.from([20, 20, 30, 10]);

  it('keeps the weight of each class and leaves nothing to those who did not answer', () => {
    expect([...laySteps(answered, [step]).factor(drawn)]).toEqual([2, 0, 40 / 30, 0]);
  });

  it('makes the error that of estimated rates: the mean of a class stands for those missing', () => {
    const { residualize } = laySteps(answered, [step]).apply(drawn);
    // Among those who came: a has 5 and 7 (weights 10 each), b three times 4; the influence of a total is y itself.
    const taken = residualize({
      plain: Float64Array.from([12, 0, 12, 0]),
      weighted: Float64Array.from([120, 0, 120, 0]),
    });
    expect([...taken].map((value) => Number(value.toFixed(12)))).toEqual([6, -6, Number((4 / 3).toFixed(12)), -4]);
  });

  it('lets go on with totals of what only those who answered told', () => {
    const told = { ...answered, values: new Map(answered.values).set('job', ['x', null, 'y', null]) };
    const then: WeightStep = { step: 'poststratify', margin: { columns: ['job'], totals: { x: 100, y: 60 } } };
    expect([...laySteps(told, [step, then]).factor(drawn)]).toEqual([5, 0, 2, 0]);
    const { residualize } = laySteps(told, [step, then]).apply(drawn);
    const taken = residualize({
      plain: Float64Array.from([12, 0, 12, 0]),
      weighted: Float64Array.from([120, 0, 120, 0]),
    });
    // Each category is a class, so its total is known and only deviations from its mean are left to vary.
    expect([...taken].map((value) => Number(value.toFixed(10)))).toEqual([30, 0, 8, 0]);
    expect(codeOf(() => laySteps(told, [then]))).toBe('survey-auxiliary-missing {"column":"job","rows":3}');
  });

  it('refuses a class nobody answered in, a mark that is neither 1 nor 0, and coming after other steps', () => {
    const silent = { ...answered, values: new Map(answered.values).set('came', [1, 0, 0, 0]) };
    expect(codeOf(() => laySteps(silent, [step]).factor(drawn))).toContain('"category":"b","why":"nobody"');
    const odd = { ...answered, values: new Map(answered.values).set('came', [1, 2, 0, 0]) };
    expect(codeOf(() => laySteps(odd, [step]))).toContain('survey-responded-wrong');
    const late: WeightStep[] = [{ step: 'poststratify', margin: { columns: ['class'], totals: { a: 1, b: 1 } } }, step];
    expect(codeOf(() => laySteps(answered, late))).toBe('survey-respond-late {"step":2}');
  });
});

describe('totals that cannot be met are refused', () => {
  const refused = (...steps: WeightStep[]): string => codeOf(() => laySteps(auxiliary, steps).factor(weight));
  const post = (totals: Record<string, number>): WeightStep => ({
    step: 'poststratify',
    margin: { columns: ['sex'], totals },
  });

  it('a category with nobody, without a total, or with an impossible one', () => {
    expect(refused(post({ f: 80, m: 75, x: 3 }))).toContain('"category":"x","why":"nobody"');
    expect(refused(post({ f: 80 }))).toContain('"category":"m","why":"no-total"');
    expect(refused(post({ f: 80, m: 0 }))).toContain('"category":"m","why":"not-positive"');
    expect(refused(post({ f: 80, m: Number.NaN }))).toContain('"why":"not-positive"');
    expect(refused(post({ f: 80, m: 75, x: 0 }))).toBe('none');
  });

  it('margins of different sums', () => {
    const more: Margin = { columns: ['age'], totals: { '1': 51, '2': 60, '3': 45 } };
    expect(refused({ step: 'rake', margins: [sex, more] })).toContain('"sums":[155,156]');
    expect(refused({ step: 'calibrate', distance: 'linear', totals: {}, margins: [sex, more] })).toContain(
      'survey-totals-contradict {"what":"age: ',
    );
  });

  it('margins that fight over who is in both', () => {
    const married: Auxiliary = {
      cells: 3,
      values: new Map<string, DomainValue[]>([
        ['a', [1, 1, 2]],
        ['b', [1, 2, 2]],
      ]),
      n: new Float64Array(3).fill(1),
    };
    const margins: Margin[] = [
      { columns: ['a'], totals: { '1': 10, '2': 90 } },
      { columns: ['b'], totals: { '1': 50, '2': 50 } },
    ];
    const steps: WeightStep[] = [{ step: 'rake', margins }];
    expect(codeOf(() => laySteps(married, steps).factor(new Float64Array(3).fill(1)))).toContain('no-solution');
  });

  it('bounds that are too narrow, or no bounds at all', () => {
    expect(refused({ ...calibration, margins: [sex], distance: 'linear', bounds: [0.99, 1.01] })).toContain(
      'too-narrow',
    );
    expect(refused({ ...calibration, margins: [sex], distance: 'logit', bounds: [0.99, 1.01] })).toContain(
      'too-narrow',
    );
    expect(refused({ ...calibration, margins: [sex], distance: 'logit' })).toContain('"why":"bounds"');
    expect(refused({ ...calibration, margins: [sex], distance: 'logit', bounds: [1.1, 2] })).toContain(
      '"why":"bounds"',
    );
  });

  it('totals outside all that positive weights can reach', () => {
    expect(refused({ step: 'calibrate', distance: 'raking', totals: { '(intercept)': 100, x: 10_000 } })).toContain(
      'no-solution',
    );
  });

  it('a value missing in a column of a step, and words where numbers must stand', () => {
    const gap = { ...auxiliary, values: new Map(auxiliary.values).set('sex', [null, ...people.sex.slice(1)]) };
    expect(codeOf(() => laySteps(gap, [post({ f: 80, m: 75 })]))).toBe(
      'survey-auxiliary-missing {"column":"sex","rows":1}',
    );
    expect(refused({ step: 'calibrate', distance: 'linear', totals: { sex: 5 } })).toContain(
      'survey-column-not-number',
    );
  });
});

it('steps name the columns they look at once', () => {
  expect(
    auxiliaryColumns([
      { step: 'respond', responded: 'came', classes: ['area'] },
      { step: 'rake', margins: [sex, { columns: ['area', 'sex'], totals: {} }] },
      { ...calibration, margins: [sex], distance: 'linear' },
    ]),
  ).toEqual(['came', 'area', 'sex', 'x']);
});
