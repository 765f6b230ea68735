import { open } from 'node:fs/promises';
import type { Bytes } from '../../report/evidence/sniff.ts';

/** A file's bytes, taken from the disk only where they are asked for: a film of 200 MB is told by its first few. */
export async function openBytes(path: string): Promise<Bytes & { close: () => Promise<void> }> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    read: async (at, length) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
