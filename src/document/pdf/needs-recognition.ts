import { detectLegacy } from '../encoding/detect-legacy.ts';
import { isSyllable } from '../encoding/syllable.ts';
import type { PageContent } from '../page/model.ts';

/** With fewer words nothing can be said of them all. */
const FEWEST = 20;
/** Words enough to judge a page by. */
const SAMPLE = 120;

/**
 * Whether a page's text layer is missing or useless, so that its picture must be recognised. Told by measure: whoever made
 * the file does not say, and neither do the names of its fonts.
 */
export function needsRecognition(page: PageContent): boolean {
  const { words, pictures = 1, shapes = 0 } = page;
  // A blank page holds nothing to recognise; letters drawn as shapes come by the hundred.
  if (words.length === 0) return pictures > 0.01 || shapes >= 50;
  if (words.length < FEWEST && shapes >= 300) return true;
  // A scan: over it there may be only the signature's "Ký bởi: …" and a page number.
  const isScan = pictures >= 0.7;
  if (isScan && words.length < 40) return true;
  const every = Math.ceil(words.length / SAMPLE);
  const sample = every === 1 ? words : words.filter((_, at) => at % every === 0);
  return isGarbage(sample.map(({ text }) => text).join(' '), isScan);
}

function isGarbage(text: string, isScan: boolean): boolean {
  const visible = text.replace(/\s/g, '');
  if (countOf(visible, strange) > [...visible].length * 0.1) return true;
  const tokens = text
    .split(/[\s\-–/]+/)
    .map(strip)
    .filter((token) => /\p{L}/u.test(token) && token.length > 1);
  if (tokens.length < FEWEST) return false;
  const share = (is: (token: string) => boolean): number => tokens.filter(is).length / tokens.length;
  const sense = share(makesSense);
  // Recognised once already by something that did not know the marks: "Ke hoach nang cao chi so".
  if (isScan && sense >= 0.6 && share((token) => !/^[\0-\x7f]+$/.test(token)) < 0.2 && share(isEnglish) < 0.1)
    return true;
  if (sense >= (isScan ? 0.75 : 0.5) || share(isEnglish) >= 0.1) return false;
  return detectLegacy(text) === null;
}

/** Private use, control, unassigned and the sign for what is unknown: no text of ours has them, bullets apart. */
const strange = /[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu;

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Without the signs around a word. */
const strip = (token: string): string => token.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');

/** A Vietnamese syllable, or an abbreviation: "UBND", "TTHC", "HĐND". Capitals stand first or everywhere. */
const makesSense = (token: string): boolean =>
  /^\p{Lu}?[\p{Ll}\p{M}]+$|^\p{Lu}+$/u.test(token.normalize('NFC')) &&
  (isSyllable(token) || (/^[A-ZĐƯÔ]{2,7}$/.test(token) && !/[AEIOU]{3}/.test(token)));

const english = new Set(
  'the of and to in is for that on with as by be are or from this was at an which it not have has will their all its'.split(
    ' ',
  ),
);

/** The words without which nobody writes three lines of English. */
const isEnglish = (token: string): boolean => english.has(token.toLowerCase());
