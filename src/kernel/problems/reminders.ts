import { define } from './define.ts';

/** What can be in the way of the working calendar, of reminding somebody, and of calendar feeds. */
export const reminderProblems = {
  'calendar-changed-meanwhile': define({
    status: 409,
    title: 'Lịch vừa được thay đổi',
    detail: () =>
      'Người khác vừa thay đổi lịch làm việc nên thay đổi này chưa được ghi. Hãy tải lại trang, xem lịch hiện tại rồi lưu lại.',
  }),
  'calendar-still-moving': define<{ seq: number; days: number; moved: number; failed: boolean }>({
    status: 409,
    title: 'Đang dời hạn theo thay đổi trước',
    detail: ({ seq, days, moved, failed }) =>
      failed
        ? `Việc dời hạn theo thay đổi số ${seq} gặp lỗi khi mới xong ${moved} trên ${days} hạn, nên thay đổi này chưa được ghi. Hãy mở Lịch làm việc, bấm Thử lại ngay hoặc Thôi dời phần còn lại, rồi lưu lại.`
        : `Hạn của các việc đang được dời theo thay đổi số ${seq}, đã xong ${moved} trên ${days} hạn, nên thay đổi này chưa được ghi. Hãy đợi dời xong rồi xem trước và lưu lại.`,
  }),
  'reminder-days-disordered': define({
    status: 422,
    title: 'Thứ tự nhắc hạn chưa đúng',
    detail: () =>
      'Lần nhắc đầu phải sớm hơn lần hai, lần hai sớm hơn lần cuối; người đứng đầu phải được báo chậm trước cơ quan thường trực. Chưa có gì được ghi; hãy sửa các số ngày rồi xem trước lại.',
  }),
  'nothing-to-remind': define<{ why: 'settled' | 'nobody' | 'today' }>({
    status: 409,
    title: 'Chưa nhắc được ai',
    detail: ({ why }) =>
      ({
        settled: 'Các việc được chọn đã xong hoặc chưa có ngày đến hạn nên không cần nhắc. Hãy tải lại trang.',
        nobody:
          'Đơn vị thực hiện chưa có cán bộ nào trong Thang nên chưa nhắc được ai. Hãy nhờ người quản trị thêm cán bộ cho đơn vị.',
        today: 'Các việc được chọn đã được nhắc hôm nay nên không nhắc thêm. Có thể nhắc lại vào ngày mai.',
      })[why],
  }),
  'feed-not-valid': define({
    status: 404,
    title: 'Địa chỉ lịch không còn dùng được',
    detail: () => 'Địa chỉ lịch này không đúng hoặc đã bị thu hồi. Hãy mở Thang, vào “Thông báo” và tạo địa chỉ mới.',
  }),
  'feed-crowded': define({
    status: 429,
    title: 'Lịch được tải quá nhiều lần',
    detail: () => 'Địa chỉ lịch này vừa được tải nhiều lần liên tiếp. Phần mềm lịch sẽ tự tải lại sau ít phút.',
  }),
} as const;
