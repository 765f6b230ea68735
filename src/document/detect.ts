import { openCompound } from './compound/open-compound.ts';
import { decodeText } from './decode.ts';
import { moderniseLines } from './encoding/modernise.ts';
import { findPage, isMhtml } from './mhtml/read-mhtml.ts';
import type { DocumentFormat } from './model.ts';
import { Refusal, type RefusalCode } from './refuse.ts';

/** What the bytes are: a ZIP that may hold an office file, another file of bytes, or text of some kind. */
export type Detected =
  | { kind: 'zip' | 'pdf' | 'doc' | 'rtf'; text?: never }
  | { kind: TextFormat | 'fodt' | 'word-xml'; text: string };

export type TextFormat = Extract<DocumentFormat, 'html' | 'markdown' | 'text'>;

/** Tells what a file is from its content; its name may lie. Everything we know but cannot read is refused by name. */
export function detect(bytes: Uint8Array): Detected {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return { kind: 'zip' };
  if (startsWith(bytes, '%PDF-')) return { kind: 'pdf' };
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return detectCompound(bytes);
  if (startsWith(bytes, '{\\rtf')) return { kind: 'rtf' };
  const known = magics.find(([sign, offset]) => startsWith(bytes, sign, offset));
  if (known) throw new Refusal(known[2]);
  const text = decodeText(bytes);
  if (text === undefined) throw new Refusal('file-unknown');
  if (text.trim() === '') throw new Refusal('file-empty');
  return detectText(text);
}

const magics: [sign: string, offset: number, code: RefusalCode][] = [
  ['\x89PNG', 0, 'file-is-picture'],
  ['\xff\xd8\xff', 0, 'file-is-picture'],
  ['GIF8', 0, 'file-is-picture'],
  ['II*\0', 0, 'file-is-picture'],
  ['MM\0*', 0, 'file-is-picture'],
  ['WEBP', 8, 'file-is-picture'],
  ['ftypheic', 4, 'file-is-picture'],
  ['ftypmif1', 4, 'file-is-picture'],
  ['ftypavif', 4, 'file-is-picture'],
  ['Rar!', 0, 'file-is-archive'],
  ['7z\xbc\xaf', 0, 'file-is-archive'],
  ['\x1f\x8b', 0, 'file-is-archive'],
];

function startsWith(bytes: Uint8Array, sign: string, offset = 0): boolean {
  for (let at = 0; at < sign.length; at++) if (bytes[offset + at] !== sign.charCodeAt(at)) return false;
  return true;
}

/** An encrypted DOCX is a compound file around its ciphertext ([MS-OFFCRYPTO] 2.3.4). */
const compoundStreams: [name: string, code: RefusalCode][] = [
  ['EncryptedPackage', 'file-encrypted'],
  ['Workbook', 'file-is-spreadsheet'],
  ['Book', 'file-is-spreadsheet'],
  ['PowerPoint Document', 'file-is-presentation'],
];

function detectCompound(bytes: Uint8Array): Detected {
  const { names } = openCompound(bytes);
  if (names.includes('WordDocument')) return { kind: 'doc' };
  const known = compoundStreams.find(([name]) => names.includes(name));
  throw new Refusal(known ? known[1] : 'file-unknown');
}

function detectText(text: string): Detected {
  const start = text.slice(0, 4096).replace(/^\s*(?:<!--[\s\S]*?-->\s*)*/, '');
  if (isMhtml(start)) return { kind: 'html', text: findPage(text.replace(/^\s+/, '')) };
  if (/^<\?xml/.test(start)) {
    if (/<office:document[\s>]/.test(start)) return { kind: 'fodt', text };
    if (/<w:wordDocument[\s>]|<pkg:package[\s>]/.test(start)) return { kind: 'word-xml', text };
  }
  if (startsAsHtml.test(start)) return { kind: 'html', text };
  return { kind: isMarkdown(text) ? 'markdown' : 'text', text: moderniseLines(text) };
}

const startsAsHtml =
  /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|style|link|script|article|section|main|div|table|p|h[1-6]|center|ul|ol)(?:[\s>/]|$)/i;

/** Two of the signs Markdown has and typed text has not: headings, ruled tables, bold. */
function isMarkdown(text: string): boolean {
  const signs = [/^#{1,6} \S/m, /^\|?[ \t]*:?-{2,}:?[ \t]*\|/m, /\*\*[^\s*][^*\n]*\*\*/];
  return signs.filter((sign) => sign.test(text)).length > 1;
}
