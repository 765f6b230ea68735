import { decree } from './decree.ts';
import type { Appendix } from './find-appendices.ts';
import { faultAt } from './found.ts';
import type { Finding } from './model.ts';

/** How appendices are numbered, and that each says whose it is. */
export function checkAppendices(appendices: readonly Appendix[]): Finding[] {
  const heads = appendices.map(({ head }) => head);
  const roman = /^phu luc\s+(?:so\s+)?[ivx]+\s*[.:]?$/;
  const unnumbered =
    appendices.length > 1
      ? heads.filter(({ folded }) => !roman.test(folded))
      : heads.filter(({ folded }) => /\d|\b[a-d]$/.test(folded));
  const without = appendices.filter(({ note }) => note.length === 0).map(({ head }) => head);
  return [
    ...faultAt(
      'appendix-number',
      decree.numerals,
      'Phụ lục đánh số bằng chữ số La Mã: “Phụ lục I”, “Phụ lục II” …',
      unnumbered,
    ),
    ...faultAt(
      'appendix-note',
      decree.parts.appendixNote,
      'Dưới tên phụ lục chưa có chỉ dẫn; thêm “(Kèm theo … số …/… ngày … tháng … năm … của …)”.',
      without,
    ),
  ];
}
