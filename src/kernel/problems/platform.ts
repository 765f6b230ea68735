import { define } from './define.ts';

/** What can be in the way of running on this machine: database, folders, ports, the command line. */
export const platformProblems = {
  'database-away': define({
    status: 503,
    title: 'Cơ sở dữ liệu đang khởi động lại',
    detail: () =>
      'Cơ sở dữ liệu tạm thời chưa trả lời. Những gì đã lưu vẫn còn, thao tác vừa rồi chưa được ghi; hãy đợi vài giây rồi thử lại.',
  }),
  'database-missing': define<{ folder: string }>({
    status: 500,
    title: 'Chưa có cơ sở dữ liệu',
    detail: ({ folder }) =>
      `Tùy chọn --tenant cần điều đã học trong cơ sở dữ liệu, nhưng “${folder}” chưa có cơ sở dữ liệu nào. Hãy chạy bin/thang start một lần, đặt DATABASE_URL hoặc THANG_HOME, hoặc bỏ --tenant.`,
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
  'loopback-only': define<{ host: string }>({
    status: 500,
    title: 'Chế độ dùng thử chỉ chạy trên máy này',
    detail: ({ host }) =>
      `Chế độ dùng thử không có đăng nhập nên không được mở tại “${host}”. Hãy dùng 127.0.0.1 hoặc localhost.`,
  }),
} as const;
