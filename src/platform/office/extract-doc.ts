import { Buffer } from 'node:buffer';
import WordExtractor from 'word-extractor';

/** The bare text of a Word 97–2003 file, for one whose structure we cannot follow. Cells are parted by tabs. */
export async function extractDoc(bytes: Uint8Array): Promise<string> {
  const found = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return found.getBody();
}
