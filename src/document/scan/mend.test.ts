import { describe, expect, it } from 'vitest';
import type { PageContent, Word } from '../page/model.ts';
import { mendWords } from './mend.ts';

/** A page of words on one line; "?" at the end of a word: recognition doubts it. */
function pageOf(text: string): PageContent {
  const words = text.split(' ').map((one, at): Word => {
    const doubted = one.endsWith('?');
    const place = { x0: at * 30, y0: 10, x1: at * 30 + 25, y1: 22 };
    const look = { size: 12, bold: false, italic: false, confidence: doubted ? 0.6 : 0.95 };
    return { text: doubted ? one.slice(0, -1) : one, ...place, ...look };
  });
  return { number: 1, width: 595, height: 842, words, rules: [], scanned: true };
}
const mended = (text: string): string =>
  mendWords([pageOf(text)])
    .flatMap(({ words }) => words)
    .map((word) => word.text)
    .join(' ');

describe('recognised words', () => {
  it('are corrected where they are doubted, are no word and the document knows the right one', () => {
    expect(mended('phường xã phườg? xã')).toBe('phường xã phường xã');
    expect(mended('giải quyết TTHC và TTHG? CCHC CCHOG;?')).toBe('giải quyết TTHC và TTHC CCHC CCHC;');
    expect(mended('theo yêu cầu Vêu? cầu')).toBe('theo yêu cầu Yêu cầu');
  });

  it('stay as printed where recognition is sure, or nothing better is known', () => {
    expect(mended('Phòng Nội vụ Phòn Kinh tế')).toContain('Phòn ');
    expect(mended('UBND và UNDP?')).toBe('UBND và UNDP');
    expect(mended('chỉ số thông công? tin')).toBe('chỉ số thông công tin');
  });

  it('are never guessed where they are figures', () => {
    expect(mended('100% 31/12/2026 1009%? 3I/12/2026?')).toBe('100% 31/12/2026 1009% 3I/12/2026');
  });

  it('are parted where a space was lost between two known ones', () => {
    expect(mended('Lao động Xã hội và Xãhội?')).toBe('Lao động Xã hội và Xã hội');
  });

  it('lose what lines and specks left between them', () => {
    expect(mended('| Thường.? xuyên ^ báo cáo')).toBe('Thường xuyên báo cáo');
  });

  it('that are no syllables and stand nowhere else are doubted', () => {
    const [page] = mendWords([pageOf('xqzt Phòng')]);
    expect(page?.words.map(({ confidence }) => (confidence ?? 1) < 0.8)).toEqual([true, false]);
  });
});
