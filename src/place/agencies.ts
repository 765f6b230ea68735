import { correctDoubtful, type Stretch } from './agencies/correct.ts';
import { type Agencies, readList } from './agencies/list.ts';

export { matchAgency } from './agencies/match.ts';

// A name with a word recognition doubts and the lexicon cannot tell: for a person to look at.
const UNSURE = 0.8;

/**
 * The agencies of a cell, one entry each, as printed with its slips; only words that recognition doubts (`doubtful`, offsets
 * into the text) are put right. What follows "phối hợp với" goes to `cooperate`. `confidence` is 0.97 or more when every
 * piece is a form the lexicon knows.
 */
export function readAgencies(text: string, { doubtful = [] }: { doubtful?: readonly Stretch[] } = {}): Agencies {
  const corrected = correctDoubtful(text, doubtful);
  const { names, cooperate, confidence } = readList(corrected.text, 'cell');
  return { names, cooperate, confidence: corrected.unsure ? Math.min(confidence, UNSURE) : confidence };
}

// Numbering and bullets, then who gives or asks and the word of giving or asking: "3. UBND tỉnh giao", "Đề nghị".
const numbering = '^\\s*(?:(?:[IVXLC]+|\\d+(?:\\.\\d+)*|[a-zđ])[.)]\\s+|[-–+•*]\\s+)*';
const giver = '(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Thủ tướng|Ban Thường vụ)[^,:;.]{0,60}?\\s)?';
const giving =
  '(?:trân trọng |kính )?(?:yêu cầu|đề nghị|giao trách nhiệm(?: cho)?|giao nhiệm vụ(?: cho)?|giao cho|giao|phân công|ủy quyền(?: cho)?)';
const opening = new RegExp(`${numbering}(?:${giver}${giving}\\s*:?\\s+)?`, 'iu');

/**
 * The agencies named at the head of a sentence or section title: "Thủ trưởng các Sở, Ban, ngành",
 * "Giao Sở Nội vụ chủ trì, phối hợp với …". `end` is where the sentence goes on, in the text as given when it is NFC.
 */
export function findAgencies(text: string): Agencies & { end: number } {
  const skipped = opening.exec(text)?.[0].length ?? 0;
  const found = readList(text.slice(skipped), 'prose');
  return { ...found, end: found.names.length + found.cooperate.length > 0 ? skipped + found.end : 0 };
}
