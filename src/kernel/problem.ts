/**
 * The catalogue of everything that can go wrong in front of a user: one stable code, an HTTP status, typed details and
 * a Vietnamese sentence that says what happened, that nothing was lost, and what to do next. The API renders it as
 * RFC 9457, the command line prints it on standard error.
 */
type Render<D> = { status: number; title: string; detail: (details: D) => string };

const define = <D extends Record<string, unknown> = Record<never, never>>(render: Render<D>): Render<D> => render;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

export const catalogue = {
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
      `Tệp “${name}” được bảo vệ bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu) rồi tải lên lại.`,
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
      `Tệp “${name}” chứa khai báo XML (DOCTYPE) mà tệp Word không bao giờ có nên đã dừng đọc. Hãy mở bằng Word, lưu thành tệp khác rồi tải lên.`,
  }),
  'document-too-complex': define<{ name: string }>({
    status: 422,
    title: 'Văn bản quá phức tạp',
    detail: ({ name }) =>
      `Tệp “${name}” có quá nhiều ô, đoạn hoặc lớp lồng nhau. Hãy tách phụ lục hoặc chép nội dung sang một tệp Word khác rồi tải lên.`,
  }),
  'file-is-old-word': define<{ name: string }>({
    status: 415,
    title: 'Tệp Word đời cũ',
    detail: ({ name }) =>
      `Tệp “${name}” thuộc định dạng cũ (.doc), hiện chưa đọc được. Hãy mở bằng Word, chọn “Lưu thành” (Save As) dạng .docx rồi tải lên.`,
  }),
  'file-is-pdf': define<{ name: string }>({
    status: 415,
    title: 'Tệp PDF',
    detail: ({ name }) =>
      `Tệp “${name}” là PDF, hiện chưa đọc được. Hãy tải lên bản Word (.docx) của văn bản, hoặc dán phần chữ của văn bản.`,
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
      `Tệp “${name}” là bảng tính (Excel), hiện chưa đọc được. Hãy chép bảng sang một tệp Word (.docx) rồi tải lên.`,
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
      `Tệp “${name}” là văn bản OpenDocument (.odt), hiện chưa đọc được. Hãy mở rồi lưu thành Word (.docx) và tải lên.`,
  }),
  'file-is-rich-text': define<{ name: string }>({
    status: 415,
    title: 'Tệp RTF',
    detail: ({ name }) => `Tệp “${name}” là RTF, hiện chưa đọc được. Hãy mở bằng Word, lưu thành .docx rồi tải lên.`,
  }),
  'file-is-archive': define<{ name: string }>({
    status: 415,
    title: 'Tệp nén',
    detail: ({ name }) =>
      `Tệp “${name}” là tệp nén, không phải văn bản. Hãy giải nén rồi tải lên từng tệp văn bản bên trong.`,
  }),
  'text-not-unicode': define<{ name: string }>({
    status: 415,
    title: 'Bảng mã chữ cũ',
    detail: ({ name }) =>
      `Tệp “${name}” không dùng bảng mã Unicode (có thể là TCVN3 hoặc VNI), hiện chưa đọc được. Hãy chuyển sang Unicode bằng Word hoặc UniKey, lưu rồi tải lên.`,
  }),
  'file-unknown': define<{ name: string }>({
    status: 415,
    title: 'Không nhận ra loại tệp',
    detail: ({ name }) =>
      `Không nhận ra loại của tệp “${name}”. Thang đọc Word (.docx), HTML và văn bản thuần (.txt, .md); hãy lưu văn bản ở một trong các dạng đó rồi tải lên.`,
  }),
  'not-found': define<{ what: string }>({
    status: 404,
    title: 'Không tìm thấy',
    detail: ({ what }) => `Không tìm thấy ${what}. Có thể mục này đã bị bỏ; hãy quay lại danh sách.`,
  }),
  'database-away': define({
    status: 503,
    title: 'Cơ sở dữ liệu đang khởi động lại',
    detail: () =>
      'Cơ sở dữ liệu tạm thời chưa trả lời. Những gì đã lưu vẫn còn, thao tác vừa rồi chưa được ghi; hãy đợi vài giây rồi thử lại.',
  }),
  'database-unreachable': define<{ server: string; said: string }>({
    status: 503,
    title: 'Không nối được tới cơ sở dữ liệu',
    detail: ({ server, said }) =>
      `Không nối được tới PostgreSQL theo DATABASE_URL (${server}): “${said}”. Hãy kiểm tra địa chỉ, tên người dùng, mật khẩu và máy chủ rồi chạy lại.`,
  }),
  'database-too-old': define<{ found: string }>({
    status: 500,
    title: 'PostgreSQL quá cũ',
    detail: ({ found }) =>
      `Máy chủ chạy PostgreSQL ${found}. Thang cần PostgreSQL 15 trở lên; hãy nâng cấp máy chủ rồi chạy lại.`,
  }),
  'disk-full': define<{ folder: string }>({
    status: 507,
    title: 'Ổ đĩa đã đầy',
    detail: ({ folder }) =>
      `Ổ đĩa ${folder ? `chứa thư mục “${folder}” ` : 'chứa dữ liệu '}đã đầy nên không ghi thêm được; những gì đã lưu vẫn còn. Hãy xóa bớt tệp hoặc mở rộng ổ đĩa rồi thử lại.`,
  }),
  'data-folder-unwritable': define<{ folder: string }>({
    status: 500,
    title: 'Không ghi được vào thư mục dữ liệu',
    detail: ({ folder }) =>
      `Không ghi được vào “${folder}”. Hãy cấp quyền ghi cho người đang chạy Thang, hoặc đặt biến THANG_HOME trỏ tới thư mục khác rồi chạy lại.`,
  }),
  'data-folder-unreachable': define<{ folder: string; user: string }>({
    status: 500,
    title: 'Cơ sở dữ liệu không vào được thư mục dữ liệu',
    detail: ({ folder, user }) =>
      `Cơ sở dữ liệu chạy bằng người dùng thường “${user}” và không đi qua được đường dẫn tới “${folder}”. Hãy đặt THANG_HOME ở nơi mọi người dùng đi qua được, ví dụ /var/lib/thang.`,
  }),
  'database-needs-user': define<{ user: string }>({
    status: 500,
    title: 'Thiếu người dùng cho cơ sở dữ liệu',
    detail: ({ user }) =>
      `PostgreSQL không chạy bằng root. Hãy tạo người dùng hệ thống “${user}” (useradd --system ${user}) hoặc chạy Thang bằng người dùng thường.`,
  }),
  'database-not-packaged': define<{ system: string }>({
    status: 500,
    title: 'Máy này chưa có PostgreSQL kèm theo',
    detail: ({ system }) =>
      `Không có PostgreSQL kèm theo cho “${system}”. Hãy xóa thư mục node_modules rồi chạy lại, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên.`,
  }),
  'database-version': define<{ folder: string; found: string; expected: string }>({
    status: 500,
    title: 'Dữ liệu thuộc phiên bản PostgreSQL khác',
    detail: ({ folder, found, expected }) =>
      `Dữ liệu trong “${folder}” thuộc PostgreSQL ${found}, còn bản này dùng PostgreSQL ${expected}; dữ liệu được giữ nguyên. Hãy chạy lại bản Thang cũ, hoặc chuyển dữ liệu bằng pg_dump, hoặc đặt THANG_HOME trỏ tới thư mục khác.`,
  }),
  'database-damaged': define<{ folder: string }>({
    status: 500,
    title: 'Thư mục dữ liệu không đầy đủ',
    detail: ({ folder }) =>
      `Thư mục “${folder}” không phải là một thư mục dữ liệu đầy đủ của Thang; không có gì bị sửa. Hãy khôi phục từ bản sao lưu, hoặc chuyển thư mục này đi nơi khác để bắt đầu lại từ đầu.`,
  }),
  'database-does-not-start': define<{ log: string; said: string }>({
    status: 500,
    title: 'Cơ sở dữ liệu không khởi động được',
    detail: ({ log, said }) =>
      `PostgreSQL không khởi động được (“${said}”). Dữ liệu không bị sửa. Hãy xem nhật ký ${log}, khắc phục rồi chạy lại.`,
  }),
  'product-not-answering': define<{ pid: number; folder: string }>({
    status: 500,
    title: 'Thang đang chạy nhưng không trả lời',
    detail: ({ pid, folder }) =>
      `Một tiến trình Thang khác (số ${pid}) đang giữ dữ liệu ở “${folder}” nhưng không trả lời. Hãy dừng tiến trình đó (kill ${pid}) rồi chạy lại.`,
  }),
  'port-taken': define<{ port: number }>({
    status: 500,
    title: 'Cổng đã có chương trình khác dùng',
    detail: ({ port }) =>
      `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác: --port ${port + 1}.`,
  }),
  'web-not-built': define({
    status: 500,
    title: 'Chưa dựng được giao diện web',
    detail: () =>
      'Không dựng được giao diện web (xem thông báo ở trên). Hãy kiểm tra dung lượng đĩa và quyền ghi vào thư mục dist rồi chạy lại.',
  }),
  usage: define<{ what: string; why: 'unknown-option' | 'unknown-command' | 'missing' | 'too-many' | 'wrong' }>({
    status: 400,
    title: 'Cách gọi lệnh chưa đúng',
    detail: ({ what, why }) =>
      `${
        {
          'unknown-option': `Không có tùy chọn “${what}”.`,
          'unknown-command': `Không có lệnh “${what}”.`,
          missing: `Thiếu giá trị cho “${what}”.`,
          'too-many': 'Lệnh có thừa tham số.',
          wrong: `Lệnh không hiểu “${what}”.`,
        }[why]
      } Hãy xem cách dùng: bin/thang --help.`,
  }),
  'migration-refused': define<{ name: string; why: 'missing' | 'changed' | 'out-of-order' }>({
    status: 500,
    title: 'Không nâng cấp được cơ sở dữ liệu',
    detail: ({ name, why }) =>
      ({
        missing: `Cơ sở dữ liệu đã qua bước nâng cấp “${name}” mà phiên bản này không có. Hãy chạy phiên bản mới nhất của Thang.`,
        changed: `Tệp nâng cấp “${name}” đã bị sửa sau khi chạy. Hãy khôi phục tệp gốc trong src/store/migrations rồi chạy lại.`,
        'out-of-order': `Bước nâng cấp “${name}” có thời điểm trước bước đã chạy cuối cùng. Hãy đổi tên tệp theo thời điểm mới hơn rồi chạy lại.`,
      })[why],
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
      `Thư mục “${name}” không có tệp nào đọc được (.docx, .html, .md, .txt). Hãy chọn thư mục khác rồi chạy lại.`,
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
  'file-lost': define<{ name: string }>({
    status: 500,
    title: 'Không còn tệp gốc',
    detail: ({ name }) =>
      `Không tìm thấy tệp gốc “${name}” trong kho lưu trữ; nội dung đã đọc vẫn còn. Hãy báo người quản trị khôi phục thư mục tệp.`,
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
  'request-invalid': define<{ fields: { path: string; message: string }[] }>({
    status: 400,
    title: 'Yêu cầu không hợp lệ',
    detail: ({ fields }) =>
      `Dữ liệu gửi lên chưa đúng${fields[0] ? ` ở “${fields[0].path}”` : ''}. Chưa có gì được ghi; hãy tải lại trang, kiểm tra rồi gửi lại.`,
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
  'loopback-only': define<{ host: string }>({
    status: 500,
    title: 'Chế độ dùng thử chỉ chạy trên máy này',
    detail: ({ host }) =>
      `Chế độ dùng thử không có đăng nhập nên không được mở tại “${host}”. Hãy dùng 127.0.0.1 hoặc localhost.`,
  }),
  'permission-refused': define<{ needed: string }>({
    status: 403,
    title: 'Không có quyền',
    detail: ({ needed }) => `Thao tác này cần quyền: ${needed}. Hãy liên hệ người quản trị nếu anh chị cần quyền đó.`,
  }),
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
  'task-without-text': define<{ tasks: string[] }>({
    status: 409,
    title: 'Có nhiệm vụ chưa có nội dung',
    detail: ({ tasks }) =>
      `Còn ${tasks.length} nhiệm vụ chưa có nội dung nên chưa xác nhận được. Hãy nhập nội dung hoặc xóa các nhiệm vụ đó rồi xác nhận lại.`,
  }),
  internal: define({
    status: 500,
    title: 'Lỗi hệ thống',
    detail: () =>
      'Hệ thống gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn còn; hãy thử lại, nếu vẫn lỗi hãy báo người quản trị.',
  }),
} as const;

export type ProblemCode = keyof typeof catalogue;
export type ProblemDetails<C extends ProblemCode> = Parameters<(typeof catalogue)[C]['detail']>[0];

/** What RFC 9457 calls a problem document; `code` is ours and stable. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
} & Record<string, unknown>;

/** A failure the user can understand. Thrown anywhere, rendered at the edge. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly details: ProblemDetails<C>;

  constructor(code: C, details: ProblemDetails<C>, options?: ErrorOptions) {
    super((catalogue[code].detail as (d: ProblemDetails<C>) => string)(details), options);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return catalogue[this.code].status;
  }

  toDocument(): ProblemDocument {
    const { status, title } = catalogue[this.code];
    return { type: `/van-de/${this.code}`, title, status, detail: this.message, code: this.code, ...this.details };
  }
}
