import { convertFont } from '../../document/encoding/fonts.ts';
import type { Word } from '../../document/page/model.ts';
import type { Piece } from './pieces.ts';

/** In parts of the letter size. Pieces this close are one word drawn in several steps, unless a space was drawn between. */
const TOUCH = 0.1;
/** Pieces this near to one another with the same letters are one word drawn twice, to make it bold. */
const TWICE = 0.15;
/** Letters spaced out wider than this are not one word. */
const SPACED = 1.3;

/** Texts of words met before by what was drawn, each kept once: a file of 400 pages has 250,000 words, of which 5,000 differ. */
export type KeptTexts = Map<string, string>;

/** The words among the pieces of one direction, in the order in which they are drawn. */
export function joinPieces(pieces: Piece[], kept: KeptTexts): Word[] {
  const gone = new Set<Piece>();
  for (const line of linesOf(pieces)) {
    joinTouching(line, gone);
    joinSpacedOut(
      line.filter((piece) => !gone.has(piece)),
      gone,
    );
  }
  return pieces.filter((piece) => !gone.has(piece)).map((piece) => wordOf(piece, kept));
}

/** Pieces that stand on one line, from left to right. */
function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => a.base - b.base)) {
    if (piece.base - base > piece.size * 0.15) {
      lines.push([]);
      base = piece.base;
    }
    lines.at(-1)?.push(piece);
  }
  for (const line of lines) line.sort((a, b) => a.x0 - b.x0);
  return lines;
}

function joinTouching(line: Piece[], gone: Set<Piece>): void {
  let left: Piece | undefined;
  for (const piece of line) {
    if (left && isTwice(left, piece)) {
      left.bold = true;
      gone.add(piece);
    } else if (left && touches(left, piece)) {
      swallow(left, piece, '');
      gone.add(piece);
    } else left = piece;
  }
}

const isTwice = (a: Piece, b: Piece): boolean => a.text === b.text && b.x0 - a.x0 < a.size * TWICE;

const touches = (a: Piece, b: Piece): boolean =>
  !a.spaceAfter && !b.spaceBefore && Math.abs(b.x0 - a.x1) < a.size * TOUCH && Math.abs(a.size - b.size) < a.size * 0.2;

function swallow(left: Piece, right: Piece, between: string): void {
  left.text += between + right.text;
  left.x1 = Math.max(left.x1, right.x1);
  left.bold &&= right.bold;
  left.italic &&= right.italic;
  left.spaceAfter = right.spaceAfter;
}

/** "C Ộ N G   H Ò A": four letters or more, each by itself, evenly spaced; a gap clearly wider parts the words. */
function joinSpacedOut(line: Piece[], gone: Set<Piece>): void {
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && isSpacedOut(line[end - 1], line[end])) end++;
    if (end - start >= 4) joinLetters(line.slice(start, end), gone);
    start = end;
  }
}

const isLetter = (piece: Piece): boolean => /^\p{L}\p{M}*$/u.test(piece.text);

const isSpacedOut = (a: Piece | undefined, b: Piece | undefined): boolean =>
  a !== undefined && b !== undefined && isLetter(a) && isLetter(b) && b.x0 - a.x1 < a.size * SPACED;

function joinLetters(letters: Piece[], gone: Set<Piece>): void {
  const gaps = letters.slice(1).map((piece, at) => piece.x0 - (letters[at]?.x1 ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
  const words: Piece[][] = [];
  letters.forEach((piece, at) => {
    if (at === 0 || (gaps[at - 1] ?? 0) > usual * 1.6 + piece.size * 0.05) words.push([]);
    words.at(-1)?.push(piece);
  });
  // No syllable has more than seven letters: then the words cannot be told apart. One letter repeated is a row of ticks.
  if (words.some(({ length }) => length > 7) || new Set(letters.map(({ text }) => text)).size < 2) return;
  for (const [first, ...others] of words) {
    for (const piece of others) {
      if (first) swallow(first, piece, '');
      gone.add(piece);
    }
  }
}

function wordOf({ text, x0, x1, base, up, down, size, bold, italic, legacy }: Piece, kept: KeptTexts): Word {
  // As drawn, in a font of its kind: the same letters give the same word.
  const drawn = legacy ? `${legacy} ${text}` : text;
  let unicode = kept.get(drawn);
  if (unicode === undefined) {
    unicode = legacy ? convertFont(text, legacy) : text.normalize('NFC');
    kept.set(drawn, unicode);
  }
  return { text: unicode, x0, y0: base - up, x1, y1: base + down, size, bold, italic, confidence: null };
}
