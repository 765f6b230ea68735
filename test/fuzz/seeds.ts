import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hard } from '../unseen/hard.ts';
import { odd } from '../unseen/odd.ts';
import { provinces } from '../unseen/provinces.ts';

/** Whole files to break: our own samples and papers, in every format we can write. */
export async function seedFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const samples = join(import.meta.dirname, '..', '..', 'samples');
  const files = readdirSync(samples).filter((name) => /\.(?:docx|txt)$/.test(name));
  return [
    ...files.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(samples, name))) })),
    ...[...provinces, ...hard, ...odd].map(({ name, bytes }) => ({ name, bytes })),
  ];
}
