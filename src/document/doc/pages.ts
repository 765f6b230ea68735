import { Refusal } from '../refuse.ts';
import type { Bytes } from './bytes.ts';

/**
 * Where properties stand: pages of 512 bytes, each for a stretch of the file, listed by the places where they begin
 * ([MS-DOC] 2.8.5, 2.9.33). A stretch of the file [from, to) has the properties `list`.
 */
export type Stretch = { from: number; to: number; page: number; offset: number };

export type Stretches = { find(place: number): Stretch | undefined };

/** `width`: bytes that belong to each stretch; the first says where its properties stand in the page. */
export function readPages(plc: Bytes, main: Bytes, width: 1 | 13): Stretches {
  const count = Math.floor((plc.length - 4) / 8);
  if (count > main.length / 512 + 1) throw new Refusal('file-damaged');
  const stretches: Stretch[] = [];
  for (let index = 0; index < count; index++) {
    const page = (plc.u32((count + 1) * 4 + index * 4) & 0x3fffff) * 512;
    for (const stretch of readPage(main, page, width)) stretches.push(stretch);
  }
  stretches.sort((a, b) => a.from - b.from);
  return { find: (place) => findStretch(stretches, place) };
}

function* readPage(main: Bytes, page: number, width: number): Generator<Stretch> {
  const count = main.u8(page + 511);
  for (let index = 0; index < count; index++) {
    const table = page + (count + 1) * 4 + index * width;
    if (table >= page + 511) return;
    const offset = main.u8(table) * 2;
    yield { from: main.u32(page + index * 4), to: main.u32(page + index * 4 + 4), page, offset };
  }
}

function findStretch(stretches: Stretch[], place: number): Stretch | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).from <= place) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found && place < found.to ? found : undefined;
}

/** Changes of characters in a page: a byte for the length, then as many. */
export function readCharacterChanges(main: Bytes, { page, offset }: Stretch): Bytes | undefined {
  if (offset === 0) return undefined;
  const at = page + offset;
  return main.slice(at + 1, Math.min(at + 1 + main.u8(at), page + 512));
}

/** A paragraph's style and changes: lengths are counted in words, with a byte in front where they are even. */
export function readParagraphChanges(
  main: Bytes,
  { page, offset }: Stretch,
): { style: number; changes: Bytes } | undefined {
  if (offset === 0) return undefined;
  const at = page + offset;
  const words = main.u8(at);
  const start = words === 0 ? at + 2 : at + 1;
  const length = words === 0 ? main.u8(at + 1) * 2 : words * 2 - 1;
  const end = Math.min(start + length, page + 512);
  if (end < start + 2) return undefined;
  return { style: main.u16(start), changes: main.slice(start + 2, end) };
}
