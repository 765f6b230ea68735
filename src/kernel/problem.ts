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
