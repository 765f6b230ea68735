import type { Name, Style } from './form.ts';
import {
  hamlets,
  levels,
  matchPhrase,
  parents,
  prepositions,
  quantifiers,
  roleWords,
  tails,
  wholeNames,
} from './phrases.ts';
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

export type Scope = { end: number; certainty: number; levelAt: number | null; named: boolean };

// Units with a letter lost in scanning.
const shortened = new Set(['phung', 'phuog', 'phuon', 'huyn', 'hyen', 'huye']);

// Words that fold like a unit's: "cơ quan", "tình hình", "xã hội".
const alike: Record<string, RegExp> = { quan: /^quận$/, tinh: /^(?:tỉnh|tinh)$/, xa: /^(?:xã|xa)$/ };

/** "tỉnh", "thị xã": where the unit word ends, else `at`. */
function level(tokens: readonly Token[], at: number, kinds: ReadonlySet<string> = levels): number {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (one?.kind !== 'word' || (one.low === 'xã' && two?.low === 'hội')) return at;
  if (kinds.has(`${one.fold} ${two?.fold} ${three?.fold}`)) return at + 3;
  if (kinds.has(`${one.fold} ${two?.fold}`)) return at + 2;
  if (shortened.has(one.fold)) return at + 1;
  return kinds.has(one.fold) && (alike[one.fold]?.test(one.low) ?? true) ? at + 1 : at;
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
  if (end > counted) return end;
  const worded = matchPhrase(quantifiers, tokens, at);
  const hamlet = worded > at ? level(tokens, worded, hamlets) : worded;
  return hamlet > worded ? hamlet : at;
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
export function properName(tokens: readonly Token[], at: number, grammar: Grammar): number {
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
  const kinds =
    hamlets.has(tokens[last - 1]?.fold ?? '') || /^(?:pho|cu)$/.test(tokens[last - 1]?.fold ?? '') ? hamlets : levels;
  let end = properName(tokens, last, grammar);
  for (;;) {
    const separator = tokens[end];
    const joins = (separator?.kind === 'joiner' || separator?.text === ',') && end === last;
    const next = joins ? level(tokens, end + 1, kinds) : end + 1;
    // "tỉnh, Tỉnh đoàn": the same word may open a name.
    if (!joins || next === end + 1 || matchPhrase(wholeNames, tokens, end + 1) > next)
      return { end, named: end > last };
    last = next;
    end = properName(tokens, next, grammar);
  }
}

/** "(phối hợp)": brackets that say the role and no more. Where they close, else `at`. */
export function bracketedRole(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== 'open') return at;
  const end = matchPhrase(roleWords, tokens, at + 1);
  return end > at + 1 && tokens[end]?.kind === 'close' ? end + 1 : at;
}

function brackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== 'open' || bracketedRole(tokens, at) > at) return at;
  const close = tokens.findIndex((token, index) => index > at && token.kind === 'close');
  return close < 0 ? tokens.length : close + 1;
}

/** The name a preposition leads to, or the words up to the next separator: "thuộc UBND tỉnh", "có thẩm quyền tuyển dụng". */
function afterPreposition(tokens: readonly Token[], at: number, grammar: Grammar): number {
  if (beginsName(tokens, at)) return matchPhrase(wholeNames, tokens, at);
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
  // "Sở Nội vụ - Phối hợp: …"
  if (sign.opensLine || matchPhrase(roleWords, tokens, at + 1) > at + 1) return at;
  return tight || (after.capital && !grammar.startsName(tokens, at + 1)) ? at + 2 : at;
}

/** "thôn, tổ dân phố" right after a body: hamlets are named together. */
function hamletList(tokens: readonly Token[], at: number): number {
  let end = level(tokens, at, hamlets);
  if (end === at || tokens[end]?.text !== ',' || level(tokens, end + 1, hamlets) === end + 1) return at;
  while (tokens[end]?.text === ',' && level(tokens, end + 1, hamlets) > end + 1) end = level(tokens, end + 1, hamlets);
  return end;
}

/** "khu vực 1", "khu vực XIII", "cơ sở 2": the body's own number. */
function numbered(tokens: readonly Token[], at: number): number {
  const words = `${tokens[at]?.low} ${tokens[at + 1]?.low}`;
  if (words !== 'khu vực' && words !== 'cơ sở') return at;
  return /^(?:\d{1,2}|[IVX]+)$/.test(tokens[at + 2]?.text ?? '') ? at + 3 : words === 'khu vực' ? at + 2 : at;
}

