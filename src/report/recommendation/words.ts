import type { Source } from './model.ts';

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
