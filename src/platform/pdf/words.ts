import type { Word } from '../../document/page/model.ts';
import type { Matrix } from './matrix.ts';
import type { State } from './walk.ts';

/** Quarter turns clockwise in which text runs: 0 upright, 1 downwards, 2 upside down, 3 upwards. */
export type Quarter = 0 | 1 | 2 | 3;

/** A word with its place on the page turned so that it stands upright. */
export type DrawnWord = Word & { turn: Quarter; white: boolean };

/** Text this far from upright (as the sine of the angle) is a stamp or a watermark. */
const SLANT = 0.06;
/** Parts of the letter size: a wider gap parts two words; the space of Times is 0.25, of a narrow line 0.18. */
const GAP = 0.14;
const BACK = -0.35;

/** Joins letters to words as they are drawn. */
export class WordMaker {
  readonly #width: number;
  readonly #height: number;
  readonly #words: DrawnWord[] = [];
  #word: DrawnWord | undefined;
  #base = 0;
  #run = {
    turn: 0 as Quarter | undefined,
    u: 0,
    v: 0,
    step: 0,
    size: 0,
    up: 0,
    down: 0,
    spacing: 0,
    clip: [0, 0, 0, 0],
  };
  #style = { bold: false, italic: false, white: false };

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  begin(frame: Matrix, { font, mode, fill, clip, charSpacing, fontSize }: State): void {
    const step = Math.hypot(frame[0], frame[1]);
    const size = Math.hypot(frame[2], frame[3]);
    const turn = step > 0 && size > 0.5 && size < 2_000 ? quarterOf(frame[0] / step, frame[1] / step) : undefined;
    const [u, v] = this.#turned(turn ?? 0, frame[4], frame[5]);
    const [ax, ay] = this.#turned(turn ?? 0, clip.x0, clip.y0);
    const [bx, by] = this.#turned(turn ?? 0, clip.x1, clip.y1);
    const up = within(font?.ascent, 0.6, 1, 0.9) * size;
    const down = within(-(font?.descent ?? Number.NaN), 0.1, 0.35, 0.22) * size;
    const spacing = Math.max(0, (charSpacing / (fontSize || 1)) * step);
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    this.#run = { turn, u, v, step, size, up, down, spacing, clip: box };
    this.#style = {
      bold: Boolean(font?.bold || font?.black) || /bold|black|heavy|semib/i.test(font?.name ?? ''),
      italic: Boolean(font?.italic) || /italic|oblique/i.test(font?.name ?? ''),
      white: fill === '#ffffff' && mode % 4 === 0,
    };
  }

  add(unicode: string, from: number, to: number): void {
    const { turn, u, v, step, size, spacing, clip } = this.#run;
    if (turn === undefined) return;
    const text = lettersOf(unicode);
    if (text === '') return;
    if (text === ' ') return this.#close();
    const x0 = u + from * step;
    const x1 = u + to * step;
    const x = (x0 + x1) / 2;
    const y = v - size * 0.3;
    if (!(x >= (clip[0] ?? 0) && x <= (clip[2] ?? 0) && y >= (clip[1] ?? 0) && y <= (clip[3] ?? 0))) return;
    const word = this.#word;
    if (word && word.turn === turn && Math.abs(v - this.#base) < size * 0.35) {
      const gap = x0 - word.x1;
      const joins = gap < size * GAP + spacing && gap > size * BACK && Math.abs(word.size - size) < size * 0.3;
      if (joins || (isMark(text) && x > word.x0 && gap < size * 0.5)) {
        word.text += text;
        if (x1 > word.x1) word.x1 = x1;
        word.bold &&= this.#style.bold;
        return;
      }
    }
    this.#open(text, x0, x1);
  }

  #open(text: string, x0: number, x1: number): void {
    this.#close();
    const { turn, v, size, up, down } = this.#run;
    this.#base = v;
    const word = { text, x0, y0: v - up, x1, y1: v + down, size, confidence: null, turn: turn ?? 0, ...this.#style };
    this.#word = word;
    this.#words.push(word);
  }

  #close(): void {
    if (this.#word) this.#word.text = this.#word.text.normalize('NFC');
    this.#word = undefined;
  }

  finish(): DrawnWord[] {
    this.#close();
    return this.#words;
  }

  /** A point of the page on the page turned back by so many quarters. */
  #turned(turn: Quarter, x: number, y: number): [number, number] {
    return turnPoint(turn, x, y, this.#width, this.#height);
  }
}

export function turnPoint(turn: Quarter, x: number, y: number, width: number, height: number): [number, number] {
  if (turn === 0) return [x, y];
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return [height - y, x];
}

function quarterOf(cos: number, sin: number): Quarter | undefined {
  if (Math.abs(sin) < SLANT) return cos > 0 ? 0 : 2;
  if (Math.abs(cos) < SLANT) return sin > 0 ? 1 : 3;
  return undefined;
}

const within = (value: number | undefined, low: number, high: number, otherwise: number): number =>
  value !== undefined && value >= low && value <= high ? value : otherwise;

const isMark = (text: string): boolean => /^\p{M}+$/u.test(text);

/** The letters of a glyph: ligatures taken apart, any space as one space, what is not seen left out. */
function lettersOf(unicode: string): string {
  const code = unicode.charCodeAt(0);
  if (unicode.length === 1 && code > 0x20 && code < 0x7f) return unicode;
  if (/^\s*$/u.test(unicode)) return unicode === '' ? '' : ' ';
  return unicode
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF\p{Cc}\s]/gu, '');
}
