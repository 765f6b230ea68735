import { knownAgencies } from './catalogue.ts';
import * as lexicon from './lexicon.ts';
import { plain, spell, type Token, tokenize } from './tokens.ts';

/** Words that stand side by side in names, with tones; looked up by the folded neighbour, which may be misread too. */
type Neighbours = Map<string, Set<string>>;
const following: Neighbours = new Map();
const preceding: Neighbours = new Map();
const alone: Set<string> = new Set();
const folded = (word: string): string => tokenize(word)[0]?.fold ?? '';

const add = (map: Neighbours, key: string, word: string): void => {
  const words = map.get(key);
  if (words) words.add(word);
  else map.set(key, new Set([word]));
};

function learn(name: string): void {
  const words = tokenize(name).filter(({ kind }) => kind === 'word');
  if (words.length === 1 && words[0]) alone.add(words[0].low);
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (!next) continue;
    add(following, word.fold, next.low);
    add(preceding, next.fold, word.low);
  }
}

const units = [
  'tỉnh',
  'thành phố',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'cấp tỉnh',
  'cấp huyện',
  'cấp xã',
  'các xã',
  'các phường',
];
for (const { name, short } of knownAgencies) for (const one of [name, ...short]) learn(one);
for (const field of lexicon.departmentFields) learn(`sở ${field}`);
for (const field of lexicon.officeFields) learn(`phòng ${field}`);
for (const name of [...lexicon.wholeNames, ...lexicon.titles]) learn(name);
for (const unit of units)
  for (const head of ['ubnd', 'ủy ban nhân dân', 'công an', 'thanh tra']) learn(`${head} ${unit}`);
for (const title of ['chủ tịch', 'phó chủ tịch', 'văn phòng']) learn(`${title} ubnd`);
for (const group of [
  'các sở ban ngành',
  'các phòng ban',
  'các cơ quan đơn vị',
  'các sở ngành',
  'xã phường đặc khu',
  'huyện thị xã thành phố',
])
  learn(group);

const unitWords = new Set(['xa', 'phuong', 'tinh', 'huyen', 'quan', 'khu']);

const toneless = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');

// A lost or wrong tone is the commonest slip of recognition.
const tone = 0.3;

/** Letters to change, a tone or vowel mark for less than a letter; gives up beyond `limit`. */
export function distance(printed: string, word: string, limit: number): number {
  if (Math.abs(printed.length - word.length) > limit) return limit + 1;
  let row = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= printed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const [a = '', b = ''] = [printed[i - 1], word[j - 1]];
      const change = a === b ? 0 : toneless(a) === toneless(b) ? tone : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[word.length] ?? limit + 1;
}

const limitOf = (word: string): number => Math.max(0.7, Math.min(2, word.length * 0.4));

/** The one word of a name that stands between these neighbours and looks like what is printed; undefined where none does. */
function nearest(token: Token, before: string | undefined, after: string | undefined): string | undefined {
  const next = before === undefined ? undefined : following.get(before);
  const previous = after === undefined ? undefined : preceding.get(after);
  const known = next || previous ? [...(next ?? []), ...(previous ?? [])] : [...alone];
  if (known.includes(token.low)) return token.low;
  const scored = [...new Set(known)]
    .map((word) => ({
      word,
      cost: distance(token.low, word, limitOf(word)) - (next?.has(word) && previous?.has(word) ? 0.5 : 0),
    }))
    .filter(({ word, cost }) => cost <= limitOf(word))
    .sort((a, b) => a.cost - b.cost);
  const [best, other] = scored;
  return best && (!other || other.cost > best.cost + 0.1) ? best.word : undefined;
}

/** Written as the printed word is: in capitals, with a capital, or small. */
function likePrinted(word: string, printed: string): string {
  if (printed.length > 1 && printed === printed.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}

export type Stretch = readonly [start: number, end: number];

/**
 * The text of a cell of agencies with the words recognition doubts (`doubtful`, offsets into the text) put right where a
 * small change makes them part of a name the lexicon knows. Words not doubted stay as printed; `unsure` where a doubted one
 * could not be told.
 */
export function correctDoubtful(text: string, doubtful: readonly Stretch[]): { text: string; unsure: boolean } {
  const source = plain(text);
  // Offsets count in the text as given: a changed length would shift them.
  if (doubtful.length === 0 || source.length !== text.length) return { text, unsure: doubtful.length > 0 };
  const tokens = tokenize(source).filter(({ kind }) => kind === 'word');
  const doubted = (token: Token) => doubtful.some(([start, end]) => start < token.end && token.start < end);
  // From the left, then from the right: a neighbour put right tells the next.
  const unsure = new Set<number>();
  const places = [...tokens.keys()];
  for (const order of [places, places.toReversed()])
    for (const index of order) {
      const token = tokens[index];
      if (!token || !doubted(token)) continue;
      // "xã Hối": the name of a place, which no lexicon here has.
      if (token.capital && !token.abbreviation && unitWords.has(tokens[index - 1]?.fold ?? '')) {
        unsure.add(index);
        continue;
      }
      const word = nearest(token, tokens[index - 1]?.fold, tokens[index + 1]?.fold);
      if (word === undefined) unsure.add(index);
      else unsure.delete(index);
      if (word !== undefined && word !== token.low)
        tokens[index] = { ...token, text: likePrinted(word, token.text), low: spell(word), fold: folded(word) };
    }
  let result = '';
  let at = 0;
  for (const token of tokens) {
    result += text.slice(at, token.start) + token.text;
    at = token.end;
  }
  return { text: result + text.slice(at), unsure: unsure.size > 0 };
}
