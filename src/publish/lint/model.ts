import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';

/**
 * `fault`: against the decree, to be mended · `open`: left to be filled in, as a draft may (number, day, name) · `advice`:
 * allowed, but seldom meant.
 */
export const Severity = oneOf('fault', 'open', 'advice');
export type Severity = Static<typeof Severity>;

/** One thing to mend: what is wrong and what to do about it, where, and by which clause. */
export const Finding = Type.Object(
  {
    rule: Type.String({ description: 'mã quy tắc, không đổi giữa các bản của phần mềm' }),
    severity: Severity,
    part: Type.String({ description: 'thành phần thể thức: “Quốc hiệu”, “Số, ký hiệu” …' }),
    message: Type.String(),
    text: nullable(Type.String({ description: 'chữ đang nói tới; null khi thiếu hẳn' })),
    paragraph: nullable(Type.Integer({ minimum: 1, description: 'đoạn thứ mấy của tệp, kể cả trong bảng' })),
    count: Type.Integer({ minimum: 1, description: 'số đoạn cùng mắc; chữ và vị trí là của đoạn đầu' }),
    clause: Type.String(),
    verified: Type.Boolean({ description: 'false: cách hiểu của phần mềm, chưa có văn bản công bố' }),
  },
  closed,
);
export type Finding = Static<typeof Finding>;

/** In the order of the page. `type`: the kind of document it was taken for; `passes`: nothing is against the decree. */
export const LintReport = Type.Object(
  {
    type: nullable(Type.String({ description: '“Kế hoạch”, “Công văn” …; null khi không nhận ra' })),
    passes: Type.Boolean(),
    findings: Type.Array(Finding),
  },
  closed,
);
export type LintReport = Static<typeof LintReport>;
