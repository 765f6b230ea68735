import { type Core, fieldCore, fieldHeads, fieldsAfter } from './fields.ts';
import type { Name, Style } from './form.ts';
import {
  abbreviated,
  collectives,
  matchPhrase,
  notNames,
  openHeads,
  quantifiers,
  roleWords,
  tails,
  titles,
  wholeNames,
} from './phrases.ts';
import { cappedLevel, readScope, startsScope } from './scope.ts';
import type { Token } from './tokens.ts';

const endsNoun = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  // "Hội đồng Phối hợp …": a capital makes it a part of the name.
  const named = token?.capital && matchPhrase(roleWords, tokens, at) > at && !tokens[at - 1]?.abbreviation;
  return token?.kind !== 'word' || (startsScope(tokens, at) && !named) || matchPhrase(quantifiers, tokens, at) > at;
};

/** One noun of a collective phrase: not where it is the head of a name of its own ("Ban Quản lý …", "Phòng Nội vụ"). */
function collectiveNoun(tokens: readonly Token[], at: number): number {
  const end = matchPhrase(collectives, tokens, at);
  const longer = [wholeNames, openHeads].some((phrases) => matchPhrase(phrases, tokens, at) > end);
  if (end === at || fieldCore(tokens, at) || longer) return at;
  if (endsNoun(tokens, end) || matchPhrase(collectives, tokens, end) > end) return end;
  // "ngành UBND cấp huyện": the separator after the set phrase is lost.
  return tokens[end]?.capital === false || wholeCore(tokens, end) || fieldCore(tokens, end) ? end : at;
}

function nextNoun(tokens: readonly Token[], at: number): number {
  const separator = tokens[at];
  if (separator?.kind === 'word') return collectiveNoun(tokens, at);
  if (separator?.kind !== 'joiner' && separator?.text !== ',') return at;
  const after = tokens[at + 1]?.kind === 'joiner' ? at + 2 : at + 1;
  const end = collectiveNoun(tokens, after);
  if (end > after) return end;
  // "Các sở, bn, ngành": a short misprint between two nouns of the list is one of them.
  const between =
    tokens[after]?.kind === 'word' && (tokens[after]?.text.length ?? 9) <= 4 && tokens[after + 1]?.text === ',';
  return between && collectiveNoun(tokens, after + 2) > after + 2 ? after + 1 : at;
}

function collectiveCore(tokens: readonly Token[], at: number, quantified: boolean): Core | undefined {
  let end = collectiveNoun(tokens, at);
  if (end === at) return undefined;
  const first = end;
  for (let next = nextNoun(tokens, end); next > end; next = nextNoun(tokens, end)) end = next;
  if (!quantified && end === first && !endsNoun(tokens, end)) return undefined;
  return { end, certainty: 1, fieldHeadAt: fieldHeads.has(tokens[at]?.low ?? '') && end === first ? at : null };
}

function startsNamePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && !startsName(tokens, at);
}

/** "X, Y và Z" inside one name: the comma belongs to it when an "và" follows before the next name. */
function commaInside(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== ',' || !tokens[at + 1]?.capital || !startsNamePart(tokens, at + 1)) return false;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token?.low === 'và') return startsNamePart(tokens, next + 1);
    if (token?.kind === 'separator' || startsName(tokens, next)) return false;
  }
  return false;
}

/** "Ban chỉ đạo CCHC, CĐS": an abbreviation after an abbreviation. */
const abbreviationsGoOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' &&
  Boolean(tokens[at - 1]?.abbreviation && tokens[at + 1]?.abbreviation) &&
  !startsName(tokens, at + 1);

/** One small word may follow a capital one ("Chỉ đạo"), not a proper name ("Sông Hà điều tiết nước"); the head is no part of one. */
const goesOnSmall = (tokens: readonly Token[], at: number, own: number): boolean =>
  Boolean(tokens[at - 1]?.capital) && !(at - 2 >= own && tokens[at - 2]?.capital && !tokens[at - 2]?.abbreviation);

