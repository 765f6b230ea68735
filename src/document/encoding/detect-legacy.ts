import { convertLegacy, type LegacyEncoding } from './convert.ts';
import { countSyllables, isUnicode } from './syllable.ts';

const encodings: readonly LegacyEncoding[] = ['tcvn3', 'vni'];

const suspicious = /[\u00a1-\u00ff]/;

/**
 * The old encoding a text was typed in, or null where it is Unicode or cannot be told: at least two words make no sense
 * as they stand, make sense in that encoding, and most do.
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  const best = weigh(text);
  return best && best.gain > 1 && best.share >= 0.6 ? best.encoding : null;
}

type Weight = { encoding: LegacyEncoding; gain: number; share: number };

/** The encoding in which most words make sense; `gain`: how many more than as they stand. */
function weigh(text: string): Weight | undefined {
  if (!suspicious.test(text) || isUnicode(text)) return undefined;
  const sample = text.slice(0, 20_000);
  const now = countSyllables(sample);
  const weights = encodings.map((encoding): Weight => {
    // How many words there are differs: TCVN3 has letters that are signs elsewhere.
    const { words, valid } = countSyllables(convertLegacy(sample, encoding));
    return { encoding, gain: valid - now.valid, share: valid / Math.max(words, now.words, 1) };
  });
  return weights.reduce((best, one) => (one.gain > best.gain ? one : best));
}

/**
 * The encoding of each text of one document. Once some are surely in an old encoding, the others are taken to be in it
 * too where they make more sense so; where no text at all is surely Unicode, unless they make less.
 */
export function detectLegacyTexts(texts: readonly string[]): (LegacyEncoding | null)[] {
  const sure = texts.map(detectLegacy);
  const counts = encodings.map((encoding) => sure.filter((one) => one === encoding).length);
  const common = encodings[(counts[0] ?? 0) >= (counts[1] ?? 0) ? 0 : 1] as LegacyEncoding;
  if (Math.max(...counts) === 0) return sure;
  const mixed = texts.some(isUnicode);
  return texts.map((text, at) => sure[at] ?? (goesWith(text, common, mixed) ? common : null));
}

function goesWith(text: string, common: LegacyEncoding, mixed: boolean): boolean {
  if (!suspicious.test(text) || isUnicode(text)) return false;
  const [now, then] = [countSyllables(text), countSyllables(convertLegacy(text, common))];
  return mixed ? then.valid > now.valid : then.valid >= now.valid;
}
