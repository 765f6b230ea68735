import { type Token, Tokens } from './tokens.ts';

/** Letters in a font, some thousand times over. */
const mostWidths = 0x4_0000;

/**
 * Whether objects of a PDF hold a list of the widths of a font's letters in which some width is given to more letters
 * than any font has, "0 2147483647 500": the parser would write down each of them.
 */
export function givesTooManyWidths(objects: Buffer): boolean {
  if (!mayHold(objects.toString('latin1'))) return false;
  const tokens = new Tokens(objects);
  let depth = 0;
  let key = '';
  for (let token = tokens.next(); token; token = tokens.next()) {
    const word = token.kind === 'word' ? token.text : '';
    // Such a list stands under its key, or is an object of its own.
    if (word === '[' && (depth === 0 || /^W2?$/.test(key))) {
      if (countWidths(entriesOf(tokens), key === 'W2' ? 3 : 1) > mostWidths) return true;
    } else if (word === '<<' || word === '[') depth++;
    else if (word === '>>' || word === ']') depth = Math.max(0, depth - 1);
    else if (word === 'endobj') depth = 0;
    key = token.kind === 'name' ? token.text : '';
  }
  return false;
}

/** Few objects hold a number that large, and fewer one after another number, but for those that tell what was signed. */
const mayHold = (text: string): boolean =>
  /\s[1-9]\d{5}/.test(text) && /[\s\][]\d+\s+[1-9]\d{5}/.test(text.replace(/\/ByteRange\s*\[[^\]]*\]/g, ''));

/** What a list holds to its end: numbers, and NaN for what another object or a list in it holds. */
function entriesOf(tokens: Tokens): number[] {
  const entries: number[] = [];
  for (let token = tokens.next(); token && !isWord(token, ']'); token = tokens.next()) {
    if (token.kind === 'number') entries.push(token.value);
    else if (isWord(token, 'R')) entries.splice(-2, 2, Number.NaN);
    else if (isWord(token, '[')) {
      skipList(tokens);
      entries.push(Number.NaN);
    }
  }
  return entries;
}

/** First letter and a list of widths, or first and last letter and one width (of `values` numbers). */
function countWidths(entries: number[], values: number): number {
  let count = 0;
  for (let at = 0; at + 1 < entries.length; ) {
    const codes = (entries[at + 1] as number) - (entries[at] as number) + 1;
    if (codes > 0) count += codes;
    at += Number.isNaN(entries[at + 1]) ? 2 : 2 + values;
  }
  return count;
}

const isWord = (token: Token, text: string): boolean => token.kind === 'word' && token.text === text;

function skipList(tokens: Tokens): void {
  for (let token = tokens.next(); token && !isWord(token, ']'); token = tokens.next());
}
