import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../../test/shared.ts';
import { Problem } from '../../../kernel/problem.ts';
import { seededRandom } from '../../../kernel/seeded.ts';
import { SurveyDesign } from '../../model.ts';
import { designOf } from '../design.ts';
import type { SamplingPlan } from '../model.ts';
import { readFrame } from '../read-frame.ts';
import { readPlan } from '../read-plan.ts';
import { sampleSheet } from '../sheet.ts';
import { selectSample } from './select.ts';

/** Two provinces of five and four districts, each of three communes; the first of each is the seat. */
const cells = [
  ['tinh', 'huyen', 'xa', 'nguoi', 'thu_phu', 'huyen_ly'],
  ...[5, 4].flatMap((districts, p) =>
    Array.from({ length: districts }, (_, d) =>
      [0, 1, 2].map((c) => [
        `T${p}`,
        `H${d}`,
        `X${c}`,
        String(100 * (d + 1) + 10 * c + 1),
        d === 0 ? '1' : '',
        c ? '' : 'x',
      ]),
    ).flat(),
  ),
];
const frame = readFrame(cells);
const plan = readPlan(
  {
    ...{ title: 'Thử', sources: [], size: 'nguoi' },
    classes: {
      of: ['tinh'],
      steps: [
        { name: 'nhỏ', from: 0 },
        { name: 'lớn', from: 4000 },
      ],
    },
    stages: [
      { name: 'huyện', unit: 'huyen', strata: ['tinh'], method: 'pps', take: { nhỏ: 2, lớn: 3 }, always: 'thu_phu' },
      { name: 'xã', unit: 'xa', method: 'pps', take: 2, always: 'huyen_ly' },
    ],
    respondents: { take: { lớn: 24, '*': 16 }, reserve: 8 },
  },
  'thử',
) satisfies SamplingPlan;

