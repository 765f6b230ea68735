import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { limits } from '../document/limits.ts';
import { Problem } from '../kernel/problem.ts';

/** Something to read: its name as the user gave it, and its bytes when asked for. */
export type FileSource = { file: string; bytes: () => Promise<Uint8Array> };

/** What is taken from a folder. A file named by itself is tried whatever its name: the content decides. */
const known = new Set(['.docx', '.html', '.htm', '.md', '.txt']);

/** The files of the arguments in the order given; a folder stands for all known files under it. */
export async function findSources(args: readonly string[]): Promise<{ sources: FileSource[]; several: boolean }> {
  const found = await Promise.all(args.map(sourcesOf));
  return {
    sources: found.flatMap(({ sources }) => sources),
    several: args.length > 1 || found.some(({ folder }) => folder),
  };
}

async function sourcesOf(path: string): Promise<{ sources: FileSource[]; folder: boolean }> {
  if (path === '-') return { sources: [{ file: '-', bytes: readInput }], folder: false };
  const folder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (!folder) return { sources: [fileSource(path)], folder };
  const names = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Problem('file-not-there', { name: path });
  });
  const paths = names
    // "~$" is what Word leaves beside a file that is open.
    .filter((entry) => entry.isFile() && known.has(extname(entry.name).toLowerCase()) && !/^(~\$|\.)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length === 0) throw new Problem('folder-without-plans', { name: path });
  return { sources: paths.map(fileSource), folder };
}

const fileSource = (path: string): FileSource => ({ file: path, bytes: () => readWhole(path) });

async function readWhole(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Problem('file-not-there', { name: path });
  // Asked before reading: a file beyond the limit is not worth the memory.
  if (found.size > limits.fileBytes) {
    throw new Problem('file-too-large', { name: path, size: found.size, limit: limits.fileBytes });
  }
  return readFile(path).catch(() => {
    throw new Problem('file-not-there', { name: path });
  });
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.fileBytes) {
      throw new Problem('file-too-large', { name: 'đầu vào chuẩn', size, limit: limits.fileBytes });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
