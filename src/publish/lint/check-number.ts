import { decree } from './decree.ts';
import { faultIf, finding } from './found.ts';
import type { Line } from './lines.ts';
import type { Finding } from './model.ts';

/** What left a hole in a line for a pen: dots, dashes, blanks. */
const isHole = (text: string | undefined): boolean => /^[.…_\-\s]*$/.test(text ?? '');

/** Number and symbol: "Số: 05/KH-UBND". A draft has no number yet. */
export function checkNumber(number: readonly Line[], type: string | null, letter: boolean): Finding[] {
  const [line] = number;
  if (!line) return [];
  const rule = decree.parts.number;
  const [, word = '', colon, digits = '', symbol] = /^(\p{L}*)(\s*:)?([^/]*)(?:\/(.*))?$/u.exec(line.words) ?? [];
  if (word !== 'Số' || symbol === undefined) {
    const message =
      'Số, ký hiệu chưa đúng mẫu; viết “Số: 05/KH-UBND” (chữ “Số”, dấu hai chấm, số, gạch chéo, ký hiệu).';
    return [finding('fault', 'number-form', rule, message, number)];
  }
  return [
    ...faultIf(!colon, 'number-colon', rule, 'Sau chữ “Số” thiếu dấu hai chấm; viết “Số: …”.', number),
    ...checkDigits(digits, number),
    ...checkSymbol(symbol, number, type, letter),
  ];
}

function checkDigits(digits: string, where: readonly Line[]): Finding[] {
  const rule = decree.parts.number;
  if (isHole(digits)) {
    const message = 'Chưa có số; văn thư điền khi phát hành (số nhỏ hơn 10 có số 0 phía trước).';
    return [finding('open', 'number-open', rule, message, where)];
  }
  return [
    ...faultIf(
      /^\s*[1-9]\s*$/.test(digits),
      'number-zero',
      rule,
      `Số nhỏ hơn 10 thiếu số 0; viết “0${digits.trim()}”.`,
      where,
    ),
    ...faultIf(
      /\d\s+$/.test(digits),
      'number-spaces',
      rule,
      'Có khoảng trắng trước dấu gạch chéo; viết liền số, gạch chéo và ký hiệu.',
      where,
    ),
  ];
}

/** Abbreviations of kinds that are written with small letters, and of "Thủ tướng". */
const small = [...Object.values(decree.types).filter((one) => /\p{Ll}/u.test(one)), 'TTg'];
/** What people put before the symbol of a letter, which has no kind. */
const notOfLetters = new Set(['CV', 'QĐ', 'KH', 'BC', 'TTr', 'TB']);

function checkSymbol(symbol: string, where: readonly Line[], type: string | null, letter: boolean): Finding[] {
  const rule = decree.parts.number;
  const written = symbol.trim();
  if (isHole(written))
    return [finding('open', 'symbol-open', rule, 'Chưa có ký hiệu; điền chữ viết tắt tên loại và cơ quan.', where)];
  if (/^\d{4}\//.test(written)) {
    const message =
      'Số có kèm năm là cách ghi của văn bản quy phạm pháp luật, theo quy định riêng; văn bản hành chính không ghi năm.';
    return [finding('advice', 'number-year', rule, message, where)];
  }
  const plain = small.reduce((text, one) => text.replace(new RegExp(`(?<!\\p{L})${one}(?!\\p{L})`, 'gu'), ''), written);
  const [first = ''] = written.split(/\s*[-–]\s*/);
  const wanted = type === null ? undefined : decree.types[type];
  return [
    ...faultIf(
      /\s/.test(symbol),
      'number-spaces',
      rule,
      'Có khoảng trắng trong ký hiệu; viết liền, ví dụ “KH-UBND”.',
      where,
    ),
    ...faultIf(
      /[^\p{L}\d\s-]/u.test(written),
      'symbol-form',
      rule,
      'Các nhóm chữ trong ký hiệu nối bằng dấu gạch nối (-).',
      where,
    ),
    ...faultIf(/\p{Ll}/u.test(plain), 'symbol-capitals', rule, 'Ký hiệu chưa viết in hoa; viết như “KH-UBND”.', where),
    ...faultIf(
      wanted !== undefined && first !== wanted,
      'symbol-type',
      decree.symbol,
      `Ký hiệu của ${type?.toLowerCase()} bắt đầu bằng “${wanted}”, không phải “${first}”.`,
      where,
    ),
    ...faultIf(
      letter && notOfLetters.has(first),
      'symbol-letter',
      decree.symbol,
      `Công văn không ghi tên loại trong ký hiệu; bỏ “${first}”, viết như “UBND-NC”.`,
      where,
    ),
  ];
}
