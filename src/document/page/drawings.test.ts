import { describe, expect, it } from 'vitest';
import { joinRules } from './join-rules.ts';
import { layOutPages } from './lay-out.ts';
import { framesOf } from './margins.ts';
import type { PageContent, Rule, Word } from './model.ts';
import type { TextLine } from './text-lines.ts';

const word = (text: string, x0: number, y0: number, size = 10): Word => {
  const look = { size, bold: false, italic: false, confidence: null };
  return { text, x0, y0, x1: x0 + size, y1: y0 + size, ...look };
};
const flat = (x0: number, x1: number, y: number): Rule => ({ x0, x1, y0: y, y1: y });
const page = (words: Word[], rules: Rule[], side: number, number = 1): PageContent => ({
  number,
  width: side,
  height: side,
  words,
  rules,
  scanned: false,
});
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe('a page that is no page of a document', { timeout: 20_000 }, () => {
  it('as wide as a country is read all the same', () => {
    const side = 1_000_000_000;
    const rules = times(6, (row) => flat(0, side, 1_000 + row * 20));
    const words = times(5, (row) => [10, side / 2, side * 0.9].map((x) => word(`${row}`, x, 1_005 + row * 20))).flat();
    expect(JSON.stringify(layOutPages([page(words, rules, side)]).drafts)).toContain('4 4 4');
  });

  it('with a hundred thousand lines of any width holds text and no table', () => {
    const rules = times(100_000, (at) => flat((at * 70.01) % 60_000, 60_000 + ((at * 30.77) % 60_000), at));
    const { drafts } = layOutPages([page([word('Bản', 50, 50), word('đồ', 65, 50)], rules, 140_000)]);
    expect(drafts.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it('with more dots in a row than a function takes arguments has no line', () => {
    const dots = times(150_000, (at) => flat(at * 9, at * 9 + 3.5, 20));
    expect(joinRules(dots).across.length).toBeLessThan(3_000);
  });

  it('with more lines of text than a function takes arguments has margins', () => {
    const lines = times(150_000, (at): TextLine => {
      return { page: 1, words: [], text: '', x0: at * 7, x1: at * 7 + 5, y0: at, y1: at + 1, size: 1 };
    });
    expect(framesOf(lines, [{ number: 1, width: 9, height: 9 }]).get(1)).toMatchObject({ left: 0, right: 1_049_998 });
  });
});
