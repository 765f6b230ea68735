import type { ProblemDocument } from '../src/kernel/problem.ts';

/** A failure as the screens show it: a title, a sentence that says what to do, and the stable code to act on. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly title: string;
  readonly status: number;

  constructor({ code, title, status, detail }: { code: string; title: string; status: number; detail: string }) {
    super(detail);
    this.name = 'ApiProblem';
    this.code = code;
    this.title = title;
    this.status = status;
  }
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({
    code: 'unreachable',
    title: 'Chưa kết nối được máy chủ',
    status: 0,
    detail: 'Mất kết nối với máy chủ. Những gì đã nhập vẫn còn trên máy này; hãy kiểm tra mạng rồi thử lại.',
  });

export const cancelled = (): ApiProblem =>
  new ApiProblem({ code: 'cancelled', title: 'Đã dừng', status: 0, detail: 'Việc tải tệp đã được dừng theo yêu cầu.' });

/** Reads an RFC 9457 answer. Whatever else stands there (a proxy's page, nothing) still becomes a Vietnamese problem. */
export function readProblem(status: number, body: string): ApiProblem {
  const document = parse(body);
  if (typeof document?.detail === 'string' && typeof document.code === 'string')
    return new ApiProblem({
      code: document.code,
      title: document.title ?? 'Có lỗi',
      status,
      detail: document.detail,
    });
  return new ApiProblem({
    code: 'internal',
    title: 'Máy chủ trả lời không như mong đợi',
    status,
    detail: `Dữ liệu đã lưu vẫn còn. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã ${status}.`,
  });
}

function parse(body: string): Partial<ProblemDocument> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Partial<ProblemDocument>) : undefined;
  } catch {
    return undefined;
  }
}

/** Any thrown thing as a problem: a bug of ours is shown too, never swallowed. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    code: 'internal',
    title: 'Trang gặp lỗi ngoài dự kiến',
    status: 0,
    detail: 'Dữ liệu đã lưu vẫn còn. Hãy tải lại trang; nếu vẫn lỗi, báo người quản trị.',
  });
}
