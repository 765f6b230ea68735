import type { Area } from './area.ts';
import type { Ink } from './ink.ts';

/** In inches: lower than this is no line of letters but marks over or dots under one. */
const lowest = 0.065;

/** Higher than so many usual lines, ink is lines that touch each other. */
const touching = 1.7;

/**
 * The lines of text in an area of one column: rows of pixels with ink, marks together with the letters they belong to.
 * Undefined where lines touch each other and no white row parts them.
 */
export function findLines(ink: Ink, area: Area): Area[] | undefined {
  const lines = findBands(ink, area).map(({ y0, y1 }) => ({ ...area, y0, y1 }));
  const heights = lines.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b);
  const usual = Math.min(heights[heights.length >> 1] ?? 0, 0.22 * ink.dpi);
  return heights.some((height) => height > touching * Math.max(usual, 0.12 * ink.dpi)) ? undefined : lines;
}

/** Rows of pixels with ink, from the top to where white begins. */
export type Band = { y0: number; y1: number };

/** The bands of an area, those of marks joined to their letters: marks over capitals stand apart from them. */
export const findBands = (ink: Ink, area: Area): Band[] => joinMarks(bandsIn(ink, area), ink.dpi);

function bandsIn({ width, dots }: Ink, { x0, y0, x1, y1 }: Area): Band[] {
  const bands: Band[] = [];
  // One speck in a long row of pixels is no ink.
  const enough = Math.max(1, Math.floor((x1 - x0) / 400));
  let start = -1;
  for (let y = y0; y <= y1; y++) {
    const full = y < y1 && hasInk(dots.subarray(y * width + x0, y * width + x1), enough);
    if (full && start < 0) start = y;
    else if (!full && start >= 0) {
      bands.push({ y0: start, y1: y });
      start = -1;
    }
  }
  return bands;
}

function hasInk(row: Uint8Array, enough: number): boolean {
  let count = 0;
  for (const dot of row) {
    count += dot;
    if (count >= enough) return true;
  }
  return false;
}

/** A band too low for letters goes to the nearer of its neighbours. */
function joinMarks(bands: Band[], dpi: number): Band[] {
  const joined = [...bands];
  for (;;) {
    const at = joined.findIndex(({ y0, y1 }, index) => y1 - y0 < lowest * dpi && gapTo(joined, index).gap < 0.07 * dpi);
    if (at < 0) return joined;
    const other = gapTo(joined, at).other;
    const [first, last] = [joined[Math.min(at, other)] as Band, joined[Math.max(at, other)] as Band];
    joined.splice(Math.min(at, other), 2, { y0: first.y0, y1: last.y1 });
  }
}

function gapTo(bands: Band[], at: number): { gap: number; other: number } {
  const own = bands[at] as Band;
  const [before, after] = [bands[at - 1], bands[at + 1]];
  const above = before ? own.y0 - before.y1 : Number.POSITIVE_INFINITY;
  const below = after ? after.y0 - own.y1 : Number.POSITIVE_INFINITY;
  return above < below ? { gap: above, other: at - 1 } : { gap: below, other: at + 1 };
}
