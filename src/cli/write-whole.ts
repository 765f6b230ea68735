import { rename, rm, writeFile } from 'node:fs/promises';
import { Problem } from '../kernel/problem.ts';

/** Writes a file whole or leaves what was there: nobody finds half of one. */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const half = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(half, content);
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true });
    throw new Problem('file-not-written', { name: path }, { cause });
  }
}
