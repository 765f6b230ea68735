import type { StandingName } from './search.ts';

/** Where something stands, with the shape it has. */
export const standingWords: Record<StandingName, string> = {
  'qua-han': '▲ Quá hạn',
  'trong-han': '◐ Trong hạn',
  cho: '○ Chờ sự kiện',
  xong: '● Đã xong đúng hạn',
  'xong-tre': '● Xong trễ',
};