/** The own words of an open name: capital words and what joins them. */
function openWords(tokens: readonly Token[], at: number, style: Style): number {
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (!token) return next;
    if (token.kind === 'word') {
      if (next > at && (startsScope(tokens, next) || breaksName(tokens, next))) return next;
      if (style === 'prose' && next > at && !token.capital && !goesOnSmall(tokens, next, at)) return next;
      next += 1;
    } else if (
      token.kind === 'joiner' &&
      next > at &&
      tokens[next + 1] &&
      !startsName(tokens, next + 1) &&
      tokens[next + 1]?.capital
    )
      next += 2;
    else if (next > at && (commaInside(tokens, next) || abbreviationsGoOn(tokens, next))) next += 1;
    else return next;
  }
}

function openCore(tokens: readonly Token[], at: number, style: Style): Core | undefined {
  const fields = fieldsAfter(tokens, at);
  const head = fields ? at + 1 : matchPhrase(openHeads, tokens, at);
  if (head === at) return undefined;
  const end = openWords(tokens, head, style);
  return { end, certainty: end > head ? 0.9 : 0.8, fieldHeadAt: fields ? at : null };
}

// "UUBMT", "UBDN": letters doubled or swapped in the commonest abbreviations.
const committeeSlip = /^(?:u+b+m+t+(?:t?q)?(?:vn)?|u+b+n+d+|ubdn|unbd|hdnn)$/;

function wholeCore(tokens: readonly Token[], at: number): Core | undefined {
  const end = matchPhrase(wholeNames, tokens, at);
  if (end > at) return { end, certainty: 1, fieldHeadAt: null };
  if (tokens[at]?.abbreviation && abbreviated.has(tokens[at]?.fold ?? ''))
    return { end: at + 1, certainty: 1, fieldHeadAt: null };
  return committeeSlip.test(tokens[at]?.fold ?? '') && tokens[at]?.abbreviation
    ? { end: matchPhrase(tails, tokens, at + 1), certainty: 0.95, fieldHeadAt: null }
    : undefined;
}

/** Titles that belong to the name: "Chủ tịch UBND", "Chủ tịch, Phó Chủ tịch UBND"; "Thanh tra" only before a body. */
function skipTitles(tokens: readonly Token[], at: number): number {
  const end = matchPhrase(titles, tokens, at);
  const whole = matchPhrase(wholeNames, tokens, at);
  if (end === at || whole > end || (whole === end && startsScope(tokens, end))) return at;
  // "Công an" on a line of its own is a body.
  if (whole === end && tokens[end]?.opensLine && tokens[at]?.low === 'công') return at;
  if (tokens[end]?.kind === 'word') return startsName(tokens, end) ? skipTitles(tokens, end) : at;
  // "Đảng ủy, Thanh tra sở": a body by itself is no title of the next.
  if (whole === end || tokens[end]?.text === ';') return at;
  const after = matchPhrase(quantifiers, tokens, end + 1);
  // "Chủ tịch, Phó Chủ tịch UBND": the body comes after the second title; "Thủ trưởng" heads bodies of its own.
  const shared = tokens[end] && tokens[after]?.low !== 'thủ' && matchPhrase(titles, tokens, after) > after;
  const further = shared ? skipTitles(tokens, after) : after;
  return further > after ? further : at;
}

/** "các Phó Chủ tịch UBND xã": the word that counts them stands before the title. */
function skipCounted(tokens: readonly Token[], at: number, counted: number): number {
  const end = skipTitles(tokens, counted);
  return end > counted ? end : at;
}

/** "Đ/c Nguyễn Văn A - Phó Chủ tịch UBND xã": one person, named before the office held. Where the office begins. */
function comrade(tokens: readonly Token[], at: number): number {
  const short = tokens[at]?.low === 'đ' && tokens[at + 1]?.text === '/' && tokens[at + 2]?.low === 'c';
  const start = short
    ? at + 3
    : /^(?:đồng chí|ông|bà)$/.test(address(tokens, at))
      ? at + address(tokens, at).split(' ').length
      : at;
  if (start === at) return at;
  let end = start;
  while (
    tokens[end]?.kind === 'word' &&
    tokens[end]?.capital &&
    end - start < 6 &&
    matchPhrase(titles, tokens, end) === end
  )
    end += 1;
  const sign = tokens[end];
  const office = sign?.kind === 'word' ? end : end + 1;
  const joins = end > start && sign && (sign.kind === 'word' || sign.kind === 'joiner' || sign.text === ',');
  return joins && matchPhrase(titles, tokens, office) > office ? office : at;
}

