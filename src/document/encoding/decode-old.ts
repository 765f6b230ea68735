import { convertLegacy } from './convert.ts';
import { countSyllables } from './syllable.ts';
import { viscii, visciiControls } from './tables.ts';

/** One byte a letter: how Vietnamese files were kept before Unicode. */
type Decode = (bytes: Uint8Array) => string;

const windows1252: Decode = (bytes) => new TextDecoder('windows-1252').decode(bytes);

const decoders: readonly Decode[] = [
  (bytes) => convertLegacy(windows1252(bytes), 'tcvn3'),
  (bytes) => convertLegacy(windows1252(bytes), 'vni'),
  // Marks stand apart from some letters there.
  (bytes) => new TextDecoder('windows-1258').decode(bytes).normalize('NFC'),
  decodeViscii,
];

/** A file speaks one encoding; its first pages tell which. */
const sampleSize = 60_000;

/**
 * Bytes that are no Unicode as the Vietnamese they most likely are; undefined where they make no sense in any encoding we
 * know. Lines that are UTF-8 by themselves were put into an old file later and are read as such.
 */
export function decodeOld(bytes: Uint8Array): string | undefined {
  const lines = splitLines(bytes);
  const old = lines.filter(({ utf8 }) => utf8 === undefined);
  const decode = chooseDecoder(joinLines(old.map((line) => line.bytes)));
  if (!decode) return undefined;
  return lines.map(({ utf8, bytes: line }) => utf8 ?? decode(line)).join('\n');
}

/** Fonts of an old encoding are named: each text says by its font what it is, and is left as its bytes show. */
export const decodeForFonts: Decode = windows1252;

function chooseDecoder(bytes: Uint8Array): Decode | undefined {
  const sample = bytes.subarray(0, sampleSize);
  let best: { decode: Decode; valid: number } | undefined;
  for (const decode of decoders) {
    const { words, valid } = countSyllables(decode(sample));
    if (valid * 2 >= words && valid > (best?.valid ?? 0)) best = { decode, valid };
  }
  return best?.decode;
}

type Line = { bytes: Uint8Array; utf8: string | undefined };

function splitLines(bytes: Uint8Array): Line[] {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lines: Line[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, to);
    lines.push({ bytes: line, utf8: decodeStrictly(strict, line) });
    from = to + 1;
  }
  return lines;
}

function decodeStrictly(strict: TextDecoder, line: Uint8Array): string | undefined {
  try {
    return strict.decode(line);
  } catch {
    return undefined;
  }
}

function joinLines(lines: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0)).fill(10);
  let at = 0;
  for (const line of lines) {
    joined.set(line, at);
    at += line.length + 1;
  }
  return joined;
}

function decodeViscii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte < 128 ? (visciiControls[byte] ?? String.fromCharCode(byte)) : viscii[byte - 128];
  return text;
}
