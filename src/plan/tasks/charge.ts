import { squish } from '../../kernel/text.ts';
import { readAgencies } from '../../place/agencies.ts';
import { splitNumber } from './number.ts';

/**
 * The agencies a heading names and nothing else: "I. SỞ NỘI VỤ", "2. Nhiệm vụ của Công an tỉnh:". All below it is theirs,
 * where the table has no column that says who leads.
 */
export function chargeOf(heading: string): string[] {
  const { rest } = splitNumber(squish(heading));
  const named = rest
    .replace(/^(?:các )?nhiệm vụ (?:giao(?: cho)?|của|do)\s+|^(?:giao|đối với)\s+/iu, '')
    .replace(/\s+(?:chủ trì(?: thực hiện)?|thực hiện)\s*[:.]?$|[\s:.;]+$/giu, '');
  if (named === '' || named.split(' ').length > 20) return [];
  const { names, cooperate, confidence } = readAgencies(named);
  return confidence >= KNOWN && cooperate.length === 0 && names.join('').length >= named.length * 0.8 ? names : [];
}

/** Every piece is a form the lexicon knows: a theme ("Ban hành văn bản") is none. */
const KNOWN = 0.95;
