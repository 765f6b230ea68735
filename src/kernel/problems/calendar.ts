import { define } from './define.ts';

/** What keeps a wording or a day from becoming a date. */
export const calendarProblems = {
  'schedule-not-understood': define<{ wording: string }>({
    status: 422,
    title: 'Chưa hiểu thời hạn này',
    detail: ({ wording }) =>
      `Chưa đổi được “${wording.slice(0, 120)}” thành ngày. Hãy viết lại theo một trong các cách: “trước ngày 31/12/2026”, “chậm nhất ngày 15/6/2026”, “trước ngày 15 tháng cuối quý”, “ngày 25 hằng tháng”, “quý II, III năm 2026”, “thường xuyên”.`,
  }),
  'day-not-understood': define<{ given: string; where: string }>({
    status: 422,
    title: 'Ngày chưa đúng',
    detail: ({ given, where }) =>
      `“${given.slice(0, 40)}” ở ${where} chưa đúng hoặc không có trong lịch. Hãy viết ngày như 2026-05-01 hoặc 01/5/2026, năm bằng bốn chữ số từ 1990 đến 2100.`,
  }),
} as const;
