/** Counting the files of a ZIP while it arrives, to show how far it is. */

const opening = [0x50, 0x4b, 0x03, 0x04];
/** From the opening of an entry to its name. */
const nameAt = 30;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * Takes pieces in their order and tells how many entries have begun. Ours are called "001 Kế hoạch …"; what is inside a Word file is
 * a ZIP too, but nothing in it begins with a number and a space.
 */
export function entryCounter(): (piece: Uint8Array) => number {
  let rest = new Uint8Array(0);
  let count = 0;
  return (piece) => {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    // The longest number and the space behind it must be there to be told.
    const end = Math.max(0, bytes.length - nameAt - 8);
    for (let at = 0; at < end; at += 1) if (isEntry(bytes, at)) count += 1;
    rest = bytes.slice(end);
    return count;
  };
}

function isEntry(bytes: Uint8Array, at: number): boolean {
  if (!opening.every((byte, i) => bytes[at + i] === byte)) return false;
  let next = at + nameAt;
  while (isDigit(bytes[next])) next += 1;
  return next > at + nameAt && bytes[next] === 0x20;
}
