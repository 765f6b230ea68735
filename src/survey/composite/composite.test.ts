import { describe, expect, it } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { microdataForThisTest } from '../../store/microdata/testing.ts';
import { estimate } from '../estimate.ts';
import type { Dictionary, SurveyDesign, Variable } from '../model.ts';
import { estimateIndex } from './estimate-index.ts';
import type { IndexEstimates } from './model.ts';
import { parseIndexFramework } from './parse-framework.ts';
import { findUnmapped, parseIndexMapping } from './parse-mapping.ts';
import { leavesOf, scoreIndex } from './tree.ts';

const head = `{ index: Thử, version: '1', source: dùng để thử, methods: [{ id: diem, name: Điểm, unit: điểm }]`;
const framework = (rest: string) => parseIndexFramework(`${head}, ${rest} }`, 'khung.yaml');
const small = framework(
  `levels: [{ combine: sum }], parts: [
     { code: A, rule: { combine: mean, rescale: { lo: 0.25, hi: 2.5 } }, parts: [
       { code: A1, rescale: { min: 1, max: 5 } }, { code: A2, weight: 3, rescale: { min: 10, max: 0 } } ] },
     { code: B, share: [4, 5] } ]`,
);

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return 'không có lỗi';
};

describe('the tree of an index', () => {
  const scoresOf = (known: Record<string, number | null>) => {
    const [method] = small.methods;
    if (!method) throw new Error('no method');
    return Object.fromEntries(scoreIndex(small, method, (code) => known[code] ?? null));
  };

  it('rescales, weighs and adds; a scale with min above max is read backwards', () => {
    const scores = scoresOf({ A1: 3, A2: 2, B: 0.4 });
    // A1 is half its scale, A2 eight tenths: (0.5 + 3·0.8)/4 of 0.25…2.5.
    expect(scores.A1).toBeCloseTo(0.5, 12);
    expect(scores.A2).toBeCloseTo(0.8, 12);
    expect(scores.A).toBeCloseTo(0.25 + 2.25 * ((0.5 + 3 * 0.8) / 4), 12);
    expect(scores.total).toBeCloseTo(0.25 + 2.25 * 0.725 + 0.4, 12);
  });

  it('has no whole where a part is not known: missing is not zero', () => {
    expect(scoresOf({ A1: 3, A2: 2 })).toMatchObject({ B: null, total: null, A1: 0.5 });
    expect(scoresOf({ A1: 0, A2: 0, B: 0 }).total).not.toBeNull();
  });

  it('takes the tree and its names from the catalogue where no parts are listed', () => {
    const sipas = framework(`names: { index: SIPAS, version: '39' }, levels: [{ combine: mean }, { combine: mean }]`);
    expect(sipas.root.parts).toHaveLength(9);
    expect(leavesOf(sipas.root)).toHaveLength(39);
    expect(sipas.root.parts[0]?.name).toBe('Trách nhiệm giải trình của chính quyền về chính sách');
  });
});

describe('a framework or a mapping that is not right', () => {
  it.each([
    ['parts: []', 'gộp'],
    ['levels: [{ combine: sum }], parts: [{ code: A, rescal: { min: 0 } }]', 'rescale'],
    ['levels: [{ combine: total }], parts: [{ code: A }]', 'sum, mean'],
    ['levels: [{ combine: sum }], parts: [{ code: A }, { code: A }]', '“A” được dùng hai lần'],
    ['levels: [{ combine: sum }], parts: [{ code: A, rescale: { min: 1, max: 1 } }]', 'phải khác nhau'],
    ['levels: [{ combine: sum }], parts: [{ code: A, weight: 0 }]', 'lớn hơn 0'],
    ['parts: [{ code: A, parts: [{ code: B }] }]', 'quy tắc gộp'],
    ['names: { index: SIPAS, version: "40" }', 'SIPAS 39'],
    ['levels: [{ combine: sum }]', '“parts”'],
    ['groups: { quantiles: [0.25, 0.75] }, levels: [{ combine: sum }], parts: [{ code: A }]', 'giảm dần'],
    ['groups: { ranks: [2], quantiles: [0.5] }, levels: [{ combine: sum }], parts: [{ code: A }]', 'một trong hai'],
  ])('is refused with what to mend: %s', (rest, said) => {
    const message = messageOf(() => framework(rest));
    expect(message).toContain(said);
    expect(message).toContain('khung.yaml');
  });

  it('refuses a leaf the framework does not have, and says which leaves have no column', () => {
    expect(messageOf(() => parseIndexMapping('leaves: { A1: q1, A3: q3 }', 'ghep.yaml', small))).toContain('“A1”');
    expect(findUnmapped(small, parseIndexMapping('leaves: { A1: q1 }', 'ghep.yaml', small))).toEqual(['A2', 'B']);
  });
});

