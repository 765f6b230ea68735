import { convertLegacy, type LegacyEncoding } from './convert.ts';
import { countSyllables, isUnicode } from './syllable.ts';

/** What a font says of the letters set in it; "tcvn3-capitals" shows small letters as capitals. */
export type LegacyFont = LegacyEncoding | 'tcvn3-capitals';

/**
 * The encoding a font's name tells: ".VnTime", ".VnArialH" and their family are TCVN3, "VNI-Times" and its family VNI.
 * PDF puts six letters and a plus before the name of a font it cut down.
 */
export function legacyOfFont(name: string): LegacyFont | null {
  const own = name.replace(/^[A-Z]{6}\+/, '').trim();
  if (/^VNI[-\s_]/i.test(own)) return 'vni';
  if (!/^[._]Vn/i.test(own)) return null;
  return /(?:H|H[-,\s].*)$/.test(own) ? 'tcvn3-capitals' : 'tcvn3';
}

/** Text set in a font of an old encoding, as Unicode; a font put over text that is Unicode already changes nothing. */
export function convertFont(text: string, font: LegacyFont): string {
  const encoding = font === 'vni' ? 'vni' : 'tcvn3';
  const converted = convertLegacy(fromVietnamesePage(text), encoding);
  const lies = isUnicode(text) && countSyllables(text).valid >= countSyllables(converted).valid;
  const printed = lies ? text : converted;
  return font === 'tcvn3-capitals' ? printed.toLocaleUpperCase('vi') : printed;
}

/** Where Windows speaks Vietnamese, the bytes of an old font are shown as letters of Windows-1258. */
const page1258: Record<string, string> = {
  Ă: '\u00c3',
  '\u0300': '\u00cc',
  Đ: '\u00d0',
  '\u0309': '\u00d2',
  Ơ: '\u00d5',
  Ư: '\u00dd',
  '\u0303': '\u00de',
  ă: '\u00e3',
  '\u0301': '\u00ec',
  đ: '\u00f0',
  '\u0323': '\u00f2',
  ơ: '\u00f5',
  ư: '\u00fd',
  '₫': '\u00fe',
};

const fromVietnamesePage = (text: string): string =>
  text.replace(/[ĂĐƠƯăđơư₫]|[\u0300\u0301\u0303\u0309\u0323]/g, (letter) => page1258[letter] ?? letter);
