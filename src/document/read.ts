import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import type { Document, DocumentFormat } from './model.ts';
import { nameRefusal } from './refuse.ts';

/**
 * Reads the bytes of any file we understand into one Document. The kind is decided by the content; `name` is only for
 * messages, `as` settles what content cannot (Markdown read as plain text, text on standard input).
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { name?: string; as?: DocumentFormat } = {},
): Promise<Document> {
  try {
    return bytes[0] === 0x50 ? readDocx(bytes) : readHtml(new TextDecoder().decode(bytes));
  } catch (error) {
    throw nameRefusal(error, options.name ?? '');
  }
}
