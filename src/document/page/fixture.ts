import type { PageContent, Rule, Word } from './model.ts';

/** Pages made by hand for tests: letters half as wide as high, lines 1.2 times as far apart. */

export const flat = (y: number, x0: number, x1: number): Rule => ({ x0, x1, y0: y, y1: y });
export const steep = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });

export type Look = Partial<Pick<Word, 'size' | 'bold' | 'italic' | 'confidence'>>;

/** The words of one line, beginning at x, its top at y. */
export function line(text: string, x: number, y: number, look: Look = {}): Word[] {
  const { size = 12, bold = false, italic = false, confidence = null } = look;
  let at = x;
  return text.split(' ').map((one): Word => {
    const x0 = at;
    const x1 = x0 + one.length * size * 0.5;
    at = x1 + size * 0.25;
    return { text: one, x0, y0: y, x1, y1: y + size, size, bold, italic, confidence };
  });
}

export const endOf = (words: Word[]): number => words.at(-1)?.x1 ?? 0;

/** A text centred on x. */
export function centred(text: string, x: number, y: number, look: Look = {}): Word[] {
  const width = endOf(line(text, 0, y, look));
  return line(text, x - width / 2, y, look);
}

/** The lines of a text set between two margins, as word processors break them. */
export function broken(text: string, width: number, size = 12): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let current = '';
    for (const word of part.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && endOf(line(longer, 0, 0, { size })) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    lines.push(current);
  }
  return lines;
}

/** Paragraphs one below the other from y on, "\n" between them. */
export function prose(text: string, left: number, right: number, y: number, look: Look = {}): Word[] {
  const { size = 12 } = look;
  return broken(text, right - left, size).flatMap((one, at) => line(one, left, y + at * size * 1.2, look));
}

export type Made = { words: Word[]; rules: Rule[]; bottom: number };

/** White space inside the borders of a cell. */
const inside = 5;

/** A table drawn cell by cell; "\n" in a text begins a paragraph. */
export function table(rows: string[][], xs: number[], y: number, look: Look = {}): Made {
  const { size = 12 } = look;
  const made: Made = { words: [], rules: [], bottom: y };
  for (const row of rows) {
    const wide = (at: number): number => (xs[at + 1] as number) - (xs[at] as number) - 2 * inside;
    const lines = row.map((text, at) => (text === '' ? 0 : broken(text, wide(at), size).length));
    const bottom = made.bottom + Math.max(1, ...lines) * size * 1.2 + 4;
    for (const [at, text] of row.entries()) {
      const [left, right] = [xs[at] as number, xs[at + 1] as number];
      if (text !== '') made.words.push(...prose(text, left + inside, right - inside, made.bottom + 2, look));
      made.rules.push(flat(made.bottom, left, right), flat(bottom, left, right));
      made.rules.push(steep(left, made.bottom, bottom), steep(right, made.bottom, bottom));
    }
    made.bottom = bottom;
  }
  return made;
}

export const page = (
  number: number,
  words: Word[],
  rules: Rule[] = [],
  more: Partial<PageContent> = {},
): PageContent => ({
  number,
  width: 595,
  height: 842,
  words,
  rules,
  scanned: false,
  ...more,
});
