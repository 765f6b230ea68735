import { fold, normalize } from '../../kernel/text.ts';

/** One word, separator or bracket of a cell of agencies, with where it stands in the text. */
export type Token = {
  text: string;
  /** Lower case with tones, the tone mark in its newer place: "uỷ" and "ủy" are one. */
  low: string;
  /** Folded, "&" left out: "TN&MT" and "TNMT" are one. */
  fold: string;
  start: number;
  end: number;
  kind: 'word' | 'separator' | 'joiner' | 'open' | 'close' | 'colon';
  /** First on its line. */
  opensLine: boolean;
  capital: boolean;
  /** All capitals: an abbreviation. */
  abbreviation: boolean;
};

// Older spelling puts the tone of oa, oe, uy on the second vowel; documents mix both.
const tonePlaces: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];

/** Lower case in the newer spelling, for comparing with the lexicon. */
export function spell(word: string): string {
  let low = word.normalize('NFC').toLowerCase().replace(/ð/g, 'đ');
  for (const [older, newer] of tonePlaces) if (low.endsWith(older)) low = low.slice(0, -2) + newer;
  return low;
}

// An apostrophe within a word is a letter of names of the highlands: "xã Đăk R'Moan", "xã Tr'Hy".
const pattern =
  /(?:TP|TX|VP|Tp|Tx|Vp|tp|tx|vp|P|TT)\.(?=\s*\p{L})|[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*|[;,.•●▪+*]|[-–—‑/&]|[()[\]]|:|[^\s]/gu;

const kinds: Record<string, Token['kind']> = {
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  ':': 'colon',
  '-': 'joiner',
  '–': 'joiner',
  '—': 'joiner',
  '‑': 'joiner',
  '/': 'joiner',
  '&': 'joiner',
};

const blank = (text: string): string => ' '.repeat(text.length);

/** Cell text made plain: NFC, `<br>` a line break, markup blank, every character where it was. */
export const plain = (text: string): string =>
  normalize(text)
    .replace(/<br\s*\/?>/gi, (tag) => `\n${blank(tag).slice(1)}`)
    .replace(/<\/?[a-z][^<>]*>/gi, blank);

/** "1. Sở Nội vụ", "(2) UBND cấp xã": numbers of a list become separators. */
export const unnumbered = (text: string): string =>
  text.replace(/(^|\s)\(?(?:\d{1,2}|[a-zđ])[.)]\s*(?=\p{Lu})/gu, (number) => `\n;${blank(number).slice(2)}`);

/** Splits the plain text of a cell into tokens. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index;
    const word = match[0];
    const isWord = /^[\p{L}\p{N}]/u.test(word);
    return {
      text: word,
      low: spell(word.replace(/\.$/, '')),
      fold: fold(word).replace(/[&.]/g, ''),
      start,
      end: start + word.length,
      kind: isWord ? (/^(?:và|va)$/i.test(word) ? 'joiner' : 'word') : (kinds[word] ?? 'separator'),
      opensLine: /(^|\n)\s*$/.test(text.slice(Math.max(0, start - 40), start)),
      capital: /^\p{Lu}/u.test(word),
      abbreviation: isWord && word.length > 1 && !/\p{Ll}/u.test(word) && /\p{Lu}/u.test(word),
    };
  });
}
