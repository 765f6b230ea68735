import type { Picture } from '../page/model.ts';
import type { RecognisedWord } from '../tools.ts';
import { findBlobs } from './blobs.ts';
import { type Ink, toInk } from './ink.ts';

/**
 * Numbers of headings are short, and recognition, which lives on context, mistakes them: "III" for "II" or "H", "11" for
 * "1.1". They are not guessed but measured: strokes and dots can be counted in the ink.
 */
export function mendLabels(words: RecognisedWord[], piece: Picture): RecognisedWord[] {
  const isLabel = ({ text }: RecognisedWord, at: number): boolean =>
    isRomanLike(text, at, words) || isDigits(text, words) || isLoneV(words, at);
  if (!words.some(isLabel)) return words;
  const ink = toInk(piece);
  return words.map((word, at) => {
    if (isLoneV(words, at)) return mendY(word, ink);
    const figures = isDigits(word.text, words) ? mendDigits(word, ink) : word;
    return figures === word && isRomanLike(word.text, at, words) ? mendRoman(word, ink, words.length === 1) : figures;
  });
}

/** "Y" before a word in small letters; no numeral stands there. */
const isLoneV = (words: RecognisedWord[], at: number): boolean =>
  /^VY?$/.test(words[at]?.text ?? '') && /^\p{Ll}/u.test(words[at + 1]?.text ?? '');

/**
 * What Roman numerals are mistaken for: anywhere made of their own letters, as the first of a line of similar ones too,
 * standing alone in a cell of still others.
 */
const isRomanLike = (text: string, at: number, words: RecognisedWord[]): boolean =>
  /^[IVX]{1,5}[.,)]?$/.test(text) ||
  (at === 0 && /^(?:[IVX]*[HLlí|!][IVXHLlí|!1]*)[.)]?$/.test(text)) ||
  // "TT" heads the column of numbers.
  (words.length === 1 && !/^TT\.?$/.test(text) && /^[IVXHLTlí|!]{2,5}[.)]?$/.test(text));

const isDigits = (text: string, words: RecognisedWord[]): boolean =>
  words.length === 1 && /^[1-9Il|][\dIl|]{1,2}$/.test(text);

const numerals = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');

/** Strokes that a line drawn through the letters meets, in the upper and in the lower part. */
const strokes = { I: [1, 1], V: [2, 1], X: [2, 2] } as const;

const strokesOf = (numeral: string): [number, number] => {
  const counts = [...numeral].map((letter) => strokes[letter as keyof typeof strokes]);
  return [counts.reduce((sum, [top]) => sum + top, 0), counts.reduce((sum, [, bottom]) => sum + bottom, 0)];
};

function mendRoman(word: RecognisedWord, ink: Ink, alone: boolean): RecognisedWord {
  const [, body = '', printed = ''] = /^(.*?)([.,)]?)$/.exec(word.text) ?? [];
  const span = inkOf(word, ink);
  if (!span) return word;
  const mark = printed === '' && hasDot(span, ink) ? '.' : printed;
  const bracket = mark === ')' ? 1 : 0;
  const bare = mark === '' || mark === ')' ? ink : withoutDots(ink, span);
  const counted = [usualStrokes(span, bare, 0.18, 0.32) - bracket, usualStrokes(span, bare, 0.8, 0.88) - bracket];
  const middle = usualStrokes(span, bare, 0.46, 0.54) - bracket;
  const read = body.replaceAll('H', 'II').replace(/[LTlí|!1]/g, 'I');
  const [best] = numerals
    .filter((numeral) => String(strokesOf(numeral)) === String(counted))
    .map((numeral) => ({ numeral, far: distance(numeral, read) + (fitsMiddle(numeral, middle) ? 0 : 2) }))
    .sort((a, b) => a.far - b.far);
  if (!best || best.far > (alone ? 2 : 1)) return word;
  const text = best.numeral + mark;
  return text === word.text ? word : { ...word, text, confidence: Math.max(word.confidence, 0.8) };
}

/** Half way up, X is one stroke where II are two; V may be either. */
function fitsMiddle(numeral: string, middle: number): boolean {
  const least = numeral.length;
  return middle >= least && middle <= least + (numeral.includes('V') ? 1 : 0);
}

/** "Y tế" is read as "V tế". Half way down, Y has one stem and V still two strokes. */
function mendY(word: RecognisedWord, ink: Ink): RecognisedWord {
  const span = inkOf(word, ink);
  if (!span || usualStrokes(span, ink, 0.2, 0.3) !== 2 || usualStrokes(span, ink, 0.58, 0.66) !== 1) return word;
  return { ...word, text: 'Y', confidence: Math.max(word.confidence, 0.8) };
}

