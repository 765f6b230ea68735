import { describe, expect, it } from 'vitest';
import { lint } from './lint.ts';
import { type SetDocument, type SetLine, writeSet } from './testing.ts';
import { type Kind, official } from './testing-documents.ts';

type Plant = (document: SetDocument) => unknown;

const at = (lines: SetLine[], words: string): SetLine => {
  const found = lines.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`no line with ${words}`);
  return found;
};
const set =
  (
    part: 'left' | 'right' | 'title' | 'addressee' | 'bases' | 'body' | 'recipients' | 'signature',
    words: string,
    change: Partial<SetLine>,
  ): Plant =>
  (document) =>
    Object.assign(at(document[part], words), change);
const drop =
  (part: 'left' | 'right' | 'title' | 'addressee' | 'recipients' | 'signature', words: string): Plant =>
  (document) => {
    document[part] = document[part].filter(({ text }) => !text.includes(words));
  };
const each =
  (part: 'body' | 'bases' | 'addressee' | 'recipients', change: Partial<SetLine>): Plant =>
  (document) => {
    for (const line of document[part]) Object.assign(line, change);
  };
const unline =
  (part: 'left' | 'right' | 'title', words: string): Plant =>
  (document) => {
    delete at(document[part], words).rule;
  };
const inAppendix =
  (index: number, line: number, change: Partial<SetLine>): Plant =>
  ({ appendices }) =>
    Object.assign(appendices[index]?.lines[line] ?? {}, change);

