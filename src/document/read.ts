import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import type { Document, DocumentFormat } from './model.ts';
import { nameRefusal } from './refuse.ts';
import { readText } from './text/read-text.ts';

/**
 * Reads the bytes of any file we understand into one Document. The kind is decided by the content; `name` is only for
 * messages, `as` settles what content cannot (Markdown read as plain text, text on standard input).
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { name?: string; as?: DocumentFormat } = {},
): Promise<Document> {
  try {
    const text = new TextDecoder().decode(bytes);
    if (bytes[0] === 0x50) return readDocx(bytes);
    return text.startsWith('<!doctype') ? readHtml(text) : readText(text, 'text');
  } catch (error) {
    throw nameRefusal(error, options.name ?? '');
  }
}
