import { fold, squish } from '../../kernel/text.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A name for comparing: lower case, with the tone of each word taken off its vowel and put behind it, for official lists
 * disagree on where it sits ("Hòa", "Hoà"; "Thủy", "Thuỷ"). Tones and vowels still count: "Tân Hà" is not "Tân Hạ".
 */
export function nameKey(name: string): string {
  return squish(name)
    .toLowerCase()
    .replace(/ð/g, 'đ')
    .normalize('NFD')
    .replace(/\s*['’‘`´]\s*/g, '')
    .split(/[\s–—-]+/)
    .map((word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .join(' ');
}

const typeWords: readonly (readonly [string, RegExp])[] = [
  ['Thành phố', /^(?:thành phố\s+|t\.?p(?:\.\s*|\s+|(?=HCM$)))/iu],
  ['Thị trấn', /^(?:thị trấn\s+|t\.?t(?:\.\s*|\s+))/iu],
  ['Thị xã', /^(?:thị xã\s+|t\.?x(?:\.\s*|\s+))/iu],
  ['Đặc khu', /^đặc khu\s+/iu],
  ['Phường', /^(?:phường|p\.|p(?=\d))\s*/iu],
  ['Huyện', /^(?:huyện|h\.)\s*/iu],
  ['Quận', /^(?:quận|q\.|q(?=\d))\s*/iu],
  ['Tỉnh', /^tỉnh\s+/iu],
  ['Xã', /^(?:xã|x\.)\s*/iu],
  // A capital alone with a name after it: "H Đại Lộc", "P Cẩm Phô".
  ['Phường', /^P (?=[\p{Lu}\d])/u],
  ['Huyện', /^H (?=\p{Lu})/u],
  ['Quận', /^Q (?=[\p{Lu}\d])/u],
  ['Xã', /^X (?=\p{Lu})/u],
];

/** Names that are themselves written short. */
const shortNames: ReadonlyMap<string, string> = new Map([['hcm', 'Hồ Chí Minh']]);
const spelledOut = (name: string): string => shortNames.get(name.toLowerCase()) ?? name;

/** "phường Ba Đình" → the type it is said to be, and its own name; the type is null where none is printed. */
export function splitName(printed: string): { type: string | null; name: string } {
  const text = squish(printed).normalize('NFC');
  for (const [type, pattern] of typeWords) {
    const name = text.replace(pattern, '');
    // "Phường 5" and "Quận 1" are called by their number.
    if (name !== text && name !== '') return { type, name: spelledOut(name) };
  }
  return { type: null, name: spelledOut(text) };
}

/** Folded as for search: the last resort where nothing has the printed tones. */
export const looseKey = (name: string): string => fold(nameKey(name)).replace(/[^\p{L}\p{N}]+/gu, '');
