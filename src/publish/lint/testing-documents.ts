import type { SetDocument, SetLine } from './testing.ts';

/** Documents set by the decree's own rules, one of each kind the product writes. All names are made up. */
export type Kind = 'Quyết định' | 'Kế hoạch' | 'Báo cáo' | 'Công văn' | 'Thông báo' | 'Tờ trình';

const symbols: Record<Kind, string> = {
  'Quyết định': 'QĐ-UBND',
  'Kế hoạch': 'KH-UBND',
  'Báo cáo': 'BC-UBND',
  'Công văn': 'UBND-NC',
  'Thông báo': 'TB-UBND',
  'Tờ trình': 'TTr-UBND',
};

export const kinds = Object.keys(symbols) as Kind[];

const text = (words: string): SetLine => ({
  ...{ text: words, size: 14, align: 'both', indent: 1.27, before: 6, line: 1.1 },
});
const heading = (words: string): SetLine => ({ ...text(words), bold: true });

const bases = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
  'Căn cứ Quyết định số 112/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Minh Hà ban hành Kế hoạch cải cách hành chính năm 2026;',
  'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 07/TTr-VHXH ngày 02 tháng 02 năm 2026.',
];

const long =
  'Ủy ban nhân dân xã tổ chức thực hiện các nhiệm vụ nâng cao chỉ số hiệu quả quản trị và hành chính công, phân công rõ người chịu trách nhiệm, thời hạn hoàn thành và tài liệu kiểm chứng của từng nhiệm vụ, gắn với việc chi tiết hóa tại Phụ lục kèm theo.';

const bodies: Record<Kind, SetLine[]> = {
  'Quyết định': [
    { ...heading('QUYẾT ĐỊNH:'), align: 'center', indent: 0 },
    ...[1, 2, 3].map((at) => text(`Điều ${at}. ${long}`)),
  ],
  'Kế hoạch': [
    heading('I. MỤC ĐÍCH, YÊU CẦU'),
    ...[1, 2, 3, 4, 5].map((at) => text(`${at}. ${long}`)),
    heading('II. TỔ CHỨC THỰC HIỆN'),
    ...[1, 2, 3, 4, 5].map((at) => text(`${at}. ${long}`)),
  ],
  'Báo cáo': [heading('1. Kết quả thực hiện'), ...Array.from({ length: 12 }, () => text(long))],
  'Công văn': [
    text(long),
    text(long),
    text('Đề nghị các cơ quan, đơn vị quan tâm phối hợp, gửi kết quả trước ngày 15/3/2026./.'),
  ],
  'Thông báo': Array.from({ length: 4 }, () => text(long)),
  'Tờ trình': Array.from({ length: 6 }, () => text(long)),
};

const subjectOf: Record<Kind, string> = {
  'Quyết định': 'Ban hành Kế hoạch nâng cao Chỉ số PAPI năm 2026',
  'Kế hoạch': 'Nâng cao Chỉ số hiệu quả quản trị và hành chính công năm 2026',
  'Báo cáo': 'Kết quả thực hiện nhiệm vụ cải cách hành chính quý I năm 2026',
  'Công văn': 'V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính',
  'Thông báo': 'Kết luận của Chủ tịch Ủy ban nhân dân xã tại phiên họp tháng 02',
  'Tờ trình': 'Về việc phê duyệt Kế hoạch cải cách hành chính năm 2026',
};

const left = (kind: Kind): SetLine[] => [
  { text: 'ỦY BAN NHÂN DÂN', size: 13, bold: true },
  { text: 'XÃ HÒN SƯƠNG', size: 13, bold: true, rule: 55 },
  { text: '', size: 6 },
  { text: `Số: 05/${symbols[kind]}`, size: 13 },
  ...(kind === 'Công văn' ? [{ text: subjectOf[kind], size: 12, before: 6 }] : []),
];

const right = (): SetLine[] => [
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 13, bold: true },
  { text: 'Độc lập - Tự do - Hạnh phúc', size: 14, bold: true, rule: 170 },
  { text: '', size: 6 },
  { text: 'Hòn Sương, ngày 05 tháng 02 năm 2026', size: 14, italics: true },
];

const title = (kind: Kind): SetLine[] =>
  kind === 'Công văn'
    ? []
    : [
        { text: kind.toLocaleUpperCase('vi'), size: 14, bold: true },
        { text: subjectOf[kind], size: 14, bold: true, rule: 130 },
        { text: '', size: 8 },
        ...(kind === 'Quyết định' ? [{ text: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒN SƯƠNG', size: 14, bold: true }] : []),
      ];

const addressee = (kind: Kind): SetLine[] => {
  if (kind === 'Công văn')
    return ['Kính gửi:', '- Các thôn, tổ dân phố;', '- Trung tâm Phục vụ hành chính công xã.'].map((words) => ({
      ...{ text: words, size: 14, align: 'left', indent: 3 },
    }));
  return kind === 'Tờ trình' ? [{ text: 'Kính gửi: Ủy ban nhân dân tỉnh Minh Hà', size: 14 }] : [];
};

const recipients = (kind: Kind): SetLine[] => [
  { text: 'Nơi nhận:', size: 12, bold: true, italics: true, align: 'left' },
  ...[
    ...(['Công văn', 'Tờ trình'].includes(kind) ? ['- Như trên;'] : []),
    '- Ủy ban nhân dân tỉnh (để b/c);',
    '- Các ban, ngành, đoàn thể xã;',
    '- Lưu: VT, VHXH.',
  ].map((words): SetLine => ({ text: words, size: 11, align: 'left' })),
];

const signature = (): SetLine[] => [
  { text: 'TM. ỦY BAN NHÂN DÂN', size: 14, bold: true },
  { text: 'KT. CHỦ TỊCH', size: 14, bold: true },
  { text: 'PHÓ CHỦ TỊCH', size: 14, bold: true },
  { text: '', size: 14 },
  { text: '', size: 14 },
  { text: 'Trần Thị Hải Yến', size: 14, bold: true },
];

const appendix = (number: string, name: string) => ({
  lines: [
    { text: `Phụ lục ${number}`.trim(), size: 14, bold: true },
    { text: name, size: 14, bold: true },
    {
      text: '(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Hòn Sương)',
      size: 14,
      italics: true,
    },
  ] satisfies SetLine[],
  rows: 15,
  restart: true,
  apart: true,
});

/** A document of a kind with nothing against the decree; each call makes its own. */
export function official(kind: Kind): SetDocument {
  return structuredClone({
    paper: { width: 210, height: 297 },
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    ...{ top: { size: 14 }, bottom: null, firstApart: true },
    ...{ left: left(kind), right: right(), title: title(kind), addressee: addressee(kind), body: bodies[kind] },
    bases: kind === 'Quyết định' ? bases.map((words) => ({ ...text(words), italics: true })) : [],
    ...{ recipients: recipients(kind), signature: signature() },
    appendices:
      kind === 'Kế hoạch'
        ? [appendix('I', 'DANH MỤC NHIỆM VỤ NĂM 2026'), appendix('II', 'CHỈ TIÊU NĂM 2026')]
        : kind === 'Báo cáo'
          ? [appendix('', 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ')]
          : [],
  });
}
