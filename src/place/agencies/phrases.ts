import { fold } from '../../kernel/text.ts';
import { knownAgencies } from './catalogue.ts';
import * as lexicon from './lexicon.ts';
import { spell, type Token } from './tokens.ts';

type Phrase = { first: string; words: string[] };
/** Phrases by their first word, folded; the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const split = (phrase: string): string[] => phrase.split(/[\s-]+/).filter((word) => word !== 'và' && word !== '&');

function index(phrases: readonly string[]): Phrases {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const words = split(phrase);
    const first = words[0] ?? '';
    const key = fold(first).replace(/&/g, '');
    const entry = { first: spell(first), words: words.map((word) => fold(word).replace(/&/g, '')) };
    found.set(
      key,
      [...(found.get(key) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return found;
}

// "tỉnh" and a place are read after the name.
const spellings = knownAgencies
  .flatMap(({ name, short }) => [name, ...short])
  .map((name) =>
    name
      .toLowerCase()
      .replace(/ tỉnh$/, '')
      .replace(/[,.]/g, ' '),
  );
const fieldsOf = (head: RegExp): string[] =>
  spellings.filter((name) => head.test(name)).map((name) => name.replace(head, ''));
const aWord = /^[^\s-]+$/;

export const departments = index([...lexicon.departmentFields, ...fieldsOf(/^(?:sở|bộ) /)]);
export const offices = index([...lexicon.officeFields, ...fieldsOf(/^(?:phòng|p) /)]);
export const wholeNames = index([
  ...lexicon.wholeNames,
  // "Thanh tra sở" goes on: "Thanh tra Sở Y tế".
  ...spellings.filter(
    (name) => !/^(?:sở|phòng|p) |^thanh tra (?:các )?sở$/.test(name) && (!aWord.test(name) || /[^a-zđ&]/.test(name)),
  ),
]);
/** "CCB", "UBMTTQ": whole names of one word, agencies only where printed in capitals. Folded. */
export const abbreviated: ReadonlySet<string> = new Set(
  knownAgencies
    .flatMap(({ short }) => short)
    .filter((name) => aWord.test(name) && name === name.toUpperCase())
    .map((name) => fold(name).replace(/&/g, '')),
);
/** First letters of the fields of departments and offices: "vhttdl", "ldtbxh". */
export const initials: ReadonlySet<string> = new Set(
  [...lexicon.departmentFields, ...lexicon.officeFields].map((field) =>
    split(field)
      .map((word) => fold(word).slice(0, 1))
      .join(''),
  ),
);
export const openHeads = index(lexicon.openHeads);
export const titles = index(lexicon.titles);
export const collectives = index(lexicon.collectives);
export const roleWords = index(lexicon.roleWords);
export const tails = index(lexicon.tails);
export const prepositions = index(lexicon.prepositions);
export const quantifiers = index(lexicon.quantifiers);
export const notNames = index(lexicon.notNames);
export const parents = index(lexicon.parents);
export const levels: ReadonlySet<string> = new Set(lexicon.levels);
export const hamlets: ReadonlySet<string> = new Set(lexicon.hamlets);

// "Văn phòng HĐND, UBND xã" is one office; else a comma is part of a name's inside ("Lao động, Thương binh và Xã hội"), never a council or a committee after a sign.
const neverInside = /^(?:ub\w+|hdnd|hoi dong|vpubnd|uy ban|so [a-z]|phong [a-z]|cong an|thanh tra|chi nhanh)/;

function skipJoiner(tokens: readonly Token[], at: number, office: boolean): number {
  let next = at;
  while (tokens[next] && (tokens[next]?.kind === 'joiner' || tokens[next]?.text === ',')) next += 1;
  const words = `${tokens[next]?.fold ?? ''} ${tokens[next + 1]?.fold ?? ''}`;
  return next > at && !office && neverInside.test(words) ? at : next;
}

/** One letter lost, added or read wrong, in a word long enough to tell. */
export function isSlip(printed: string, word: string): boolean {
  if (printed.length < 3 || word.length < 4 || Math.abs(printed.length - word.length) > 1) return false;
  let same = 0;
  while (same < word.length && printed[same] === word[same]) same += 1;
  const rest = (text: string, from: number) => text.slice(from);
  return [
    [same + 1, same],
    [same, same + 1],
    [same + 1, same + 1],
  ].some(([a = 0, b = 0]) => rest(printed, a) === rest(word, b));
}

/** "VPHĐND-UBND", "Báo và PTTH": a sign between letters, or without spaces, parts no names. */
function joinsLetters(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (sign?.kind !== 'joiner' || !after?.abbreviation) return false;
  return sign.low === 'và' || (before?.end === sign.start && sign.end === after.start);
}

/** Where the words end, with at most `slips` of them misprinted; `at` where they do not stand here. */
function matchWords(tokens: readonly Token[], at: number, words: readonly string[], slips = 0): number {
  let next = at;
  let left = slips;
  for (const [position, word] of words.entries()) {
    // Two words are too few to tell a name's inside from its end: "huyện - Ủy ban" is no "huyện ủy".
    if (position > 0 && (words.length > 2 || joinsLetters(tokens, next)) && tokens[next]?.fold !== word)
      next = skipJoiner(tokens, next, /^(?:van|vp\w*)$/.test(words[0] ?? ''));
    if (tokens[next]?.fold !== word) {
      if (left === 0 || !isSlip(tokens[next]?.fold ?? '', word)) return at;
      left -= 1;
    }
    next += 1;
  }
  return next;
}

const exactEnd = (tokens: readonly Token[], at: number, phrases: readonly Phrase[], loose: boolean): number => {
  for (const phrase of phrases) {
    if (!loose && phrase.first !== tokens[at]?.low) continue;
    const end = matchWords(tokens, at, phrase.words);
    if (end > at) return end;
  }
  return at;
};

/** With one slip: a tone lost on the first word, or a letter wrong in a later one. Single words must be exact. */
const slippedEnd = (tokens: readonly Token[], at: number, phrases: readonly Phrase[], loose: boolean): number => {
  for (const phrase of phrases) {
    if (phrase.words.length < 2) continue;
    const toned = loose || phrase.first === tokens[at]?.low;
    const end = matchWords(tokens, at, phrase.words, toned ? 1 : 0);
    if (end > at) return end;
  }
  return at;
};

// Only long names can be told in spite of a slip; a verb or a preposition is too easily met by chance.
const namesBodies: ReadonlySet<Phrases> = new Set([departments, offices, wholeNames, titles, collectives]);

/** Where the longest phrase that begins at `at` ends; `at` where none does. Slips count where nothing exact is as long. */
export function matchPhrase(phrases: Phrases, tokens: readonly Token[], at: number, loose = false): number {
  const token = tokens[at];
  if (token?.kind !== 'word') return at;
  const candidates = phrases.get(token.fold) ?? [];
  const exact = exactEnd(tokens, at, candidates, loose);
  if (!namesBodies.has(phrases)) return exact;
  const slipped = slippedEnd(tokens, at, candidates, loose);
  return slipped > exact + (exact > at ? 1 : 0) ? slipped : exact;
}