/** "Sở Nội vụ - cơ quan thường trực": what it is for the work, after a dash. */
function standing(tokens: readonly Token[], at: number): number {
  const words = tokens.slice(at + 1, at + 5).map(({ low }) => low);
  const said = /^(?:cơ quan|đơn vị) (?:thường trực|đầu mối)$/.test(words.join(' '));
  return said && !/\p{Lu}/u.test(tokens[at + 1]?.text ?? 'X') ? at + 5 : at;
}

/** "Phòng PC08 Công an tỉnh": the police name the office before its house, with nothing between. */
function policeHouse(tokens: readonly Token[], at: number, grammar: Grammar): number {
  if (tokens[at]?.opensLine || matchPhrase(wholeNames, tokens, at) === at) return at;
  if (!/^(?:công|bộ)$/.test(tokens[at]?.low ?? '') || !tokens.slice(at, at + 3).some(({ low }) => low === 'an'))
    return at;
  const before = tokens.slice(grammar.start, at).map(({ low }) => low);
  return policeOffice.test(before.join(' ')) ? matchPhrase(wholeNames, tokens, at) : at;
}
const policeOffice =
  /^(?:các )?(?:phòng|đội|trạm|cục) (?:p[achkvx]\d{2}|cảnh sát|an ninh|tham mưu|hậu cần|hồ sơ|công tác đảng)/;

// Boards and offices of the Party and of councils, named before their owner.
const ownsBoards = /^(?:ubkt|btv|bch|ban|văn|vp|thường|ủy|các|cơ|đảng)$/;

/** A unit's word that opens a whole name: "Tỉnh đoàn", "Huyện ủy". */
const beginsName = (tokens: readonly Token[], at: number): boolean => {
  const unit = level(tokens, at);
  return unit > at && matchPhrase(wholeNames, tokens, at) > unit;
};

type Step = { end: number; certainty: number; levelAt?: number; named?: boolean };

function step(tokens: readonly Token[], at: number, grammar: Grammar): Step | undefined {
  const known = (end: number, extra: { levelAt?: number; named?: boolean } = {}): Step | undefined =>
    end > at ? { end, certainty: 1, ...extra } : undefined;
  const token = tokens[at];
  if (!token) return undefined;
  const bracket = brackets(tokens, at);
  if (bracket > at) return known(bracket);
  if (token.kind === 'joiner') return known(Math.max(standing(tokens, at), hyphen(tokens, at, grammar)));
  if (token.kind !== 'word') return undefined;
  const house = policeHouse(tokens, at, grammar);
  if (house > at) return known(house);
  const parent = matchPhrase(parents, tokens, at);
  if (parent > at && ownsBoards.test(tokens[grammar.start]?.low ?? '')) return known(parent);
  // "Tỉnh đoàn", "Ủy ban" of the next line or after a lost separator.
  if (token.capital && beginsName(tokens, at)) return undefined;
  const own = Math.max(hamletList(tokens, at), numbered(tokens, at));
  if (own > at) return known(own);
  const capped = cappedLevel(tokens, at);
  if (capped > at) return known(properName(tokens, capped, grammar), { levelAt: at });
  if (countedLevel(tokens, at) > at) {
    const { end, named } = units(tokens, at, grammar);
    return known(end, { levelAt: at, named });
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
  const figures = tokens.slice(at, free).some(({ text }) => /^\d+$/.test(text));
  return free > at ? { end: free, certainty: figures ? 0.6 : free - at <= 5 ? 0.9 : 0.75 } : undefined;
}

/** Everything after the head that belongs to the name: level, place, brackets, "có liên quan", "thuộc UBND tỉnh". */
export function readScope(tokens: readonly Token[], at: number, grammar: Grammar): Scope {
  const scope: Scope = { end: at, certainty: 1, levelAt: null, named: false };
  for (let next = step(tokens, at, grammar); next; next = step(tokens, scope.end, grammar)) {
    scope.named ||= scope.levelAt === null && next.named === true;
    scope.levelAt ??= next.levelAt ?? null;
    scope.certainty = Math.min(scope.certainty, next.certainty);
    scope.end = next.end;
  }
  return scope;
}
