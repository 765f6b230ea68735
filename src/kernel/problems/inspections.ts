import { define } from './define.ts';

/** What inspections and recommendations do not allow, and what to do then. */

const refused = {
  'not-in-this-state':
    'Trạng thái hiện tại của cuộc kiểm tra không cho phép thao tác vừa chọn, có thể người khác vừa cập nhật. Hãy tải lại trang để thấy trạng thái mới.',
  'finding-unknown': 'Không tìm thấy tồn tại này trong cuộc kiểm tra. Hãy tải lại trang rồi chọn lại.',
  'finding-known': 'Tồn tại này đã được ghi trước đó, không cần ghi lại.',
  'finding-not-so':
    'Trạng thái hiện tại của tồn tại không cho phép thao tác vừa chọn, có thể người khác vừa cập nhật. Hãy tải lại trang để thấy trạng thái mới.',
  'reason-missing': 'Thao tác này cần nêu lý do. Hãy ghi lý do rồi gửi lại.',
  'day-past': 'Ngày được chọn (sau khi chuyển về ngày làm việc) đã qua. Hãy chọn một ngày sau hôm nay.',
  'day-to-come': 'Ngày đã nhập chưa đến. Hãy nhập hôm nay hoặc một ngày trước.',
  'remedy-missing':
    'Còn tồn tại chưa có yêu cầu khắc phục. Hãy giao đơn vị và hạn khắc phục, hoặc rút tồn tại ghi nhầm, rồi kết luận.',
  'evidence-missing': 'Chưa có tài liệu kiểm chứng. Hãy thêm tài liệu, hoặc nêu lý do không có tài liệu, rồi gửi lại.',
  'nothing-changes': 'Cuộc kiểm tra đã ở ngày này, không cần chuyển.',
} as const;

const recommendation = {
  'not-in-this-state':
    'Trạng thái hiện tại của kiến nghị không cho phép thao tác vừa chọn, có thể người khác vừa cập nhật. Hãy tải lại trang để thấy trạng thái mới.',
  'reason-missing': refused['reason-missing'],
  'evidence-missing': refused['evidence-missing'],
  'day-past': 'Thời hạn được chọn đã qua. Hãy chọn hôm nay hoặc một ngày sau.',
} as const;

export const inspectionProblems = {
  'inspection-act-refused': define<{ why: keyof typeof refused }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => `${refused[why]} Những gì đã ghi trước đó vẫn còn.`,
  }),
  'inspection-earlier-missing': define({
    status: 422,
    title: 'Chưa lập được cuộc tái kiểm tra',
    detail: () =>
      'Tái kiểm tra phải nêu cuộc kiểm tra trước của chính đơn vị đó; hình thức khác thì không nêu. Hãy mở cuộc kiểm tra trước rồi bấm “Tái kiểm tra”. Những gì đã nhập vẫn còn.',
  }),
  'recommendation-act-refused': define<{ why: keyof typeof recommendation }>({
    status: 409,
    title: 'Chưa thực hiện được thao tác',
    detail: ({ why }) => `${recommendation[why]} Những gì đã ghi trước đó vẫn còn.`,
  }),
  'register-not-found': define<{ name: string }>({
    status: 422,
    title: 'Không tìm thấy bảng kiến nghị trong tệp',
    detail: ({ name }) =>
      `Trong “${name}” không có dòng tiêu đề nào vừa có cột kiến nghị (nội dung) vừa có cột đơn vị thực hiện. Chưa có gì được ghi. Hãy tải tệp mẫu, chép các dòng sang rồi nhập lại.`,
  }),
  'register-too-long': define<{ name: string; most: number }>({
    status: 422,
    title: 'Tệp có quá nhiều dòng',
    detail: ({ name, most }) =>
      `“${name}” có hơn ${most} dòng kiến nghị. Chưa có gì được ghi. Hãy chia thành nhiều tệp rồi nhập từng tệp.`,
  }),
  'register-import-known': define({
    status: 409,
    title: 'Tệp đã được nhập',
    detail: () => 'Lần nhập này đã được ghi vào sổ trước đó, không ghi thêm lần nữa. Hãy tải lại trang để xem sổ.',
  }),
} as const;
