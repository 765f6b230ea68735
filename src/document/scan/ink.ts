import type { Picture } from '../page/model.ts';

/** Which pixels of a picture are ink: 1 where dark. */
export type Ink = { width: number; height: number; dots: Uint8Array; dpi: number };

/** Where paper is measured: squares of a fifth of an inch hold some white even in the densest text. */
const square = 0.2;

/** Darker than this is no paper but a border or a picture. */
const darkestPaper = 110;

/** The same picture on white paper: shadows of the fold, grey paper and uneven light are divided out. */
export function whiten(picture: Picture): Picture {
  const { width, height, gray, dpi } = picture;
  const step = Math.max(8, Math.round(dpi * square));
  const paper = paperOf(picture, step);
  const white = new Uint8Array(gray.length);
  for (let y = 0, at = 0; y < height; y++) {
    const row = interpolateRow(paper, y / step - 0.5);
    for (let x = 0; x < width; x++, at++) {
      const place = Math.min(Math.max(x / step - 0.5, 0), paper.columns - 1);
      const left = Math.floor(place);
      const [a, b] = [row[left] as number, row[Math.min(left + 1, paper.columns - 1)] as number];
      const value = ((gray[at] as number) * 255) / (a + (b - a) * (place - left));
      white[at] = Math.min(value, 255);
    }
  }
  return { ...picture, gray: white };
}

type Paper = { columns: number; rows: number; levels: Float32Array };

/** How light the paper is in each square: the level that a tenth of the pixels exceed, smoothed over its neighbours. */
function paperOf({ width, height, gray }: Picture, step: number): Paper {
  const [columns, rows] = [Math.ceil(width / step), Math.ceil(height / step)];
  const levels = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let seen = 0;
      for (let y = row * step; y < Math.min(height, (row + 1) * step); y += 2)
        for (let x = column * step; x < Math.min(width, (column + 1) * step); x += 2) {
          count(counts, gray[y * width + x] as number);
          seen++;
        }
      levels[row * columns + column] = levelAbove(counts, seen / 8);
    }
  return { columns, rows, levels: fillDark(levels, columns, rows) };
}

const count = (counts: Uint32Array | Float64Array, level: number): void => {
  counts[level] = (counts[level] as number) + 1;
};

function levelAbove(counts: Uint32Array, wanted: number): number {
  let level = 255;
  for (let seen = counts[level] as number; seen < wanted && level > 0; seen += counts[level] as number) level--;
  return level;
}

/** Squares without paper are as light as the page usually is. */
function fillDark(levels: Float32Array, columns: number, rows: number): Float32Array {
  const light = [...levels].filter((level) => level >= darkestPaper).sort((a, b) => a - b);
  const usual = light[light.length >> 1] ?? 255;
  const filled = levels.map((level) => (level >= darkestPaper ? level : usual));
  const smooth = new Float32Array(filled.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [sum, count] = [0, 0];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          sum += filled[y * columns + x] as number;
          count++;
        }
      smooth[row * columns + column] = sum / count;
    }
  return smooth;
}

function interpolateRow({ columns, rows, levels }: Paper, place: number): Float32Array {
  const within = Math.min(Math.max(place, 0), rows - 1);
  const top = Math.floor(within);
  const below = Math.min(top + 1, rows - 1);
  const row = new Float32Array(columns);
  for (let x = 0; x < columns; x++) {
    const [a, b] = [levels[top * columns + x] as number, levels[below * columns + x] as number];
    row[x] = a + (b - a) * (within - top);
  }
  return row;
}

/** Lighter than this, on paper made white, is the grain of the paper. */
const grain = 200;

/** The grain of the paper as white, and what is darker in all the levels there are. Faint marks suffer, figures do not. */
export const withContrast = (picture: Picture): Picture => ({
  ...picture,
  gray: picture.gray.map((level) => Math.min(255, Math.max(0, ((level - 20) * 255) / (grain - 20)))),
});

/** Ink is darker than the bound that parts the picture's levels best (Otsu), within what can be ink at all. */
export const toInk = (picture: Picture): Ink => darkerThan(picture, inkBound(picture));

const inkBound = ({ gray }: Picture): number => Math.min(190, Math.max(100, otsu(gray)));

function darkerThan({ width, height, gray, dpi }: Picture, bound: number): Ink {
  const dots = new Uint8Array(gray.length);
  for (let at = 0; at < gray.length; at++) if ((gray[at] as number) < bound) dots[at] = 1;
  return { width, height, dots, dpi };
}

function otsu(gray: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const value of gray) count(counts, value);
  let total = 0;
  for (let level = 0; level < 256; level++) total += level * (counts[level] as number);
  let [best, bound, below, sum] = [-1, 128, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += counts[level] as number;
    sum += level * (counts[level] as number);
    const above = gray.length - below;
    if (below === 0 || above === 0) continue;
    const apart = sum / below - (total - sum) / above;
    const variance = below * above * apart * apart;
    if (variance > best) [best, bound] = [variance, level + 1];
  }
  return bound;
}