function problemOr<T>(act: () => T): T | Problem {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
const problem = problemOr<unknown>;

describe('Selecting a sample in stages', () => {
  const sample = selectSample(frame, plan, seededRandom(20260105));

  it('takes seats for certain and as many others as the class says', () => {
    const taken = (province: string) =>
      sample.drawings.find(({ stage, within }) => stage === 0 && within[0] === province);
    expect(taken('T0')).toMatchObject({ class: 'lớn', units: 5, take: 3 });
    expect(taken('T1')).toMatchObject({ class: 'nhỏ', units: 4, take: 2 });
    expect(sample.units).toHaveLength(3 * 2 + 2 * 2);
    expect(sample.units.filter(({ certain }) => certain).map(({ units }) => units[0])).toEqual([
      'H0',
      'H0',
      'H0',
      'H0',
    ]);
    expect(taken('T0')?.chosen[0]).toMatchObject({ unit: 'H0', reason: 'always', probability: 1 });
  });

  it('states the probability of each stage, and the weight of a person', () => {
    const one = sample.units.find(({ stratum, certain, units }) => stratum === 'T1' && !certain && units[1] !== 'X0');
    // One of three districts left, by their people; one of two communes left.
    const people = (d: number) => 3 * 100 * (d + 1) + 33;
    const d = Number(one?.units[0]?.slice(1));
    const commune = (c: number) => 100 * (d + 1) + 10 * c + 1;
    const c = Number(one?.units[1]?.slice(1));
    expect(one?.probabilities[0]).toBeCloseTo(people(d) / (people(1) + people(2) + people(3)), 12);
    expect(one?.probabilities[1]).toBeCloseTo(commune(c) / (commune(1) + commune(2)), 12);
    expect(one?.respondents).toBe(16);
    expect(one?.weight).toBeCloseTo(commune(c) / 16 / ((one?.probabilities[0] ?? 0) * (one?.probabilities[1] ?? 0)), 9);
  });

  it('is the same with the same seed, and another with another', () => {
    expect(selectSample(frame, plan, seededRandom(20260105))).toEqual(sample);
    const others = [1, 2, 3].map((seed) =>
      selectSample(frame, plan, seededRandom(seed)).units.map(({ units }) => units),
    );
    expect(new Set(others.map((units) => JSON.stringify(units))).size).toBeGreaterThan(1);
  });

  it('draws units and counts people as its probabilities say', () => {
    const random = seededRandom(4);
    const rounds = 1500;
    const hits = new Map<string, number>();
    const stated = new Map<string, number>();
    let people = 0;
    for (let round = 0; round < rounds; round++)
      for (const { stratum, units, probability, weight, respondents } of selectSample(frame, plan, random).units) {
        const key = `${stratum} ${units.join(' ')}`;
        hits.set(key, (hits.get(key) ?? 0) + 1 / rounds);
        stated.set(key, probability);
        people += (weight * (respondents ?? 0)) / rounds;
      }
    expect(stated.size).toBe(27);
    // Four standard errors of a share in 1,500 rounds are at most 0.052; the seed is fixed.
    for (const [key, share] of hits) expect(Math.abs(share - (stated.get(key) ?? 0)), key).toBeLessThan(0.052);
    const all = frame.rows.reduce((sum, row) => sum + Number(row[3]), 0);
    expect(Math.abs(people / all - 1)).toBeLessThan(0.01);
  });

  it('writes a sheet to weight by and a design to estimate with', () => {
    const [headings = [], ...rows] = sampleSheet(frame, sample);
    expect(headings.slice(6)).toEqual([
      ...['class', 'probability_1', 'probability_2', 'probability', 'certainty', 'respondents', 'reserve', 'weight'],
    ]);
    expect(rows[0]).toHaveLength(headings.length);
    const design = designOf(sample);
    expect(Value.Check(SurveyDesign, design)).toBe(true);
    expect(design).toEqual({
      stages: [{ strata: ['tinh'], unit: 'huyen' }, { unit: 'xa' }],
      ...{ weight: 'weight', certainty: 'certainty', lonely: 'adjust', nest: true },
    });
  });
});

describe('Selecting by chance alone', () => {
  const bySimple = (method: 'srs' | 'systematic', extra = {}) =>
    readPlan(
      {
        ...{ title: 'Thử', sources: [], size: null },
        stages: [{ name: 'xã', unit: 'xa', strata: ['tinh', 'huyen'], method, take: 2, ...extra }],
      },
      'thử',
    );

  it('gives all the same probability and says the finite population', () => {
    const sample = selectSample(frame, bySimple('srs'), seededRandom(2));
    expect(sample.units).toHaveLength(18);
    expect(new Set(sample.units.map(({ weight }) => weight))).toEqual(new Set([1.5]));
    expect(designOf(sample).stages).toEqual([{ strata: ['tinh', 'huyen'], unit: 'xa', fpc: 'fpc_1' }]);
    expect(sampleSheet(frame, sample)[1]?.slice(-2)).toEqual(['3', '1.5']);
    // The random number of each unit is told, and the smallest were taken.
    const [first] = sample.drawings;
    expect(first?.chosen.every(({ point }) => point !== null)).toBe(true);
    expect(sample.randoms).toBe(27);
  });

  it('takes each k-th of the list as it is sorted', () => {
    const ordered = bySimple('systematic', { take: 1, order: ['nguoi'], strata: ['tinh'], unit: 'xa' });
    const unique = readFrame(
      cells.map((row, at) => (at === 0 ? row : row.map((cell, c) => (c === 2 ? `${row[0]}${row[1]}${cell}` : cell)))),
    );
    const [first] = selectSample(
      unique,
      { ...ordered, stages: [{ ...ordered.stages[0], take: 5 } as never] },
      () => 0.5,
    ).drawings;
    expect(first).toMatchObject({ interval: 3, start: 1.5, units: 15 });
    expect(first?.chosen.map(({ unit }) => unit)).toEqual(['T0H0X1', 'T0H1X1', 'T0H2X1', 'T0H3X1', 'T0H4X1']);
  });

  it('takes all where a plan says so and there are too few, else refuses', () => {
    expect(problem(() => selectSample(frame, bySimple('srs', { take: 4 }), seededRandom(1)))).toMatchObject({
      code: 'sampling-too-few-units',
      details: { within: 'T0 × H0', units: 3, take: 4 },
    });
    const all = selectSample(frame, bySimple('srs', { take: 4, short: 'all' }), seededRandom(1));
    expect(all.units).toHaveLength(27);
    expect(all.units.every(({ weight }) => weight === 1)).toBe(true);
  });
});

describe('Any list and any plan', () => {
  const methods = fc.constantFrom('pps', 'systematic', 'srs', 'all');
  const stageOf = (unit: string, strata: string[]) =>
    fc.record({
      ...{ name: fc.constant(unit), unit: fc.constant(unit), strata: fc.constant(strata), method: methods },
      ...{ take: fc.integer({ min: 1, max: 4 }), short: fc.constantFrom('refuse', 'all') },
    });
  const lists = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.integer({ min: 1, max: 500 })), {
    minLength: 1,
    maxLength: 60,
  });

  it('gives as many units as asked, each once, with a probability; or says what is wrong', () => {
    fc.assert(
      fc.property(lists, stageOf('xa', ['tinh']), stageOf('thon', []), fc.nat(), (rows, first, second, seed) => {
        const list = readFrame([
          ['tinh', 'xa', 'thon', 'nguoi'],
          ...rows.map(([a, b, people], at) => [`T${a}`, b, at, people]),
        ]);
        const own = readPlan({ title: 'x', sources: [], size: 'nguoi', stages: [first, second] }, 'x');
        const drawn = problemOr(() => selectSample(list, own, seededRandom(seed)));
        if (drawn instanceof Problem) {
          expect(drawn.code).toBe('sampling-too-few-units');
          return;
        }
        expect(new Set(drawn.units.map(({ row }) => row)).size).toBe(drawn.units.length);
        for (const { take, chosen, units } of drawn.drawings) {
          expect(chosen).toHaveLength(take);
          expect(take).toBeLessThanOrEqual(units);
        }
        for (const { probability, weight } of drawn.units) {
          expect(probability > 0 && probability <= 1).toBe(true);
          expect(weight * probability).toBeCloseTo(1, 9);
        }
        expect(Value.Check(SurveyDesign, designOf(drawn))).toBe(true);
      }),
      shareOf(150, 3000),
    );
  });
});

