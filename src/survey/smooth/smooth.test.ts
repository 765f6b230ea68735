import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFormula } from './evaluate.ts';
import { parseFormula } from './parse.ts';

const at = (text: string, ...figures: number[]) => evaluateFormula(parseFormula(text).formula, figures);

describe('a function of figures', () => {
  test('knows its figures, each once, and follows the order of operations', () => {
    const { figures } = parseFormula('(mean(a) + 2 * mean("số người")) / mean(a) ^ 2');
    expect(figures).toEqual([
      { kind: 'mean', of: 'a' },
      { kind: 'mean', of: 'số người' },
    ]);
    expect(at('(mean(a) + 2 * mean(b)) / mean(a) ^ 2', 4, 6).value).toBe(1);
    expect(at('-mean(a) ^ 2', 3).value).toBe(-9);
    expect(at('2 ^ 3 ^ 1 + 0 * mean(a)', 3).value).toBe(8);
    expect(at('10 - mean(a) - 2', 3).value).toBe(5);
  });

  test('reads shares of a code and ratios of totals', () => {
    expect(parseFormula('proportion(q1, 2) - proportion(q1) + ratio(a, b) * total(c)').figures).toEqual([
      { kind: 'proportion', of: 'q1', is: '2' },
      { kind: 'proportion', of: 'q1' },
      { kind: 'ratio', of: 'a', to: 'b' },
      { kind: 'total', of: 'c' },
    ]);
  });

  test('has the derivatives that small steps come to', () => {
    const formula = parseFormula('sqrt(mean(a)) * exp(-mean(b) / 3) + log(mean(a) ^ mean(b)) / (1 + mean(b))').formula;
    const positive = fc.double({ min: 0.5, max: 5, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const { derivatives } = evaluateFormula(formula, [a, b]);
        const step = 1e-5;
        const slope = (low: number[], high: number[]) =>
          (evaluateFormula(formula, high).value - evaluateFormula(formula, low).value) / (2 * step);
        expect(derivatives[0]).toBeCloseTo(slope([a - step, b], [a + step, b]), 6);
        expect(derivatives[1]).toBeCloseTo(slope([a, b - step], [a, b + step]), 6);
      }),
      { numRuns: 50 },
    );
  });

  test('of nothing defined is not a number', () => {
    expect(at('mean(a) / mean(b)', 0, 0).value).toBeNaN();
    expect(at('log(mean(a))', -1).value).toBeNaN();
  });

  test.each([
    ['', 'Thiếu một số hoặc một chỉ tiêu ở cuối công thức'],
    ['1 + 2', 'chưa có chỉ tiêu nào'],
    ['mean(a', 'Thiếu “)” ở cuối công thức'],
    ['mean(a) mean(b)', 'Thừa “mean” ở ký tự 8'],
    ['median(a)', 'Không có phép tính “median”'],
    ['ratio(a)', 'cần hai cột'],
    ['mean(a) ; drop', 'Không hiểu “; drop”'],
    ['mean()', 'Thiếu tên cột trước “)”'],
    [`mean(a)${' + 1'.repeat(9_000)}`.replaceAll(' ', ''), 'quá 5000 phần'],
    [`${'('.repeat(200)}mean(a)${')'.repeat(200)}`, 'lồng nhau quá sâu'],
  ])('refuses “%s” and says where', (text, message) => {
    expect(() => parseFormula(text)).toThrow(message);
  });

  test('of a hundred columns is read', () => {
    const text = Array.from({ length: 100 }, (_, i) => `mean(y${i})`).join(' + ');
    const { formula, figures } = parseFormula(text);
    expect(figures).toHaveLength(100);
    expect(
      evaluateFormula(
        formula,
        figures.map(() => 1),
      ).value,
    ).toBe(100);
  });
});
