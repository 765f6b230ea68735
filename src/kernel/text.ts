/**
 * Vietnamese text: comparing, folding and matching what officials type, print and scan.
 * Every function takes and returns plain strings; none changes what is kept as printed.
 */

/** Unicode NFC with no-break and zero-width spaces made ordinary or dropped. Line breaks stay. */
export function normalize(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
}

/** One line: NFC, runs of white space become one space, ends trimmed. */
export function squish(text: string): string {
  return normalize(text).replace(/\s+/g, ' ').trim();
}

/**
 * Folded for search: lower case, no tone or vowel marks, đ → d.
 * "Ủy ban", "Uỷ ban" and "uy ban" are one; so is the Icelandic Ð that older files have for Đ.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd').replace(/[ĐÐ]/g, 'D').toLowerCase();
}

/** XML has no place for most control characters; one of them would make a whole office document unreadable. */
export const inXml = (text: string): string =>
  text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, (c) => (/[\t\n]/.test(c) ? c : ''));
