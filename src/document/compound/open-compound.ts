import { Refusal } from '../refuse.ts';

/**
 * A compound file ([MS-CFB]): streams in chains of sectors, the way Word and Excel kept files until 2007. Nothing in it
 * is believed: a chain that visits more sectors than the file has, or one outside it, is damage.
 */
export type Compound = {
  /** names of the streams directly under the root; those of embedded objects stand deeper and are not ours */
  names: string[];
  /** undefined where there is no such stream */
  read(name: string): Uint8Array | undefined;
};

type Entry = { name: string; type: number; left: number; right: number; child: number; start: number; size: number };

const last = 0xfffffffa;
const none = 0xffffffff;
const types = { storage: 1, stream: 2, root: 5 };

export function openCompound(bytes: Uint8Array): Compound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) throw new Refusal('file-damaged');
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new Refusal('file-damaged');
  const sectors = sectorsOf(bytes, 1 << shift);
  const table = readTable(view, sectors);
  const entries = readDirectory(joinChain(view.getUint32(48, true), table, sectors));
  const root = entries[0];
  if (!root) throw new Refusal('file-damaged');
  const small = readSmall(view, root, table, sectors);
  const cutoff = view.getUint32(56, true);
  const streams = childrenOf(root, entries).filter(({ type }) => type === types.stream);
  return {
    names: streams.map(({ name }) => name),
    read: (name) => {
      const entry = streams.find((one) => one.name === name);
      if (!entry) return undefined;
      const whole = entry.size < cutoff ? small(entry.start) : joinChain(entry.start, table, sectors);
      return whole.subarray(0, entry.size);
    },
  };
}

type Sectors = { count: number; size: number; at: (number: number) => Uint8Array };

/** Sectors follow the header, which takes the place of one. A last one cut short is filled up with zeros. */
function sectorsOf(bytes: Uint8Array, size: number): Sectors {
  const count = Math.ceil(Math.max(0, bytes.length - size) / size);
  return {
    count,
    size,
    at: (number) => {
      if (number >= count) throw new Refusal('file-damaged');
      const sector = bytes.subarray((number + 1) * size, (number + 2) * size);
      if (sector.length === size) return sector;
      const filled = new Uint8Array(size);
      filled.set(sector);
      return filled;
    },
  };
}

/** The allocation table: which sector follows each. Its own sectors are listed in the header and in a chain of lists. */
function readTable(view: DataView, sectors: Sectors): Uint32Array {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let hops = 0; next < last && hops <= sectors.count; hops++) {
    const list = wordsOf(sectors.at(next));
    for (const place of list.subarray(0, -1)) places.push(place);
    next = list.at(-1) ?? none;
  }
  const used = places.filter((place) => place < last);
  if (used.length > sectors.count) throw new Refusal('file-damaged');
  return wordsOf(join(used.map(sectors.at), sectors.size));
}

/** The bytes of a chain; it may not be longer than the file. */
function joinChain(start: number, table: Uint32Array, sectors: Sectors): Uint8Array {
  const chain: Uint8Array[] = [];
  for (let at = start; at < last; at = table[at] ?? none) {
    if (chain.length >= sectors.count) throw new Refusal('file-damaged');
    chain.push(sectors.at(at));
  }
  return join(chain, sectors.size);
}

/** Streams below a size stand in sectors of 64 bytes inside one stream of the root. */
function readSmall(view: DataView, root: Entry, table: Uint32Array, sectors: Sectors): (start: number) => Uint8Array {
  let opened: { sectors: Sectors; table: Uint32Array } | undefined;
  return (start) => {
    if (!opened) {
      const bytes = joinChain(root.start, table, sectors);
      const count = Math.floor(bytes.length / 64);
      const at = (number: number): Uint8Array => {
        if (number >= count) throw new Refusal('file-damaged');
        return bytes.subarray(number * 64, number * 64 + 64);
      };
      const follow = wordsOf(joinChain(view.getUint32(60, true), table, sectors));
      opened = { sectors: { count, size: 64, at }, table: follow };
    }
    return joinChain(start, opened.table, opened.sectors);
  };
}

function join(parts: Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(parts.length * size);
  for (const [at, part] of parts.entries()) joined.set(part, at * size);
  return joined;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(view.getUint16(at + 64, true), 64);
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: bytes[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Siblings form a tree; one entry met twice is a cycle and is not followed again. */
function childrenOf(parent: Entry, entries: Entry[]): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [parent.child];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const entry = entries[number];
    if (!entry || seen.has(number)) continue;
    seen.add(number);
    if (entry.type === types.stream || entry.type === types.storage) found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}
