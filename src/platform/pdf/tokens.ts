/**
 * A piece of the text that objects and character maps are written in: a string, of which only the number its last four
 * bytes make matters; a number; a name; a word or bracket; what cannot be read.
 */
export type Token =
  | { kind: 'string'; code: number }
  | { kind: 'number'; value: number }
  | { kind: 'name'; text: string }
  | { kind: 'word'; text: string }
  | { kind: 'unread' };

const longestWord = 128;
const spaces = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const brackets = new Set([...'%()/<>[]{}'].map((sign) => sign.charCodeAt(0)));
const isEnd = (byte: number): boolean => spaces.has(byte) || brackets.has(byte);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
/** -1 where it is none. */
function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
const unread: Token = { kind: 'unread' };

/** Cuts text into pieces just as PDF.js does, its forgiveness included: what it makes of damage is what has to be known. */
export class Tokens {
  readonly #text: Buffer;
  #at = 0;

  constructor(text: Buffer) {
    this.#text = text;
  }

  /** The next piece; undefined at the end. */
  next(): Token | undefined {
    this.#skip();
    const byte = this.#text[this.#at];
    if (byte === undefined) return undefined;
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.#number();
    const sign = String.fromCharCode(byte);
    if (sign === '(') return this.#string();
    if (sign === '/') return this.#name();
    if (sign === '<' && this.#text[this.#at + 1] !== 0x3c) return this.#hex();
    if (!brackets.has(byte)) return this.#word();
    const doubled = (sign === '<' || sign === '>') && this.#text[this.#at + 1] === byte;
    this.#at += doubled ? 2 : 1;
    return sign === ')' ? unread : { kind: 'word', text: doubled ? sign + sign : sign };
  }

  /** Over white space and comments. */
  #skip(): void {
    let comment = false;
    for (let byte = this.#text[this.#at]; byte !== undefined; byte = this.#text[++this.#at]) {
      if (comment) comment = byte !== 0x0a && byte !== 0x0d;
      else if (byte === 0x25) comment = true;
      else if (!spaces.has(byte)) return;
    }
  }

  /** Lines may end after the sign; a sign alone is 0. */
  #number(): Token {
    const text = this.#text;
    const start = this.#at;
    if (text[this.#at] === 0x2d) this.#at += text[this.#at + 1] === 0x2d ? 2 : 1;
    else if (text[this.#at] === 0x2b) this.#at++;
    while (text[this.#at] === 0x0a || text[this.#at] === 0x0d) this.#at++;
    if (text[this.#at] === 0x2e) this.#at++;
    const first = text[this.#at];
    if (first === undefined || spaces.has(first) || first === 0x28 || first === 0x3c)
      return { kind: 'number', value: 0 };
    if (!isDigit(first)) return unread;
    for (let byte = text[++this.#at]; byte !== undefined; byte = text[++this.#at])
      if (!isDigit(byte) && byte !== 0x2e && byte !== 0x2d) break;
    const digits = text.toString('latin1', start, this.#at).replace(/(?!^)-|[\r\n+]/g, '');
    return { kind: 'number', value: Number.parseFloat(digits) || 0 };
  }

  #name(): Token {
    const start = this.#at + 1;
    do this.#at++;
    while (this.#at < this.#text.length && !isEnd(this.#text[this.#at] as number));
    return { kind: 'name', text: this.#text.toString('latin1', start, this.#at) };
  }

  /** A byte that is no letter is a word of its own before one that is. */
  #word(): Token {
    const start = this.#at;
    const [first, second] = [this.#text[start] as number, this.#text[start + 1] ?? 0];
    const isAlone = (first < 0x20 || first > 0x7f) && second >= 0x20 && second <= 0x7f;
    do this.#at++;
    while (
      !isAlone &&
      this.#at < this.#text.length &&
      !isEnd(this.#text[this.#at] as number) &&
      this.#at - start < longestWord
    );
    return { kind: 'word', text: this.#text.toString('latin1', start, this.#at) };
  }

  /** Whatever is no digit is passed over; half a byte at the end counts. */
  #hex(): Token {
    let [code, half] = [0, -1];
    for (let byte = this.#text[++this.#at]; byte !== undefined && byte !== 0x3e; byte = this.#text[++this.#at]) {
      const digit = hexDigit(byte);
      if (digit < 0) continue;
      if (half >= 0) code = (code << 8) | (half << 4) | digit;
      half = half >= 0 ? -1 : digit;
    }
    this.#at++;
    return { kind: 'string', code: (half >= 0 ? (code << 8) | (half << 4) : code) >>> 0 };
  }

  #string(): Token {
    let code = 0;
    let depth = 1;
    for (let byte = this.#text[++this.#at]; byte !== undefined; byte = this.#text[++this.#at]) {
      if (byte === 0x28) depth++;
      if (byte === 0x29 && --depth === 0) break;
      const letter = byte === 0x5c ? this.#escaped() : byte;
      if (letter !== undefined) code = (code << 8) | letter;
    }
    this.#at++;
    return { kind: 'string', code: code >>> 0 };
  }

  /** What stands behind a backslash: up to three octal digits, a sign, or the end of a line, which is nothing. */
  #escaped(): number | undefined {
    const [octal] = /^[0-7]{1,3}/.exec(this.#text.toString('latin1', this.#at + 1, this.#at + 4)) ?? [];
    if (octal) {
      this.#at += octal.length;
      return Number.parseInt(octal, 8);
    }
    const byte = this.#text[++this.#at];
    if (byte === 0x0d && this.#text[this.#at + 1] === 0x0a) this.#at++;
    if (byte === undefined || byte === 0x0d || byte === 0x0a) return undefined;
    return '\n\r\t\b\f'.charCodeAt('nrtbf'.indexOf(String.fromCharCode(byte))) || byte;
  }
}
