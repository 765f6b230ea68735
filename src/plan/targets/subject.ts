import type { Quantity } from './quantity.ts';

// Where a noun phrase ends and what is to be done with it begins.
const verb =
  /\s+(?:được|thực hiện|hoàn thành|có|đạt|tổ chức(?! chính trị| hành chính| xã hội| đoàn thể|,)|là|đã|bị|ban hành|tiếp cận|đảm bảo|bảo đảm|cần phải|phải|đúng|sử dụng|tham gia|xây dựng|công khai|niêm yết|kết nối|giải quyết(?= đúng| kịp| trước| trong)|trên tổng|so với|vượt|hài lòng|biết|nắm|triển khai|đáp ứng|trong|vào|theo|khi|để|trở lên|trở xuống)(?=\s|$)/iu;
const leading =
  /^(?:[\s,;:–-]|(?:và|tổng số|số lượng|số(?! liệu| tiền| vốn| lượng)|các|những|là|của|đạt|trở lên|trở xuống)\s+)+/iu;
const acts =
  /^(?:[\s,;:–-]|(?:phấn đấu|mục tiêu|đạt|đảm bảo|bảo đảm|thực hiện|tham mưu|nâng|giữ|duy trì|tăng(?! trưởng| cường)|giảm(?! nghèo)|rút ngắn|giữ vững|vững|vị trí|có(?: giải pháp để)?|và|để|tổ chức|hoàn thành|xử lý|từ|đến năm 20\d\d,?|trong năm 20\d\d,?|năm 20\d\d,?|cho|về)\s+)+/iu;
const trailing =
  /(?:[\s,;:–-]|(?<!\p{L})(?:đạt|với|là|phải|từ|lên|xuống|còn|được|ở mức|mức|có|tại|thực hiện|xử lý|hoàn thành|đảm bảo|bảo đảm|và|tổ chức|phấn đấu|giảm|tăng|tỷ lệ|tỉ lệ|đủ|gần|khoảng|tối đa|tối thiểu|cho|nằm|xếp|trong|đến năm 20\d\d))+$/iu;

const clean = (text: string, start: RegExp): string | null => {
  const bare = text.replace(/\s+/g, ' ').trim().concat(' ').replace(start, '').trim().replace(trailing, '').trim();
  return /\p{L}{2}/u.test(bare) ? bare : null;
};

// How often, how much, how high: the thing measured stands before the number.
const measure = /^(?:%|lần|lượt|điểm|bậc|hạng|ngày|giờ|phút|tháng|đồng|triệu|tỷ|km|ha)/u;

/** What follows the number, up to its verb, the next number or the end of the phrase: "100% thôn | thực hiện đúng". */
function after(clause: string, from: number, next: number): string | null {
  const tail = clause.slice(from, next);
  const cut = tail.search(verb);
  const phrase = ((cut >= 0 ? tail.slice(0, cut) : tail).split(/[.;:]|\s-\s/u)[0] ?? '').replace(
    /\s*\/\s*(?:năm|quý|tháng|tuần|ngày)(?!\p{L})/giu,
    '',
  );
  return clean(phrase, leading);
}

const named = /(?<!\p{L})(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|điểm số|số lượng|số hồ sơ)(?!\p{L})/giu;

// "Tỷ lệ người dân tham gia BHYT đạt | trên 95% dân số": the rate is named before its number.
const rated = /(?<!\p{L})(?:tỷ lệ|tỉ lệ|mức độ)\s+(?:\S+\s+){2,}(?:đạt|là|lên|còn)\s*$/iu;

/** What a comparison is about: "Vốn thu hút đầu tư của thị xã | tăng so với năm 2023". */
export const comparedSubject = (before: string, inside: string): string | null =>
  clean(
    (
      before
        .replace(/\([^)]*\)/gu, ' ')
        .split(/[:;(]|,\s/u)
        .at(-1) ?? ''
    ).replace(/^\s*[a-zđ\d]+[).]\s/u, ''),
    acts,
  ) ?? (/^\s*năm\s/iu.test(inside) ? null : clean(inside, acts));

/** What stands before it in the clause: "Tỷ lệ bao phủ BHYT | đạt 92%"; from the last "tỷ lệ", "mức độ" or comma on. */
function ahead(clause: string, quantity: Quantity, last: number): string | null {
  const text = clause
    .slice(last, quantity.start)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[\s:]+$/u, '')
    // "từ 3% (năm 2025) xuống": where it stands is no part of what it is.
    .replace(/\s*từ\s+\d[\d.,]*\s*(?:%|\p{L}+)?(?:\s+(?:vào\s+)?năm\s+20\d\d)?(?:\s+(?:lên|xuống|còn))*$/iu, '');
  const part = text.split(/[;:(]/u).at(-1) ?? '';
  const from = [...part.matchAll(named)].at(-1)?.index;
  return (from === undefined ? null : clean(part.slice(from), acts)) ?? clean(part.split(/,\s/u).at(-1) ?? '', acts);
}

/** Whose quantity it is, as printed; null when the clause does not say. */
export function subjectOf(clause: string, quantity: Quantity, last: number, next: number): string | null {
  if (quantity.value === 0) {
    const late = after(clause, quantity.end, next);
    return late && /^(?:trễ|quá|chậm)/iu.test(late) ? `${quantity.unit} ${late}` : late;
  }
  if (!measure.test(quantity.unit))
    return after(clause, clause.indexOf(quantity.unit.split('/')[0] ?? '', quantity.start), next);
  if (!quantity.unit.startsWith('%')) return ahead(clause, quantity, last);
  const share =
    /^\s*(?:trở|so với|đúng|đầy đủ|kịp thời|[,.;)]|$|\(|và\s)/u.test(clause.slice(quantity.end)) ||
    rated.test(clause.slice(last, quantity.start));
  const upTo = /^\s*trở (?:lên|xuống)\s+/iu.exec(clause.slice(quantity.end))?.[0].length ?? 0;
  const own = share ? ahead(clause, quantity, last) : after(clause, quantity.end, next);
  return own ?? ahead(clause, quantity, last) ?? (upTo > 0 ? after(clause, quantity.end + upTo, next) : null);
}
