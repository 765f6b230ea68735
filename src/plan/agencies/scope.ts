import type { Name, Style } from './name.ts';
import { levels, matchPhrase, parents, prepositions, quantifiers, roleWords, tails, wholeNames } from './phrases.ts';
import type { Token } from './tokens.ts';

/** What the reader of a tail needs to know of names; handed in so that the two files do not import each other's work. */
type Grammar = {
  /** Where the name begins. */
  start: number;
  style: Style;
  startsName: (tokens: readonly Token[], at: number) => boolean;
  breaksName: (tokens: readonly Token[], at: number) => boolean;
  readName: (tokens: readonly Token[], at: number, style: Style) => Name | undefined;
};

export type Scope = { end: number; certainty: number; levelAt: number | null };

/** "tỉnh", "thị xã": where the unit word ends, else `at`. */
function level(tokens: readonly Token[], at: number): number {
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (one?.kind !== 'word') return at;
  if (two?.kind === 'word' && levels.has(`${one.fold} ${two.fold}`)) return at + 2;
  return levels.has(one.fold) ? at + 1 : at;
}

/** "cấp huyện", slips such as "cập huyện" too. */
export function cappedLevel(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.fold !== 'cap') return at;
  const end = level(tokens, at + 1);
  return end > at + 1 ? end : at;
}

/** "các xã", "08 xã": past the word or figure that counts units, where units follow. */
function skipCount(tokens: readonly Token[], at: number): number {
  const worded = matchPhrase(quantifiers, tokens, at);
  const end = worded > at ? worded : /^\d+$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return end > at && level(tokens, end) > end ? end : at;
}

/** Units without "cấp", with what counts them: where the first ends. */
export function countedLevel(tokens: readonly Token[], at: number): number {
  const counted = skipCount(tokens, at);
  const end = level(tokens, counted);
  return end > counted ? end : at;
}

/** Does a place, a level or a tail begin here, rather than the name's own words? */
export function startsScope(tokens: readonly Token[], at: number): boolean {
  return (
    cappedLevel(tokens, at) > at ||
    countedLevel(tokens, at) > at ||
    [tails, prepositions, roleWords].some((phrases) => matchPhrase(phrases, tokens, at) > at)
  );
}

/** Capital words of a place name: "tỉnh Quảng Nam". */
function properName(tokens: readonly Token[], at: number, grammar: Grammar): number {
  let next = at;
  while (tokens[next]?.kind === 'word' && tokens[next]?.capital && next - at < 5) {
    if (grammar.breaksName(tokens, next) || matchPhrase(tails, tokens, next) > next) break;
    next += 1;
  }
  return next;
}

type Units = { end: number; named: boolean };

/** "các xã, phường, đặc khu", "huyện, thị xã, thành phố": one list of units; a unit with its own name ends it. */
function units(tokens: readonly Token[], at: number, grammar: Grammar): Units {
  let last = countedLevel(tokens, at);
  let end = properName(tokens, last, grammar);
  for (;;) {
    const separator = tokens[end];
    const joins = (separator?.kind === 'joiner' || separator?.text === ',') && end === last;
    const next = joins ? level(tokens, end + 1) : end + 1;
    // "tỉnh, Tỉnh đoàn": the same word may open a name.
    if (!joins || next === end + 1 || matchPhrase(wholeNames, tokens, end + 1) > next)
      return { end, named: end > last };
    last = next;
    end = properName(tokens, next, grammar);
  }
}

function brackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== 'open') return at;
  const close = tokens.findIndex((token, index) => index > at && token.kind === 'close');
  return close < 0 ? tokens.length : close + 1;
}

/** The name a preposition leads to, or the words up to the next separator: "thuộc UBND tỉnh", "có thẩm quyền tuyển dụng". */
function afterPreposition(tokens: readonly Token[], at: number, grammar: Grammar): number {
  if (countedLevel(tokens, at) > at) return units(tokens, at, grammar).end;
  const name = grammar.readName(tokens, at, grammar.style);
  return name ? name.end : grammar.style === 'cell' ? freeWords(tokens, at, grammar) : at;
}

function freeWords(tokens: readonly Token[], at: number, grammar: Grammar): number {
  let next = at;
  while (tokens[next]?.kind === 'word' && !(next > at && grammar.breaksName(tokens, next))) {
    if (matchPhrase(roleWords, tokens, next) > next) break;
    next += 1;
  }
  return next;
}

/** "HĐND-UBND", "Văn hóa - Thể thao": a hyphen inside a name; spaced, it must not lead to another name. */
function hyphen(tokens: readonly Token[], at: number, grammar: Grammar): number {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!sign || !/[-–—‑]/.test(sign.text) || after?.kind !== 'word') return at;
  const tight = before?.end === sign.start && sign.end === after.start;
  if (sign.opensLine) return at;
  return tight || (after.capital && !grammar.startsName(tokens, at + 1)) ? at + 2 : at;
}

// Boards and offices of the Party and of councils, named before their owner.
const ownsBoards = /^(?:ban|văn|vp|thường|ủy|các|cơ|đảng)$/;

type Step = { end: number; certainty: number; levelAt?: number };

function step(tokens: readonly Token[], at: number, grammar: Grammar): Step | undefined {
  const known = (end: number, extra: { levelAt?: number } = {}): Step | undefined =>
    end > at ? { end, certainty: 1, ...extra } : undefined;
  const token = tokens[at];
  if (!token) return undefined;
  const bracket = brackets(tokens, at);
  if (bracket > at) return known(bracket);
  if (token.kind === 'joiner') return known(hyphen(tokens, at, grammar));
  if (token.kind !== 'word') return undefined;
  const parent = matchPhrase(parents, tokens, at);
  if (parent > at && ownsBoards.test(tokens[grammar.start]?.low ?? '')) return known(parent);
  const capped = cappedLevel(tokens, at);
  if (capped > at) return known(properName(tokens, capped, grammar), { levelAt: at });
  if (countedLevel(tokens, at) > at) {
    const { end, named } = units(tokens, at, grammar);
    return known(end, named ? { levelAt: at } : {});
  }
  const preposition = matchPhrase(prepositions, tokens, at);
  if (preposition > at) {
    const end = afterPreposition(tokens, preposition, grammar);
    return end > preposition || matchPhrase(tails, tokens, at) > at ? known(Math.max(end, preposition)) : undefined;
  }
  const tail = matchPhrase(tails, tokens, at);
  if (tail > at) return known(tail);
  if (matchPhrase(roleWords, tokens, at) > at || grammar.breaksName(tokens, at)) return undefined;
  const proper = properName(tokens, at, grammar);
  if (proper > at) return { end: proper, certainty: 0.97 };
  if (grammar.style === 'prose') return undefined;
  const free = freeWords(tokens, at, grammar);
  return free > at ? { end: free, certainty: free - at <= 5 ? 0.9 : 0.75 } : undefined;
}

/** Everything after the head that belongs to the name: level, place, brackets, "có liên quan", "thuộc UBND tỉnh". */
export function readScope(tokens: readonly Token[], at: number, grammar: Grammar): Scope {
  let [end, certainty, levelAt]: [number, number, number | null] = [at, 1, null];
  for (let next = step(tokens, end, grammar); next; next = step(tokens, end, grammar)) {
    levelAt ??= next.levelAt ?? null;
    certainty = Math.min(certainty, next.certainty);
    end = next.end;
  }
  return { end, certainty, levelAt };
}
