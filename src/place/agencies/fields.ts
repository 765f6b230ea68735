import { abbreviated, departments, initials, matchPhrase, offices, type Phrases, wholeNames } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Where the head of a name ends, how sure it is, and where a head stands that a following bare field takes. */
export type Core = { end: number; certainty: number; fieldHeadAt: number | null };

export const fieldHeads: ReadonlyMap<string, Phrases> = new Map([
  ['sở', departments],
  ['bộ', departments],
  ['ty', departments],
  ['phòng', offices],
]);

// Slips of scanning and short forms, taken for the head only where a known field follows; words of their own ("so", "phong")
// only with a capital.
const slips: readonly (readonly [RegExp, Phrases])[] = [
  [/^(?:So|Sờ|Sỡ|Sớ)$/, departments],
  [/^(?:Phong|Hòng|Phỏng|P\.?|[Pp]hòn|[Pp]hòg|[Pp]hng|[Pp]òng|[Pp]hồng)$/, offices],
];

/** Fields that may follow this word: "Sở …", "Phòng …", slips such as "Phòn" and "So" too where a known field follows. */
export function fieldsAfter(tokens: readonly Token[], at: number): Phrases | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const exact = fieldHeads.get(token.low);
  if (exact) return exact;
  if (/^[Pp]\.$/.test(token.text) && tokens[at + 1]?.abbreviation) return offices;
  const slip = slips.find(([pattern]) => pattern.test(token.text.normalize('NFC')))?.[1];
  return slip && matchPhrase(slip, tokens, at + 1, true) > at + 1 ? slip : undefined;
}

/** "VH, TT & DL": letters on both sides of a comma that together are a field's first ones. */
function spellsField(tokens: readonly Token[], from: number, comma: number): boolean {
  let letters = '';
  for (let at = from; at < tokens.length && at < comma + 6; at += 1) {
    const token = tokens[at];
    if (token?.abbreviation) letters += token.fold;
    else if (token?.kind !== 'joiner' && at !== comma) return false;
    if (at > comma && initials.has(letters)) return true;
  }
  return false;
}

/** "VH-TT": one abbreviation; "VH - TT", "VH/TT" and "VH và TT" may be two. */
const tightHyphen = (tokens: readonly Token[], at: number): boolean =>
  /^[-–‑&]$/.test(tokens[at]?.text ?? '') &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** "TN&MT", "NN và PTNT", "VH TT", "Tài nguyên & MT": abbreviations go on until a body's own abbreviation. */
function abbreviations(tokens: readonly Token[], at: number, field: number): number {
  let next = at;
  for (;;) {
    const tight =
      tokens[next]?.text === ',' &&
      next > field &&
      (tokens[next]?.end === tokens[next + 1]?.start || spellsField(tokens, field, next));
    const joined = tokens[next]?.kind === 'joiner' || tight ? next + 1 : next;
    const token = tokens[joined];
    if (
      !token?.abbreviation ||
      /^[Pp]\.$/.test(token.text) ||
      (token.opensLine && joined === next) ||
      matchPhrase(wholeNames, tokens, joined) > joined ||
      (joined > next && abbreviated.has(token.fold) && !tightHyphen(tokens, next))
    )
      return next;
    next = joined + 1;
  }
}

/** "Sở Nội vụ", "Phòng TN&MT": a head with a field the lexicon knows, or the letters of one. */
export function fieldCore(tokens: readonly Token[], at: number): Core | undefined {
  const fields = fieldsAfter(tokens, at);
  if (!fields) return undefined;
  const field = matchPhrase(fields, tokens, at + 1, true);
  const end = abbreviations(tokens, field, at + 1);
  if (end > at + 1) return { end, certainty: 1, fieldHeadAt: at };
  return undefined;
}
