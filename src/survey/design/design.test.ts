import { describe, expect, it } from 'vitest';
import type { Variable } from '../model.ts';
import { checkDesign, columnsOfDesign } from './check.ts';
import { parseDesign } from './parse.ts';

const variables = ['province', 'village', 'household', 'w', 'n_villages', 'sex', 'age'].map(
  (name): Variable => ({ name, label: null, type: 'integer', choices: [], missing: [] }),
);
const read = (text: string) => parseDesign(text, 'thiet-ke.yaml');

describe('a design file', () => {
  it('names strata, units, populations and weights stage by stage', () => {
    const design = read(`
strata: [province, sex]
psu: village
ssu: household
fpc: [n_villages]
weight: w
lonely: adjust
nest: true
minimum: { respondents: 20 }`);
    expect(design).toEqual({
      stages: [
        { strata: ['province', 'sex'], unit: 'village', fpc: 'n_villages' },
        { unit: 'household', fpc: null },
      ],
      ...{ weight: 'w', lonely: 'adjust', nest: true, minimum: { respondents: 20, psus: 2 } },
    });
    expect(columnsOfDesign(design)).toEqual(['province', 'sex', 'village', 'n_villages', 'household', 'w']);
  });

  it('of a simple random sample has one stage of respondents', () => {
    expect(read('weight: w')).toEqual({ stages: [{ strata: [], unit: null, fpc: null }], weight: 'w' });
    expect(read('stages:\n  - { strata: province, unit: village }\nweight: w').stages).toEqual([
      { strata: ['province'], unit: 'village', fpc: null },
    ]);
  });

  it('says how weights move, categories as they are written', () => {
    const { weights } = read(`
psu: village
weight: w
calibrate:
  - respond: answered
    classes: [province]
  - poststratify: sex
    totals: { 1: 1000, 2: 1200 }
  - rake:
      - { by: sex, totals: { 1: 10, 2: 12 } }
      - { by: [sex, age], totals: { "1 * 2": 5, "1×3": 6 } }
  - calibrate: logit
    bounds: [0.4, 2.5]
    totals: { (intercept): 2200, age: 90000 }`);
    expect(weights).toEqual([
      { step: 'respond', responded: 'answered', classes: ['province'] },
      { step: 'poststratify', margin: { columns: ['sex'], totals: { 1: 1000, 2: 1200 } } },
      {
        step: 'rake',
        margins: [
          { columns: ['sex'], totals: { 1: 10, 2: 12 } },
          { columns: ['sex', 'age'], totals: { '1 × 2': 5, '1 × 3': 6 } },
        ],
      },
      { step: 'calibrate', distance: 'logit', bounds: [0.4, 2.5], totals: { '(intercept)': 2200, age: 90000 } },
    ]);
  });

  it('takes replicate weights as a run of columns', () => {
    const { replicates } = read('weight: w\nreplicates: { columns: [r08..r11, last], scale: 0.25, mse: true }');
    expect(replicates).toEqual({
      columns: ['r08', 'r09', 'r10', 'r11', 'last'],
      combined: true,
      scale: 0.25,
      mse: true,
    });
  });

  it.each([
    ['wieght: w', /mục lạ “wieght”.*“weight”.*strata, psu/],
    ['psu: [a, b]', /“ssu”/],
    ['psu: a\nfpc: [b, c]', /2 cột mà thiết kế chỉ có 1 giai đoạn/],
    ['lonely: skip', /fail, certainty, adjust, average/],
    ['weight: [w]', /tên một cột/],
    ['nest: "yes"', /true hoặc false/],
    ['psu: a\nweight: [w', /Dòng 2.*YAML/],
    ['psu: a\nstages: [{ unit: b }]', /không nêu “psu”/],
    ['just words', /“tên: giá trị”/],
    ['calibrate: { poststratify: sex, rake: [] }', /đúng một trong/],
    ['calibrate: { poststratify: sex, totals: { 1: "1,5" } }', /phải là một số/],
    ['calibrate: { calibrate: linear, bounds: [3, 0.3] }', /hai số tăng dần/],
    ['replicates: { columns: [a1..b9], scale: 1 }', /rep1\.\.rep80/],
    ['replicates: { columns: [a], scale: 1 }', /replicates columns/],
    ['psu: a\npsu: b', /Dòng 2/],
  ])('that says %j is refused with what to write', (text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(/thiet-ke\.yaml/);
  });

  it('whose anchors would multiply it is refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
    ];
    expect(() => read(bomb.join('\n'))).toThrow(/tham chiếu/);
  });
});

describe('columns that the data do not have', () => {
  it('are refused with those of nearly the same name', () => {
    const design = { stages: [{ unit: 'vilage' }], weight: 'w' };
    expect(() => checkDesign(design, { variables })).toThrow(/“vilage” \(nêu trong thiết kế mẫu\).*“village”/);
    expect(() => checkDesign({ stages: [{ unit: null }], weight: 'xxxxx' }, { variables })).not.toThrow(/Có phải/);
  });
});
