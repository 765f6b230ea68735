import { Cursor, Torn } from './cursor.ts';

/**
 * The head of an SPSS system file (.sav, .zsav) as PSPP's developers describe it ("System File Format" of the PSPP Developers
 * Guide): variables, their labels, missing values and names, still in the bytes of the file.
 */
export type SavHead = {
  compression: 'none' | 'codes' | 'zlib';
  bias: number;
  /** Eight bytes of a case each, in order: a number, or a piece of a string. */
  elements: SavElement[];
  labels: { values: { value: Uint8Array; label: Uint8Array }[]; elements: number[] }[];
  /** Records of later versions, by kind. */
  extensions: Map<number, Uint8Array>;
  /** Where the answers begin. */
  data: number;
  little: boolean;
};

export type SavElement = {
  /** 0 of a number, the bytes of a string, -1 of a further piece of the string before it */
  width: number;
  name: Uint8Array;
  label: Uint8Array | null;
  missing: { values: Uint8Array[]; range: [number, number] | null };
  /** how it is printed: days are numbers with a format of days */
  format: number;
};

export function readHead(bytes: Uint8Array): SavHead {
  const cursor = new Cursor(bytes);
  const magic = String.fromCharCode(...cursor.bytes(4));
  if (magic !== '$FL2' && magic !== '$FL3') throw new Torn('magic');
  cursor.skip(60);
  cursor.little = isLittle(cursor.bytes(4));
  cursor.skip(4);
  const compression = (['none', 'codes', 'zlib'] as const)[cursor.int()];
  if (compression === undefined) throw new Torn('compression');
  cursor.skip(8);
  const bias = cursor.double();
  cursor.skip(9 + 8 + 64 + 3);
  const head: SavHead = {
    ...{ compression, bias, elements: [], labels: [], extensions: new Map() },
    ...{ data: 0, little: cursor.little },
  };
  while (readRecord(cursor, head));
  return { ...head, data: cursor.at };
}

/** The layout code is 2 or 3, whichever end it is written from. */
function isLittle(layout: Uint8Array): boolean {
  const [first, , , last] = layout;
  if (first === 2 || first === 3) return true;
  if (last === 2 || last === 3) return false;
  throw new Torn('layout');
}

/** Reads one record; false at the end of the head. */
function readRecord(cursor: Cursor, head: SavHead): boolean {
  const kind = cursor.int();
  if (kind === 2) head.elements.push(readElement(cursor));
  else if (kind === 3) head.labels.push(readLabels(cursor, head.elements.length));
  else if (kind === 6) cursor.skip(80 * cursor.count(80));
  else if (kind === 7) {
    const subtype = cursor.int();
    const [size, count] = [cursor.int(), cursor.int()];
    if (size < 0 || count < 0) throw new Torn('extension');
    head.extensions.set(subtype, cursor.bytes(size * count));
  } else if (kind === 999) {
    cursor.skip(4);
    return false;
  } else throw new Torn('record');
  return true;
}

function readElement(cursor: Cursor): SavElement {
  const width = cursor.int();
  const labelled = cursor.int();
  const missing = cursor.int();
  const format = (cursor.int() >> 16) & 0xff;
  cursor.skip(4);
  const name = cursor.bytes(8);
  let label: Uint8Array | null = null;
  if (labelled === 1) {
    const length = cursor.count(1);
    label = cursor.bytes(length);
    cursor.skip(-length & 3);
  }
  if (width < -1 || width > 255 || Math.abs(missing) > 3) throw new Torn('variable');
  return { width, name, label, missing: readMissing(cursor, missing), format };
}

function readMissing(cursor: Cursor, said: number): SavElement['missing'] {
  const range: [number, number] | null = said < 0 ? [cursor.double(), cursor.double()] : null;
  const count = said < 0 ? -said - 2 : said;
  return { range, values: Array.from({ length: Math.max(0, count) }, () => cursor.bytes(8)) };
}

function readLabels(cursor: Cursor, elements: number): SavHead['labels'][number] {
  const values = Array.from({ length: cursor.count(16) }, () => {
    const value = cursor.bytes(8);
    const length = cursor.byte();
    const label = cursor.bytes(length);
    cursor.skip(-(length + 1) & 7);
    return { value, label };
  });
  if (cursor.int() !== 4) throw new Torn('labels');
  const places = Array.from({ length: cursor.count(4) }, () => cursor.int() - 1);
  if (places.some((place) => place < 0 || place >= elements)) throw new Torn('labels');
  return { values, elements: places };
}
