import { unzlibSync } from 'fflate';
import { Cursor, Torn } from './cursor.ts';
import type { SavHead } from './header.ts';

/** Bytes that the blocks of a .zsav may come to. */
const largest = 256 * 1_048_576;

/** One case after the other, each as eight bytes an element in one buffer that is used again for the next. */
export function* readCases(bytes: Uint8Array, head: SavHead): Generator<DataView> {
  const size = head.elements.length * 8;
  if (size === 0) return;
  if (head.compression === 'none') {
    for (let at = head.data; at + size <= bytes.length; at += size)
      yield new DataView(bytes.buffer, bytes.byteOffset + at, size);
    return;
  }
  const codes = head.compression === 'zlib' ? inflate(bytes, head) : bytes.subarray(head.data);
  yield* expand(new Cursor(codes), head, size);
}

/** Eight codes, then the eight bytes that some of them stand for. */
function* expand(cursor: Cursor, { bias, little }: SavHead, size: number): Generator<DataView> {
  const room = new Uint8Array(size);
  const view = new DataView(room.buffer);
  let at = 0;
  while (cursor.left >= 8)
    for (const code of cursor.bytes(8)) {
      if (code === 0) continue;
      if (code === 252) return;
      if (code === 253) room.set(cursor.bytes(8), at);
      else if (code === 254) room.fill(0x20, at, at + 8);
      else view.setFloat64(at, code === 255 ? -Number.MAX_VALUE : code - bias, little);
      at += 8;
      if (at < size) continue;
      at = 0;
      yield view;
    }
  if (at > 0) throw new Torn('case');
}

/** The blocks of a .zsav one after the other, as large as its trailer says and no larger. */
function inflate(bytes: Uint8Array, head: SavHead): Uint8Array {
  const cursor = new Cursor(bytes, head.data);
  cursor.little = head.little;
  cursor.skip(8);
  const [trailer, length] = [cursor.long(), cursor.long()];
  const list = new Cursor(bytes.subarray(trailer, trailer + length));
  list.little = head.little;
  list.skip(20);
  const blocks = Array.from({ length: list.count(24) }, () => {
    list.skip(8);
    return { from: list.long(), size: list.int(), packed: list.int() };
  });
  const total = blocks.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  if (total > largest) throw new Torn('expands');
  const whole = new Uint8Array(total);
  let at = 0;
  for (const { from, size, packed } of blocks) {
    const room = whole.subarray(at, at + size);
    try {
      unzlibSync(bytes.subarray(from, from + packed), { out: room });
    } catch {
      throw new Torn('block');
    }
    at += size;
  }
  return whole;
}
