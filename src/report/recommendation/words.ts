import type { SheetField, Source } from './model.ts';

/** What recommendations are called, for files and screens alike. */

export const sourceWords: Record<Source, string> = {
  'state-inspection': 'Thanh tra',
  audit: 'Kiểm toán',
  check: 'Kiểm tra',
  oversight: 'Giám sát',
  dialogue: 'Đối thoại',
  voters: 'Cử tri',
  directive: 'Chỉ đạo của Chủ tịch',
};

/** What the columns of a register in a table are headed. */
export const sheetHeadings: Record<SheetField, string> = {
  source: 'Nguồn',
  what: 'Văn bản',
  number: 'Số',
  date: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  text: 'Kiến nghị',
  unit: 'Đơn vị thực hiện',
  due: 'Thời hạn',
  percent: 'Mức độ hoàn thành (%)',
  result: 'Kết quả thực hiện',
};
