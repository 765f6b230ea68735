import { constants, inflateSync } from 'node:zlib';
import { limits } from '../../document/limits.ts';
import { Refusal } from '../../document/refuse.ts';
import { mapsTooMuch } from './character-map.ts';

/** DEFLATE shrinks by 1,032 at most. */
const DEFLATE = 1_032;

/**
 * Looks at the streams of a PDF before it is parsed, for the parser inflates whatever it meets, however large. Refuses
 * drawing operations, fonts and object lists that grow beyond all measure; pictures are only inflated when drawn, and
 * told of by their size. Attachments are never opened.
 */
export function inspectStreams(bytes: Uint8Array): { mostPixels: number } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let mostPixels = 0;
  let streams = 0;
  for (const { dictionary, data } of streamsOf(file)) {
    if (++streams > limits.pdfStreams) throw new Refusal('document-too-complex');
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) mostPixels = Math.max(mostPixels, pixelsOf(dictionary));
    else if (!/\/EmbeddedFile\b/.test(dictionary)) {
      if (mapsTooMuch(plainOf(data, dictionary))) throw new Refusal('document-too-complex');
      checkGrowth(data, dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 1);
    }
  }
  return { mostPixels };
}

function* streamsOf(file: Buffer): Generator<{ dictionary: string; data: Buffer }> {
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', Math.max(at + 6, end))) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0);
    if (file[start] !== 0x0a || file.toString('latin1', at - 3, at) === 'end') continue;
    end = file.indexOf('endstream', start);
    if (end < 0) end = file.length;
    const before = file.toString('latin1', Math.max(0, at - 2_048), at);
    yield { dictionary: before.slice(before.lastIndexOf('obj') + 3), data: file.subarray(start + 1, end) };
  }
}

function pixelsOf(dictionary: string): number {
  const [, width] = /\/W(?:idth)?\s+(\d+)/.exec(dictionary) ?? [];
  const [, height] = /\/H(?:eight)?\s+(\d+)/.exec(dictionary) ?? [];
  return Number(width ?? 0) * Number(height ?? 0);
}

/** `layers`: how often the data are compressed, one stream in another. */
function checkGrowth(data: Buffer, layers: number): void {
  const most = limits.pdfStreamBytes;
  let inner = data;
  for (let layer = 0; layer < Math.min(layers, 8); layer++) {
    const isLast = layer + 1 >= layers;
    if (!isDeflated(inner) || (isLast && inner.length * DEFLATE < most)) return;
    try {
      inner = inflateSync(inner, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return;
      throw new Refusal('file-expands-too-much', { cause: error });
    }
  }
}

/** What a stream that may be a character map says; such maps are short and carry no type. */
function plainOf(data: Buffer, dictionary: string): Buffer {
  if (!isDeflated(data)) return data;
  if (data.length > 100_000 || /\/(?:Type|Subtype|Length1)\b/.test(dictionary)) return Buffer.alloc(0);
  try {
    return inflateSync(data, { maxOutputLength: 4_000_000, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The two bytes zlib begins with. */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
