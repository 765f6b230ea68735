import { type Blob, findBlobs } from './blobs.ts';
import type { Ink } from './ink.ts';

/** Lines drawn in a picture: the rules themselves in pixels, and every pixel of them to be painted white. */
export type FoundRules = { rules: PixelRule[]; traces: Ink };

/** Horizontal where `across`; from and to along it, `at` the middle of its thickness. */
export type PixelRule = { across: boolean; from: number; to: number; at: number; thickness: number };

/** In inches. A stretch of ink this long in one row of pixels is no letter; a line is made of such. */
const shortestStretch = 0.16;
/** A hole this wide does not end a stretch: scans break lines. */
const widestHole = 0.02;
const shortestRule = 0.28;
const thickest = 0.05;

/** Long straight lines, across and down. Slightly slanted or broken ones are found in pieces. */
export function findRules(ink: Ink): FoundRules {
  const across = findAcross(ink);
  const down = findAcross(transpose(ink));
  const traces = transpose(down.traces);
  for (let at = 0; at < traces.dots.length; at++) if (across.traces.dots[at] === 1) traces.dots[at] = 1;
  return { rules: [...across.rules, ...down.rules.map((rule) => ({ ...rule, across: false }))], traces };
}

function transpose({ width, height, dots, dpi }: Ink): Ink {
  const turned = new Uint8Array(dots.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) turned[x * height + y] = dots[at] as number;
  return { width: height, height: width, dots: turned, dpi };
}

function findAcross(ink: Ink): FoundRules {
  const long = longStretches(ink);
  const { blobs, stretches } = findBlobs(long);
  const isRule = blobs.map((blob) => looksDrawn(blob, ink, long));
  const traces: Ink = { ...ink, dots: new Uint8Array(ink.dots.length) };
  const { count, rows, starts, ends, owners } = stretches;
  for (let at = 0; at < count; at++) {
    if (!isRule[owners[at] as number]) continue;
    const row = (rows[at] as number) * ink.width;
    traces.dots.fill(1, row + (starts[at] as number), row + (ends[at] as number));
  }
  const rules = blobs
    .filter((_, at) => isRule[at])
    .map((blob): PixelRule => {
      const thickness = blob.area / (blob.x1 - blob.x0);
      return { across: true, from: blob.x0, to: blob.x1, at: (blob.y0 + blob.y1) / 2, thickness };
    });
  return { rules, traces };
}

/** Only what lies in long stretches of ink, small holes filled. */
function longStretches({ width, height, dots, dpi }: Ink): Ink {
  const kept = new Uint8Array(dots.length);
  const [shortest, hole] = [shortestStretch * dpi, Math.max(2, widestHole * dpi)];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; ) {
      if (dots[row + x] === 0) {
        x++;
        continue;
      }
      let [end, filled, gap] = [x, 0, 0];
      for (let to = x; to < width && gap <= hole; to++) {
        if (dots[row + to] === 1) [end, filled, gap] = [to + 1, filled + 1, 0];
        else gap++;
      }
      if (end - x >= shortest && filled >= 0.75 * (end - x)) kept.fill(1, row + x, row + end);
      x = end + 1;
    }
  }
  return { width, height, dots: kept, dpi };
}

/** Long, thin, and with white on both sides; the feet of letters have their letters above them. */
function looksDrawn(blob: Blob, ink: Ink, long: Ink): boolean {
  const { dpi } = ink;
  const wide = blob.x1 - blob.x0;
  if (wide < shortestRule * dpi || blob.area / wide > thickest * dpi) return false;
  // A slanted or bent line is higher than it is thick, but not by much.
  if (blob.y1 - blob.y0 > thickest * dpi + 0.05 * wide) return false;
  // The feet of bold letters may join for the width of a word.
  const needed = wide < 0.8 * dpi ? 0.85 : 0.65;
  return whiteBeside(blob, ink, long, -1) > needed && whiteBeside(blob, ink, long, 1) > needed;
}

/** Share of columns in which the pixels just above (-1) or below (1) the line are white. */
function whiteBeside({ x0, y0, x1, y1 }: Blob, { width, height, dots, dpi }: Ink, long: Ink, side: -1 | 1): number {
  const away = Math.max(2, Math.round(0.015 * dpi));
  let [white, seen] = [0, 0];
  for (let x = x0; x < x1; x += 2) {
    let y = side === 1 ? y1 - 1 : y0;
    while (y >= y0 && y < y1 && long.dots[y * width + x] === 0) y -= side;
    if (y < y0 || y >= y1) continue;
    seen++;
    const beside = y + side * away;
    if (beside < 0 || beside >= height || dots[beside * width + x] === 0) white++;
  }
  return seen === 0 ? 0 : white / seen;
}
