import type { Word } from '../page/model.ts';
import type { RecognisedWord } from '../tools.ts';

/** Words of one recognised line, in points of the page. */
export type RecognisedLine = RecognisedWord[];

/** In parts of the letter size (Times): how far letters reach above and below the line they stand on. */
const rise = { low: 0.46, tall: 0.68, marked: 0.9 };
const drop = 0.21;

const tall = /[bdfhklitđA-ZĐ0-9?!%&"“”'‘’()[\]/|]/;
const falls = /[gjpqyQ,;()[\]/|]/;
const above = /[\u0300-\u0304\u0306\u0309\u0302]/;
const below = /\u0323/;

/**
 * Words as the layout of a page expects them: letters of one line stand on one base line and have one size, whatever
 * letters they are. Recognition gives the rectangle of the ink alone.
 */
export function placeWords(lines: RecognisedLine[]): Word[] {
  const measured = lines.map((line) => ({ line, ...measure(line) }));
  const usual = middleOf(measured.filter(({ line }) => line.length > 1).map(({ size }) => size));
  return measured.flatMap(({ line, size: own, base }) => {
    const size = usual !== undefined && Math.abs(own - usual) < 0.2 * usual ? usual : own;
    return line.map(({ text, x0, x1, confidence }) => ({
      text,
      ...{ x0, y0: base - 0.78 * size, x1, y1: base + 0.22 * size },
      size,
      ...{ bold: false, italic: false, confidence },
    }));
  });
}

function measure(line: RecognisedLine): { size: number; base: number } {
  const shapes = line.map((word) => ({ word, ...shapeOf(word.text) }));
  const sizes = shapes.map(({ word, up, down }) => (word.y1 - word.y0) / (up + down));
  const size = middleOf(sizes) ?? 10;
  return { size, base: middleOf(shapes.map(({ word, down }) => word.y1 - down * size)) ?? 0 };
}

/** How far a word reaches up and down, in parts of the letter size. */
function shapeOf(text: string): { up: number; down: number } {
  const letters = [...text.normalize('NFC')];
  let [up, down] = [rise.low, 0];
  for (const letter of letters) {
    const apart = letter.normalize('NFD');
    const isTall = tall.test(apart[0] ?? '');
    if (above.test(apart)) up = Math.max(up, isTall && /\p{Lu}/u.test(letter) ? rise.marked : rise.tall);
    else if (isTall) up = Math.max(up, rise.tall);
    if (falls.test(apart[0] ?? '') || below.test(apart)) down = drop;
  }
  if (/^[-–—_.,:;•]+$/.test(text)) return { up: 0.3, down: 0 };
  return { up, down };
}

function middleOf(values: number[]): number | undefined {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
