import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Paper, Table } from './model.ts';

export const day = '2026-02-05' as PlainDate;

/** A table with all a table can have. */
export const table: Table = {
  columns: [
    { header: 'Nội dung thành phần', share: 20, align: 'left' },
    { header: 'Nhiệm vụ', share: 50, align: 'justify' },
    { header: 'Thời gian', share: 30, align: 'center' },
  ],
  counted: 'by-group',
  rows: [
    { kind: 'group', label: 'I', name: 'Công khai, minh bạch' },
    {
      kind: 'row',
      cells: [
        { lines: ['Tiếp cận thông tin'], rows: 2 },
        { lines: ['- Niêm yết', '- Đăng tải'] },
        { lines: ['Hằng quý'] },
      ],
    },
    { kind: 'row', cells: [null, { lines: ['Trả lời đúng hạn'] }, { lines: [] }] },
    { kind: 'group', label: 'II', name: 'Trách nhiệm giải trình' },
    { kind: 'row', cells: [{ lines: ['Đối thoại'] }, { lines: ['x'.repeat(500)] }, { lines: ['Trước bầu cử'] }] },
  ],
};

/** A plan of the fictional province with one of each block. */
export const paper: Paper = {
  type: 'Kế hoạch',
  superior: null,
  issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
  number: '21/KH-UBND',
  symbol: 'KH-UBND',
  place: 'Minh Hà',
  date: day,
  year: 2026,
  title: 'Nâng cao Chỉ số PAPI năm 2026',
  addressees: [],
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;',
    'Căn cứ Kế hoạch số 5/KH-BCĐ ngày 03 tháng 01 năm 2026.',
  ],
  blocks: [
    { kind: 'paragraph', text: 'Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:' },
    { kind: 'heading', level: 1, text: 'MỤC TIÊU' },
    { kind: 'paragraph', text: 'Thuộc nhóm tỉnh có điểm cao nhất; nhiệm vụ tại Phụ lục I, Phụ lục II kèm theo.' },
    { kind: 'heading', level: 1, text: 'TỔ CHỨC THỰC HIỆN' },
    { kind: 'heading', level: 2, text: 'Sở Nội vụ:' },
    { kind: 'list', items: ['Theo dõi, đôn đốc.', 'UBND cấp xã:'] },
    { kind: 'list', level: 2, items: ['Họp dân.'] },
    { kind: 'heading', level: 2, text: 'Sở Tài chính:' },
    { kind: 'heading', level: 3, text: 'Bố trí kinh phí.' },
    { kind: 'paragraph', text: 'Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh./.' },
  ],
  signature: { authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'], title: 'Phó Chủ tịch', name: 'Lê Quốc Bảo' },
  recipients: ['Bộ Nội vụ (b/c)', 'Các sở, ban, ngành', 'Lưu: VT, NC'],
  appendices: [
    { label: 'Phụ lục I', title: 'Nhiệm vụ năm 2026', landscape: true, blocks: [{ kind: 'table', table }] },
    {
      label: 'Phụ lục II',
      title: 'Danh sách',
      landscape: false,
      blocks: [{ kind: 'table', table: { ...table, counted: null } }],
    },
  ],
};

/** The same before it is signed. */
export const draft: Paper = { ...paper, number: null, date: null, signature: { ...paper.signature, name: null } };
