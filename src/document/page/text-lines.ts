import type { Word } from './model.ts';

/** Words that stand on one line, from left to right. */
export type TextLine = {
  page: number;
  words: Word[];
  /** the words apart by a space */
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  size: number;
};

/** Words as lines, from top to bottom. Words of one line overlap by half the height of the lower one. */
export function toLines(words: Word[], page: number): TextLine[] {
  const sorted = words.map((word) => ({ word, at: word.y0 + word.y1 })).sort((a, b) => a.at - b.at);
  const lines: Word[][] = [];
  for (const { word } of sorted) {
    let line: Word[] | undefined;
    for (let at = lines.length - 1; at >= 0 && at >= lines.length - 3 && !line; at--)
      if (sharesLine(lines[at] as Word[], word)) line = lines[at];
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines.map((one) => toLine(one, page)).sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
}

/** Compared with the tallest word so far: a raised "2" must not draw the next line in. */
function sharesLine(line: Word[], word: Word): boolean {
  const first = line[0] as Word;
  let [y0, y1] = [first.y0, first.y1];
  for (const one of line.slice(-4)) if (one.size > first.size) [y0, y1] = [one.y0, one.y1];
  const overlap = Math.min(y1, word.y1) - Math.max(y0, word.y0);
  return overlap > 0.55 * Math.min(y1 - y0, word.y1 - word.y0);
}

/** A line from its words in any order. */
export function toLine(words: Word[], page: number): TextLine {
  const sorted = [...words].sort((a, b) => a.x0 - b.x0);
  const text = sorted.map((word) => word.text).join(' ');
  const line = { page, words: sorted, text, x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity, size: 0 };
  for (const { x0, y0, x1, y1, size } of sorted) {
    line.x0 = Math.min(line.x0, x0);
    line.y0 = Math.min(line.y0, y0);
    line.x1 = Math.max(line.x1, x1);
    line.y1 = Math.max(line.y1, y1);
    line.size = Math.max(line.size, size);
  }
  return line;
}

/** The parts of a line where gaps wider than `gap` divide it. */
export function splitAtGaps(line: TextLine, gap: number): TextLine[] {
  const parts: Word[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    if (word.x0 - end > gap) parts.push([]);
    (parts.at(-1) as Word[]).push(word);
    end = Math.max(end, word.x1);
  }
  return parts.length === 1 ? [line] : parts.map((words) => toLine(words, line.page));
}
