import type { Picture } from '../page/model.ts';
import { type Blob, type Blobs, findBlobs } from './blobs.ts';
import { type Ink, toInk } from './ink.ts';

/** A page's picture without dirt, its ink, and the blobs that may be letters. */
export type Sheet = { picture: Picture; ink: Ink; letters: Blob[] };

/** Takes away specks of the copier, black borders at the rim and shadows of punched holes. */
export function clean(picture: Picture): Sheet {
  const ink = toInk(picture);
  const found = findBlobs(ink);
  const isDirt = found.blobs.map((blob) => isSpeck(blob, ink) || isBorder(blob, ink));
  const gray = new Uint8Array(picture.gray);
  erase(found, isDirt, ink, gray);
  const letters = found.blobs.filter((blob, at) => !isDirt[at] && isLetter(blob, ink.dpi));
  return { picture: { ...picture, gray }, ink, letters };
}

/** Smaller than any dot over an i: a fifteenth of a millimetre squared. */
const isSpeck = ({ area }: Blob, { dpi }: Ink): boolean => area <= Math.max(1, (dpi / 100) ** 2 * 0.8);

/** Touches the rim of the paper and is more than a letter cut off by it. */
function isBorder({ x0, y0, x1, y1, area }: Blob, { width, height, dpi }: Ink): boolean {
  const rim = 0.03 * dpi;
  const touches = x0 < rim || y0 < rim || x1 > width - rim || y1 > height - rim;
  const [wide, high] = [x1 - x0, y1 - y0];
  if (!touches || Math.max(wide, high) < 0.1 * dpi) return false;
  // A table that runs over the paper's edge is no border: lines are thin.
  return area > 0.25 * wide * high || Math.min(wide, high) < 0.15 * dpi;
}

const isLetter = ({ x0, y0, x1, y1, area }: Blob, dpi: number): boolean =>
  y1 - y0 >= 0.04 * dpi && y1 - y0 <= 0.35 * dpi && x1 - x0 <= 0.6 * dpi && area >= 0.0004 * dpi * dpi;

function erase({ stretches }: Blobs, isDirt: boolean[], ink: Ink, gray: Uint8Array): void {
  const { count, rows, starts, ends, owners } = stretches;
  for (let at = 0; at < count; at++) {
    if (!isDirt[owners[at] as number]) continue;
    const row = (rows[at] as number) * ink.width;
    ink.dots.fill(0, row + (starts[at] as number), row + (ends[at] as number));
    // The soft edge of the dirt goes too.
    const end = Math.min(ink.width, (ends[at] as number) + 1);
    gray.fill(255, row + Math.max(0, (starts[at] as number) - 1), row + end);
  }
}
