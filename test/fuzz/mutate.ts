import { deflateSync, inflateSync, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Broken files made from whole ones: bytes changed, lost, doubled, cut off and mixed, on the outside and, where the file
 * is a container, inside its parts, so that the damage reaches the readers behind the unpacking. The same seed gives the
 * same file.
 */

/** Numbers in [0, 1) that depend on nothing but the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** A broken file made from `whole`, with pieces of `other` where two are mixed. */
export function mutate(whole: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const inside = random() < 0.6 ? mutateInside(whole, random) : undefined;
  if (inside && random() < 0.8) return inside;
  let broken = inside ?? whole;
  for (let times = 1 + below(random, 4); times > 0; times--) broken = pick(random, changes)(broken, random, other);
  return broken;
}

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const flip: Change = (bytes, random) => {
  const copy = bytes.slice();
  for (let times = 1 + below(random, 40); times > 0; times--) {
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  }
  return copy;
};

/** Counts, offsets and lengths at the ends of their ranges. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff];

const overwrite: Change = (bytes, random) => {
  const copy = bytes.slice();
  if (copy.length < 4) return copy;
  for (let times = 1 + below(random, 4); times > 0; times--)
    new DataView(copy.buffer).setUint32(below(random, copy.length - 3), pick(random, extremes), random() < 0.8);
  return copy;
};

const stretch = (length: number, random: Random): [number, number] => {
  const start = below(random, length);
  return [start, Math.min(length, start + 1 + Math.floor(length * random() ** 4))];
};

const lose: Change = (bytes, random) => {
  const [start, end] = stretch(bytes.length, random);
  return join(bytes.subarray(0, start), bytes.subarray(end));
};

const double: Change = (bytes, random) => {
  const [start, end] = stretch(bytes.length, random);
  const piece = bytes.subarray(start, Math.min(end, start + 20_000));
  const copies = Array.from({ length: 1 + below(random, 8) }, () => piece);
  return join(bytes.subarray(0, end), ...copies, bytes.subarray(end));
};

const cutOff: Change = (bytes, random) => bytes.slice(0, Math.ceil(bytes.length * random()));

const mix: Change = (bytes, random, other) => {
  const [start, end] = stretch(other.length, random);
  const at = below(random, bytes.length);
  return join(
    bytes.subarray(0, at),
    other.subarray(start, end),
    bytes.subarray(random() < 0.5 ? at : at + end - start),
  );
};

const blank: Change = (bytes, random) => {
  const copy = bytes.slice();
  copy.fill(pick(random, [0, 0x20, 0x30, 0xff]), ...stretch(bytes.length, random));
  return copy;
};

const changes: Change[] = [flip, overwrite, lose, double, cutOff, mix, blank];

/** Signs that mean something to one reader or another: markup, numbers out of range, letters from everywhere. */
const signs = [
  ...['<', '>', '</', '/>', '&', '&#0;', '&#xD800;', '<!--', '<![CDATA[', '"', '\t', '\n', '\r', '|', '\u0000'],
  ...[
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '<w:tc>',
    '<w:gridSpan w:val="9999"/>',
    '<w:vMerge/>',
    '<table>',
    '</td>',
    '<tr>',
  ],
  ...['rowspan="65000"', 'colspan="9999"', '-1', '0', '1e308', '99999999999999999999', 'NaN', 'x', '%', '/', '[', ']'],
  ...['<<', '>>', 'obj', 'endobj', 'stream', 'endstream', ' 0 R', 'Q', 'q', 'cm', 'Tj', 'BT', 'ET', 're', '(', ')'],
  ...['\u0301', '\ud800', '\u202e', '\ufeff', 'ệ', 'Đ', '字', '\u{1f600}', ' '.repeat(3_000), '('.repeat(500)],
];

/** Changes text where its signs are: one lost, doubled, put elsewhere, a number made absurd. */
function mutateText(bytes: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const pieces = text.split(/(?=[<>\n(/[])/);
  for (let times = 1 + below(random, 6); times > 0 && pieces.length > 0; times--) {
    const at = below(random, pieces.length);
    const piece = pieces[at] as string;
    pieces.splice(at, 1, ...pick(random, textChanges)(piece, pieces, random));
  }
  return Buffer.from(pieces.join(''), 'latin1');
}

type TextChange = (piece: string, pieces: string[], random: Random) => string[];
const raw = (text: string): string => Buffer.from(strToU8(text)).toString('latin1');
const textChanges: TextChange[] = [
  () => [],
  (piece) => [piece, piece],
  (piece, pieces, random) => [piece, pick(random, pieces)],
  (piece, _, random) => [piece, raw(pick(random, signs))],
  (piece, _, random) => [piece.replace(/\d+/, () => String(pick(random, extremes)))],
  (piece, _, random) => [piece.slice(0, below(random, piece.length + 1))],
  (piece, pieces, random) => [...pieces.slice(0, below(random, Math.min(300, pieces.length))), piece],
];

/** Changes XML that stays XML: whole elements lost, doubled or moved, attributes made absurd, text turned into signs. */
function mutateXml(bytes: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(bytes).toString('utf8');
  for (let times = 1 + below(random, 8); times > 0; times--) text = pick(random, xmlChanges)(text, random);
  return strToU8(text);
}

/** XML has no way to write these at all, or not so. */
const writable = (text: string): string => text.replace(/[<&\p{C}]/gu, '');
const xmlChanges: ((text: string, random: Random) => string)[] = [
  (text, random) => changeOne(text, random, /<([\w:]+)\b[^>]*(?<!\/)>(?:(?!<\1\b)[\s\S])*?<\/\1>/, () => ''),
  (text, random) =>
    changeOne(text, random, /<([\w:]+)\b[^>]*(?<!\/)>(?:(?!<\1\b)[\s\S])*?<\/\1>/, (found) => found + found),
  (text, random) => changeOne(text, random, /<[\w:]+(?: [^<>]*)?\/>/, (found) => found.repeat(below(random, 40))),
  (text, random) =>
    changeOne(text, random, /="-?\d+"/, () => `="${pick(random, ['-1', ...extremes.map(String), '1e9'])}"`),
  (text, random) => changeOne(text, random, / [\w:]+="[^"]*"/, () => ''),
  (text, random) => changeOne(text, random, />[^<]+</, () => `>${writable(pick(random, signs))}<`),
];

/** The first match after a place chosen by chance, changed. */
function changeOne(text: string, random: Random, pattern: RegExp, change: (found: string) => string): string {
  const from = below(random, text.length);
  const found = pattern.exec(text.slice(from, from + 60_000));
  if (!found) return text;
  const at = from + found.index;
  return text.slice(0, at) + change(found[0]) + text.slice(at + found[0].length);
}

/** Inside a container; undefined where the file is none. */
function mutateInside(bytes: Uint8Array, random: Random): Uint8Array | undefined {
  const sign = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (sign.startsWith('PK')) return mutateZip(bytes, random);
  if (sign === '%PDF') return random() < 0.5 ? mutatePdf(bytes, random) : mutateText(bytes, random);
  return sign === '\xd0\xcf\x11\xe0' ? undefined : mutateText(bytes, random);
}

function mutateZip(bytes: Uint8Array, random: Random): Uint8Array | undefined {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = pick(
    random,
    names.filter((one) => /document|content|sheet|styles|numbering|Strings/.test(one)).concat(names),
  );
  const part = parts[name];
  if (!part || part.length === 0) return undefined;
  const how = random();
  const change = how < 0.7 ? mutateXml : how < 0.9 ? mutateText : flip;
  return zipSync({ ...parts, [name]: change(part, random, part) }, { level: 1 });
}

/** One deflated stream of a PDF unpacked, changed and packed again. Its length then lies, as it does in broken files. */
function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].filter(({ index }) => text.slice(index - 3, index) !== 'end');
  if (streams.length === 0) return undefined;
  const found = pick(random, streams);
  const start = found.index + found[0].length;
  const end = text.indexOf('endstream', start);
  if (end < 0) return undefined;
  try {
    const changed = deflateSync(mutateText(inflateSync(bytes.subarray(start + 2, end)), random));
    return join(bytes.subarray(0, start), new Uint8Array([0x78, 0x9c]), changed, bytes.subarray(end));
  } catch {
    return undefined;
  }
}

function join(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
