import type { Chance } from './chance.ts';

/** How offices head the columns of a task table. */
export type ColumnKind = 'number' | 'component' | 'text' | 'result' | 'lead' | 'cooperate' | 'time' | 'extra';
export type HeadedColumn = { kind: ColumnKind; header: string };

const wordings: Record<Exclude<ColumnKind, 'component' | 'text'>, string[]> = {
  number: ['TT', 'STT', 'Số TT', 'Stt'],
  result: [
    'Kết quả/Sản phẩm',
    'Sản phẩm',
    'Sản phẩm, kết quả',
    'Kết quả đầu ra',
    'Sản phẩm dự kiến',
    'Dự kiến kết quả đạt được',
    'Kết quả, sản phẩm đầu ra',
    'Yêu cầu sản phẩm',
  ],
  lead: [
    'Cơ quan chủ trì',
    'Đơn vị chủ trì',
    'Chủ trì',
    'Cơ quan, đơn vị chủ trì',
    'Cơ quan chủ trì thực hiện',
    'Đầu mối',
    'Đơn vị đầu mối',
    'Cơ quan tham mưu',
    'Cơ quan chủ trì/tham mưu',
    'Cơ quan chịu trách nhiệm',
    'Đầu mối chủ trì',
  ],
  cooperate: [
    'Cơ quan phối hợp',
    'Đơn vị phối hợp',
    'Phối hợp',
    'Cơ quan, đơn vị phối hợp',
    'Cơ quan phối hợp thực hiện',
    'Phối hợp thực hiện',
    'Đơn vị cùng phối hợp',
  ],
  time: [
    'Thời gian hoàn thành',
    'Thời gian thực hiện',
    'Thời hạn',
    'Thời hạn hoàn thành',
    'Tiến độ',
    'Thời gian',
    'Hạn hoàn thành',
    'Lộ trình thực hiện',
    'Thời điểm hoàn thành',
    'Tiến độ thực hiện',
  ],
  extra: [
    'Ghi chú',
    'Kinh phí',
    'Lãnh đạo phụ trách',
    'Người chỉ đạo',
    'Căn cứ',
    'Nguồn kinh phí',
    'Kinh phí thực hiện',
  ],
};

const texts = [
  'Nhiệm vụ',
  'Nội dung nhiệm vụ',
  'Nhiệm vụ cụ thể',
  'Nội dung công việc',
  'Nhiệm vụ, giải pháp',
  'Hoạt động',
  'Tên nhiệm vụ',
  'Nội dung',
  'Nội dung thực hiện',
  'Công việc',
  'Nhiệm vụ/Hoạt động',
];

/** What the wider column says, and the narrower one beside it. */
const pairs: [component: string, text: string][] = [
  ['Nhiệm vụ', 'Nội dung/hoạt động'],
  ['Nhiệm vụ', 'Hoạt động'],
  ['Nhiệm vụ chung', 'Hoạt động cụ thể'],
  ['Nhóm nhiệm vụ', 'Nhiệm vụ cụ thể'],
  ['Mục tiêu', 'Nhiệm vụ'],
  ['Nội dung', 'Nhiệm vụ'],
  ['Lĩnh vực', 'Nhiệm vụ cụ thể'],
  ['Nhiệm vụ', 'Nội dung công việc'],
];

/** The columns of one paper: in the usual order or another, some left out. */
export function chooseColumns(chance: Chance): HeadedColumn[] {
  const column = (kind: keyof typeof wordings): HeadedColumn => ({ kind, header: chance.pick(wordings[kind]) });
  const pair = chance.often(0.4) ? chance.pick(pairs) : undefined;
  const about: HeadedColumn[] = pair
    ? [
        { kind: 'component', header: pair[0] },
        { kind: 'text', header: pair[1] },
      ]
    : [{ kind: 'text', header: chance.pick(texts) }];
  const rest = [
    ...(chance.often(0.85) ? [column('result')] : []),
    column('lead'),
    ...(chance.often(0.85) ? [column('cooperate')] : []),
    ...(chance.often(0.92) ? [column('time')] : []),
  ];
  const ordered = chance.often(0.3) ? chance.some(rest, rest.length) : rest;
  const extra = chance.often(0.35) ? [column('extra')] : [];
  return [...(chance.often(0.9) ? [column('number')] : []), ...about, ...ordered, ...extra];
}

/** A wider cell over the columns that say who, where they stand side by side. */
export const whoHeaders = [
  'Cơ quan thực hiện',
  'Phân công thực hiện',
  'Trách nhiệm thực hiện',
  'Cơ quan, đơn vị thực hiện',
  'Đơn vị thực hiện',
];