/** One fault in each document: what is wrong, in which kind, how it is planted, and the one rule that is to say so. */
const faults: [what: string, kind: Kind, rule: string, plant: Plant][] = [
  ['khổ Letter', 'Thông báo', 'paper', (one) => Object.assign(one.paper, { width: 215.9, height: 279.4 })],
  ['khổ A5', 'Công văn', 'paper', (one) => Object.assign(one.paper, { width: 148, height: 210 })],
  ['lề trái 25 mm', 'Kế hoạch', 'margins', (one) => Object.assign(one.margins, { left: 25 })],
  ['lề phải 25 mm', 'Tờ trình', 'margins', (one) => Object.assign(one.margins, { right: 25 })],
  ['lề trên 30 mm', 'Quyết định', 'margins', (one) => Object.assign(one.margins, { top: 30 })],
  ['lề dưới 12 mm', 'Báo cáo', 'margins', (one) => Object.assign(one.margins, { bottom: 12 })],
  ['không có số trang', 'Kế hoạch', 'page-number', (one) => Object.assign(one, { top: null })],
  [
    'số trang ở chân trang',
    'Báo cáo',
    'page-number-place',
    (one) => Object.assign(one, { top: null, bottom: { size: 14 } }),
  ],
  ['số trang hiện ở trang một', 'Kế hoạch', 'page-number-first', (one) => Object.assign(one, { firstApart: false })],
  [
    'số trang lệch phải',
    'Kế hoạch',
    'page-number-align',
    (one) => Object.assign(one, { top: { size: 14, align: 'right' } }),
  ],
  ['số trang cỡ 11', 'Tờ trình', 'page-number-size', (one) => Object.assign(one, { top: { size: 11 } })],
  [
    'số trang nghiêng',
    'Tờ trình',
    'page-number-italic',
    (one) => Object.assign(one, { top: { size: 13, italics: true } }),
  ],
  ['số trang La Mã', 'Thông báo', 'page-number-format', (one) => Object.assign(one, { roman: true })],
  ['trang một đánh số 3', 'Quyết định', 'page-number-start', (one) => Object.assign(one, { start: 3 })],
  ['phông Arial', 'Kế hoạch', 'font', set('body', '3. ', { font: 'Arial' })],
  ['phông Calibri trong bảng', 'Công văn', 'font', set('recipients', 'ngành', { font: 'Calibri' })],
  ['phông .VnTime', 'Thông báo', 'encoding', set('body', 'Ủy ban', { font: '.VnTime' })],
  ['phông VNI-Times', 'Tờ trình', 'encoding', set('body', 'Ủy ban', { font: 'VNI-Times' })],
  [
    'gõ TCVN3 dưới phông khác',
    'Báo cáo',
    'encoding',
    set('body', 'Ủy ban', {
      text: 'C¸c c¬ quan, ®¬n vÞ chñ ®éng phèi hîp thùc hiÖn c¸c nhiÖm vô ®­îc giao trong kÕ ho¹ch nµy.',
    }),
  ],
  ['chữ đỏ', 'Kế hoạch', 'colour', set('body', '2. ', { color: 'FF0000' })],
  ['không có Quốc hiệu', 'Kế hoạch', 'national-title', drop('right', 'CỘNG HÒA')],
  [
    'Quốc hiệu sai chữ',
    'Báo cáo',
    'national-title-text',
    set('right', 'CỘNG HÒA', { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.' }),
  ],
  ['Quốc hiệu cỡ 11', 'Công văn', 'national-title-size', set('right', 'CỘNG HÒA', { size: 11 })],
  ['Quốc hiệu không đậm', 'Quyết định', 'national-title-bold', set('right', 'CỘNG HÒA', { bold: false })],
  [
    'Quốc hiệu chữ thường',
    'Tờ trình',
    'national-title-capitals',
    set('right', 'CỘNG HÒA', { text: 'Cộng hòa xã hội chủ nghĩa Việt Nam' }),
  ],
  ['không có Tiêu ngữ', 'Thông báo', 'motto', drop('right', 'Độc lập')],
  ['Tiêu ngữ thiếu cách chữ', 'Kế hoạch', 'motto-text', set('right', 'Độc lập', { text: 'Độc lập-Tự do-Hạnh phúc' })],
  ['Tiêu ngữ viết hoa sai', 'Công văn', 'motto-text', set('right', 'Độc lập', { text: 'Độc Lập - Tự Do - Hạnh Phúc' })],
  [
    'Tiêu ngữ in hoa',
    'Báo cáo',
    'motto-capitals',
    set('right', 'Độc lập', { text: 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC', rule: 240 }),
  ],
  ['dưới Tiêu ngữ không kẻ', 'Kế hoạch', 'motto-line', unline('right', 'Độc lập')],
  ['dưới Tiêu ngữ kẻ ngắn', 'Kế hoạch', 'motto-line-length', set('right', 'Độc lập', { rule: 60 })],
  [
    'không có tên cơ quan',
    'Kế hoạch',
    'issuer',
    (one) => {
      one.left = one.left.filter(({ bold }) => !bold);
    },
  ],
  [
    'tên cơ quan không đậm',
    'Kế hoạch',
    'issuer-bold',
    (one) => {
      for (const line of one.left) line.bold = false;
    },
  ],
  ['tên cơ quan chữ thường', 'Công văn', 'issuer-capitals', set('left', 'XÃ HÒN', { text: 'Xã Hòn Sương' })],
  ['dưới tên cơ quan kẻ hết dòng', 'Kế hoạch', 'issuer-line-length', set('left', 'XÃ HÒN', { rule: 150 })],
  ['dưới tên cơ quan không kẻ', 'Tờ trình', 'issuer-line', unline('left', 'XÃ HÒN')],
  [
    'tên cơ quan chủ quản đậm',
    'Báo cáo',
    'superior-bold',
    (one) => {
      one.left = [
        { text: 'UBND TỈNH MINH HÀ', size: 13, bold: true },
        { text: 'SỞ NỘI VỤ', size: 13, bold: true, rule: 30 },
        { text: '', size: 6 },
        { text: 'Số: 05/BC-SNV', size: 13 },
      ];
    },
  ],
  ['không có số, ký hiệu', 'Kế hoạch', 'number', drop('left', 'Số:')],
  ['thiếu dấu hai chấm sau Số', 'Kế hoạch', 'number-colon', set('left', 'Số:', { text: 'Số 05/KH-UBND' })],
  ['số thiếu số 0', 'Báo cáo', 'number-zero', set('left', 'Số:', { text: 'Số: 5/BC-UBND' })],
  ['ký hiệu có khoảng trắng', 'Quyết định', 'number-spaces', set('left', 'Số:', { text: 'Số: 15/QĐ - UBND' })],
  ['ký hiệu chữ thường', 'Thông báo', 'symbol-capitals', set('left', 'Số:', { text: 'Số: 15/TB-ubnd' })],
  ['ký hiệu của loại khác', 'Kế hoạch', 'symbol-type', set('left', 'Số:', { text: 'Số: 15/QĐ-UBND' })],
  ['công văn ghi CV', 'Công văn', 'symbol-letter', set('left', 'Số:', { text: 'Số: 15/CV-UBND' })],
  ['số, ký hiệu cỡ 14', 'Tờ trình', 'number-size', set('left', 'Số:', { size: 14 })],
  ['không có địa danh, ngày', 'Kế hoạch', 'place-day', drop('right', 'ngày')],
  ['ngày thiếu số 0', 'Kế hoạch', 'day-zero', set('right', 'ngày', { text: 'Hòn Sương, ngày 5 tháng 02 năm 2026' })],
  ['tháng thiếu số 0', 'Công văn', 'month-zero', set('right', 'ngày', { text: 'Hòn Sương, ngày 15 tháng 2 năm 2026' })],
  [
    'ngày không có thật',
    'Báo cáo',
    'day-unknown',
    set('right', 'ngày', { text: 'Hòn Sương, ngày 30 tháng 02 năm 2026' }),
  ],
  ['ngày viết tắt', 'Thông báo', 'day-form', set('right', 'ngày', { text: 'Hòn Sương, ngày 15/02/2026' })],
  [
    'địa danh thiếu dấu phẩy',
    'Quyết định',
    'place-comma',
    set('right', 'ngày', { text: 'Hòn Sương ngày 15 tháng 02 năm 2026' }),
  ],
  [
    'địa danh chữ thường',
    'Tờ trình',
    'place-capitals',
    set('right', 'ngày', { text: 'hòn sương, ngày 15 tháng 02 năm 2026' }),
  ],
  ['địa danh, ngày không nghiêng', 'Kế hoạch', 'place-day-italic', set('right', 'ngày', { italics: false })],
  ['tên loại chữ thường', 'Kế hoạch', 'type-capitals', set('title', 'KẾ HOẠCH', { text: 'Kế hoạch' })],
  ['tên loại cỡ 16', 'Báo cáo', 'type-size', set('title', 'BÁO CÁO', { size: 16 })],
  [
    'không có tên loại',
    'Thông báo',
    'type',
    (one) => {
      one.title = [];
    },
  ],
  [
    'không có trích yếu',
    'Kế hoạch',
    'subject',
    (one) => {
      one.title = one.title.slice(0, 1);
    },
  ],
  ['trích yếu lệch trái', 'Tờ trình', 'subject-align', set('title', 'Về việc', { align: 'left' })],
  ['trích yếu không đậm', 'Kế hoạch', 'subject-bold', set('title', 'Nâng cao', { bold: false })],
  [
    'dưới trích yếu gõ gạch',
    'Kế hoạch',
    'subject-line',
    (one) => {
      one.title = [...one.title.slice(0, 2).map(({ rule: _, ...line }) => line), { text: '----------', size: 14 }];
    },
  ],
  ['công văn không có V/v', 'Công văn', 'letter-subject', drop('left', 'V/v')],
  ['V/v cỡ 14', 'Công văn', 'letter-subject-size', set('left', 'V/v', { size: 14 })],
  [
    'công văn không có Kính gửi',
    'Công văn',
    'addressee',
    (one) => {
      one.addressee = [];
      one.recipients = one.recipients.filter(({ text }) => !text.includes('Như trên'));
    },
  ],
  [
    'tờ trình không có Kính gửi',
    'Tờ trình',
    'addressee',
    (one) => {
      one.addressee = [];
    },
  ],
  [
    'Kính gửi thiếu hai chấm',
    'Tờ trình',
    'addressee-colon',
    set('addressee', 'Kính gửi', { text: 'Kính gửi Ủy ban nhân dân tỉnh Minh Hà' }),
  ],
  [
    'nơi Kính gửi thiếu chấm phẩy',
    'Công văn',
    'addressee-punctuation',
    set('addressee', 'thôn', { text: '- Các thôn, tổ dân phố' }),
  ],
  ['căn cứ không nghiêng', 'Quyết định', 'bases-italic', each('bases', { italics: false })],
  [
    'căn cứ thiếu chấm phẩy',
    'Quyết định',
    'bases-punctuation',
    set('bases', 'Luật', { text: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.' }),
  ],
  ['nội dung cỡ 12', 'Kế hoạch', 'body-size', each('body', { size: 12 })],
  ['nội dung canh trái', 'Báo cáo', 'body-align', each('body', { align: 'left' })],
  ['nội dung nghiêng', 'Thông báo', 'body-italic', each('body', { italics: true })],
  ['không thụt đầu dòng', 'Tờ trình', 'body-indent', each('body', { indent: 0 })],
  ['thụt đầu dòng 2 cm', 'Kế hoạch', 'body-indent', set('body', '4. ', { indent: 2 })],
  ['đoạn sát nhau', 'Báo cáo', 'body-gap', each('body', { before: 2 })],
  ['giãn dòng 2', 'Thông báo', 'body-line', each('body', { line: 2 })],
  ['giãn dòng 0,8', 'Kế hoạch', 'body-line', each('body', { line: 0.8 })],
  [
    'không có Nơi nhận',
    'Kế hoạch',
    'recipients',
    (one) => {
      one.recipients = [];
    },
  ],
  ['Nơi nhận không nghiêng', 'Báo cáo', 'recipients-head-italic', set('recipients', 'Nơi nhận', { italics: false })],
  ['Nơi nhận thiếu hai chấm', 'Thông báo', 'recipients-colon', set('recipients', 'Nơi nhận', { text: 'Nơi nhận' })],
  ['nơi nhận cỡ 13', 'Quyết định', 'recipients-size', set('recipients', 'ngành', { size: 13 })],
  [
    'nơi nhận thiếu gạch',
    'Kế hoạch',
    'recipients-dash',
    set('recipients', 'ngành', { text: 'Các ban, ngành, đoàn thể xã;' }),
  ],
  [
    'nơi nhận thiếu chấm phẩy',
    'Kế hoạch',
    'recipients-punctuation',
    set('recipients', 'ngành', { text: '- Các ban, ngành, đoàn thể xã' }),
  ],
  ['thiếu dòng lưu', 'Kế hoạch', 'recipients-filed', drop('recipients', 'Lưu')],
  [
    'dòng lưu thiếu dấu chấm',
    'Tờ trình',
    'recipients-filed-form',
    set('recipients', 'Lưu', { text: '- Lưu: VT, VHXH' }),
  ],
  ['công văn thiếu Như trên', 'Công văn', 'recipients-above', drop('recipients', 'Như trên')],
  [
    'không có chức vụ người ký',
    'Kế hoạch',
    'signer-title',
    (one) => {
      one.signature = one.signature.slice(3);
    },
  ],
  ['TM thiếu dấu chấm', 'Kế hoạch', 'authority-form', set('signature', 'TM.', { text: 'TM ỦY BAN NHÂN DÂN' })],
  ['K/T. chủ tịch', 'Báo cáo', 'authority-form', set('signature', 'KT.', { text: 'K/T. CHỦ TỊCH' })],
  [
    'KT. không có chức vụ dưới',
    'Quyết định',
    'signer-office',
    (one) => {
      one.signature = one.signature.filter(({ text }) => !/TM|PHÓ/.test(text));
    },
  ],
  ['chức vụ không đậm', 'Công văn', 'signer-title-bold', set('signature', 'PHÓ', { bold: false })],
  ['chức vụ cỡ 12', 'Thông báo', 'signer-title-size', set('signature', 'KT.', { size: 12 })],
  ['họ tên in hoa', 'Kế hoạch', 'signer-name-capitals', set('signature', 'Trần', { text: 'TRẦN THỊ HẢI YẾN' })],
  ['họ tên không đậm', 'Kế hoạch', 'signer-name-bold', set('signature', 'Trần', { bold: false })],
  ['phụ lục cỡ 12', 'Kế hoạch', 'appendix-head-size', inAppendix(0, 0, { size: 12 })],
  ['phụ lục in hoa', 'Báo cáo', 'appendix-head-capitals', inAppendix(0, 0, { text: 'PHỤ LỤC' })],
  ['phụ lục số Ả Rập', 'Kế hoạch', 'appendix-number', inAppendix(1, 0, { text: 'Phụ lục 2' })],
  ['tên phụ lục chữ thường', 'Kế hoạch', 'appendix-title-capitals', inAppendix(1, 1, { text: 'Chỉ tiêu năm 2026' })],
  ['chỉ dẫn kèm theo không nghiêng', 'Báo cáo', 'appendix-note-italic', inAppendix(0, 2, { italics: false })],
  [
    'thiếu chỉ dẫn kèm theo',
    'Báo cáo',
    'appendix-note',
    (one) => {
      for (const { lines } of one.appendices) lines.pop();
    },
  ],
  [
    'trang phụ lục đánh tiếp',
    'Báo cáo',
    'appendix-pages',
    (one) => {
      for (const each of one.appendices) each.restart = false;
    },
  ],
  [
    'văn bản không chỉ dẫn phụ lục',
    'Báo cáo',
    'appendix-pointed',
    (one) => {
      for (const line of one.body)
        line.text = line.text.replace(', gắn với việc chi tiết hóa tại Phụ lục kèm theo', '');
    },
  ],
];

const read = async (document: SetDocument) => lint(await writeSet(document), { name: 'thử.docx' });

describe('one fault planted in a document without any', () => {
  it('has no two plants of one name', () => {
    const names = faults.map(([what, kind]) => `${what}, ${kind}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(80);
  });

  it.each(faults)('%s (%s): only %s', async (_what, kind, rule, plant) => {
    const document = official(kind);
    plant(document);
    const { passes, findings } = await read(document);
    expect(findings.map((one) => `${one.rule} ${one.severity}`)).toEqual([`${rule} fault`]);
    expect(passes).toBe(false);
  });
});

describe('what fits on one page', () => {
  it('needs no number of the page', async () => {
    const { passes, findings } = await read({ ...official('Công văn'), top: null });
    expect({ passes, findings }).toEqual({ passes: true, findings: [] });
  });
});

describe('what a draft leaves open is said and does not fail it', () => {
  it.each<[string, Kind, string, Plant]>([
    ['số', 'Kế hoạch', 'number-open', set('left', 'Số:', { text: 'Số:        /KH-UBND' })],
    ['số bằng chấm', 'Công văn', 'number-open', set('left', 'Số:', { text: 'Số: ……/UBND-NC' })],
    ['ngày', 'Kế hoạch', 'day-open', set('right', 'ngày', { text: 'Hòn Sương, ngày     tháng     năm 2026' })],
    ['ngày bằng chấm', 'Báo cáo', 'day-open', set('right', 'ngày', { text: 'Hòn Sương, ngày … tháng 3 năm 2026' })],
    ['họ tên', 'Tờ trình', 'signer-name-open', drop('signature', 'Trần')],
  ])('%s (%s): %s', async (_what, kind, rule, plant) => {
    const document = official(kind);
    plant(document);
    const { passes, findings } = await read(document);
    expect(findings.map((one) => `${one.rule} ${one.severity}`)).toEqual([`${rule} open`]);
    expect(passes).toBe(true);
  });
});

describe('what is allowed and seldom meant is advised', () => {
  it.each<[string, Kind, string, Plant]>([
    [
      'tháng 05',
      'Kế hoạch',
      'month-zero-extra',
      set('right', 'ngày', { text: 'Hòn Sương, ngày 15 tháng 05 năm 2026' }),
    ],
    [
      'gạch dài trong Tiêu ngữ',
      'Kế hoạch',
      'motto-dash',
      set('right', 'Độc lập', { text: 'Độc lập – Tự do – Hạnh phúc' }),
    ],
    [
      'gạch chân thay đường kẻ',
      'Công văn',
      'motto-line',
      (one) => {
        unline('right', 'Độc lập')(one);
        set('right', 'Độc lập', { underline: true })(one);
      },
    ],
    [
      'đường kẻ gõ bằng gạch dưới',
      'Kế hoạch',
      'subject-line',
      (one) => {
        unline('title', 'Nâng cao')(one);
        one.title.splice(2, 1, { text: '______________', size: 14 });
      },
    ],
    ['học vị trước tên', 'Báo cáo', 'signer-degree', set('signature', 'Trần', { text: 'ThS. Trần Thị Hải Yến' })],
    ['lưu không có đơn vị', 'Thông báo', 'recipients-filed-unit', set('recipients', 'Lưu', { text: '- Lưu: VT.' })],
    ['phông cùng kích thước', 'Kế hoạch', 'font-same', set('body', '3. ', { font: 'Liberation Serif' })],
    [
      'Unicode tổ hợp',
      'Kế hoạch',
      'composed',
      (one) => {
        for (const line of one.body) line.text = line.text.normalize('NFD');
      },
    ],
    ['ngắn và không có số trang', 'Tờ trình', 'page-number', (one) => Object.assign(one, { top: null })],
  ])('%s (%s): %s', async (_what, kind, rule, plant) => {
    const document = official(kind);
    plant(document);
    const { passes, findings } = await read(document);
    expect(findings.map((one) => `${one.rule} ${one.severity}`)).toEqual([`${rule} advice`]);
    expect(passes).toBe(true);
  });
});
