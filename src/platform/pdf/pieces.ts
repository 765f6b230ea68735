import type { LegacyFont } from '../../document/encoding/fonts.ts';
import type { Matrix } from './matrix.ts';
import type { State } from './state.ts';
import { type Quarter, quarterOf, turnArea, turnPoint } from './turn.ts';

/** Letters drawn close together; places are on the page turned so that they stand upright. */
export type Piece = {
  text: string;
  x0: number;
  x1: number;
  /** the line the letters stand on */
  base: number;
  up: number;
  down: number;
  size: number;
  bold: boolean;
  italic: boolean;
  white: boolean;
  turn: Quarter;
  legacy: LegacyFont | null;
  /** a space was drawn before it, after it */
  spaceBefore: boolean;
  spaceAfter: boolean;
};

/** In parts of the letter size: a wider gap parts two words. A space of Times is 0.25, squeezed 0.18; kerning reaches 0.1. */
const GAP = 0.14;
/** Letters may overlap by so much. */
const OVERLAP = 0.35;
/** A page with more pieces is no text: the fullest newspaper has a tenth. */
const MOST = 60_000;

/** Joins letters to pieces in the order in which they are drawn. */
export class PieceMaker {
  readonly pieces: Piece[] = [];
  readonly #width: number;
  readonly #height: number;
  #piece: Piece | undefined;
  /** the last letter of the piece */
  #last = { x0: 0, x1: 0 };
  #spaced = false;
  #run = { turn: 0 as Quarter | undefined, x: 0, base: 0, step: 0, size: 0, up: 0, down: 0, spacing: 0 };
  #clip = { x0: 0, y0: 0, x1: 0, y1: 0 };
  #style = { bold: false, italic: false, white: false, legacy: null as LegacyFont | null };

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** `frame` takes a square of the letter size to the page. */
  begin(frame: Matrix, { font, mode, fill, clip, charSpacing, fontSize }: State): void {
    const step = Math.hypot(frame[0], frame[1]);
    const size = Math.hypot(frame[2], frame[3]);
    const sane = step > 0 && size > 0.5 && size < 2_000;
    const turn = sane ? quarterOf(frame[0] / step, frame[1] / step) : undefined;
    if (turn === undefined || !font) {
      this.#run.turn = undefined;
      return;
    }
    const [x, base] = turnPoint(turn, frame[4], frame[5], this.#width, this.#height);
    const spacing = Math.max(0, (charSpacing / fontSize) * step);
    this.#run = { turn, x, base, step, size, up: font.up * size, down: font.down * size, spacing };
    this.#clip = turn === 0 ? clip : turnArea(turn, clip, this.#width, this.#height);
    // Filled and outlined in one is how bold is feigned; mode 3 is the unseen text over a scan.
    const bold = font.bold || mode === 2;
    const white = fill === '#ffffff' && mode % 4 === 0;
    this.#style = { bold, italic: font.italic, white, legacy: font.legacy };
  }

  /** One letter, or the few that a glyph stands for, from and to parts of the letter size after the start. */
  add(unicode: string, from: number, to: number): void {
    const { turn, x, base, step, size } = this.#run;
    if (turn === undefined) return;
    const text = lettersOf(unicode, this.#style.legacy !== null);
    if (text === '') return;
    if (text === ' ') {
      this.#end(true);
      return;
    }
    const x0 = x + from * step;
    const x1 = x + to * step;
    const middle = (x0 + x1) / 2;
    const height = base - size * 0.3;
    const { x0: left, x1: right, y0: top, y1: bottom } = this.#clip;
    if (!(middle >= left && middle <= right && height >= top && height <= bottom)) return;
    if (!this.#join(text, x0, x1)) this.#open(text, x0, x1, turn);
    this.#last = { x0, x1 };
  }

  /** Adds to the piece at hand what belongs to it. */
  #join(text: string, x0: number, x1: number): boolean {
    const piece = this.#piece;
    const { turn, base, size, spacing } = this.#run;
    if (!piece || piece.turn !== turn || Math.abs(base - piece.base) > size * 0.35) return false;
    const gap = x0 - piece.x1;
    const mark = this.#style.legacy ? undefined : markOf(text);
    if (mark !== undefined && gap < size * 0.5 && x1 > piece.x0 && (mark === text || this.#overLast(x0, x1))) {
      piece.text += mark;
      return true;
    }
    if (gap > size * GAP + spacing || gap < -size * OVERLAP) return this.#joinToMark(text, x0, x1);
    if (Math.abs(piece.size - size) > size * 0.3) return false;
    piece.text += text;
    if (x1 > piece.x1) piece.x1 = x1;
    piece.bold &&= this.#style.bold;
    return true;
  }

  /** Some programs draw the accent first and the letter under it after. */
  #joinToMark(text: string, x0: number, x1: number): boolean {
    const piece = this.#piece;
    const mark = piece && markOf(piece.text.slice(-1));
    if (!piece || mark === undefined || (this.#last.x0 + this.#last.x1) / 2 < x0 || this.#last.x0 > x1) return false;
    piece.text = piece.text.slice(0, -1) + text + mark;
    piece.x0 = Math.min(piece.x0, x0);
    piece.x1 = Math.max(piece.x1, x1);
    return true;
  }

  #overLast(x0: number, x1: number): boolean {
    const middle = (x0 + x1) / 2;
    return middle > this.#last.x0 && middle < this.#last.x1;
  }

  #open(text: string, x0: number, x1: number, turn: Quarter): void {
    this.#end(false);
    if (this.pieces.length >= MOST) return;
    const { base, size, up, down } = this.#run;
    const spaceBefore = this.#spaced;
    this.#spaced = false;
    this.#piece = { text, x0, x1, base, up, down, size, ...this.#style, turn, spaceBefore, spaceAfter: false };
    this.pieces.push(this.#piece);
  }

  #end(spaced: boolean): void {
    if (this.#piece && spaced) this.#piece.spaceAfter = true;
    this.#piece = undefined;
    this.#spaced = spaced;
  }
}

/** Accents that are letters of their own, beside those that join the letter before by themselves. */
const loose: Record<string, string> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '˘': '\u0306',
  '˙': '\u0307',
};

const markOf = (text: string): string | undefined => (/^\p{M}+$/u.test(text) ? text : loose[text]);

/** The letters of a glyph: ligatures taken apart, any space as one space, what is not seen left out. */
function lettersOf(unicode: string, isLegacy: boolean): string {
  const code = unicode.charCodeAt(0);
  if (unicode.length === 1 && ((code > 0x20 && code < 0x7f) || (code > 0xbf && code < 0x250))) return unicode;
  // What Unicode calls an unseen hyphen or a broad space is a letter there.
  if (isLegacy && unicode !== ' ') return unicode;
  if (/^\s*$/u.test(unicode)) return unicode === '' ? '' : ' ';
  return unicode
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\p{Cc}\s]/gu, '');
}
