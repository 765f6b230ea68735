import { define } from './define.ts';

/** What the state of a plan under review does not allow. */
export const planProblems = {
  'review-moved-on': define<{ seq: number }>({
    status: 409,
    title: 'Bản rà soát vừa có thay đổi',
    detail: () =>
      'Kế hoạch vừa được sửa ở một cửa sổ khác nên chưa xác nhận. Không có gì bị mất; hãy xem các thay đổi mới rồi xác nhận lại.',
  }),
  'plan-confirmed': define({
    status: 409,
    title: 'Kế hoạch đã xác nhận',
    detail: () => 'Kế hoạch đã được xác nhận nên không sửa trực tiếp được. Hãy chọn “Mở lại rà soát” rồi sửa.',
  }),
  'plan-not-confirmed': define({
    status: 409,
    title: 'Kế hoạch chưa xác nhận',
    detail: () => 'Kế hoạch đang được rà soát, chưa xác nhận. Hãy tải lại trang để thấy trạng thái mới nhất.',
  }),
  'plan-removed': define({
    status: 409,
    title: 'Kế hoạch đã bị bỏ',
    detail: () => 'Kế hoạch đang nằm trong danh sách đã bỏ. Hãy khôi phục kế hoạch rồi thao tác lại.',
  }),
  'plan-given-out': define({
    status: 409,
    title: 'Kế hoạch đang được thực hiện',
    detail: () =>
      'Nhiệm vụ của kế hoạch này đã giao cho các đơn vị nên chưa bỏ được; chưa có gì thay đổi. Hãy mở Giao nhiệm vụ và thu hồi việc giao, hoặc giao một kế hoạch thay thế, rồi bỏ kế hoạch này.',
  }),
  'plan-has-review': define({
    status: 409,
    title: 'Kế hoạch kia đã được rà soát',
    detail: () =>
      'Kế hoạch được chọn đã có thao tác rà soát hoặc đã xác nhận nên không ghép tự động được; chưa có gì thay đổi. Hãy mở kế hoạch cần giữ rồi tải tệp kia lên làm bản mới của kế hoạch đó.',
  }),
  'version-in-use': define<{ version: number }>({
    status: 409,
    title: 'Bản này đã được dùng',
    detail: ({ version }) =>
      `Bản ${version} đã từng được chọn nên không bỏ được, để lịch sử còn nguyên. Hãy chọn bản khác làm bản hiện hành nếu không dùng bản này.`,
  }),
  'column-not-there': define<{ header: string }>({
    status: 422,
    title: 'Không có cột này',
    detail: ({ header }) =>
      `Kế hoạch không có cột “${header.slice(0, 120)}”, nên chưa có gì thay đổi. Hãy chọn một cột có trong bảng của văn bản.`,
  }),
  'intake-not-failed': define({
    status: 409,
    title: 'Chưa cần đọc lại',
    detail: () => 'Tệp đang được đọc hoặc đã đọc xong nên không cần thử lại. Hãy tải lại trang để thấy trạng thái mới.',
  }),
  'intakes-too-many': define<{ most: number }>({
    status: 429,
    title: 'Có quá nhiều tệp đang chờ',
    detail: ({ most }) =>
      `Đơn vị đang có ${most} tệp chờ đọc hoặc không đọc được, đã tới mức tối đa được giữ cùng lúc nên tệp này chưa được nhận. Hãy đợi các tệp kia đọc xong, bỏ những tệp không đọc được khỏi danh sách rồi tải lại.`,
  }),
  'task-without-text': define<{ tasks: string[] }>({
    status: 409,
    title: 'Có nhiệm vụ chưa có nội dung',
    detail: ({ tasks }) =>
      `Còn ${tasks.length} nhiệm vụ chưa có nội dung nên chưa xác nhận được. Hãy nhập nội dung hoặc xóa các nhiệm vụ đó rồi xác nhận lại.`,
  }),
} as const;
