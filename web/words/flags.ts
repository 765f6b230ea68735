import type { OccurrenceFlag } from '../../src/calendar/model.ts';

/** What was assumed about a day, as one would tell a colleague. */
const flagWords: Record<OccurrenceFlag, string> = {
  'day-assumed': 'văn bản không nêu ngày: lấy ngày theo cài đặt của đơn vị',
  'month-assumed': 'văn bản không nêu tháng: lấy tháng cuối kỳ',
  'period-assumed': 'việc thường xuyên: mỗi kỳ báo cáo một lần',
  'as-prescribed': '“định kỳ theo quy định”: mỗi kỳ báo cáo một lần',
  'no-time-stated': 'văn bản không nêu thời gian: tính đến hết năm của kế hoạch',
  'day-clamped': 'tháng không có ngày này: lấy ngày cuối tháng',
  'non-working-day': 'rơi vào ngày nghỉ và được giữ nguyên theo cài đặt',
  'unverified-day': 'theo ngày nghỉ dự kiến, chưa có thông báo chính thức',
  'unknown-year': 'chưa có lịch nghỉ lễ của năm này',
  'no-working-day': 'không tìm được ngày làm việc trong một năm',
};

export const sayFlag = (flag: string): string => flagWords[flag as OccurrenceFlag] ?? flag;
