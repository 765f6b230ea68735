import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';
import type { Bytes } from './bytes.ts';
import { type DocFile, parts } from './file.ts';
import { noSprms } from './sprm.ts';

/** The text in the order it is read, pieced together from all over the file ([MS-DOC] 2.8.35). */
export type Piece = {
  /** letters [from, to) of the text */
  from: number;
  to: number;
  /** where it begins in the main stream, and bytes for a letter: 1 is Windows-1252, 2 is UTF-16 */
  place: number;
  width: 1 | 2;
  /** what was changed when the file was saved fast */
  changes: Bytes;
};

export function readPieces(file: DocFile): Piece[] {
  const list = file.part(parts.pieces);
  const changes: Bytes[] = [];
  let at = 0;
  while (at < list.length && list.u8(at) === 1) {
    const length = list.u16(at + 1);
    changes.push(list.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (at >= list.length || list.u8(at) !== 2) throw new Refusal('file-damaged');
  return readTable(list.slice(at + 5, at + 5 + list.u32(at + 1)), changes);
}

function readTable(table: Bytes, changes: Bytes[]): Piece[] {
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const at = (count + 1) * 4 + index * 8;
    const [from, to, stated, change] = [
      table.u32(index * 4),
      table.u32(index * 4 + 4),
      table.u32(at + 2),
      table.u16(at + 6),
    ] as const;
    if (to < from || to > limits.characters) throw new Refusal(to < from ? 'file-damaged' : 'document-too-complex');
    const narrow = (stated & 0x40000000) !== 0;
    const place = stated & 0x3fffffff;
    const listed = change & 1 ? changes[change >> 1] : undefined;
    pieces.push({ from, to, place: narrow ? place >> 1 : place, width: narrow ? 1 : 2, changes: listed ?? noSprms() });
  }
  return pieces;
}
