import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read.ts';
import { convertLegacy, type LegacyEncoding } from './convert.ts';
import { detectLegacy, detectLegacyTexts } from './detect-legacy.ts';
import { convertFont, legacyOfFont } from './fonts.ts';
import { tcvn3, viscii, visciiControls, vni } from './tables.ts';

/** Old encodings of Vietnamese: written by the same tables, told and read back. */

const words =
  'kế hoạch nâng cao chỉ số hiệu quả quản trị và hành chính công cấp tỉnh năm triển khai thực hiện nhiệm vụ giải pháp cải thiện đề nghị thủ trưởng các sở ban ngành chủ tịch ủy nhân dân xã phường thị trấn phối hợp với mặt trận tổ quốc tuyên truyền phổ biến pháp luật đến người được kịp thời đúng quy định trách nhiệm giải trình của cơ quan đơn vị minh bạch kiểm soát tham nhũng thủ tục dịch vụ y tế giáo dục đường bộ nước sạch an ninh trật tự môi trường điện tử báo cáo kết quả trước ngày quý hằng tháng ý kiến uỷ quyền khuyến khích hỗ trợ nghiệm thu giữ vững'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 6, maxLength: 30 })
  .map((some) => `${some.join(' ').replace(/^./u, (letter) => letter.toLocaleUpperCase('vi'))}.`)
  .filter((text) => [...text].filter((letter) => letter > '\x7f').length > 5);
const options = { seed: 20260101, numRuns: 300 };

const inverse = (table: Map<string, string>): Map<string, string> => {
  const back = new Map<string, string>();
  for (const [old, now] of table) if (!back.has(now)) back.set(now, old);
  return back;
};
const [toTcvn3, toVni] = [inverse(tcvn3), inverse(vni)];

/** TCVN3 has no capitals with tones: as its users did, they are typed small. */
const encode: Record<LegacyEncoding, (text: string) => string> = {
  tcvn3: (text) =>
    [...text].map((letter) => toTcvn3.get(letter) ?? toTcvn3.get(letter.toLocaleLowerCase('vi')) ?? letter).join(''),
  vni: (text) => [...text].map((letter) => toVni.get(letter) ?? letter).join(''),
};
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const marks = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Windows-1258 keeps the tone apart from the letter. */
function encode1258(text: string): Uint8Array {
  const bytes: number[] = [];
  const page = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    page.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte);
  }
  for (const letter of text) {
    const apart = [...letter.normalize('NFD')];
    const base = apart
      .filter((one) => !marks.test(one))
      .join('')
      .normalize('NFC');
    for (const one of [...base, ...apart.filter((mark) => marks.test(mark))]) bytes.push(page.get(one) ?? 63);
  }
  return Uint8Array.from(bytes);
}

const encodeViscii = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const control = Object.entries(visciiControls).find(([, one]) => one === letter)?.[0];
    const at = viscii.indexOf(letter);
    return letter <= '\x7f' ? letter.charCodeAt(0) : control ? Number(control) : at + 128;
  });

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const bytes: number[] = [];
  for (const unit of (mark ? `\ufeff${text}` : text).split('')) {
    const [low, high] = [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8];
    bytes.push(...(little ? [low, high] : [high, low]));
  }
  return Uint8Array.from(bytes);
};

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readDocument(bytes, { as: 'text' })).blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : ''))
    .join('\n');
/** Only the first letter is a capital, and it may have lost that. */
const small = (text: string) => text.toLocaleLowerCase('vi');

