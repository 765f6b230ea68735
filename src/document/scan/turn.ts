import type { Picture } from '../page/model.ts';
import type { Blob } from './blobs.ts';

/** The picture turned clockwise by quarters. */
export function turnPicture(picture: Picture, quarters: 0 | 1 | 2 | 3): Picture {
  const { width, height, gray } = picture;
  if (quarters === 0) return picture;
  const turned = new Uint8Array(gray.length);
  if (quarters === 2) {
    for (let at = 0; at < gray.length; at++) turned[gray.length - 1 - at] = gray[at] as number;
    return { ...picture, gray: turned };
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const to = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[to] = gray[at] as number;
    }
  return { ...picture, width: height, height: width, gray: turned };
}

/** Turns the picture about its middle so that what fell by `degrees` to the right is level; what comes in is white. */
export function straighten(picture: Picture, degrees: number): Picture {
  if (Math.abs(degrees) < 0.03) return picture;
  const { width, height, gray } = picture;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [mx, my] = [width / 2, height / 2];
  const straight = new Uint8Array(gray.length).fill(255);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [fromX, fromY] = [mx + (x - mx) * cos - (y - my) * sin, my + (x - mx) * sin + (y - my) * cos];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [u, v, from] = [fromX - left, fromY - top, top * width + left];
      const above = (gray[from] as number) * (1 - u) + (gray[from + 1] as number) * u;
      const below = (gray[from + width] as number) * (1 - u) + (gray[from + width + 1] as number) * u;
      straight[at] = above * (1 - v) + below * v;
    }
  return { ...picture, gray: straight };
}

/** The picture twice as large. */
export function enlarge({ width, height, gray, dpi }: Picture): Picture {
  const large = new Uint8Array(gray.length * 4);
  const value = (x: number, y: number): number =>
    gray[Math.min(y, height - 1) * width + Math.min(x, width - 1)] as number;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [own, right, below, across] = [value(x, y), value(x + 1, y), value(x, y + 1), value(x + 1, y + 1)];
      const at = 4 * y * width + 2 * x;
      large[at] = own;
      large[at + 1] = (own + right) >> 1;
      large[at + 2 * width] = (own + below) >> 1;
      large[at + 2 * width + 1] = (own + right + below + across) >> 2;
    }
  return { width: 2 * width, height: 2 * height, gray: large, dpi: 2 * dpi };
}

/** Steepest slope a page laid on a scanner has. */
const steepest = 5;

/**
 * By how many degrees lines of letters fall to the right: the slope at which the feet of letters gather on the sharpest
 * lines. `sharpness` compares pages with their quarter turns: letters stand on lines, not beside each other in columns.
 */
export function findSlope(letters: Blob[], dpi: number, upright = true): { degrees: number; sharpness: number } {
  const feet = letters.map(
    ({ x0, y0, x1, y1 }) => (upright ? [(x0 + x1) / 2, y1] : [(y0 + y1) / 2, x1]) as [number, number],
  );
  if (feet.length < 20) return { degrees: 0, sharpness: 0 };
  let best = { degrees: 0, sharpness: 0 };
  const attempt = (degrees: number): void => {
    const sharpness = sharpnessAt(feet, degrees, Math.max(1, dpi / 100));
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  };
  for (let degrees = -steepest; degrees <= steepest; degrees += 0.2) attempt(degrees);
  const about = best.degrees;
  for (let degrees = about - 0.2; degrees <= about + 0.2; degrees += 0.02) attempt(degrees);
  return { degrees: best.degrees, sharpness: best.sharpness / feet.length };
}

/** How unevenly the feet fall on lines of that slope: the sum of squares of their number in each bin. */
function sharpnessAt(feet: [number, number][], degrees: number, bin: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const counts = new Map<number, number>();
  for (const [x, y] of feet) {
    const place = (y - x * slope) / bin;
    const low = Math.floor(place);
    // Shared between two bins, or the sum would jump with where bins begin.
    counts.set(low, (counts.get(low) ?? 0) + 1 - (place - low));
    counts.set(low + 1, (counts.get(low + 1) ?? 0) + place - low);
  }
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
