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
  'disk-full': define<{ folder: string }>({
    status: 507,
    title: 'Ổ đĩa đã đầy',
    detail: ({ folder }) =>
      `Ổ đĩa ${folder ? `chứa thư mục “${folder}” ` : 'chứa dữ liệu '}đã đầy nên không ghi thêm được; những gì đã lưu vẫn còn. Hãy xóa bớt tệp hoặc mở rộng ổ đĩa rồi thử lại.`,
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
