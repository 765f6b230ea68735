import { tcvn3, vni } from './tables.ts';

/** Encodings of Vietnamese older than Unicode whose letters show as others: TCVN3 ("ABC") and VNI-Windows. */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** Text that was typed in an old encoding, as Unicode. Letters the encoding does not know stay. */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'vni' ? convertVni(text) : raiseNames(raiseCapitals(convertTcvn3(text)));
}

const convertTcvn3 = (text: string): string =>
  text.replace(/[\u00a1-\u00fe\u2219\u03bc]/g, (letter) => tcvn3.get(lookalikes[letter] ?? letter) ?? letter);

/** Programs that tidied the text up put these for the letters that look the same. */
const lookalikes: Record<string, string> = { '\u2219': '\u00b7', '\u03bc': '\u00b5' };

/** A letter with what may stand for its marks after it, or a letter that stands alone. */
const vniLetters = /[aeouyôöAEOUYÔÖ][øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË]|[À-ÿ]/g;

function convertVni(text: string): string {
  return text.replace(vniLetters, (pair) => {
    const whole = vni.get(pair);
    if (whole !== undefined || pair.length === 1) return whole ?? pair;
    return [...pair].map((letter) => vni.get(letter) ?? letter).join('');
  });
}

/**
 * TCVN3 has no capitals with tone marks: its capital fonts show small letters as capitals. Where the plain letters of a
 * word or of the whole line are capitals, the others were meant to be.
 */
function raiseCapitals(text: string): string {
  return text
    .split('\n')
    .map((line) => (isShouted(line) ? line.toLocaleUpperCase('vi') : line.replace(/\S+/g, raiseWord)))
    .join('\n');
}

const plainCapitals = /[A-ZĂÂĐÊÔƠƯ]/g;

/** Some words, and all their plain letters are capitals; a name's first letter alone is no shouting. */
const isShouted = (line: string): boolean => !/[a-z]/.test(line) && (line.match(plainCapitals)?.length ?? 0) > 2;

const raiseWord = (word: string): string =>
  !/[a-z]/.test(word) && (word.match(plainCapitals)?.length ?? 0) > 1 ? word.toLocaleUpperCase('vi') : word;

/** The one name of an office that begins with a letter TCVN3 has no capital for. */
const raiseNames = (text: string): string =>
  text.replace(/(?<![\p{L}])ủ(?=y ban (?:nhân dân|Mặt trận|MTTQ|ND|Kiểm tra|Dân tộc))/gu, 'Ủ');
