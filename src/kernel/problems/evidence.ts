import { define, megabytes } from './define.ts';

/** What can be wrong with evidence, and what to do then. */

const unfit = {
  'day-to-come': 'Ngày đã nhập chưa đến. Hãy sửa ngày rồi thêm lại.',
  'to-before-from': 'Ngày kết thúc trước ngày bắt đầu. Hãy sửa một trong hai ngày rồi thêm lại.',
  'more-answered': 'Số ý kiến đã trả lời lớn hơn số ý kiến nêu. Hãy kiểm tra hai số rồi thêm lại.',
  'more-came': 'Số người dự lớn hơn tổng số người thuộc diện dự. Hãy kiểm tra hai số rồi thêm lại.',
  'more-remedied': 'Số tồn tại đã khắc phục lớn hơn số tồn tại. Hãy kiểm tra hai số rồi thêm lại.',
  'no-address': 'Địa chỉ trang chưa đúng. Hãy chép địa chỉ từ trình duyệt, bắt đầu bằng https://.',
} as const;

const taken = 'PDF, Word, Excel, PowerPoint, .odt, ảnh (JPG, PNG, WebP, HEIC), video MP4, âm thanh (MP3, M4A, WAV)';
const refused = {
  unknown: `không phải loại tệp được nhận làm tài liệu kiểm chứng. Hãy lưu ở một trong các dạng: ${taken}`,
  program:
    'có nội dung là trang web hoặc chương trình chạy được nên không nhận, dù tên tệp là gì. Với trang web, hãy in trang ra PDF, hoặc thêm bằng loại “Tin, bài, trang thông tin” với địa chỉ của trang',
  'two-in-one':
    'ghép hai loại tệp làm một nên không nhận để bảo đảm an toàn. Hãy mở tệp bằng phần mềm thường dùng, lưu hoặc in lại thành tệp mới',
  archive: 'là tệp nén hoặc có tệp nén, chương trình bên trong. Hãy giải nén trên máy rồi thêm từng tài liệu cần thiết',
  macros:
    'có macro nên không nhận để bảo đảm an toàn. Hãy lưu thành dạng không có macro (.docx, .xlsx, .pptx) hoặc in ra PDF',
  encrypted: 'được bảo vệ bằng mật khẩu nên không kiểm tra được. Hãy bỏ mật khẩu',
  damaged: 'bị hỏng hoặc chưa tải xong. Hãy mở bản gốc, lưu lại',
} as const;

export const evidenceProblems = {
  'evidence-unfit': define<{ field: string; why: keyof typeof unfit }>({
    status: 422,
    title: 'Thông tin tài liệu chưa hợp lý',
    detail: ({ why }) => `${unfit[why]} Những gì đã nhập vẫn còn.`,
  }),
  'evidence-file-refused': define<{ name: string; why: keyof typeof refused }>({
    status: 415,
    title: 'Không nhận được tệp này',
    detail: ({ name, why }) => `Tệp “${name}” ${refused[why]} rồi thêm lại. Chưa có gì được ghi.`,
  }),
  'evidence-file-too-large': define<{ name: string; limit: number }>({
    status: 413,
    title: 'Tệp quá lớn',
    detail: ({ name, limit }) =>
      `Tệp “${name}” vượt giới hạn ${megabytes(limit)} nên việc tải lên đã dừng, chưa có gì được ghi. Hãy giảm dung lượng (cắt ngắn video, nén ảnh, tách phụ lục) rồi thêm lại, hoặc chỉ ghi thông tin và nơi lưu.`,
  }),
  'evidence-infected': define<{ name: string; threat: string }>({
    status: 422,
    title: 'Tệp nhiễm mã độc',
    detail: ({ name, threat }) =>
      `Tệp “${name}” bị phát hiện nhiễm mã độc (${threat}) nên không nhận và không cho tải về. Hãy quét máy đang dùng, lấy tài liệu từ bản gốc sạch rồi thêm lại; báo người quản trị nếu chưa rõ nguồn.`,
  }),
  'evidence-not-fitting': define({
    status: 409,
    title: 'Chưa thêm được tài liệu',
    detail: () =>
      'Tài liệu chỉ gắn được vào việc của chính đơn vị có tài liệu. Chưa có gì được ghi; hãy chọn lại nhiệm vụ.',
  }),
  'evidence-kept-elsewhere': define({
    status: 409,
    title: 'Hoàn tác ở danh sách tài liệu',
    detail: () =>
      'Tài liệu kiểm chứng được bỏ và khôi phục ở danh sách “Tài liệu kiểm chứng” của việc, để số đếm và tệp luôn khớp nhau. Hãy mở danh sách đó rồi chọn “Bỏ”.',
  }),
  'preview-not-there': define({
    status: 404,
    title: 'Không có ảnh xem trước',
    detail: () => 'Tệp này không có ảnh xem trước. Hãy tải tệp về để xem.',
  }),
};
