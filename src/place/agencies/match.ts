import { type AgencyLevel, type KnownAgency, knownAgencies } from './catalogue.ts';
import { isSlip, matchPhrase, titles } from './phrases.ts';
import { plain, type Token, tokenize } from './tokens.ts';

/** Which agency is meant by what is printed: the same one in spite of abbreviations, order of signs and slips. */
type AgencyIdentity = {
  /** the full name of the agency */
  name: string;
  level: AgencyLevel | null;
  /** the place printed after it: "xã Trà My" */
  place: string | null;
  /** the office printed before it: "Giám đốc" */
  title: string | null;
  /** first day of the name, and the first day it was no more; null where the reorganisation of 2025 set none */
  from: string | null;
  to: string | null;
  successors: KnownAgency['successors'];
  /** names whose work it took over, whole or in part */
  formerNames: string[];
};

/** A kind of unit written short, alone or with its number: "TP", "P.", "Q1", "TPHCM". */
const shortUnit = /^(?:t[pxt]|tphcm|[pq]\d*|[hx])$/;

type Word = { text: string; end: number };

/**
 * Words that make a name: abbreviations side by side are one ("LĐ-TB&XH", "LĐTBXH"), but for those of a unit where they are kept
 * apart ("UBND TP Tam Kỳ").
 */
function wordsOf(tokens: readonly Token[], apart = false): Word[] {
  const words: Word[] = [];
  let abbreviated = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const last = words.at(-1);
    if (abbreviated && token.abbreviation && last && !(apart && shortUnit.test(token.fold)))
      words[words.length - 1] = { text: last.text + token.fold, end: index + 1 };
    else words.push({ text: token.fold, end: index + 1 });
    abbreviated = token.abbreviation;
  }
  return words;
}

const keyOf = (name: string): string =>
  wordsOf(tokenize(name))
    .map(({ text }) => text)
    .join(' ');

const byKey = new Map<string, KnownAgency>();
// Full names first: a short form never hides another agency's name.
for (const agency of knownAgencies) byKey.set(keyOf(agency.name), byKey.get(keyOf(agency.name)) ?? agency);
for (const agency of knownAgencies)
  for (const short of agency.short) byKey.set(keyOf(short), byKey.get(keyOf(short)) ?? agency);

const formerNames = (name: string): string[] =>
  knownAgencies.filter(({ successors }) => successors.some((one) => one.name === name)).map((agency) => agency.name);

const levelWords: readonly (readonly [AgencyLevel, RegExp])[] = [
  ['commune', /^(?:cap |cac )?(?:xa|phuong|thi tran|dac khu|tt|x|p\d*)(?: |$)/],
  ['district', /^(?:cap |cac )?(?:huyen|quan|thi xa|tx|h|q\d*)(?: |$)/],
  ['province', /^(?:cap |cac )?tinh(?: |$)/],
  ['central', /^(?:trung uong|viet nam|toi cao)(?: |$)/],
];

const restOf = (tokens: readonly Token[], from: number): Token[] =>
  tokens.slice(from).filter(({ kind }) => kind === 'word' || kind === 'joiner' || kind === 'separator');

/** What follows the name is a level or a place, not more of a name: "cấp xã", "thành phố Huế", "khu vực 5", "Quảng Nam". */
const isScope = (rest: readonly Token[]): boolean => {
  const words = rest.filter(({ kind }) => kind === 'word');
  const first = words.map(({ fold }) => fold).join(' ');
  return (
    words.length === 0 ||
    levelWords.some(([, pattern]) => pattern.test(first)) ||
    /^(?:cap |cac )?(?:thanh pho|tp|tphcm|khu vuc|co so|cac cap|chi nhanh|trung uong|viet nam)(?: |$)/.test(first) ||
    words.every(({ capital }) => capital)
  );
};

function levelOf(agency: KnownAgency, rest: string): AgencyLevel | null {
  const told = levelWords.find(([, pattern]) => pattern.test(rest))?.[0];
  if (told && agency.levels.includes(told)) return told;
  return agency.levels.length === 1 ? (agency.levels[0] ?? null) : null;
}

type Found = { agency: KnownAgency; end: number };

/** A name as it stands in the catalogue, else one that a unit written short follows. */
const findExact = (tokens: readonly Token[]): Found | undefined =>
  findWords(tokens, wordsOf(tokens)) ?? findWords(tokens, wordsOf(tokens, true));

function findWords(tokens: readonly Token[], words: readonly Word[]): Found | undefined {
  for (let count = words.length; count > 0; count -= 1) {
    const end = words[count - 1]?.end ?? 0;
    const agency = byKey.get(
      words
        .slice(0, count)
        .map(({ text }) => text)
        .join(' '),
    );
    if (agency && isScope(restOf(tokens, end))) return { agency, end };
  }
  return undefined;
}

/** One word in four may have a letter wrong, and one in a name of three. */
function findSlipped(tokens: readonly Token[]): Found | undefined {
  const words = wordsOf(tokens);
  for (const [key, agency] of byKey) {
    const wanted = key.split(' ');
    if (wanted.length < 3 || wanted.length > words.length) continue;
    const wrong = wanted.filter((word, index) => words[index]?.text !== word);
    const near = wanted.every((word, index) => words[index]?.text === word || isSlip(words[index]?.text ?? '', word));
    const end = words[wanted.length - 1]?.end ?? 0;
    if (near && wrong.length <= Math.max(1, wanted.length / 4) && isScope(restOf(tokens, end))) return { agency, end };
  }
  return undefined;
}

// No name is longer: what is printed may be a whole cell.
const longest = 40;

/**
 * The agency a printed name means; undefined where the catalogue has none. "Sở TN&MT", "Sở Tài nguyên - Môi trườg tỉnh" and
 * "Giám đốc Sở Tài nguyên và Môi trường" are one. Groups ("Các sở, ban, ngành") are no agency.
 */
export function matchAgency(printed: string): AgencyIdentity | undefined {
  const bare = plain(printed).replace(/\([^()]*\)/g, ' ');
  const tokens = tokenize(bare.slice(0, 10 * longest)).slice(0, longest);
  const titled = matchPhrase(titles, tokens, 0);
  const whole = findExact(tokens);
  // "Văn phòng", "Thanh tra", "Công an" are titles only before a body.
  const headed = whole || titled === 0 ? undefined : findExact(tokens.slice(titled));
  const found = whole ?? headed ?? findSlipped(tokens);
  if (!found) return undefined;
  const skipped = found === headed ? titled : 0;
  const rest = restOf(tokens, skipped + found.end);
  const place = bare.slice(rest[0]?.start ?? bare.length, rest.at(-1)?.end ?? bare.length).trim();
  const { name, from, to, successors } = found.agency;
  return {
    name,
    level: levelOf(found.agency, rest.map(({ fold }) => fold).join(' ')),
    place: place === '' ? null : place,
    title: skipped > 0 ? bare.slice(tokens[0]?.start ?? 0, tokens[skipped - 1]?.end ?? 0).trim() : null,
    from,
    to,
    successors,
    formerNames: formerNames(name),
  };
}
