import { describe, expect, it } from 'vitest';
import type { PageContent } from '../page/model.ts';
import { needsRecognition } from './needs-recognition.ts';

const vietnamese = `Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh về nhiệm vụ phát triển kinh tế xã hội năm 2026, Ủy ban
nhân dân tỉnh ban hành Kế hoạch nâng cao chỉ số hiệu quả quản trị và hành chính công cấp tỉnh với các nội dung sau. Các sở,
ban, ngành, UBND cấp xã căn cứ chức năng, nhiệm vụ được giao chủ động tổ chức thực hiện, định kỳ báo cáo kết quả trước ngày
15 tháng cuối quý gửi Sở Nội vụ tổng hợp; kịp thời giải quyết TTHC của người dân, doanh nghiệp qua Cổng dịch vụ công.`;

const english = `This report was prepared by the Centre for Community Support and Development Studies with the support of the
United Nations Development Programme. The findings of the survey are based on interviews with citizens in all provinces of
the country, and do not reflect the views of any of its sponsors. All figures have been rounded to the nearest tenth.`;

const page = (text: string, entries: Partial<PageContent> = {}): PageContent => ({
  number: 1,
  width: 595,
  height: 842,
  words: text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, x0: 0, y0: 0, x1: 9, y1: 9, size: 9, bold: false, italic: false, confidence: null })),
  rules: [],
  pictures: 0,
  shapes: 0,
  scanned: false,
  ...entries,
});

/** Each letter as another, the way a wrong character map shows it. */
const mapped = (text: string, change: (code: number) => number): string =>
  [...text]
    .map((letter) => (/\s/.test(letter) ? letter : String.fromCodePoint(change(letter.codePointAt(0) ?? 0))))
    .join('');

describe('a page with a text layer', () => {
  it.each([
    ['in Vietnamese', vietnamese],
    ['in Vietnamese taken apart', vietnamese.normalize('NFD')],
    ['in capitals', vietnamese.toUpperCase()],
    ['in English', english],
    ['in half of each', `${vietnamese.slice(0, 200)} ${english}`],
    ['of figures', '1 2,5 100% 31/12/2026 45.678 '.repeat(40)],
    ['of names and abbreviations', 'Sở TNMT Sở GDĐT UBND HĐND BHXH VPUBND MTTQ TTPVHCC Sở NNPTNT Ban QLDA '.repeat(4)],
    ['with bullets of a symbol font', vietnamese.replaceAll(',', ' \uF0B7 ')],
    [
      'in TCVN3',
      'Thùc hiÖn NghÞ quyÕt cña Héi ®ång nh©n d©n tØnh vÒ nhiÖm vô ph¸t triÓn kinh tÕ x· héi n¨m nay cho c¸c së ban ngµnh',
    ],
    ['of a line', 'Nơi nhận'],
  ])('%s is kept', (_, text) => {
    expect(needsRecognition(page(text))).toBe(false);
  });

  it('recognised well over a scan is kept', () => {
    expect(needsRecognition(page(vietnamese, { pictures: 1 }))).toBe(false);
    expect(needsRecognition(page(english, { pictures: 1 }))).toBe(false);
  });
});

describe('a page with a useless text layer is recognised', () => {
  it.each([
    ['of codes moved on by 29', mapped(vietnamese, (code) => code + 29)],
    ['of codes moved back by 29', mapped(vietnamese, (code) => Math.max(33, code - 29))],
    [
      'of letters moved round',
      mapped(vietnamese, (code) => (code >= 97 && code <= 122 ? ((code - 97 + 11) % 26) + 97 : code)),
    ],
    ['of private letters', mapped(vietnamese, (code) => 0xe000 + (code % 256))],
    ['of unknown letters', mapped(vietnamese, (code) => (code > 127 ? 0xfffd : code))],
    ['of control characters', mapped(vietnamese, (code) => code % 32)],
  ])('%s', (_, text) => {
    expect(needsRecognition(page(text))).toBe(true);
  });

  it('without the marks, over a scan', () => {
    const bare = vietnamese.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    expect(needsRecognition(page(bare, { pictures: 1 }))).toBe(true);
    expect(needsRecognition(page(bare))).toBe(false);
  });

  it('of a signature alone, over a scan', () => {
    const stamp = 'Ký bởi: Ủy ban nhân dân tỉnh Email: ubnd@minhha.gov.vn Thời gian ký: 05/01/2026 09:12:33 +07:00';
    expect(needsRecognition(page(stamp, { pictures: 0.97 }))).toBe(true);
    expect(needsRecognition(page(stamp, { pictures: 0.05 }))).toBe(false);
  });
});

describe('a page without words', () => {
  it('is recognised where it is a picture or drawn in shapes, and left alone where it is blank', () => {
    expect(needsRecognition(page('', { pictures: 1 }))).toBe(true);
    expect(needsRecognition(page('', { shapes: 900 }))).toBe(true);
    expect(needsRecognition(page('5', { shapes: 900 }))).toBe(true);
    expect(needsRecognition(page(''))).toBe(false);
  });
});
