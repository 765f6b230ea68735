import { Problem } from '../kernel/problem.ts';
import { type Detected, detect, type TextFormat } from './detect.ts';
import { readOldWord, readRichText } from './doc/read-old-word.ts';
import { readWordXml } from './docx/read-word-xml.ts';
import { readHtml } from './html/read-html.ts';
import { limits } from './limits.ts';
import type { Document, DocumentFormat } from './model.ts';
import { readFlatOdt } from './odt/read-odt.ts';
import { readPackage } from './package/read-package.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { nameRefusal, Refusal } from './refuse.ts';
import { readText } from './text/read-text.ts';
import type { DocumentTools } from './tools.ts';

/**
 * Reads the bytes of any file we understand into one Document; anything else is a Problem that says what it is. The kind
 * is decided by the content: `name` is only for messages, and `as` only settles which kind of text a text is. A kind that
 * needs a tool which is not given is refused.
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { name?: string; as?: DocumentFormat; tools?: DocumentTools } = {},
): Promise<Document> {
  const name = options.name ?? '';
  const { fileBytes: limit } = limits;
  if (bytes.length > limit) throw new Problem('file-too-large', { name, size: bytes.length, limit });
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  try {
    return warnIfEmpty(await read(bytes, settle(detect(bytes), options.as), options.tools ?? {}));
  } catch (error) {
    throw nameRefusal(error, name);
  }
}

async function read(bytes: Uint8Array, detected: Detected, tools: DocumentTools): Promise<Document> {
  switch (detected.kind) {
    case 'zip':
      return readPackage(bytes);
    case 'pdf':
      return readPdf(bytes, tools);
    case 'doc':
      return readOldWord(bytes, tools);
    case 'rtf':
      return readRichText(bytes, tools);
    case 'fodt':
      return readFlatOdt(detected.text);
    case 'word-xml':
      return readWordXml(detected.text);
    case 'html':
      return readHtml(detected.text);
    default:
      return readText(detected.text, detected.kind);
  }
}

/** An office file stays one whatever it is called; a text called DOCX is not what its sender meant to send. */
function settle(detected: Detected, as: DocumentFormat | undefined): Detected {
  if (as === undefined || detected.text === undefined || !isText(detected.kind)) return detected;
  // Sites hand pages out as .doc.
  if (as === 'doc' && detected.kind === 'html') return detected;
  if (!isText(as)) throw new Refusal('file-damaged');
  return { kind: as, text: detected.text };
}

const isText = (format: string): format is TextFormat =>
  format === 'html' || format === 'markdown' || format === 'text';

function warnIfEmpty(document: Document): Document {
  if (document.blocks.length > 0) return document;
  const message =
    'Tệp không có chữ nào đọc được (có thể chỉ có ảnh). Hãy tải lên bản có chữ hoặc dán phần chữ của văn bản.';
  return { ...document, warnings: [...document.warnings, { code: 'document-without-text', message, source: null }] };
}
