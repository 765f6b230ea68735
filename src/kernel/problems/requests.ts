import { define, megabytes } from './define.ts';

/** What can be wrong between browser and server: the request itself, the session, the permission. */
export const requestProblems = {
  'not-found': define<{ what: string }>({
    status: 404,
    title: 'Không tìm thấy',
    detail: ({ what }) => `Không tìm thấy ${what}. Có thể mục này đã bị bỏ; hãy quay lại danh sách.`,
  }),
  'request-invalid': define<{ fields: { path: string; message: string }[] }>({
    status: 400,
    title: 'Yêu cầu không hợp lệ',
    detail: ({ fields }) =>
      `Dữ liệu gửi lên chưa đúng${fields[0] ? ` ở “${fields[0].path}”${fields[0].message ? ` (${fields[0].message})` : ''}` : ''}. Chưa có gì được ghi; hãy tải lại trang, kiểm tra rồi gửi lại.`,
  }),
  'media-type-refused': define<{ received: string }>({
    status: 415,
    title: 'Kiểu dữ liệu không được hỗ trợ',
    detail: ({ received }) =>
      `Máy chủ không nhận dữ liệu kiểu “${received}” ở địa chỉ này. Hãy gửi JSON, hoặc tải tệp lên bằng biểu mẫu.`,
  }),
  'request-too-large': define<{ limit: number }>({
    status: 413,
    title: 'Nội dung quá dài',
    detail: ({ limit }) =>
      `Nội dung gửi lên vượt giới hạn ${megabytes(limit)}. Chưa có gì được ghi; hãy chia nhỏ nội dung hoặc tải lên dưới dạng tệp.`,
  }),
  'session-missing': define({
    status: 401,
    title: 'Phiên làm việc đã hết',
    detail: () => 'Phiên làm việc không còn hiệu lực. Những gì đã lưu vẫn còn; hãy tải lại trang để tiếp tục.',
  }),
  'csrf-refused': define({
    status: 403,
    title: 'Yêu cầu không được chấp nhận',
    detail: () =>
      'Yêu cầu thiếu mã xác nhận của phiên làm việc nên chưa được thực hiện. Hãy tải lại trang rồi thử lại.',
  }),
  'origin-refused': define({
    status: 403,
    title: 'Yêu cầu đến từ trang khác',
    detail: () =>
      'Yêu cầu được gửi từ một trang khác nên bị từ chối, chưa có gì thay đổi. Hãy mở Thang trực tiếp rồi thao tác lại.',
  }),
  'host-refused': define({
    status: 421,
    title: 'Địa chỉ không đúng',
    detail: () =>
      'Chế độ dùng thử chỉ trả lời tại địa chỉ của chính máy này. Hãy mở lại bằng địa chỉ http://localhost mà lệnh khởi động đã in ra.',
  }),
  'permission-refused': define<{ needed: string }>({
    status: 403,
    title: 'Không có quyền',
    detail: ({ needed }) => `Thao tác này cần quyền: ${needed}. Hãy liên hệ người quản trị nếu anh chị cần quyền đó.`,
  }),
  internal: define({
    status: 500,
    title: 'Lỗi hệ thống',
    detail: () =>
      'Hệ thống gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn; hãy thử lại, nếu vẫn lỗi hãy báo người quản trị.',
  }),
} as const;
