import { define, megabytes } from './define.ts';

/** What can be wrong with a file somebody gives us, or with keeping and writing one. */
export const fileProblems = {
  'file-empty': define<{ name: string }>({
    status: 422,
    title: 'Tệp rỗng',
    detail: ({ name }) => `Tệp “${name}” không có nội dung. Hãy mở lại bản gốc, lưu rồi tải lên lần nữa.`,
  }),
  'file-too-large': define<{ name: string; size: number; limit: number }>({
    status: 413,
    title: 'Tệp quá lớn',
    detail: ({ name, size, limit }) =>
      `Tệp “${name}” (${megabytes(size)}) vượt giới hạn ${megabytes(limit)}. Hãy bỏ bớt ảnh hoặc tách phụ lục rồi tải lên lại.`,
  }),
  'file-damaged': define<{ name: string }>({
    status: 422,
    title: 'Tệp bị hỏng',
    detail: ({ name }) =>
      `Tệp “${name}” bị hỏng hoặc chưa tải xong nên không đọc được. Hãy mở bản gốc bằng Word, lưu lại rồi tải lên lần nữa.`,
  }),
  'file-encrypted': define<{ name: string }>({
    status: 422,
    title: 'Tệp có mật khẩu',
    detail: ({ name }) =>
      `Tệp “${name}” được bảo vệ bằng mật khẩu. Hãy mở tệp, bỏ mật khẩu (với Word: Tệp → Thông tin → Bảo vệ tài liệu; với PDF: lưu lại không kèm mật khẩu) rồi tải lên lại.`,
  }),
  'file-expands-too-much': define<{ name: string }>({
    status: 422,
    title: 'Tệp nén bất thường',
    detail: ({ name }) =>
      `Tệp “${name}” nén một lượng dữ liệu lớn bất thường nên đã dừng đọc để bảo đảm an toàn. Hãy chép nội dung sang một tệp Word khác, lưu rồi tải lên.`,
  }),
  'file-declares-entities': define<{ name: string }>({
    status: 422,
    title: 'Tệp không an toàn',
    detail: ({ name }) =>
      `Tệp “${name}” chứa khai báo XML (DOCTYPE) mà tệp văn phòng không bao giờ có nên đã dừng đọc. Hãy mở bằng Word, lưu thành tệp khác rồi tải lên.`,
  }),
  'document-too-complex': define<{ name: string }>({
    status: 422,
    title: 'Văn bản quá phức tạp',
    detail: ({ name }) =>
      `Tệp “${name}” có quá nhiều ô, đoạn hoặc lớp lồng nhau. Hãy tách phụ lục hoặc chép nội dung sang một tệp Word khác rồi tải lên.`,
  }),
  'file-has-too-many-pages': define<{ name: string }>({
    status: 422,
    title: 'Tệp có quá nhiều trang',
    detail: ({ name }) =>
      `Tệp “${name}” dài hơn mức đọc được trong một lần (1.000 trang). Hãy tách riêng bản kế hoạch cùng phụ lục nhiệm vụ rồi tải lên.`,
  }),
  'picture-too-large': define<{ name: string }>({
    status: 422,
    title: 'Ảnh quét quá lớn',
    detail: ({ name }) =>
      `Tệp “${name}” có trang là ảnh quét quá lớn nên không nhận dạng được. Hãy quét lại ở 200–300 dpi, khổ A4 hoặc A3, rồi tải lên.`,
  }),
  'file-is-old-word': define<{ name: string }>({
    status: 415,
    title: 'Tệp Word đời cũ',
    detail: ({ name }) =>
      `Tệp “${name}” là Word đời quá cũ (trước 1997) nên không đọc được. Hãy mở bằng Word, chọn “Lưu thành” (Save As) dạng .docx rồi tải lên.`,
  }),
  'file-is-pdf': define<{ name: string }>({
    status: 415,
    title: 'Tệp PDF',
    detail: ({ name }) =>
      `Tệp “${name}” là PDF, hiện chưa đọc được. Hãy tải lên bản Word (.docx) của văn bản, hoặc dán phần chữ của văn bản.`,
  }),
  'recognition-not-there': define<{ name: string }>({
    status: 422,
    title: 'Chưa nhận dạng được chữ',
    detail: ({ name }) =>
      `Tệp “${name}” là ảnh quét nhưng máy chủ chưa nhận dạng được chữ trong đó. Hãy báo người quản trị cài phần nhận dạng (chạy lại npm install, hoặc cài Tesseract) rồi tải lên lại; trong khi chờ, hãy dùng bản Word (.docx) của văn bản.`,
  }),
  'file-is-picture': define<{ name: string }>({
    status: 415,
    title: 'Tệp ảnh',
    detail: ({ name }) =>
      `Tệp “${name}” là ảnh, không có chữ để đọc. Hãy tải lên bản Word (.docx) của văn bản, hoặc dán phần chữ của văn bản.`,
  }),
  'file-is-spreadsheet': define<{ name: string }>({
    status: 415,
    title: 'Tệp bảng tính',
    detail: ({ name }) =>
      `Tệp “${name}” là bảng tính ở định dạng chưa đọc được (.xls, .xlsb, .ods). Hãy mở bằng Excel, chọn “Lưu thành” dạng .xlsx rồi tải lên.`,
  }),
  'file-is-presentation': define<{ name: string }>({
    status: 415,
    title: 'Tệp trình chiếu',
    detail: ({ name }) => `Tệp “${name}” là bản trình chiếu (PowerPoint). Hãy tải lên bản Word (.docx) của kế hoạch.`,
  }),
  'file-is-open-document': define<{ name: string }>({
    status: 415,
    title: 'Tệp OpenDocument',
    detail: ({ name }) =>
      `Tệp “${name}” là tệp OpenDocument nhưng không phải văn bản (.odt). Hãy tải lên bản .odt hoặc Word (.docx) của kế hoạch.`,
  }),
  'file-is-rich-text': define<{ name: string }>({
    status: 415,
    title: 'Tệp RTF',
    detail: ({ name }) =>
      `Tệp “${name}” là RTF; máy chủ chưa có LibreOffice để đọc dạng này. Hãy mở bằng Word, lưu thành .docx rồi tải lên.`,
  }),
  'file-is-archive': define<{ name: string }>({
    status: 415,
    title: 'Tệp nén',
    detail: ({ name }) =>
      `Tệp “${name}” là tệp nén, không phải văn bản. Hãy giải nén rồi tải lên từng tệp văn bản bên trong.`,
  }),
  'file-not-docx': define<{ name: string }>({
    status: 415,
    title: 'Không phải tệp Word .docx',
    detail: ({ name }) =>
      `Tệp “${name}” không phải văn bản Word dạng .docx nên chưa kiểm tra được thể thức. Hãy mở tệp bằng Word, chọn “Lưu thành” (Save As) dạng .docx rồi kiểm tra lại.`,
  }),
  'text-not-unicode': define<{ name: string }>({
    status: 415,
    title: 'Bảng mã chữ cũ',
    detail: ({ name }) =>
      `Tệp “${name}” không dùng bảng mã Unicode và không nhận ra là TCVN3, VNI hay bảng mã cũ nào khác. Hãy chuyển sang Unicode bằng Word hoặc UniKey, lưu rồi tải lên.`,
  }),
  'file-unknown': define<{ name: string }>({
    status: 415,
    title: 'Không nhận ra loại tệp',
    detail: ({ name }) =>
      `Không nhận ra loại của tệp “${name}”. Thang đọc Word (.docx, .doc), .odt, PDF, Excel (.xlsx), HTML và văn bản thuần (.txt, .md); hãy lưu văn bản ở một trong các dạng đó rồi tải lên.`,
  }),
  'file-not-there': define<{ name: string }>({
    status: 404,
    title: 'Không mở được tệp',
    detail: ({ name }) =>
      `Không mở được “${name}”: không có tệp này hoặc không có quyền đọc. Hãy kiểm tra đường dẫn rồi chạy lại.`,
  }),
  'folder-without-plans': define<{ name: string }>({
    status: 404,
    title: 'Thư mục không có kế hoạch',
    detail: ({ name }) =>
      `Thư mục “${name}” không có tệp nào đọc được (.docx, .doc, .odt, .pdf, .xlsx, .html, .md, .txt). Hãy chọn thư mục khác rồi chạy lại.`,
  }),
  'file-not-written': define<{ name: string }>({
    status: 500,
    title: 'Không ghi được tệp',
    detail: ({ name }) =>
      `Không ghi được “${name}”; tệp cũ, nếu có, vẫn nguyên. Hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa rồi chạy lại.`,
  }),
  'file-missing': define({
    status: 400,
    title: 'Chưa có tệp',
    detail: () => 'Yêu cầu không kèm tệp nào. Hãy chọn một tệp kế hoạch rồi tải lên lại.',
  }),
  'several-files': define({
    status: 400,
    title: 'Nhiều tệp trong một lần gửi',
    detail: () =>
      'Mỗi lần chỉ nhận một tệp; yêu cầu này có nhiều tệp nên chưa có tệp nào được ghi. Hãy tải lên từng tệp một.',
  }),
  'upload-cut-off': define({
    status: 400,
    title: 'Tệp chưa tải lên hết',
    detail: () => 'Việc tải tệp lên bị ngắt giữa chừng nên chưa có gì được ghi. Hãy kiểm tra kết nối rồi tải lên lại.',
  }),
  'file-lost': define<{ name: string }>({
    status: 500,
    title: 'Không còn tệp gốc',
    detail: ({ name }) =>
      `Không tìm thấy tệp gốc “${name}” trong kho lưu trữ; nội dung đã đọc vẫn còn. Hãy báo người quản trị khôi phục thư mục tệp.`,
  }),
  'reading-not-valid': define<{ name: string; where: string }>({
    status: 422,
    title: 'Tệp không phải là bản đọc kế hoạch',
    detail: ({ name, where }) =>
      `Tệp “${name}” không theo hợp đồng đọc${where === '' ? '' : ` (sai ở ${where})`} nên chưa có gì được ghi. Hãy tạo lại tệp bằng “bin/thang read TỆP --json”, hoặc sửa theo “bin/thang schema reading”.`,
  }),
  'reading-failed': define<{ name: string; why: 'crashed' | 'memory' | 'time' | 'cancelled' }>({
    status: 422,
    title: 'Không đọc được tệp',
    detail: ({ name, why }) =>
      `${
        {
          crashed: `Việc đọc tệp “${name}” dừng giữa chừng vì nội dung tệp bất thường.`,
          memory: `Tệp “${name}” cần nhiều bộ nhớ hơn mức cho phép nên việc đọc đã dừng.`,
          time: `Tệp “${name}” đọc quá lâu nên việc đọc đã dừng.`,
          cancelled: `Việc đọc tệp “${name}” đã được hủy.`,
        }[why]
      } Chưa có gì bị thay đổi. Hãy mở bản gốc bằng Word, lưu thành tệp .docx mới hoặc tách bớt phụ lục rồi thử lại.`,
  }),
  'template-unsafe': define<{ name: string; what: string }>({
    status: 422,
    title: 'Tệp không dùng làm biểu mẫu được',
    detail: ({ name, what }) =>
      `Tệp “${name}” có ${what} nên không dùng làm biểu mẫu được; biểu mẫu đang dùng không đổi. Hãy bỏ phần đó, hoặc chép nội dung sang một tệp Word mới (.docx) rồi tải lên lại.`,
  }),
  'templates-full': define<{ most: number }>({
    status: 422,
    title: 'Đã đủ số bản biểu mẫu',
    detail: ({ most }) =>
      `Mỗi loại văn bản giữ được nhiều nhất ${most} bản biểu mẫu; bản này chưa được lưu, biểu mẫu đang dùng không đổi. Hãy dùng lại một bản đã có.`,
  }),
  'template-repeats-too-much': define({
    status: 422,
    title: 'Biểu mẫu lặp quá nhiều',
    detail: () =>
      'Biểu mẫu lặp quá nhiều lần nên đã dừng để bảo đảm an toàn. Hãy bỏ bớt phần lặp trong biểu mẫu, hoặc dùng lại mẫu có sẵn ở màn hình Biểu mẫu.',
  }),
  'template-needs-office': define({
    status: 422,
    title: 'Chưa xuất được PDF theo biểu mẫu',
    detail: () =>
      'Máy chủ chưa cài LibreOffice nên chưa xuất được PDF theo biểu mẫu của đơn vị. Hãy tải bản Word (.docx), hoặc nhờ người quản trị cài LibreOffice.',
  }),
} as const;
