import type { Ink } from './ink.ts';

/** Ink that hangs together: its rectangle (ends excluded) and how many pixels it has. */
export type Blob = { x0: number; y0: number; x1: number; y1: number; area: number };

/** The blobs of a picture and, for each stretch of ink in a row, to which it belongs. */
export type Blobs = { blobs: Blob[]; stretches: Stretches };

/** Stretches of ink: row, first pixel, end, number of the blob. */
export type Stretches = { count: number; rows: Int32Array; starts: Int32Array; ends: Int32Array; owners: Int32Array };

/** Finds what hangs together, corners included. */
export function findBlobs(ink: Ink): Blobs {
  const stretches = stretchesOf(ink);
  const { count, rows, starts, ends, owners } = stretches;
  const parents = Int32Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number;
    return root;
  };
  for (let at = 0, above = 0; at < count; at++) {
    const row = rows[at] as number;
    while (above < at && (rows[above] as number) < row - 1) above++;
    while (above < at && rows[above] === row - 1 && (ends[above] as number) < (starts[at] as number)) above++;
    for (let one = above; rows[one] === row - 1 && (starts[one] as number) <= (ends[at] as number); one++)
      parents[rootOf(one)] = rootOf(at);
  }
  const blobs: Blob[] = [];
  const numbers = new Int32Array(count).fill(-1);
  for (let at = 0; at < count; at++) {
    const root = rootOf(at);
    if (numbers[root] === -1) {
      numbers[root] = blobs.length;
      blobs.push({ x0: ink.width, y0: ink.height, x1: 0, y1: 0, area: 0 });
    }
    owners[at] = numbers[root] as number;
    grow(blobs[owners[at] as number] as Blob, rows[at] as number, starts[at] as number, ends[at] as number);
  }
  return { blobs, stretches };
}

function grow(blob: Blob, row: number, start: number, end: number): void {
  blob.x0 = Math.min(blob.x0, start);
  blob.x1 = Math.max(blob.x1, end);
  blob.y0 = Math.min(blob.y0, row);
  blob.y1 = Math.max(blob.y1, row + 1);
  blob.area += end - start;
}

function stretchesOf({ width, height, dots }: Ink): Stretches {
  let count = 0;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (dots[at] === 1 && (x === 0 || dots[at - 1] === 0)) count++;
  const [rows, starts, ends] = [new Int32Array(count + 1), new Int32Array(count), new Int32Array(count)];
  let next = 0;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (dots[at] === 0) continue;
      if (x === 0 || dots[at - 1] === 0) [rows[next], starts[next]] = [y, x];
      if (x === width - 1 || dots[at + 1] === 0) ends[next++] = x + 1;
    }
  rows[count] = -9;
  return { count, rows, starts, ends, owners: new Int32Array(count) };
}
