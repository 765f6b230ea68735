import { Buffer } from 'node:buffer';
import WordExtractor from 'word-extractor';
import AllocationTable from 'word-extractor/lib/ole-allocation-table.js';

/** The library follows a chain of sectors that goes round for ever; one longer than there are sectors does. */
AllocationTable.prototype.getSecIdChain = function chainOf(start) {
  const chain: number[] = [];
  for (let at: number | undefined = start; at !== undefined && at >= 0; at = this._table[at]) {
    if (chain.push(at) > this._table.length) throw new Error('the chain of sectors goes round');
  }
  return chain;
};

/** The bare text of a Word 97–2003 file, for one whose structure we cannot follow. Cells are parted by tabs. */
export async function extractDoc(bytes: Uint8Array): Promise<string> {
  const found = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return found.getBody();
}
