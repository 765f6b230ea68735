import { decodeForFonts, decodeOld } from './encoding/decode-old.ts';
import { Refusal } from './refuse.ts';

/**
 * Text from bytes: UTF-8, UTF-16 by its mark or by making sense as such, one of the encodings Vietnamese was written in
 * before Unicode, or the one an HTML page declares. Undefined where the bytes are no text; refused by name where they
 * are one we cannot tell, since read as anything else it would give letters nobody wrote.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeBytes(bytes);
  if (text === undefined) {
    if (countControls(bytes) > 0) return undefined;
    throw new Refusal('text-not-unicode');
  }
  return isReadable(text) ? text : undefined;
}

/** A page that names fonts of old encodings says there, text by text, how it is to be read. */
function decodeBytes(bytes: Uint8Array): string | undefined {
  if (countControls(bytes) * 100 > bytes.length) return undefined;
  const old = decodeOld(bytes);
  if (old === undefined) return decodeDeclared(bytes);
  return namesOldFonts.test(old) ? decodeForFonts(bytes) : old;
}

const namesOldFonts = /<[^>]+(?:['":\s]\.Vn[A-Z]|['":\s]VNI-[A-Z])/;

function decodeUtf16(bytes: Uint8Array): string | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (little || big) return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 4096);
  if (bytes.length % 2 === 1 || !sample.includes(0)) return undefined;
  const name = ['utf-16le', 'utf-16be'].find((one) => isVietnamese(new TextDecoder(one).decode(sample)));
  return name === undefined ? undefined : new TextDecoder(name).decode(bytes);
}

/** Nearly all letters are those a Vietnamese text is made of. */
function isVietnamese(text: string): boolean {
  const usual = countIn(
    text,
    /[\t\n\r -~\u00a0-\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2022\u2026]|[\u0300-\u0323]/g,
  );
  return usual >= text.length * 0.95;
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
