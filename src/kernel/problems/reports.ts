import { define } from './define.ts';

/** What reports of periods do not allow, and what to do then. */

const refused = {
  'not-in-this-state':
    'Trạng thái hiện tại của báo cáo không cho phép thao tác vừa chọn, có thể người khác vừa cập nhật. Hãy tải lại trang để thấy trạng thái mới.',
  'period-closed':
    'Kỳ báo cáo đã khóa. Hãy đề nghị cơ quan thường trực mở lại kỳ hoặc cho phép đơn vị gửi đến một ngày.',
  'reason-missing': 'Thao tác này cần nêu lý do. Hãy ghi lý do rồi gửi lại.',
  'day-past': 'Ngày được chọn đã qua. Hãy chọn hôm nay hoặc một ngày sau.',
  'ended-before':
    'Trong số đơn vị đã chọn có đơn vị từng được giao báo cáo này rồi thôi. Hãy bỏ đơn vị ấy ra, hoặc giao lại ở màn hình Giao kế hoạch.',
  'not-closed': 'Kỳ báo cáo đang mở nên đơn vị gửi được mà không cần cho phép riêng.',
} as const;
type Refused = keyof typeof refused;

/** Why a workbook is not the form of a report. */
const foreign = {
  foreign:
    'không phải là biểu tải từ màn hình Soạn báo cáo. Hãy bấm “Tải biểu Excel”, chép nội dung sang biểu ấy rồi tải lên lại.',
  damaged:
    'đã bị sửa phần khóa nên không biết biểu được làm từ lúc nào. Hãy tải biểu mới, chép nội dung sang rồi tải lên lại.',
  other: 'là biểu của một báo cáo khác. Hãy mở đúng báo cáo của biểu này rồi tải lên.',
} as const;
type Foreign = keyof typeof foreign;

export const reportProblems = {
  'report-act-refused': define<{ why: Refused }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => `${refused[why]} Những gì đã nhập vẫn còn.`,
  }),
  'report-regime-past': define<{ year: number }>({
    status: 409,
    title: 'Năm đã qua',
    detail: ({ year }) => `Chế độ báo cáo chỉ đặt được cho năm nay và năm sau, không đặt được cho năm ${year}.`,
  }),
  'report-sheet-foreign': define<{ name: string; why: Foreign }>({
    status: 422,
    title: 'Không nhận được biểu này',
    detail: ({ name, why }) => `Tệp “${name}” ${foreign[why]} Chưa có gì thay đổi trong báo cáo.`,
  }),
  'report-not-writable': define<{ closed: boolean }>({
    status: 409,
    title: 'Báo cáo không sửa được lúc này',
    detail: ({ closed }) =>
      closed
        ? 'Kỳ báo cáo đã khóa nên chưa lưu được; những gì vừa nhập vẫn còn trên màn hình. Hãy đề nghị cơ quan thường trực mở lại kỳ hoặc cho phép đơn vị gửi đến một ngày.'
        : 'Báo cáo đã trình hoặc đã gửi nên chưa lưu được; những gì vừa nhập vẫn còn trên màn hình. Hãy lấy lại báo cáo rồi sửa.',
  }),
  'report-consolidated': define({
    status: 409,
    title: 'Báo cáo này soạn ở màn hình Tổng hợp',
    detail: () =>
      'Báo cáo tổng hợp được dự thảo từ báo cáo của các đơn vị nên soạn, trình, duyệt ở màn hình Tổng hợp của kỳ báo cáo. Hãy mở kỳ này ở mục Các kỳ báo cáo.',
  }),
};
