/**
 * Whether a word could be a Vietnamese syllable: an onset, a rhyme, one tone. What tells an old encoding from Unicode:
 * read in the wrong one, hardly any word is.
 */
const onsets = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x';

const rhymes = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
  'ă(?:c|m|n|ng|p|t)',
  'â(?:c|m|n|ng|p|t|u|y)',
  'e(?:c|m|n|ng|o|p|t)?',
  'ê(?:ch|m|n|nh|p|t|u)?',
  'i(?:ch|m|n|nh|p|t|u|a)?',
  'iê(?:c|m|n|ng|p|t|u)',
  'o(?:c|i|m|n|ng|p|t|a|e)?',
  'oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)',
  'oă(?:c|m|n|ng|t)',
  'oe(?:n|o|t)',
  'oo(?:c|ng)',
  'ô(?:c|i|m|n|ng|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:c|i|m|n|ng|p|t|a|ê|ơ|y)?',
  'uâ(?:n|ng|t|y)',
  'uê(?:ch|nh|n)',
  'uô(?:c|i|m|n|ng|t)',
  'uy(?:a|ch|n|nh|t|u|ên|êt|p)',
  'ư(?:c|i|m|n|ng|t|u|a)?',
  'ươ(?:c|i|m|n|ng|p|t|u)',
  'y',
  'yê(?:m|n|ng|t|u)',
].join('|');

const syllable = new RegExp(`^(?:${onsets})?(?:${rhymes})$`);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Answers given before: a long text says the same few thousand syllables over and over. */
const answers = new Map<string, boolean>();
const mostAnswers = 20_000;

export function isSyllable(word: string): boolean {
  const known = answers.get(word);
  if (known !== undefined) return known;
  if (answers.size >= mostAnswers) answers.clear();
  const answer = testSyllable(word);
  answers.set(word, answer);
  return answer;
}

/** Syllables that end in a stop have one of two tones. */
function testSyllable(word: string): boolean {
  const apart = word.normalize('NFD').toLowerCase();
  const marks = apart.match(tones) ?? [];
  if (marks.length > 1) return false;
  const plain = apart.replace(tones, '').normalize('NFC');
  if (!syllable.test(plain)) return false;
  return !/(?:[cpt]|ch)$/.test(plain) || (marks[0] !== '\u0300' && marks[0] !== '\u0303' && marks[0] !== '\u0309');
}

/** Words with letters that are not plain: a sign alone may be anything, so at least one plain letter stands with it. */
const words = /[^\s\0-@[-`{-~\u00a0\u2010-\u203a]{2,}/g;
const marked = /[^\0-\x7f]/;

export type Syllables = { words: number; valid: number };

/** How many words of a text have marks, and how many of those could be Vietnamese. */
export function countSyllables(text: string): Syllables {
  const count = { words: 0, valid: 0 };
  for (const [word] of text.matchAll(words)) {
    if (!marked.test(word) || !/[a-z]/i.test(word)) continue;
    count.words++;
    if (isSyllable(word)) count.valid++;
  }
  return count;
}

/** Holds a letter only Unicode has: programs that know only the bytes show none of them. */
export const isUnicode = (text: string): boolean => /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|[\u0300-\u0323]/.test(text);
