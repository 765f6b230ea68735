import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from './merge.ts';

describe('two who write one text at once', () => {
  const base = 'Đã tổ chức 02 hội nghị tuyên truyền. Niêm yết công khai tại 8/8 thôn.';

  it('keep both changes where they changed different words', () => {
    const theirs = base.replace('02 hội nghị', '03 hội nghị');
    const ours = `${base} Tiếp nhận 12 ý kiến.`;
    expect(mergeTexts(base, theirs, ours)).toEqual({
      text: 'Đã tổ chức 03 hội nghị tuyên truyền. Niêm yết công khai tại 8/8 thôn. Tiếp nhận 12 ý kiến.',
      clean: true,
    });
  });

  it('find both wordings after each other where they changed the same', () => {
    const merged = mergeTexts(base, base.replace('02', '03'), base.replace('02', '05'));
    expect(merged.clean).toBe(false);
    expect(merged.text).toContain('03 05 hội nghị');
  });

  it('find the same text where they wrote the same', () => {
    expect(mergeTexts('', 'Không phát sinh', 'Không phát sinh')).toEqual({ text: 'Không phát sinh', clean: true });
  });

  it('lose no word that either wrote', () => {
    const word = fc.constantFrom('thôn', 'hộ', 'nghèo', '12', 'constructor', '__proto__', 'đã', 'niêm', 'yết', '\n');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    const wordsOf = (of: string) => of.split(/\s+/u).filter(Boolean);
    fc.assert(
      fc.property(text, text, text, (from, theirs, ours) => {
        const { text: merged } = mergeTexts(from, theirs, ours);
        const there = wordsOf(merged);
        const before = wordsOf(from);
        const count = (list: readonly string[], word: string) => list.filter((one) => one === word).length;
        // What a side has more of than there was is what it wrote.
        for (const side of [theirs, ours])
          for (const one of new Set(wordsOf(side)))
            if (count(wordsOf(side), one) > count(before, one)) expect(there).toContain(one);
        expect(mergeTexts(from, theirs, from).text).toBe(theirs);
        expect(mergeTexts(from, from, ours).text).toBe(ours);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