describe('text in an old encoding', () => {
  test.each<LegacyEncoding>(['tcvn3', 'vni'])('%s is told and read back', (encoding) => {
    fc.assert(
      fc.property(sentence, (text) => {
        const old = encode[encoding](text);
        expect(detectLegacy(old)).toBe(encoding);
        expect(small(convertLegacy(old, encoding))).toBe(small(text));
      }),
      options,
    );
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ['TCVN3', (text) => latin1(encode.tcvn3(text))],
    ['VNI', (text) => latin1(encode.vni(text))],
    ['Windows-1258', encode1258],
    ['UTF-16 LE', (text) => utf16(text, true, true)],
    ['UTF-16 BE', (text) => utf16(text, false, true)],
    ['UTF-16 LE without its mark', (text) => utf16(text, true, false)],
    ['UTF-16 BE without its mark', (text) => utf16(text, false, false)],
    ['UTF-8 with its mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-8 with marks apart', (text) => new TextEncoder().encode(text.normalize('NFD'))],
    ['TCVN3 kept as UTF-8', (text) => new TextEncoder().encode(encode.tcvn3(text))],
  ])('a file in %s reads as what was written', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(sentence, async (text) => {
        expect(small(await textOf(write(text)))).toBe(small(text));
      }),
      { ...options, numRuns: 100 },
    );
  });

  test('a page of VISCII, which shares bytes with TCVN3, is told by most of its words', async () => {
    const usual = 'Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Giám đốc Sở Nội vụ. ';
    await fc.assert(
      fc.asyncProperty(sentence, async (text) => {
        expect(await textOf(encodeViscii(usual + text))).toBe(usual + text);
      }),
      { ...options, numRuns: 50 },
    );
  });

  test('capitals of TCVN3, which it has no letters for, are raised with the plain ones around them', () => {
    expect(convertLegacy('KÕ HO¹CH', 'tcvn3')).toBe('KẾ HOẠCH');
    expect(convertLegacy('UBND tØnh, TØnh ñy', 'tcvn3')).toBe('UBND tỉnh, Tỉnh ủy');
    expect(convertLegacy('Giao ñy ban nh©n d©n x·', 'tcvn3')).toBe('Giao Ủy ban nhân dân xã');
  });

  test('lines of several encodings are each read as their own', async () => {
    const old = latin1(`${encode.tcvn3('Kế hoạch nâng cao chỉ số hiệu quả quản trị')}\n`);
    const now = new TextEncoder().encode('Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh\n');
    const both = Uint8Array.from([...old, ...now]);
    expect(await textOf(both)).toBe(
      'Kế hoạch nâng cao chỉ số hiệu quả quản trị\nCăn cứ Nghị quyết của Hội đồng nhân dân tỉnh',
    );
  });

  test('one word is enough among paragraphs that are surely old', () => {
    const texts = ['KÕ ho¹ch n©ng cao chØ sè hiÖu qu¶', 'x·', 'Céng'].map((text) => text);
    expect(detectLegacyTexts(texts)).toEqual(['tcvn3', 'tcvn3', 'tcvn3']);
    expect(detectLegacyTexts([...texts, 'Có của Sở Nội vụ'])).toEqual(['tcvn3', 'tcvn3', null, null]);
  });
});

describe('Unicode text', () => {
  test('of any Vietnamese words is never taken for old', () => {
    const any = fc.array(fc.constantFrom(...words, 'có', 'là', 'và', 'công', 'xã', 'câu', 'thân', 'tôi', 'cúng'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(any, fc.boolean(), (some, upper) => {
        const text = upper ? some.join(' ').toLocaleUpperCase('vi') : some.join(' ');
        expect(detectLegacy(text)).toBeNull();
        expect(detectLegacy(text.normalize('NFD'))).toBeNull();
        expect(convertFont(text, 'vni')).toBe(
          /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/.test(text) ? text : convertFont(text, 'vni'),
        );
      }),
      { ...options, numRuns: 1000 },
    );
  });

  test.each([
    'café, résumé, naïve, Müller, São Paulo',
    'Nhiệt độ 37°C ± 0,5; 20 m² × 3',
    '§ 5, © 2026, «trích», ½ giờ · một',
    'Đăk Nông, Krông Nô, Ðắk Lắk',
    'Công an xã có công',
    'Größe, für, über',
    '',
  ])('%j stays as it is', (text) => {
    expect(detectLegacy(text)).toBeNull();
  });
});

describe('fonts', () => {
  test.each([
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['ABCDEF+.VnArial-Bold', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['Times New Roman', null],
    ['VNtimes new roman', null],
    ['', null],
  ])('%s', (name, encoding) => {
    expect(legacyOfFont(name)).toBe(encoding);
  });

  test('tell what was typed in them, unless they lie', () => {
    expect(convertFont('KÕ ho¹ch', 'tcvn3')).toBe('Kế hoạch');
    expect(convertFont('kÕ ho¹ch', 'tcvn3-capitals')).toBe('KẾ HOẠCH');
    expect(convertFont('Keá hoaïch', 'vni')).toBe('Kế hoạch');
    expect(convertFont('Kế hoạch', 'tcvn3')).toBe('Kế hoạch');
    // The same bytes as a Vietnamese Windows shows them.
    expect(convertFont('c¸n bé x· hiÖn ®¹i đ', 'tcvn3')).toContain('hiện đại');
  });

  test('of a page are believed text by text', async () => {
    const page = latin1(
      `<html><p style="font-family:'.VnTime'">KÕ ho¹ch n©ng cao</p><p><font face="VNI-Times">Keá hoaïch</font> plain</p></html>`,
    );
    const { blocks } = await readDocument(page);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      'Kế hoạch nâng cao',
      'Kế hoạch plain',
    ]);
  });
});
