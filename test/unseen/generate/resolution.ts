import type { ExpectedTask } from '../../judge.ts';
import type { Chance } from './chance.ts';
import { themes, times } from './content.ts';
import { type GridCell, line, type Piece, title } from './pieces.ts';

/** A resolution of the Government as a portal gives it: sections in Markdown, its tasks in a table with pipes. */

const ministries = [
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Tư pháp',
  'Bộ Khoa học và Công nghệ',
  'Bộ Xây dựng',
  'Bộ Y tế',
  'Bộ Công Thương',
  'Bộ Công an',
  'Bộ Nông nghiệp và Môi trường',
  'Văn phòng Chính phủ',
  'Thanh tra Chính phủ',
  'Ngân hàng Nhà nước Việt Nam',
];
const others = [
  ...ministries,
  'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
  'Các bộ, ngành, địa phương',
  'UBND các tỉnh, thành phố',
  'Các cơ quan, đơn vị liên quan',
];

export function resolution(chance: Chance): { pieces: Piece[]; expected: ExpectedTask[] } {
  const expected: ExpectedTask[] = [];
  const product = chance.pick(['Sản phẩm', 'Hình thức sản phẩm, kết quả', 'Kết quả']);
  const header = [
    'TT',
    chance.pick(['Tên nhiệm vụ', 'Nhiệm vụ', 'Nội dung nhiệm vụ']),
    chance.pick(['Cơ quan chủ trì', 'Bộ, cơ quan chủ trì']),
    'Cơ quan phối hợp',
    chance.pick(['Thời hạn hoàn thành', 'Thời gian trình', 'Thời hạn']),
    product,
    ...(chance.often(0.5) ? ['Cấp trình'] : []),
  ];
  const rows = chance.some(themes, chance.between(2, 4)).flatMap((theme, at): GridCell[][] => {
    const group = [
      { text: ['I', 'II', 'III', 'IV'][at] ?? '', bold: true },
      { text: theme.field, bold: true },
      ...header.slice(2).map(() => ({ text: '' })),
    ];
    const tasks = chance.some(theme.works, chance.between(2, 4)).map(({ text, result }, here) => {
      const [lead, cooperate, time] = [
        chance.some(ministries, 1),
        chance.some(others, chance.between(1, 2)),
        chance.pick(times),
      ];
      const helps = cooperate.filter((one) => !lead.includes(one));
      expected.push({
        index: null,
        text,
        result,
        lead,
        implement: [],
        cooperate: helps,
        monitor: [],
        time: time.print,
        schedule: time.schedule,
      });
      return [
        `${here + 1}`,
        text,
        lead.join(),
        helps.join('; '),
        time.print,
        result,
        ...(header.length > 6 ? ['Chính phủ'] : []),
      ].map((each) => ({ text: each }));
    });
    return [group, ...tasks];
  });
  const pieces: Piece[] = [
    title('CHÍNH PHỦ'),
    line('Số: 05/NQ-CP'),
    line('Hà Nội, ngày 08 tháng 01 năm 2026'),
    title('NGHỊ QUYẾT'),
    title('Về những nhiệm vụ, giải pháp chủ yếu cải thiện môi trường kinh doanh năm 2026'),
    line('I. QUAN ĐIỂM, MỤC TIÊU', { bold: true }),
    line('1. Cải cách thể chế là đột phá của đột phá, người dân và doanh nghiệp là trung tâm.'),
    line('2. Phấn đấu năm 2026 cắt giảm ít nhất 30% thời gian và chi phí tuân thủ.'),
    line('II. NHIỆM VỤ', { bold: true }),
    line('Các nhiệm vụ cụ thể tại Phụ lục kèm theo Nghị quyết này.'),
    line('TM. CHÍNH PHỦ', { bold: true }),
    line('THỦ TƯỚNG', { bold: true }),
    title('PHỤ LỤC'),
    title('DANH MỤC NHIỆM VỤ'),
    { kind: 'table', rows: [header.map((text) => ({ text, bold: true })), ...rows], headerRows: 1, landscape: true },
  ];
  return { pieces, expected };
}
