import { type Token, Tokens } from './tokens.ts';

/** Codes of a font have two bytes; a few maps for scripts of the world list some thousand ranges. */
const mostMapped = 0x4_0000;

/**
 * Whether a stream is a character map whose ranges hold more codes than any font has letters: the parser would write down
 * each of them. Read as the parser reads it, for one lost bracket makes a range of millions.
 */
export function mapsTooMuch(stream: Buffer): boolean {
  if (!stream.includes('range')) return false;
  const tokens = new Tokens(stream);
  let mapped = 0;
  const count = (codes: number) => {
    mapped += Math.max(0, codes);
  };
  for (let token = tokens.next(); token; ) token = beginsRanges(token) ? countRanges(tokens, count) : tokens.next();
  return mapped > mostMapped;
}

const beginsRanges = (token: Token): boolean => token.kind === 'word' && /^begin(?:bf|cid)range$/.test(token.text);

/** First and last code, then what the first stands for: letters, a number, or a list of letters. Gives what is neither. */
function countRanges(tokens: Tokens, count: (codes: number) => void): Token | undefined {
  for (;;) {
    const low = tokens.next();
    if (low?.kind !== 'string') return low;
    const high = tokens.next();
    if (high?.kind !== 'string') return high;
    const target = tokens.next();
    if (target?.kind === 'string' || target?.kind === 'number') count(high.code - low.code + 1);
    else if (target?.kind === 'word' && target.text === '[') skipList(tokens);
    else return target;
  }
}

/** A list is as long as it is written. */
function skipList(tokens: Tokens): void {
  for (let token = tokens.next(); token; token = tokens.next())
    if (token.kind === 'unread' || (token.kind === 'word' && token.text === ']')) return;
}
