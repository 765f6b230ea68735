import type { Picture } from '../page/model.ts';
import { type Blob, type Blobs, findBlobs } from './blobs.ts';
import { type Ink, toInk } from './ink.ts';

/** A page's picture without dirt, its ink, and the blobs that may be letters. */
export type Sheet = { picture: Picture; ink: Ink; letters: Blob[] };

/** Takes away specks of the copier, black borders at the rim and shadows of punched holes; smooths a noisy picture. */
export function clean(picture: Picture): Sheet {
  const first = part(picture);
  const {
    picture: chosen,
    ink,
    found,
    letters,
    specks,
  } = first.specks > first.letters.length ? part(smooth(picture)) : first;
  const lone = specks > 0 ? loneMarks(found.blobs, letters, ink) : undefined;
  const isDirt = found.blobs.map((blob, at) => isSpeck(blob, ink) || isBorder(blob, ink) || lone?.[at] === true);
  const isFrame = found.blobs.map(
    (blob) => touchesRim(blob, ink) && Math.max(blob.x1 - blob.x0, blob.y1 - blob.y0) > ink.dpi,
  );
  const gray = new Uint8Array(chosen.gray);
  erase(found, isDirt, isFrame, ink, gray);
  return { picture: { ...chosen, gray }, ink, letters };
}

type Parted = { picture: Picture; ink: Ink; found: Blobs; letters: Blob[]; specks: number };

function part(picture: Picture): Parted {
  const ink = toInk(picture);
  const found = findBlobs(ink);
  const letters = found.blobs.filter((blob) => isLetter(blob, ink.dpi) && !isBorder(blob, ink));
  return { picture, ink, found, letters, specks: found.blobs.filter((blob) => isSpeck(blob, ink)).length };
}

/** Each pixel as the mean of itself and its neighbours: noise of a camera or of a cheap scanner cancels out. */
function smooth(picture: Picture): Picture {
  const { width, height, gray } = picture;
  const smoothed = new Uint8Array(gray);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      let sum = 4 * (gray[at] as number);
      sum +=
        2 *
        ((gray[at - 1] as number) +
          (gray[at + 1] as number) +
          (gray[at - width] as number) +
          (gray[at + width] as number));
      sum += (gray[at - width - 1] as number) + (gray[at - width + 1] as number);
      smoothed[at] = (sum + (gray[at + width - 1] as number) + (gray[at + width + 1] as number)) >> 4;
    }
  return { ...picture, gray: smoothed };
}

/** Smaller than any dot over an i: a fifteenth of a millimetre squared. */
const isSpeck = ({ area }: Blob, { dpi }: Ink): boolean => area <= Math.max(1, (dpi / 100) ** 2 * 0.8);

/** Dots and marks stand near letters; what is as small and stands alone is a speck. Dashes are longer. */
function loneMarks(blobs: Blob[], letters: Blob[], { width, height, dpi }: Ink): boolean[] {
  const step = Math.max(4, Math.round(0.06 * dpi));
  const columns = Math.ceil(width / step) + 2;
  const near = new Uint8Array(columns * (Math.ceil(height / step) + 2));
  for (const { x0, y0, x1, y1 } of letters)
    for (let y = Math.floor(y0 / step); y <= Math.floor(y1 / step) + 2; y++)
      near.fill(1, y * columns + Math.floor(x0 / step), y * columns + Math.floor(x1 / step) + 3);
  return blobs.map(({ x0, y0, x1, y1 }) => {
    if (Math.max(x1 - x0, y1 - y0) > 0.03 * dpi) return false;
    const [x, y] = [Math.floor((x0 + x1) / 2 / step) + 1, Math.floor((y0 + y1) / 2 / step) + 1];
    return near[y * columns + x] === 0;
  });
}

const rim = 0.03;

const touchesRim = ({ x0, y0, x1, y1 }: Blob, { width, height, dpi }: Ink): boolean =>
  x0 < rim * dpi || y0 < rim * dpi || x1 > width - rim * dpi || y1 > height - rim * dpi;

/** Touches the rim of the paper and is more than a letter cut off by it. */
function isBorder(blob: Blob, ink: Ink): boolean {
  const [wide, high] = [blob.x1 - blob.x0, blob.y1 - blob.y0];
  if (!touchesRim(blob, ink) || Math.max(wide, high) < 0.1 * ink.dpi) return false;
  // A table that runs over the paper's edge is no border: lines are thin.
  return blob.area > 0.25 * wide * high || Math.min(wide, high) < 0.15 * ink.dpi;
}

const isLetter = ({ x0, y0, x1, y1, area }: Blob, dpi: number): boolean =>
  y1 - y0 >= 0.04 * dpi && y1 - y0 <= 0.35 * dpi && x1 - x0 <= 0.6 * dpi && area >= 0.0004 * dpi * dpi;

function erase({ stretches }: Blobs, isDirt: boolean[], isFrame: boolean[], ink: Ink, gray: Uint8Array): void {
  const { count, rows, starts, ends, owners } = stretches;
  const near = rim * ink.dpi;
  for (let at = 0; at < count; at++) {
    const [start, end, owner] = [starts[at] as number, ends[at] as number, owners[at] as number];
    // Of what goes all round the page, the sides go; what grew together with them stays.
    if (!isDirt[owner] && !(isFrame[owner] && (start < near || end > ink.width - near))) continue;
    const row = (rows[at] as number) * ink.width;
    ink.dots.fill(0, row + start, row + end);
    // The soft edge of the dirt goes too.
    gray.fill(255, row + Math.max(0, start - 1), row + Math.min(ink.width, end + 1));
  }
}