describe('A list that cannot be drawn from', () => {
  const broken = (row: number, column: number, cell: string) =>
    readFrame(cells.map((one, r) => (r === row ? one.map((old, c) => (c === column ? cell : old)) : one)));

  it.each(['', '0', '-5', '12.345', 'nhiều', '1e9x'])('says where a size is “%s”', (size) => {
    expect(problem(() => selectSample(broken(4, 3, size), plan, seededRandom(1)))).toMatchObject({
      code: 'sampling-size-wrong',
      details: { column: 'nguoi', rows: 1, row: 5, value: size },
    });
  });

  it('says where a unit stands twice, or has no name', () => {
    expect(problem(() => selectSample(broken(3, 2, 'X1'), plan, seededRandom(1)))).toMatchObject({
      code: 'sampling-unit-twice',
      details: { unit: 'X1', row: 4, first: 3, units: 1 },
    });
    expect(problem(() => selectSample(broken(3, 1, ''), plan, seededRandom(1)))).toMatchObject({
      code: 'sampling-unit-missing',
      details: { column: 'huyen', rows: 1, row: 4 },
    });
  });

  it('says where no seat is marked, or which column is not there', () => {
    expect(problem(() => selectSample(broken(1, 5, ''), plan, seededRandom(1)))).toMatchObject({
      code: 'sampling-always-wrong',
      details: { within: 'T0 × H0', marked: 0, take: 2 },
    });
    const other = { ...plan, size: 'nguo' };
    expect(problem(() => selectSample(frame, other, seededRandom(1)))).toMatchObject({
      code: 'sampling-column-unknown',
      details: { column: 'nguo', near: ['nguoi'] },
    });
    expect(problem(() => readFrame([['a'], ['']]))).toMatchObject({ code: 'sampling-list-empty' });
  });

  it('says what of a plan is wrong', () => {
    const wrong = (written: unknown) => problem(() => readPlan(written, 'p'));
    expect(wrong({ title: 'x' })).toMatchObject({ code: 'sampling-plan-wrong' });
    expect(wrong({ ...plan, stage: [] })).toMatchObject({ details: { what: expect.stringContaining('“stages”?') } });
    expect(wrong({ ...plan, stages: [{ ...plan.stages[0], methods: 1 }] })).toMatchObject({
      details: { what: expect.stringContaining('mục lạ “methods”') },
    });
    expect(wrong({ ...plan, stages: [{ ...plan.stages[0], take: 0 }] })).toMatchObject({
      details: { what: expect.stringContaining('stages → 0 → take') },
    });
    expect(wrong({ ...plan, size: null })).toMatchObject({ code: 'sampling-plan-wrong' });
    expect(wrong({ ...plan, stages: [{ name: 'xã', unit: 'xa', method: 'srs' }] })).toMatchObject({
      details: { what: expect.stringContaining('chọn bao nhiêu') },
    });
    const silent = { ...plan, stages: [{ ...plan.stages[0], take: { nhỏ: 2 } } as never, ...plan.stages.slice(1)] };
    expect(problem(() => selectSample(frame, silent, seededRandom(1)))).toMatchObject({
      code: 'sampling-take-missing',
      details: { stage: 'huyện', key: 'lớn' },
    });
  });
});
