import { constants, inflateSync } from 'node:zlib';
import { Refusal } from '../../document/refuse.ts';

/** Filters in one another: more than two are made to hide something. */
const mostLayers = 8;
const names = /\/(FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL)\b/g;

/**
 * The data of a stream with its filters undone, as far as its dictionary names them; one whose dictionary does not is
 * inflated where it looks deflated. What LZW and run lengths pack is only measured: they end in nothing.
 * @throws Refusal `file-expands-too-much` where any layer holds more than `most` bytes
 */
export function unpack(data: Buffer, dictionary: string, most: number): Buffer {
  const written = dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const filters = [...written.matchAll(names)].map(([, name]) => name as string);
  let inner = data;
  for (let layer = 0; layer < mostLayers && layer < (filters.length || mostLayers); layer++) {
    const filter = filters[layer] ?? (isDeflated(inner) ? 'Fl' : '');
    if (filter === '') break;
    inner = undo(filter, inner, most);
  }
  return inner;
}

function undo(filter: string, data: Buffer, most: number): Buffer {
  if (/^F/.test(filter)) return isDeflated(data) ? inflate(data, most) : Buffer.alloc(0);
  if (/^(?:ASCIIHex|AH)/.test(filter)) return Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
  if (/^A/.test(filter)) return fromAscii85(data);
  const length = /^R/.test(filter) ? runLength(data) : lzwLength(data);
  if (length > most) throw new Refusal('file-expands-too-much');
  return Buffer.alloc(0);
}

/** The two bytes zlib begins with. */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;

/** Of damaged data what stands before the damage, as the parser saves it too. */
function inflate(data: Buffer, most: number): Buffer {
  let whole = tryInflate(data, most);
  // The longest beginning without damage, halving what is unknown.
  for (let [sound, broken] = [0, data.length]; !whole && broken - sound > 1; ) {
    const middle = (sound + broken) >> 1;
    const found = tryInflate(data.subarray(0, middle), most);
    if (found) sound = middle;
    else broken = middle;
    if (broken - sound === 1) whole = tryInflate(data.subarray(0, sound), most);
  }
  return whole ?? Buffer.alloc(0);
}

function tryInflate(data: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new Refusal('file-expands-too-much', { cause: error });
  }
}

/** Five signs for four bytes, "z" for four zeros, "~" at the end. */
function fromAscii85(data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length * 4);
  let [length, value, signs] = [0, 0, 0];
  for (const sign of data) {
    if (sign === 0x7e) break;
    if (sign === 0x7a && signs === 0) length += 4;
    if (sign < 0x21 || sign > 0x75) continue;
    value = (value * 85 + sign - 0x21) % 2 ** 32;
    if (++signs < 5) continue;
    length = bytes.writeUInt32BE(value, length);
    value = signs = 0;
  }
  for (let missing = signs; signs > 0 && missing < 5; missing++) value = (value * 85 + 84) % 2 ** 32;
  if (signs > 1) length = bytes.writeUInt32BE(value, length) - 5 + signs;
  return bytes.subarray(0, length);
}

function runLength(data: Buffer): number {
  let length = 0;
  for (let at = 0; at < data.length; ) {
    const sign = data[at] as number;
    if (sign === 128) break;
    length += sign < 128 ? sign + 1 : 257 - sign;
    at += sign < 128 ? sign + 2 : 2;
  }
  return length;
}

/** Each code is a string known before or the last one and a letter; codes grow from 9 to 12 bits. */
function lzwLength(data: Buffer): number {
  const lengths = new Uint32Array(4_096).fill(1, 0, 256);
  let [length, next, last, bits, held, width] = [0, 258, 0, 0, 0, 9];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xff_ffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [next, last, width] = [258, 0, 9];
      continue;
    }
    const own = code < next ? (lengths[code] ?? 0) : last + 1;
    if (last > 0 && next < 4_096) lengths[next++] = last + 1;
    last = own;
    length += own;
    width = next + 1 < 512 ? 9 : next + 1 < 1_024 ? 10 : next + 1 < 2_048 ? 11 : 12;
  }
  return length;
}
