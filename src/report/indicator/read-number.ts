import type { Figure } from '../content/model.ts';

/**
 * Numbers as officials and their systems write them: "1.234,5", "1,234.5", "92,3%", "1 250", "12/13". Empty and dashes state nothing,
 * which is never zero.
 */

/** null: nothing is stated; undefined: it is no number */
export function readNumber(text: string): number | null | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(/\s*%$/u, '')
    .replace(/^'/u, '');
  if (/^(?:[-–—.…]*|n\/a|không có|chưa có(?: số liệu)?)$/iu.test(bare)) return null;
  const [, sign, digits] = /^([-−+]|\()?\s*([\d][\d.,\s]*)\)?$/u.exec(bare) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(plain(digits.replace(/\s(?=\d{3})/gu, '').trim()));
  if (!Number.isFinite(value)) return undefined;
  return sign !== undefined && sign !== '+' ? -value : value;
}

/** The last of two different signs is the decimal one; one alone groups only where exactly three digits follow each. */
function plain(digits: string): string {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  if (point >= 0 && comma >= 0)
    return point > comma ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  // A comma is the decimal sign, unless it groups more than once: "1,250,000".
  if (comma >= 0)
    return /^\d{1,3}(?:,\d{3}){2,}$/u.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  return /^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(digits) ? digits.replaceAll('.', '') : digits;
}

/** A figure as it is typed into one cell: a number, or how many of how many ("95/100"). null: nothing stated; undefined: neither. */
export function readFigure(text: string): Figure | null | undefined {
  const pair = text.split('/');
  if (pair.length === 2) {
    const [part, whole] = pair.map((one) => readNumber(one));
    return typeof part === 'number' && typeof whole === 'number' ? { value: null, part, whole } : undefined;
  }
  const value = readNumber(text);
  return typeof value === 'number' ? { value, part: null, whole: null } : value;
}
