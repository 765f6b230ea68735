import { limits } from '../../document/limits.ts';
import { Refusal } from '../../document/refuse.ts';
import { mapsTooMuch } from './character-map.ts';
import { drawsTooMuch } from './operands.ts';
import { countMeshPoints, countSamples } from './spans.ts';
import { partsOf, type Stream } from './streams.ts';
import { unpack } from './unpack.ts';
import { givesTooManyWidths } from './widths.ts';

/** DEFLATE shrinks by 1,032 at most; LZW, in which no font of today is written, by more. */
const SHRINKS = 1_032;

/**
 * Looks at the streams and objects of a PDF before it is parsed, for the parser unpacks whatever it meets, however large,
 * and writes out whatever a few numbers span. Refuses drawing operations, fonts and object lists that grow beyond all
 * measure; pictures are only unpacked when drawn, and told of by their size. Attachments are never opened. What is
 * encrypted cannot be looked into: there the limits of the process that reads have to do.
 */
export function inspectStreams(bytes: Uint8Array): { mostPixels: number } {
  let [mostPixels, streams, unpacked] = [0, 0, 0];
  for (const part of partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    if (Buffer.isBuffer(part)) refuseIf(givesTooManyWidths(part));
    else if (isPicture(part)) mostPixels = Math.max(mostPixels, pixelsOf(part));
    else if (!/\/EmbeddedFile\b/.test(part.dictionary)) unpacked += inspect(part);
    refuseIf(!Buffer.isBuffer(part) && ++streams > limits.pdfStreams);
    if (unpacked > limits.pdfUnpackedBytes) throw new Refusal('file-expands-too-much');
  }
  return { mostPixels };
}

function refuseIf(isTooMuch: boolean): void {
  if (isTooMuch) throw new Refusal('document-too-complex');
}

/** How many bytes it holds, as far as that had to be found out. */
function inspect({ dictionary, data }: Stream): number {
  const isFont = /\/Length1\b|\/(?:Type1C|CIDFontType0C|OpenType)\b/.test(dictionary);
  if (isFont && !/LZW/.test(dictionary) && data.length * SHRINKS < limits.pdfStreamBytes) return data.length;
  refuseIf(countSamples(dictionary) > limits.pdfSamples);
  const content = unpack(data, dictionary, limits.pdfStreamBytes);
  refuseIf(countMeshPoints(dictionary, content.length) > limits.pdfMeshPoints);
  if (isFont || /\/(?:XRef|Metadata)\b/.test(dictionary)) return content.length;
  // Where a list of objects begins its numbers end, which tell where each object stands.
  const [, first] = /\/ObjStm\b/.test(dictionary) ? (/\/First\s+(\d+)/.exec(dictionary) ?? []) : [];
  if (first) refuseIf(givesTooManyWidths(content.subarray(Number(first))));
  else refuseIf(mapsTooMuch(content) || drawsTooMuch(content));
  return content.length;
}

const isPicture = ({ dictionary }: Stream): boolean => /\/Subtype\s*\/Image\b/.test(dictionary);

function pixelsOf({ dictionary }: Stream): number {
  const [, width] = /\/W(?:idth)?\s+(\d+)/.exec(dictionary) ?? [];
  const [, height] = /\/H(?:eight)?\s+(\d+)/.exec(dictionary) ?? [];
  return Number(width ?? 0) * Number(height ?? 0);
}
