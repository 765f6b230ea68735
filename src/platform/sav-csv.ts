import { open, readFile, stat } from 'node:fs/promises';
import { Problem } from '../kernel/problem.ts';
import type { DeclaredDictionary } from '../survey/dictionary/declared.ts';
import { readSav } from '../survey/sav/read.ts';

const largest = 200 * 1_048_576;
const portion = 1 << 20;

/**
 * Writes the answers of an SPSS file as CSV and tells what it says of its variables. To be run in the process for files from
 * outside: the file stands in memory whole.
 */
export async function writeSavAsCsv(path: string, name: string, into: string): Promise<DeclaredDictionary> {
  const { size } = await stat(path);
  if (size > largest) throw new Problem('file-too-large', { name, size, limit: largest });
  const lines = readSav(await readFile(path), name);
  const file = await open(into, 'w');
  try {
    let text = '';
    for (let next = lines.next(); ; next = lines.next()) {
      if (next.done || text.length > portion) {
        await file.write(text);
        text = '';
      }
      if (next.done) return next.value;
      text += next.value;
    }
  } finally {
    await file.close();
  }
}
