import { define } from './define.ts';

/** Why a workbook is not the sheet of a form. */
const foreign = {
  foreign: 'không phải là biểu tải từ phiếu này. Hãy bấm “Tải biểu Excel”, chép số liệu sang biểu ấy rồi tải lên lại.',
  damaged: 'đã bị sửa phần khóa. Hãy tải biểu mới, chép số liệu sang rồi tải lên lại.',
  other: 'là biểu của một phiếu khác hoặc của đơn vị khác. Hãy mở đúng phiếu của biểu này rồi tải lên.',
} as const;
type Foreign = keyof typeof foreign;

/** What forms of figures do not allow, and what to do then. */
export const formProblems = {
  'form-changed': define({
    status: 409,
    title: 'Phiếu vừa được người khác sửa',
    detail: () =>
      'Người khác vừa lưu hoặc xóa phiếu này nên thay đổi của bạn chưa được ghi; nội dung đang sửa vẫn còn trên màn hình. Hãy tải lại trang để thấy bản mới rồi sửa tiếp.',
  }),
  'form-faulty': define<{ name: string; message: string }>({
    status: 422,
    title: 'Phiếu chưa gửi được',
    detail: ({ name, message }) =>
      `${name === '' ? '' : `Câu “${name}”: `}${message} Phiếu vẫn còn nguyên; hãy mở phiếu, sửa rồi gửi lại.`,
  }),
  'form-day-past': define({
    status: 422,
    title: 'Hạn gửi đã qua',
    detail: () => 'Không còn hạn nào từ hôm nay trở đi nên chưa gửi phiếu. Hãy chọn ngày khác rồi gửi lại.',
  }),
  'form-units-above': define({
    status: 422,
    title: 'Không gửi được cho đơn vị cấp trên',
    detail: () => 'Trong các đơn vị đã chọn có đơn vị cấp trên của đơn vị gửi. Hãy bỏ chọn rồi gửi lại.',
  }),
  'form-sheet-foreign': define<{ name: string; why: Foreign }>({
    status: 422,
    title: 'Không nhận được biểu này',
    detail: ({ name, why }) => `Tệp “${name}” ${foreign[why]} Chưa có gì thay đổi trong phiếu.`,
  }),
  'form-incomplete': define<{ count: number; name: string; message: string }>({
    status: 422,
    title: 'Phiếu chưa đủ để gửi',
    detail: ({ count, name, message }) =>
      `Còn ${count} câu phải xem lại, trước hết là “${name}”: ${message} Những gì đã nhập vẫn còn; hãy sửa rồi gửi lại.`,
  }),
};
