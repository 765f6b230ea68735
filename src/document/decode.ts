import { Refusal } from './refuse.ts';

/**
 * Text from bytes: UTF-8, UTF-16 by its mark or by where the zeros stand, or the encoding an HTML page declares.
 * Undefined where the bytes are no text. Single-byte Vietnamese encodings (TCVN3, VNI) have no mark; they are refused by
 * name, since read as anything else they would give letters nobody wrote.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeDeclared(bytes);
  if (text === undefined) {
    if (countControls(bytes) > 0) return undefined;
    throw new Refusal('text-not-unicode');
  }
  return isReadable(text) ? text : undefined;
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (little || big) return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  const [even, odd] = countZeros(bytes.subarray(0, 4096));
  const half = Math.min(bytes.length, 4096) / 2;
  if (odd > half * 0.5 && even < half * 0.05) return new TextDecoder('utf-16le').decode(bytes);
  if (even > half * 0.5 && odd < half * 0.05) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** Zero bytes at even and odd places: in UTF-16, spaces and plain letters have one each, all on the same side. */
function countZeros(bytes: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  return zeros;
}

/** A last character cut in two is forgiven, and a few broken ones in a long text: downloads break off, lines are pasted. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\ufffd{1,3}$/, '');
  const broken = countIn(text, /\ufffd/g);
  return broken * 1000 <= text.length ? text : undefined;
}

const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;

function decodeDeclared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const [, meta, xml] = declared.exec(start) ?? [];
  const name = meta ?? xml;
  if (name === undefined || /^utf/i.test(name)) return undefined;
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text has no control characters but tabs and line ends; a stray one is forgiven. */
const isReadable = (text: string): boolean => countIn(text, controls) * 200 <= text.length;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const controls = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]/g;

/** Counted one by one: a list of all of them would fill the memory, where a file holds nothing else. */
function countIn(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 27)) count++;
  return count;
}
