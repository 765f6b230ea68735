import type { Picture } from '../page/model.ts';
import { type Blob, findBlobs } from './blobs.ts';
import type { Ink } from './ink.ts';

/** Lines drawn in a picture: the rules themselves in pixels, and every pixel of them to be painted white. */
export type FoundRules = { rules: PixelRule[]; traces: Ink };

/** Horizontal where `across`; from and to along it, `at` the middle of its thickness. */
export type PixelRule = { across: boolean; from: number; to: number; at: number };

/** In inches. A ridge this long is no stroke of a letter; a line is made of such, and holes in it are bridged. */
const shortestStretch = 0.16;
const widestHole = 0.04;
const shortestRule = 0.28;
const thickest = 0.06;
/** Ink is taken together over so much along the line: what is broken or faint there stands out against noise. */
const along = 0.08;
/** So far beside a line it is white again: a thin one, a thick one. */
const beside = [0.025, 0.05];

/** Darkness, 0–255, that the mean along a line has at least: of a hair line that the scanner smeared a third is left. */
const faintest = 40;

/** Long straight lines, across and down, in a picture on white paper. Slightly slanted or broken ones come in pieces. */
export function findRules(picture: Picture): FoundRules {
  const across = findAcross(picture);
  const down = findAcross(transpose(picture));
  const { width, height, dpi } = picture;
  const dots = across.traces;
  for (let x = 0, at = 0; x < width; x++)
    for (let y = 0; y < height; y++, at++) if (down.traces[at] === 1) dots[y * width + x] = 1;
  const rules = [...across.rules, ...down.rules.map((rule) => ({ ...rule, across: false }))];
  return { rules, traces: { width, height, dots, dpi } };
}

function transpose({ width, height, gray, dpi }: Picture): Picture {
  const turned = new Uint8Array(gray.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) turned[x * height + y] = gray[at] as number;
  return { width: height, height: width, gray: turned, dpi };
}

function findAcross(picture: Picture): { rules: PixelRule[]; traces: Uint8Array } {
  const { width, dpi } = picture;
  const ridges = longStretches(findRidges(picture));
  const { blobs, stretches } = findBlobs(ridges);
  const parts = blobs.map((blob) => (looksDrawn(blob, dpi) ? evenParts(blob, picture, ridges) : []));
  const traces = new Uint8Array(picture.gray.length);
  // Where lines meet there is ink beside them.
  const corner = Math.round(0.03 * dpi);
  const { count, rows, starts, ends, owners } = stretches;
  for (let at = 0; at < count; at++) {
    const row = (rows[at] as number) * width;
    for (const { from, to } of parts[owners[at] as number] ?? []) {
      const [start, end] = [Math.max(from - corner, starts[at] as number), Math.min(to + corner, ends[at] as number)];
      if (start < end) traces.fill(1, row + start, row + end);
    }
  }
  return { rules: parts.flat(), traces };
}

/** Where the picture is dark along a row, and white a little above and below: letters are dark all around. */
function findRidges(picture: Picture): Ink {
  const { width, height, dpi } = picture;
  const dark = darknessAlong(picture);
  const dots = new Uint8Array(dark.length);
  for (const distance of beside) {
    const away = Math.max(3, Math.round(distance * dpi)) * width;
    for (let at = 0; at < dark.length; at++) {
      const own = dark[at] as number;
      if (own < faintest) continue;
      const most = 0.4 * own;
      if ((dark[at - away] ?? 0) < most && (dark[at + away] ?? 0) < most) dots[at] = 1;
    }
  }
  return { width, height, dots, dpi };
}

/** The mean darkness of each pixel with its neighbours in the row. */
function darknessAlong({ width, height, gray, dpi }: Picture): Uint8Array {
  const half = Math.max(2, Math.round((along * dpi) / 2));
  const dark = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let x = -half; x < width; x++) {
      if (x + half < width) sum += 255 - (gray[row + x + half] as number);
      if (x - half - 1 >= 0) sum -= 255 - (gray[row + x - half - 1] as number);
      if (x >= 0) dark[row + x] = sum / (2 * half + 1);
    }
  }
  return dark;
}

/** Only what lies in long stretches, small holes filled. */
function longStretches({ width, height, dots, dpi }: Ink): Ink {
  const kept = new Uint8Array(dots.length);
  const [shortest, hole] = [shortestStretch * dpi, Math.max(2, widestHole * dpi)];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = dots.indexOf(1, row) - row; x >= 0 && x < width; ) {
      const { end, filled } = stretchFrom(dots, row + x, row + width, hole);
      if (end - row - x >= shortest && filled >= 0.7 * (end - row - x)) kept.fill(1, row + x, end);
      x = dots.indexOf(1, end) - row;
    }
  }
  return { width, height, dots: kept, dpi };
}

