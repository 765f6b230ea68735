import type { Picture } from '../page/model.ts';

/** A white picture to draw on, for tests. */
export type Paper = Picture & { fill: (x0: number, y0: number, x1: number, y1: number, level?: number) => Paper };

export function paper(width: number, height: number, dpi = 200, level = 255): Paper {
  const gray = new Uint8Array(width * height).fill(level);
  const sheet: Paper = {
    ...{ width, height, gray, dpi },
    fill: (x0, y0, x1, y1, ink = 0) => {
      for (let y = y0; y < y1; y++) gray.fill(ink, y * width + x0, y * width + x1);
      return sheet;
    },
  };
  return sheet;
}

/** Something like lines of text: letters 12 wide, 18 high, words of five, `rows` of them 40 apart. */
export function writeLines(sheet: Paper, left: number, top: number, right: number, rows: number): Paper {
  for (let row = 0; row < rows; row++)
    for (let x = left, at = 0; x + 12 < right; x += at % 6 === 5 ? 26 : 16, at++)
      sheet.fill(x, top + row * 40, x + 3, top + row * 40 + 18).fill(x, top + row * 40, x + 10, top + row * 40 + 3);
  return sheet;
}