describe('an index of some responses', () => {
  const columns = ['h', 'x', 'w', 'a', 'b'];
  const variables = [...columns, 'c', 'chu'].map(
    (name): Variable => ({ name, label: null, type: name === 'chu' ? 'text' : 'integer', choices: [], missing: [] }),
  );
  const dictionary: Dictionary = { title: null, source: 'thử', rows: 240, variables };
  const design: SurveyDesign = { stages: [{ strata: ['h'], unit: 'x' }], weight: 'w' };
  // Two strata of four PSUs of thirty; b is answered only in the first stratum, by codes.
  const rows = `SELECT i % 2 AS h, i % 8 AS x, 1 + i % 3 AS w, 1 + (i * 7) % 5 AS a, (i * 3) % 11 AS b,
    CASE WHEN i % 2 = 0 THEN CASE WHEN i % 20 = 0 THEN 9 ELSE 1 + i % 5 END END AS c, 'x' AS chu FROM range(240) AS t(i)`;

  const ask = async (mapping: string): Promise<IndexEstimates> => {
    const { scan } = await microdataForThisTest(rows);
    const request = { by: [[], ['h']] };
    return estimateIndex(
      { design, dictionary, framework: small, mapping: parseIndexMapping(mapping, 'ghep.yaml', small), request },
      scan,
    );
  };

  it('has figures where all parts are there, and the reason where one is not', async () => {
    const { rows: found } = await ask(`leaves: { A1: a, A2: b, B: { column: c, missing: [9] } }`);
    const of = (code: string, h?: number) => found.find((row) => row.code === code && row.by.h === h);
    const [whole, a] = [of('total'), of('A')];
    expect(whole?.lacking).toEqual([]);
    expect(whole?.estimate).toBeCloseTo((a?.estimate ?? 0) + (of('B')?.estimate ?? 0), 12);
    expect(whole?.n).toBe(108);
    expect(of('total', 1)).toMatchObject({
      estimate: null,
      se: null,
      low: null,
      lacking: [{ code: 'B', why: 'nobody' }],
    });
    expect(of('A', 1)?.estimate).not.toBeNull();
    expect(of('B')?.low).toBeGreaterThanOrEqual(0);
  });

  it('leaves out a leaf nobody gave a column', async () => {
    const { rows: found } = await ask('leaves: { A1: a, A2: b }');
    expect(found.find(({ code }) => code === 'total')?.lacking).toEqual([{ code: 'B', why: 'no-column' }]);
  });

  it.each([
    ['an answer beyond the scale', 'leaves: { A1: b, A2: b, B: a }', 'khoảng từ 1 đến 5'],
    [
      'a code nobody spoke of',
      'leaves: { A1: a, A2: b, B: { column: c, values: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } } }',
      'các mã 1, 2, 3, 4, 5',
    ],
    ['words for numbers', 'leaves: { A1: chu, A2: b, B: a }', 'không phải là số'],
    ['a column that is not there', 'leaves: { A1: aa, A2: b, B: a }', 'không có cột “aa”'],
  ])('refuses %s', async (_, mapping, said) => {
    await expect(ask(mapping)).rejects.toThrow(said);
  });

  it('says of a leaf what estimate says of its column, with weights moved to known totals too', async () => {
    const { scan } = await microdataForThisTest(rows);
    const step = { step: 'poststratify' as const, margin: { columns: ['h'], totals: { 0: 500, 1: 300 } } };
    const moved = { ...design, weights: [step] };
    const request = { by: [[], ['h']] };
    const mapping = parseIndexMapping('leaves: { A1: a, A2: b, B: a }', 'ghep.yaml', small);
    const index = await estimateIndex({ design: moved, dictionary, framework: small, mapping, request }, scan);
    const alone = await estimate(
      { design: moved, dictionary, request: { ...request, of: [{ kind: 'mean', of: 'a' }] } },
      scan,
    );
    const leaf = index.rows.filter(({ code }) => code === 'A1');
    expect(leaf).toHaveLength(3);
    leaf.forEach(({ estimate: value, se, low }, i) => {
      // A1 is (a − 1) ÷ 4.
      const own = alone.rows[i];
      expect(value).toBeCloseTo(((own?.estimate ?? 0) - 1) / 4, 12);
      expect(se).toBeCloseTo((own?.se ?? 0) / 4, 12);
      expect(low).toBeCloseTo(((own?.low ?? 0) - 1) / 4, 12);
    });
  });

  it('is the same whether answers are numbers or codes with values', async () => {
    const [first, second] = await Promise.all([
      ask('leaves: { A1: a, A2: b, B: { column: a, values: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } } }'),
      ask('leaves: { A1: { column: a, values: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } }, A2: b, B: a }'),
    ]);
    // Groups come in no order from a scan, so that sums differ in their last digit.
    const rounded = ({ rows: found }: IndexEstimates) =>
      JSON.stringify(found, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(11)) : value));
    expect(rounded(second)).toBe(rounded(first));
  });
});
