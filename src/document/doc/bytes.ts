import { Refusal } from '../refuse.ts';

/** Little-endian numbers of a stream. A place outside it is damage, told as such. */
export type Bytes = {
  length: number;
  u8(at: number): number;
  u16(at: number): number;
  i16(at: number): number;
  u32(at: number): number;
  i32(at: number): number;
  slice(from: number, to: number): Bytes;
  raw(from: number, to: number): Uint8Array;
  utf16(at: number, letters: number): string;
};

export function readBytes(bytes: Uint8Array): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (at: number, size: number): number => {
    if (at < 0 || at + size > bytes.length) throw new Refusal('file-damaged');
    return at;
  };
  const raw = (from: number, to: number) => bytes.subarray(within(from, Math.max(0, to - from)), to);
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(within(at, 1)),
    u16: (at) => view.getUint16(within(at, 2), true),
    i16: (at) => view.getInt16(within(at, 2), true),
    u32: (at) => view.getUint32(within(at, 4), true),
    i32: (at) => view.getInt32(within(at, 4), true),
    slice: (from, to) => readBytes(raw(from, to)),
    raw,
    utf16: (at, letters) => new TextDecoder('utf-16le').decode(raw(at, at + letters * 2)),
  };
}