function stretchFrom(dots: Uint8Array, from: number, limit: number, hole: number): { end: number; filled: number } {
  let [end, filled, gap] = [from, 0, 0];
  for (let at = from; at < limit && gap <= hole; at++) {
    if (dots[at] === 1) [end, filled, gap] = [at + 1, filled + 1, 0];
    else gap++;
  }
  return { end, filled };
}

/** Long and thin. A slanted or bent line is higher than it is thick, but not by much. */
function looksDrawn({ x0, y0, x1, y1, area }: Blob, dpi: number): boolean {
  const wide = x1 - x0;
  return wide >= shortestRule * dpi && area / wide <= thickest * dpi && y1 - y0 <= thickest * dpi + 0.05 * wide;
}

/**
 * The parts of a ridge that are a line: ink at nearly every place and white beside it. The feet of letters have gaps
 * between and letters above them, also where a line runs on into stems of letters that stand in its way.
 */
function evenParts(blob: Blob, picture: Picture, ridges: Ink): PixelRule[] {
  const { x0, x1 } = blob;
  const middles = Array.from({ length: x1 - x0 }, (_, at) => middleAt(blob, x0 + at, ridges));
  const isEven = evenness(blob, picture, middles);
  return evenRuns(isEven, Math.round(evenOver * picture.dpi)).flatMap(([from, to]) => {
    const long = to - from;
    const share = isEven.slice(from, to).reduce((sum, one) => sum + one, 0) / long;
    if (long < shortestRule * picture.dpi || share < (long < 0.8 * picture.dpi ? 0.8 : 0.7)) return [];
    const rows = middles.slice(from, to).filter((row) => row !== undefined);
    const at = rows.reduce((sum, row) => sum + row, 0) / rows.length;
    return [{ across: true, from: x0 + from, to: x0 + to, at }];
  });
}

/** In inches: a line is even over every stretch as long as a letter is high. */
const evenOver = 0.16;

/** 1 where there is ink on the ridge and white on both its sides, else 0. */
function evenness(blob: Blob, { width, height, gray, dpi }: Picture, middles: (number | undefined)[]): number[] {
  const away = Math.round(blob.area / (blob.x1 - blob.x0) / 2 + Math.max(2, 0.015 * dpi));
  const levelAt = (x: number, y: number): number => gray[Math.min(Math.max(y, 0), height - 1) * width + x] as number;
  const darkest = (x: number, y: number): number => 255 - Math.min(levelAt(x, y - 1), levelAt(x, y), levelAt(x, y + 1));
  const inks = middles.map((y, at) => (y === undefined ? 0 : darkest(blob.x0 + at, y)));
  const usual = inks.toSorted((a, b) => a - b)[inks.length >> 1] ?? 0;
  const bound = Math.max(0.5 * usual, 24);
  return middles.map((y, at) => {
    if (y === undefined || (inks[at] as number) <= bound) return 0;
    const x = blob.x0 + at;
    return darkest(x, y - away) <= bound && darkest(x, y + away) <= bound ? 1 : 0;
  });
}

/** Where at least half of every window is even: [from, to) of each run. */
function evenRuns(isEven: number[], window: number): [number, number][] {
  const runs: [number, number][] = [];
  let sum = 0;
  for (let end = 1; end <= isEven.length; end++) {
    sum += isEven[end - 1] as number;
    const from = Math.max(0, end - window);
    if (end > window) sum -= isEven[end - window - 1] as number;
    if (end < Math.min(window, isEven.length) || sum < 0.55 * (end - from)) continue;
    const last = runs.at(-1);
    if (last && from <= last[1]) last[1] = end;
    else runs.push([from, end]);
  }
  return runs.map(([from, to]) => trimUneven(isEven, from, to));
}

/** Without the uneven ends that the first and the last window brought. */
function trimUneven(isEven: number[], from: number, to: number): [number, number] {
  const [first, last] = [isEven.indexOf(1, from), isEven.lastIndexOf(1, to - 1)];
  return [first < 0 ? from : first, last < from ? to : last + 1];
}

/** The row in which the ridge runs at x. */
function middleAt({ y0, y1 }: Blob, x: number, { width, dots }: Ink): number | undefined {
  let [sum, count] = [0, 0];
  for (let y = y0; y < y1; y++)
    if (dots[y * width + x] === 1) {
      sum += y;
      count++;
    }
  return count === 0 ? undefined : Math.round(sum / count);
}
