import { openCompound } from '../../document/compound/open-compound.ts';
import { limits } from '../../document/limits.ts';
import { openZip } from '../../document/package/zip.ts';
import { Refusal } from '../../document/refuse.ts';
import { type FileTypeName, mostBytes } from './file-types.ts';

/**
 * What a file is by its content; its name and what the sender calls it say nothing. Strict: a file that is two things at
 * once (a PDF with a ZIP behind it, a page before a PDF) is refused, for a viewer may take it for the other.
 */

/** Bytes of a file that lies somewhere: `read` gives fewer at its end. */
export type Bytes = { size: number; read: (at: number, length: number) => Promise<Uint8Array> };

export const sniffRefusals = ['unknown', 'program', 'two-in-one', 'archive', 'macros', 'encrypted', 'damaged'] as const;
export type SniffRefusal = (typeof sniffRefusals)[number];
export type Sniffed = { type: FileTypeName } | { refused: SniffRefusal };

/** Enough of a file's beginning for its kind, and for a page put in front of another. */
export const headBytes = 4_096;

/** What a file is, or why it is not taken. */
export async function sniff(file: Bytes): Promise<Sniffed> {
  const head = await file.read(0, headBytes);
  const begins = beginning(head);
  if (begins === undefined) return { refused: isProgram(head) ? 'program' : 'unknown' };
  if (begins === 'zip') return withWhole(file, sniffPackage);
  if (begins === 'archive') return { refused: 'archive' };
  if (begins === 'compound') return withWhole(file, sniffCompound);
  if (begins === 'pdf' && holdsPage(head)) return { refused: 'two-in-one' };
  // A ZIP is read from its end: whatever stands before it, an unpacker takes the file for one.
  if (await endsAsZip(file)) return { refused: 'two-in-one' };
  return { type: begins };
}

/** Whether a file that begins so may be as large as media may. */
export const mostBytesFor = (head: Uint8Array): number => {
  const begins = beginning(head);
  const isMedia = begins !== undefined && ['jpg', 'png', 'webp', 'heic', 'mp4', 'mp3', 'm4a', 'wav'].includes(begins);
  return isMedia ? mostBytes.media : mostBytes.paper;
};

type Beginning =
  | Exclude<FileTypeName, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'doc' | 'xls'>
  | 'zip'
  | 'compound'
  | 'archive';

const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const signs: [sign: string, at: number, what: Beginning][] = [
  ['%PDF-', 0, 'pdf'],
  ['PK\x03\x04', 0, 'zip'],
  ['PK\x05\x06', 0, 'archive'],
  ['Rar!', 0, 'archive'],
  ['7z\xbc\xaf', 0, 'archive'],
  ['\x1f\x8b', 0, 'archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'compound'],
  ['\x89PNG\r\n\x1a\n', 0, 'png'],
  ['\xff\xd8\xff', 0, 'jpg'],
  ['ID3', 0, 'mp3'],
];

function beginning(head: Uint8Array): Beginning | undefined {
  const text = latin(head, 0, 64);
  const sign = signs.find(([sign, at]) => text.startsWith(sign, at));
  if (sign) return sign[2];
  if (text.startsWith('RIFF')) return riff[text.slice(8, 12)];
  if (text.slice(4, 8) === 'ftyp') return mediaBox(head);
  return isMpegAudio(head) ? 'mp3' : undefined;
}

const riff: Partial<Record<string, Beginning>> = { WEBP: 'webp', WAVE: 'wav' };

/** ISO base media: the brands its first box names tell a film from a sound and a picture (ISO/IEC 14496-12, 4.3). */
function mediaBox(head: Uint8Array): Beginning | undefined {
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brands = latin(head, 8, Math.min(length, 256)).match(/.{4}/gs) ?? [];
  const has = (...names: string[]) => brands.some((brand) => names.includes(brand));
  if (has('heic', 'heix', 'heim', 'heis')) return 'heic';
  if (brands[0] === 'M4A ') return 'm4a';
  return has('isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ') ? 'mp4' : undefined;
}

const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates = [44_100, 48_000, 32_000];

/** A frame of MPEG-1 layer III with another right behind it: two bytes alone are found anywhere. */
function isMpegAudio(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xfe) !== 0xfa) return false;
  const [bits, rate] = [bitrates[third >> 4], rates[(third >> 2) & 3]];
  if (!bits || !rate) return false;
  const next = Math.floor((144_000 * bits) / rate) + ((third >> 1) & 1);
  return head[next] === 0xff && ((head[next + 1] ?? 0) & 0xfe) === 0xfa;
}

/** What a browser or a system might run: pages, drawings with scripts, scripts, programs. */
const isProgram = (head: Uint8Array): boolean => holdsPage(head) || /^(?:MZ|\x7fELF|#!|\s*<)/.test(latin(head));

const holdsPage = (head: Uint8Array): boolean =>
  /<(?:!doctype\s+html|html|script|iframe|svg|\?php)[\s>]/i.test(latin(head));

/** The end record of a ZIP whose comment goes to the very end of the file. */
async function endsAsZip({ size, read }: Bytes): Promise<boolean> {
  const length = Math.min(size, 22 + 0xffff);
  const tail = await read(size - length, length);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail[at] !== 0x50 || latin(tail, at, at + 4) !== 'PK\x05\x06') continue;
    if (at + 22 + (tail[at + 20] ?? 0) + (tail[at + 21] ?? 0) * 256 === tail.length) return true;
  }
  return false;
}

async function withWhole(file: Bytes, look: (bytes: Uint8Array) => Sniffed): Promise<Sniffed> {
  if (file.size > limits.fileBytes) return { refused: 'unknown' };
  try {
    return look(await file.read(0, file.size));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.code === 'file-encrypted' ? 'encrypted' : 'damaged' };
  }
}

/** Parts that make an office file what it is. */
const parts: [name: string, type: FileTypeName][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];
const carried = /\.(?:zip|rar|7z|gz|tar|iso|exe|dll|scr|com|bat|cmd|ps1|vbs|jse?|wsf|hta|lnk|msi|jar|html?|svg)$/i;

/** An office file by the names of its parts. None is unpacked but the small one that says what an OpenDocument file is. */
function sniffPackage(bytes: Uint8Array): Sniffed {
  const zip = openZip(bytes);
  if (zip.names.some((name) => /(?:^|\/)\.\.(?:\/|$)|^[a-z]:/i.test(name))) return { refused: 'damaged' };
  const found = parts.find(([name]) => zip.has(name) && zip.has('[Content_Types].xml'));
  const type = found?.[1] ?? (isOpenText(zip) ? 'odt' : undefined);
  if (type === undefined) return { refused: 'archive' };
  if (zip.names.some((name) => /(?:^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return { refused: 'macros' };
  return zip.names.some((name) => carried.test(name)) ? { refused: 'archive' } : { type };
}

function isOpenText(zip: ReturnType<typeof openZip>): boolean {
  if (!zip.has('mimetype') || !zip.has('content.xml')) return false;
  const [first] = zip.read('mimetype');
  return first !== undefined && latin(first) === 'application/vnd.oasis.opendocument.text';
}

function sniffCompound(bytes: Uint8Array): Sniffed {
  const { names } = openCompound(bytes);
  if (names.includes('EncryptedPackage')) return { refused: 'encrypted' };
  if (names.includes('WordDocument')) return { type: 'doc' };
  return names.some((name) => name === 'Workbook' || name === 'Book') ? { type: 'xls' } : { refused: 'unknown' };
}
