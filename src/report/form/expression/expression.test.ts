import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { functions, limits, type Value } from './model.ts';
import { parseExpression } from './parse.ts';

const answers: Record<string, Value> = { a: 6, b: 4, zero: 0, word: 'yes', list: ['x', 'y'], day: '2026-06-15' };
const known = { valueOf: (name: string) => answers[name] ?? null, self: 5, today: '2026-06-30' };
const of = (text: string): Value => {
  const { expression, fault } = parseExpression(text);
  if (fault) throw new Error(`${fault.at}: ${fault.message}`);
  return evaluate(expression, known);
};
const faultOf = (text: string) => parseExpression(text).fault?.at;

describe('a formula', () => {
  it.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['${a} div ${b}', 1.5],
    ['7 mod 4', 3],
    ['-${a} + 1', -5],
    ['. > 4 and . < 6', true],
    ['${a} > ${b} = true()', true],
    ["${word} = 'yes'", true],
    ["if(${a} > 5, 'nhiều', 'ít')", 'nhiều'],
    ["selected(${list}, 'x')", true],
    ["selected(${list}, 'z')", false],
    ['count-selected(${list})', 2],
    ['sum(${a} | ${b})', 10],
    ['min(${a} | ${b}, 5)', 4],
    ['count(${a} | ${gone})', 2],
    ['count-non-empty(${a} | ${gone})', 1],
    ['round(10 div 3, 2)', 3.33],
    ['${day} <= today()', true],
    ["concat('Quý ', 2)", 'Quý 2'],
    ["contains('thôn Hạ', 'Hạ')", true],
  ])('%s comes to %s', (text, value) => expect(of(text)).toEqual(value));

  it('is missing where anything in it is missing, never zero', () => {
    for (const text of [
      '${gone} + 1',
      'sum(${a} | ${gone})',
      '${gone} > 1',
      'not(${gone})',
      '${a} div ${zero}',
      '-${gone}',
    ])
      expect([text, of(text)]).toEqual([text, null]);
  });

  it('has a value all the same where it asks whether there is an answer, or says what stands for none', () => {
    expect(of('coalesce(${gone}, 0) + 1')).toBe(1);
    expect(of("${gone} = ''")).toBe(true);
    expect(of("${a} != ''")).toBe(true);
  });

  it('decides by what is known: false and anything is false, true or anything is true', () => {
    expect(of('${a} < 0 and ${gone} > 1')).toBe(false);
    expect(of('${gone} > 1 or ${a} > 0')).toBe(true);
    expect(of('${gone} > 1 and ${a} > 0')).toBeNull();
  });

  it.each<[string, number]>([
    ['1 +', 3],
    ['1 2', 2],
    ['${a', 0],
    ['(1 + 2', 6],
    ["'abc", 0],
    ['foo(1)', 0],
    ['if(1, 2)', 0],
    ['${a} / 2', 5],
    ['selected(1, 2)', 0],
    ['concat(${a} | ${b})', 0],
  ])('that cannot be read, %s, says where', (text, at) => expect(faultOf(text)).toBe(at));

  it('is refused where it is longer or deeper than anybody writes', () => {
    expect(parseExpression('1+'.repeat(limits.characters)).fault).toBeDefined();
    expect(parseExpression(`${'('.repeat(limits.depth + 2)}1${')'.repeat(limits.depth + 2)}`).fault?.message).toMatch(
      /lồng quá sâu/,
    );
    expect(parseExpression(`${'1 + '.repeat(limits.depth + 5)}1`).fault?.message).toMatch(/lồng quá sâu/);
  });

  it('is read or refused, and reckoned to its end, whatever is typed', () => {
    const piece = fc.constantFrom(
      '${a}',
      '${gone}',
      '.',
      '1',
      "'x'",
      '+',
      '-',
      '*',
      'div',
      '=',
      '<',
      'and',
      'or',
      '(',
      ')',
      ',',
      '|',
      'not(',
      'sum(',
      'if(',
      'coalesce(',
      '${',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { expression, fault } = parseExpression(typed);
        if (expression === undefined) {
          expect(fault.at).toBeLessThanOrEqual(typed.length);
          return;
        }
        const value = evaluate(expression, known);
        expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('counts as arithmetic does', () => {
    const n = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(n, n, n, (a, b, c) => {
        expect(of(`${a} + ${b} * ${c}`)).toBe(a + b * c);
        expect(of(`(${a} - ${b}) - ${c} < ${a}`)).toBe(a - b - c < a);
      }),
    );
  });

  it('has no function but those listed', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'eval', 'pulldata'])
      expect([name, parseExpression(`${name}(1)`).fault !== undefined]).toEqual([name, true]);
    expect(Object.keys(functions)).toHaveLength(21);
  });
});
