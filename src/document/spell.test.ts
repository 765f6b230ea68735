import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainRun } from './draft.ts';
import { spell } from './spell.ts';

const look = { bold: false, italic: false, underline: false };
const text = (...parts: string[]) => spell(parts.map(plainRun), null).text;

describe('the text of a paragraph', () => {
  test('is NFC with single spaces, trimmed lines and no blank ones', () => {
    expect(text('  Ke\u0302\u0301\u00a0\thoa\u0323ch \n\n  na\u0306m  ')).toBe('Kế hoạch\nnăm');
  });

  test('writes bullets of every kind as a dash, on every line', () => {
    expect(text('• một\n– hai\n-Ba\n\uf0b7bốn\n-năm')).toBe('- một\n- hai\n- Ba\n- bốn\n-năm');
  });

  test('lets a bullet yield to a label behind it', () => {
    expect(text('- a) Chủ trì')).toBe('a) Chủ trì');
    expect(spell([plainRun('- Chủ trì')], '-').text).toBe('- Chủ trì');
    expect(spell([plainRun('1. Mục đích')], '1.').text).toBe('1. Mục đích');
  });

  test('has hyphens and letters as they look', () => {
    expect(text('12/KH\u2011UBND \u00d0à N\u1eb5ng')).toBe('12/KH-UBND Đà Nẵng');
  });

  test('knows how far its start is strong, the label counted in', () => {
    const runs = [plainRun('1. '), { ...look, bold: true, text: 'Sở Nội vụ' }, plainRun(' chủ trì')];
    expect(spell(runs, null)).toEqual({ text: '1. Sở Nội vụ chủ trì', bold: false, strongTo: 12 });
    expect(spell([{ ...look, italic: true, text: 'cả đoạn ' }], null)).toMatchObject({ bold: false, strongTo: 7 });
    expect(spell([plainRun('không')], null)).toMatchObject({ bold: false, strongTo: 0 });
  });

  test('of unreasonable length keeps its words and loses its look', () => {
    expect(spell([{ ...look, bold: true, text: 'chữ '.repeat(20_000) }], '-')).toMatchObject({
      bold: false,
      strongTo: 0,
    });
  });
});

describe('a paragraph of one look', () => {
  const words = fc
    .array(
      fc.constantFrom('a)', '1.', '-', '•', 'Sở', 'Nội vụ', 'ệ', ' ', '\t', '\n', '\u0301', '\uf0b7', '–', 'A', '. '),
    )
    .map((parts) => parts.join(''));
  test('is spelled as one of many looks is', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1 }),
        fc.option(fc.constantFrom('1.', 'a)', '-')),
        fc.boolean(),
        (texts, label, bold) => {
          const runs = texts.map((text) => ({ text, bold, italic: false, underline: false }));
          // A word that was recognised takes the way letter by letter.
          const slow = spell([...runs, { text: '', bold, italic: false, underline: false, confidence: 1 }], label);
          expect(spell(runs, label)).toEqual({ text: slow.text, bold: slow.bold, strongTo: slow.strongTo });
        },
      ),
      { seed: 20260105, numRuns: 2_000 },
    );
  });
});
