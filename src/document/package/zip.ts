import { Inflate } from 'fflate';
import { limits } from '../limits.ts';
import { Refusal } from '../refuse.ts';
import { crc32 } from './crc.ts';

/**
 * A ZIP read from its central directory, one entry at a time and never trusting a size that is written down: names go
 * nowhere near a disk, entries may not share bytes, and inflating stops as soon as it exceeds a limit.
 */
export type Zip = { names: string[]; has(name: string): boolean; read(name: string): Generator<Uint8Array> };

type Entry = { name: string; method: number; flags: number; crc: number; packed: number; size: number; offset: number };

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  refuseBombs(entries);
  const byName = new Map<string, Entry>();
  for (const entry of entries) if (!byName.has(key(entry.name))) byName.set(key(entry.name), entry);
  const budget = { bytes: limits.totalPartBytes };
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(key(name)),
    read: (name) => inflate(bytes, view, byName.get(key(name)), budget),
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries) throw new Refusal('file-expands-too-much');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.entry) throw new Refusal('file-damaged');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    entries.push(readEntry(bytes, view, at, name));
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The end record stands in the last 64 KB; a file cut short has none. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new Refusal('file-damaged');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): Entry {
  if (at + 46 + nameLength > bytes.length) throw new Refusal('file-damaged');
  return {
    name: partName(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Part names are compared without a leading slash; some writers use backslashes. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');

/** Part names are the same whatever their case (ECMA-376-2, 6.2.2). */
const key = (name: string): string => name.toLowerCase();

/** Declared sizes may lie downwards (inflating finds out), but one that is absurd needs no reading. */
function refuseBombs(entries: Entry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const absurd = entries.some(({ size, packed }) => size > limits.zipEntryBytes && size > packed * limits.ratio);
  if (total > limits.zipTotalBytes || absurd) throw new Refusal('file-expands-too-much');
  const spans = entries
    .map(({ offset, packed }) => [offset, offset + 30 + packed] as const)
    .sort((a, b) => a[0] - b[0]);
  for (const [index, [start]] of spans.entries()) {
    const before = spans[index - 1];
    if (before && before[1] > start) throw new Refusal('file-expands-too-much');
  }
}

function* inflate(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry | undefined,
  budget: { bytes: number },
): Generator<Uint8Array> {
  if (!entry) throw new Refusal('file-damaged');
  let size = 0;
  let crc = 0;
  for (const chunk of unpack(packedBytes(bytes, view, entry), entry)) {
    size += chunk.length;
    budget.bytes -= chunk.length;
    const swollen = size > limits.ratioFloor && size > entry.packed * limits.ratio;
    if (swollen || size > entry.size || size > limits.partBytes || budget.bytes < 0)
      throw new Refusal('file-expands-too-much');
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw new Refusal('file-damaged');
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.local)
    throw new Refusal('file-damaged');
  if (entry.flags & 1) throw new Refusal('file-encrypted');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) throw new Refusal('file-damaged');
  return bytes.subarray(start, start + entry.packed);
}

/** 4 KB in is at most 4 MB out, so that a bomb is noticed before it fills memory. */
const step = 4096;

function* unpack(packed: Uint8Array, { method }: Entry): Generator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw new Refusal('file-damaged');
  const out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => out.push(chunk));
  for (let at = 0; at === 0 || at < packed.length; at += step) {
    pushInto(inflater, packed.subarray(at, at + step), at + step >= packed.length);
    yield* out.splice(0);
  }
}

function pushInto(inflater: Inflate, chunk: Uint8Array, last: boolean): void {
  try {
    inflater.push(chunk, last);
  } catch (cause) {
    throw new Refusal('file-damaged', { cause });
  }
}