const address = (tokens: readonly Token[], at: number): string =>
  /^(?:ông|bà)$/.test(tokens[at]?.low ?? '') ? (tokens[at]?.low ?? '') : `${tokens[at]?.low} ${tokens[at + 1]?.low}`;

/** "Trung tâm Chuyển đổi số và Truyền thông": a known name that goes on is another, open one. */
function longerThanKnown(tokens: readonly Token[], at: number): boolean {
  const end = matchPhrase(wholeNames, tokens, at);
  const next = tokens[end + 1];
  if (end === at || matchPhrase(openHeads, tokens, at) === at || tokens[end]?.kind !== 'joiner') return false;
  return Boolean(next?.capital && !next.abbreviation) && !startsName(tokens, end + 1) && !startsScope(tokens, end + 1);
}

/** "Cấp xã" where a plan names levels instead of bodies. */
function levelCore(tokens: readonly Token[], at: number): Core | undefined {
  const end = cappedLevel(tokens, at);
  return end > at ? { end, certainty: 0.9, fieldHeadAt: null } : undefined;
}

function core(tokens: readonly Token[], at: number, style: Style): Core | undefined {
  const counted = matchPhrase(quantifiers, tokens, at);
  const whole = longerThanKnown(tokens, counted) ? undefined : wholeCore(tokens, counted);
  const collective = () => collectiveCore(tokens, counted, counted > at);
  return (
    fieldCore(tokens, counted) ??
    (counted > at ? collective() : undefined) ??
    whole ??
    collective() ??
    openCore(tokens, counted, style) ??
    levelCore(tokens, counted)
  );
}

/** Can a name begin at this token? Lower-case words too: after a separator that is enough. */
export function startsName(tokens: readonly Token[], at: number): boolean {
  const counted = matchPhrase(quantifiers, tokens, at);
  // "Văn hóa - Xã hội": no commune.
  if (tokens[counted]?.low === 'xã' && tokens[counted + 1]?.low === 'hội') return false;
  return (
    fieldsAfter(tokens, counted) !== undefined ||
    wholeCore(tokens, counted) !== undefined ||
    [collectives, openHeads, titles].some((phrases) => matchPhrase(phrases, tokens, counted) > counted)
  );
}

/** A name that begins in mid-phrase, its separator lost: a new line, or a capital and a form that can be nothing else. */
export function breaksName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital) return false;
  if (token.opensLine) return startsName(tokens, at);
  return fieldCore(tokens, at) !== undefined || wholeCore(tokens, at) !== undefined;
}

/** In a sentence small letters begin a name only after "các" or with a form that is surely one; "tổ chức" is a verb there. */
function opensInProse(tokens: readonly Token[], at: number): boolean {
  if (matchPhrase(quantifiers, tokens, at) > at) return true;
  const token = tokens[at];
  if (token?.low === 'tổ' && tokens[at + 1]?.low === 'chức') return false;
  return Boolean(token?.capital) || fieldCore(tokens, at) !== undefined || wholeCore(tokens, at) !== undefined;
}

/** The agency that begins at this token. */
export function readName(tokens: readonly Token[], at: number, style: Style): Name | undefined {
  if (matchPhrase(notNames, tokens, at) > at || (style === 'prose' && !opensInProse(tokens, at))) return undefined;
  const counted = matchPhrase(quantifiers, tokens, at);
  const person = comrade(tokens, at);
  const titled =
    person > at ? skipTitles(tokens, person) : counted > at ? skipCounted(tokens, at, counted) : skipTitles(tokens, at);
  const found = core(tokens, titled, style) ?? titleAlone(tokens, at, style);
  if (!found) return undefined;
  const scope = readScope(tokens, found.end, { start: at, style, breaksName, readName, startsName });
  return {
    start: at,
    end: scope.end,
    certainty: Math.min(found.certainty, scope.certainty),
    levelAt: scope.levelAt,
    named: scope.named,
    fieldHeadAt: found.fieldHeadAt,
  };
}

/** "Trưởng thôn", "Lãnh đạo đơn vị": a title with free words after it. */
function titleAlone(tokens: readonly Token[], at: number, style: Style): Core | undefined {
  const end = matchPhrase(titles, tokens, at);
  return end > at ? { end: openWords(tokens, end, style), certainty: 0.85, fieldHeadAt: null } : undefined;
}
