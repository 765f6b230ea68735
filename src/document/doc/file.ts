import type { Compound } from '../compound/open-compound.ts';
import { Refusal } from '../refuse.ts';
import { type Bytes, readBytes } from './bytes.ts';

/** The streams of a Word 97–2003 file and what its first block says of them ([MS-DOC] 2.5). */
export type DocFile = {
  /** text and pages of properties */
  main: Bytes;
  /** where everything is listed */
  table: Bytes;
  /** properties too long for a page */
  data: Bytes | undefined;
  /** letters of the body, and of the stories that follow it in this order */
  letters: { body: number; beforeBoxes: number; boxes: number };
  /** a structure of the table stream by its number in FibRgFcLcb97; empty where there is none */
  part(number: number): Bytes;
  /** where a structure begins in the table stream; lists run on past their stated end */
  startOf(number: number): number;
};

/** Numbers of the structures we read in FibRgFcLcb97. */
export const parts = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  boxes: 56,
  lists: 73,
  listUses: 74,
} as const;

/** Word 97, the first whose files are laid out like this. */
const oldest = 0xc1;

export function openDoc(compound: Compound): DocFile {
  const stream = compound.read('WordDocument');
  if (!stream) throw new Refusal('file-damaged');
  const main = readBytes(stream);
  if (main.u16(0) !== 0xa5ec) throw new Refusal('file-is-old-word');
  if (main.u16(2) < oldest) throw new Refusal('file-is-old-word');
  const flags = main.u16(10);
  if (flags & 0x0100) throw new Refusal('file-encrypted');
  const found = compound.read(flags & 0x0200 ? '1Table' : '0Table');
  if (!found) throw new Refusal('file-damaged');
  const table = readBytes(found);
  const data = compound.read('Data');
  const startOf = (number: number): number => main.u32(0x9a + number * 8);
  return {
    main,
    table,
    data: data ? readBytes(data) : undefined,
    letters: countLetters(main),
    startOf,
    part: (number) => {
      const [start, length] = [startOf(number), main.u32(0x9a + number * 8 + 4)];
      return length === 0 ? readBytes(new Uint8Array()) : table.slice(start, start + length);
    },
  };
}

function countLetters(main: Bytes): DocFile['letters'] {
  const [body, notes, headers, macros, comments, endnotes, boxes] = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map(
    (at) => main.u32(at),
  ) as [number, number, number, number, number, number, number];
  return { body, beforeBoxes: body + notes + headers + macros + comments + endnotes, boxes };
}
