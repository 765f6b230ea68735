import { define } from './define.ts';

/** "2 phút" of milliseconds, rounded up: who is told to wait must not come back too early. */
const minutes = (ms: number): string => `${Math.max(1, Math.ceil(ms / 60_000))} phút`;

/** What can be in the way of signing in and of looking after accounts. */
export const peopleProblems = {
  'sign-in-failed': define({
    status: 401,
    title: 'Chưa đăng nhập được',
    detail: () =>
      'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại, hoặc chọn “Quên mật khẩu”.',
  }),
  'sign-in-locked': define<{ wait: number }>({
    status: 429,
    title: 'Tạm dừng đăng nhập',
    detail: ({ wait }) =>
      `Đã nhập sai nhiều lần nên việc đăng nhập vào tài khoản này tạm dừng. Hãy đợi ${minutes(wait)} rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.`,
  }),
  'sign-in-crowded': define<{ wait: number }>({
    status: 429,
    title: 'Có quá nhiều lần đăng nhập sai',
    detail: ({ wait }) =>
      `Từ mạng của anh chị có quá nhiều lần đăng nhập sai trong ít phút. Hãy đợi ${minutes(wait)} rồi thử lại; người đang làm việc không bị ảnh hưởng.`,
  }),
  'reset-crowded': define<{ wait: number }>({
    status: 429,
    title: 'Xin đặt lại mật khẩu quá nhiều lần',
    detail: ({ wait }) =>
      `Từ mạng của anh chị có quá nhiều lần xin đặt lại mật khẩu trong ít phút nên lần này chưa được gửi. Hãy đợi ${minutes(wait)} rồi thử lại, hoặc nhờ người quản trị đặt lại.`,
  }),
  'sign-in-busy': define({
    status: 503,
    title: 'Nhiều người đang đăng nhập',
    detail: () => 'Máy chủ đang kiểm tra nhiều mật khẩu cùng lúc. Hãy đợi vài giây rồi đăng nhập lại.',
  }),
  'second-step-missing': define({
    status: 401,
    title: 'Đã quá thời gian nhập mã',
    detail: () => 'Bước nhập mã xác thực đã hết thời gian. Hãy đăng nhập lại từ đầu.',
  }),
  'code-wrong': define({
    status: 422,
    title: 'Mã chưa đúng',
    detail: () =>
      'Mã xác thực chưa đúng hoặc đã dùng rồi. Hãy đợi ứng dụng hiện mã mới, kiểm tra giờ của điện thoại rồi nhập lại.',
  }),
  'totp-on': define({
    status: 409,
    title: 'Xác thực hai bước đang bật',
    detail: () =>
      'Xác thực hai bước đang bật nên không thiết lập lại được. Hãy tắt đi rồi bật lại bằng điện thoại mới.',
  }),
  'totp-off': define({
    status: 409,
    title: 'Chưa bật xác thực hai bước',
    detail: () => 'Mã khôi phục chỉ dùng cùng xác thực hai bước. Hãy bật xác thực hai bước trước.',
  }),
  'link-not-valid': define({
    status: 410,
    title: 'Liên kết không còn dùng được',
    detail: () =>
      'Liên kết này đã được dùng, đã hết hạn hoặc đã có liên kết mới hơn. Hãy dùng liên kết mới nhất, hoặc xin lại liên kết từ người quản trị.',
  }),
  'password-weak': define<{ flaw: 'short' | 'long' | 'login' | 'common' | 'uniform' | 'same' }>({
    status: 422,
    title: 'Mật khẩu chưa đủ mạnh',
    detail: ({ flaw }) =>
      `${
        {
          short: 'Mật khẩu cần ít nhất 12 ký tự.',
          long: 'Mật khẩu dài quá 200 ký tự.',
          login: 'Mật khẩu không được dựa vào tên đăng nhập.',
          common: 'Mật khẩu này nằm trong số những mật khẩu bị đoán đầu tiên.',
          uniform: 'Mật khẩu chỉ gồm số hoặc vài ký tự lặp lại, dễ bị đoán.',
          same: 'Mật khẩu mới trùng mật khẩu đang dùng.',
        }[flaw]
      } Hãy chọn một câu ngắn dễ nhớ với riêng mình, ví dụ bốn, năm từ không liên quan nhau.`,
  }),
  'password-wrong': define({
    status: 422,
    title: 'Mật khẩu hiện tại chưa đúng',
    detail: () => 'Mật khẩu hiện tại chưa đúng nên chưa có gì thay đổi. Hãy nhập lại mật khẩu đang dùng.',
  }),
  'account-missing': define({
    status: 409,
    title: 'Chưa có tài khoản',
    detail: () =>
      'Phiên làm việc này không có tài khoản đăng nhập (bản dùng thử). Hãy mở Thang ở chế độ có đăng nhập để dùng chức năng này.',
  }),
  'login-taken': define<{ what: 'login' | 'email' }>({
    status: 409,
    title: 'Đã có người dùng',
    detail: ({ what }) =>
      `${what === 'login' ? 'Tên đăng nhập' : 'Địa chỉ thư điện tử'} này đã thuộc một tài khoản khác của đơn vị. Hãy chọn ${what === 'login' ? 'tên' : 'địa chỉ'} khác.`,
  }),
  'last-administrator': define({
    status: 409,
    title: 'Không còn ai quản trị',
    detail: () =>
      'Đây là người quản trị cuối cùng còn đăng nhập được nên chưa có gì thay đổi. Hãy giao quyền quản trị cho một người khác trước.',
  }),
  'role-needs-whole': define({
    status: 422,
    title: 'Vai trò của toàn đơn vị',
    detail: () => 'Vai trò quản trị và kiểm toán được giao cho toàn hệ thống, không theo cơ quan. Hãy bỏ chọn cơ quan.',
  }),
  'range-reversed': define({
    status: 422,
    title: 'Khoảng ngày chưa đúng',
    detail: () => 'Ngày cuối phải từ ngày đầu trở đi. Hãy chọn lại khoảng ngày.',
  }),
  'saved-views-full': define<{ most: number }>({
    status: 422,
    title: 'Đã đủ bộ lọc',
    detail: ({ most }) =>
      `Mỗi người giữ được nhiều nhất ${most} bộ lọc; bộ lọc này chưa được lưu. Hãy bỏ bộ lọc không còn dùng rồi lưu lại.`,
  }),
  'saved-view-name-taken': define<{ name: string }>({
    status: 409,
    title: 'Tên bộ lọc đã có',
    detail: ({ name }) => `Đã có bộ lọc tên “${name}” ở trang này. Hãy đặt tên khác rồi lưu lại.`,
  }),
  'delegation-refused': define<{ why: 'not-own' | 'whole' | 'self' | 'past' | 'beyond' }>({
    status: 422,
    title: 'Chưa ủy quyền được',
    detail: ({ why }) =>
      `${
        {
          'not-own': 'Chỉ ủy quyền được vai trò được giao trực tiếp và đang còn hiệu lực.',
          whole: 'Vai trò quản trị và kiểm toán không ủy quyền được; người quản trị giao vai trò đó cho người khác.',
          self: 'Không ủy quyền cho chính mình.',
          past: 'Ngày cuối của khoảng ủy quyền đã qua.',
          beyond: 'Khoảng ủy quyền dài hơn thời hạn của vai trò.',
        }[why]
      } Hãy kiểm tra rồi gửi lại.`,
  }),
  'provider-refused': define<{ why: 'unreachable' | 'unknown' | 'email' | 'answer' | 'disabled' }>({
    status: 502,
    title: 'Chưa đăng nhập được qua hệ thống khác',
    detail: ({ why }) =>
      `${
        {
          unreachable: 'Không kết nối được hệ thống đăng nhập kia.',
          unknown: 'Hệ thống kia xác nhận một người chưa có tài khoản ở Thang.',
          email: 'Hệ thống kia chưa xác minh địa chỉ thư điện tử của anh chị.',
          answer: 'Câu trả lời của hệ thống kia không khớp lần đăng nhập này hoặc đã quá thời gian.',
          disabled: 'Tài khoản ở Thang đang bị khóa.',
        }[why]
      } Hãy thử lại; nếu vẫn lỗi, đăng nhập bằng mật khẩu hoặc báo người quản trị.`,
  }),
  'issuer-refused': define({
    status: 422,
    title: 'Địa chỉ hệ thống đăng nhập chưa đúng',
    detail: () =>
      'Không đọc được cấu hình OpenID Connect tại địa chỉ này. Hãy nhập địa chỉ https của hệ thống đăng nhập (issuer) rồi lưu lại.',
  }),
  'secret-too-short': define<{ least: number }>({
    status: 500,
    title: 'THANG_SECRET quá ngắn',
    detail: ({ least }) =>
      `Biến THANG_SECRET cần ít nhất ${least} ký tự ngẫu nhiên. Hãy đặt lại (ví dụ bằng openssl rand -base64 32), giống nhau trên mọi máy chủ, rồi chạy lại.`,
  }),
  'secret-lost': define({
    status: 500,
    title: 'Không mở được dữ liệu đã mã hóa',
    detail: () =>
      'Khóa mã hóa khác với khóa lúc ghi dữ liệu. Hãy khôi phục tệp secret.key trong thư mục dữ liệu hoặc đặt lại THANG_SECRET như trước rồi thử lại.',
  }),
  'mail-settings-wrong': define<{ name: string }>({
    status: 500,
    title: 'Cấu hình gửi thư chưa đúng',
    detail: ({ name }) =>
      `Biến ${name} chưa đúng. Hãy đặt THANG_SMTP_URL dạng smtps://tên:mật-khẩu@máy-chủ:465 và THANG_MAIL_FROM là địa chỉ gửi rồi chạy lại.`,
  }),
} as const;