/** The ink without full stops and commas, whose place is as low as that of the feet of letters. */
function withoutDots(ink: Ink, { y0, y1 }: Span): Ink {
  const { blobs, stretches } = findBlobs(ink);
  const small = blobs.map((blob) => blob.y1 - blob.y0 < 0.4 * (y1 - y0) && blob.y0 > y0 + 0.55 * (y1 - y0));
  const dots = new Uint8Array(ink.dots);
  for (let at = 0; at < stretches.count; at++) {
    const row = (stretches.rows[at] as number) * ink.width;
    if (small[stretches.owners[at] as number])
      dots.fill(0, row + (stretches.starts[at] as number), row + (stretches.ends[at] as number));
  }
  return { ...ink, dots };
}

/** Whether the ink ends with a full stop: small, low, and to the right of all letters. */
function hasDot({ x0, y0, x1, y1 }: Span, ink: Ink): boolean {
  const high = y1 - y0;
  const inside = findBlobs(ink).blobs.filter((blob) => blob.x1 > x0 && blob.x0 < x1 && blob.area >= 3);
  const last = inside.sort((a, b) => b.x1 - a.x1)[0];
  return (
    last !== undefined && last.y1 - last.y0 < 0.3 * high && last.x1 - last.x0 < 0.3 * high && last.y0 > y0 + 0.6 * high
  );
}

/** How many letters differ between two short words: letters left out, put in or changed. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, with_] of [...other].entries())
      next.push(
        Math.min(
          (next[to] as number) + 1,
          (row[to + 1] as number) + 1,
          (row[to] as number) + (letter === with_ ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) as number;
}

type Span = { x0: number; y0: number; x1: number; y1: number };

/** The usual number of strokes between two heights of a word's ink, as parts of it from the top. */
function usualStrokes(span: Span, ink: Ink, from: number, to: number): number {
  const high = span.y1 - span.y0;
  const counts: number[] = [];
  for (let y = Math.round(span.y0 + from * high); y <= span.y0 + to * high; y++) counts.push(crossings(ink, span, y));
  return counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0;
}

function crossings({ width, dots }: Ink, { x0, x1 }: Span, y: number): number {
  let count = 0;
  for (let x = x0; x < x1; x++) if (dots[y * width + x] === 1 && (x === x0 || dots[y * width + x - 1] === 0)) count++;
  return count;
}

/** The ink of a word, with letters that recognition left out at its sides. */
function inkOf({ x0, x1 }: RecognisedWord, ink: Ink): Span | undefined {
  const { width, height, dots, dpi } = ink;
  const full = (x: number): boolean => {
    for (let y = 0; y < height; y++) if (dots[y * width + x] === 1) return true;
    return false;
  };
  const space = Math.round(0.025 * dpi);
  const reach = (from: number, by: 1 | -1): number => {
    let end = from;
    for (let x = from, white = 0; x >= 0 && x < width && white < space; x += by) {
      if (full(x)) [end, white] = [x, 0];
      else white++;
    }
    return end;
  };
  const [left, right] = [reach(Math.max(0, x0), -1), reach(Math.min(width - 1, x1 - 1), 1) + 1];
  let [y0, y1] = [height, 0];
  for (let y = 0; y < height; y++)
    if (dots.subarray(y * width + left, y * width + right).includes(1)) [y0, y1] = [Math.min(y0, y), y + 1];
  return y1 - y0 < 0.06 * dpi ? undefined : { x0: left, y0, x1: right, y1 };
}

/** A dot between two figures of a label that stands alone: "1.1" is read as "11" where the dot is small. */
function mendDigits(word: RecognisedWord, ink: Ink): RecognisedWord {
  const { blobs } = findBlobs(ink);
  const highest = Math.max(0, ...blobs.map(({ y0, y1 }) => y1 - y0));
  const parts = blobs
    .filter(({ area }) => area >= 3)
    .sort((a, b) => a.x0 - b.x0)
    .map(({ x0, x1, y0, y1 }) =>
      y1 - y0 > 0.7 * highest ? 'figure' : y1 - y0 < 0.3 * highest && x1 - x0 < 0.3 * highest ? 'dot' : 'other',
    );
  if (parts.filter((part) => part === 'figure').length !== word.text.length || parts.includes('other')) return word;
  if (!parts.includes('dot')) return word;
  const figures = [...word.text.replace(/[Il|]/g, '1')];
  const text = parts.map((part) => (part === 'dot' ? '.' : figures.shift())).join('');
  return text === word.text ? word : { ...word, text };
}
