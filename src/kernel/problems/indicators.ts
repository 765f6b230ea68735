import { define } from './define.ts';

/** What indicators and their figures do not allow, and what to do then. */

export const indicatorProblems = {
  'indicator-changed-meanwhile': define({
    status: 409,
    title: 'Chỉ tiêu vừa được người khác sửa',
    detail: () =>
      'Người khác vừa sửa chỉ tiêu này nên chưa lưu; những gì vừa nhập vẫn còn trên màn hình. Hãy tải lại trang để thấy nội dung mới rồi sửa lại.',
  }),
  'indicator-of-plan': define({
    status: 409,
    title: 'Chỉ tiêu này của một kế hoạch',
    detail: () =>
      'Chỉ tiêu được lập từ mục tiêu in trong kế hoạch nên luôn gắn với nhiệm vụ của mục tiêu ấy. Muốn theo dõi riêng, hãy thêm một chỉ tiêu khác.',
  }),
  'indicator-giver-missing': define({
    status: 422,
    title: 'Chưa rõ ai nhập số liệu',
    detail: () =>
      'Chỉ tiêu không gắn với nhiệm vụ nào nên không có “các đơn vị được giao nhiệm vụ” để nhập. Chưa có gì thay đổi; hãy chọn ai nhập số liệu rồi lưu lại.',
  }),
  'indicator-target-taken': define({
    status: 409,
    title: 'Mục tiêu này đã có chỉ tiêu khác',
    detail: () =>
      'Mục tiêu của nhiệm vụ đã có một chỉ tiêu khác đang theo dõi. Hãy bỏ chỉ tiêu kia trước rồi khôi phục chỉ tiêu này.',
  }),
  'indicator-not-asked': define<{ name: string }>({
    status: 409,
    title: 'Đơn vị không phải nhập chỉ tiêu này',
    detail: ({ name }) =>
      `Chỉ tiêu “${name}” không giao cho đơn vị vừa nhập; chưa có số nào được lưu. Hãy kiểm tra đơn vị, hoặc đề nghị cơ quan thường trực thêm đơn vị vào chỉ tiêu.`,
  }),
  'indicator-figure-unfit': define<{ name: string; period: string; why: string }>({
    status: 422,
    title: 'Số liệu chưa đúng',
    detail: ({ name, period, why }) =>
      `“${name}”, ${period}: ${why}. Chưa có số nào được lưu; những gì vừa nhập vẫn còn. Hãy sửa ô này rồi lưu lại.`,
  }),
  'indicator-stated-otherwise': define<{ name: string; period: string; other: string }>({
    status: 409,
    title: 'Thời gian này đã có số liệu',
    detail: ({ name, period, other }) =>
      `“${name}” đã có số liệu của ${other}, nên không nhập thêm số của ${period}: mỗi tháng chỉ có một số. Hãy sửa số đã có, hoặc xóa nó rồi nhập lại.`,
  }),
  'indicator-reason-missing': define<{ name: string; period: string }>({
    status: 409,
    title: 'Cần nêu lý do sửa số liệu',
    detail: ({ name, period }) =>
      `“${name}”, ${period} đã được nhập trước đây. Hãy ghi lý do sửa rồi lưu lại; số cũ vẫn còn trong lịch sử.`,
  }),
  'indicator-import-stale': define({
    status: 409,
    title: 'Tệp này đã được hoàn tác',
    detail: () => 'Lần nhập tệp này đã được hoàn tác trước đó, không còn gì để hoàn tác. Hãy tải lại trang.',
  }),
};
