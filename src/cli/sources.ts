import { access, constants, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { limits } from '../document/limits.ts';
import { Problem } from '../kernel/problem.ts';

/** Something to read: its name as the user gave it, which is also where it lies ("-": standard input). */
export type FileSource = { file: string };

/** What is taken from a folder. A file named by itself is tried whatever its name: the content decides. */
const known = new Set(['.docx', '.doc', '.odt', '.rtf', '.pdf', '.xlsx', '.html', '.htm', '.md', '.txt']);

/** The files of the arguments in the order given; a folder stands for all known files under it. */
export async function findSources(args: readonly string[]): Promise<{ sources: FileSource[]; several: boolean }> {
  const found = await Promise.all(args.map(sourcesOf));
  return {
    sources: found.flatMap(({ sources }) => sources),
    several: args.length > 1 || found.some(({ folder }) => folder),
  };
}

async function sourcesOf(path: string): Promise<{ sources: FileSource[]; folder: boolean }> {
  if (path === '-') return { sources: [{ file: path }], folder: false };
  const folder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (!folder) return { sources: [{ file: path }], folder };
  const names = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Problem('file-not-there', { name: path });
  });
  const paths = names
    // "~$" is what Word leaves beside a file that is open.
    .filter((entry) => entry.isFile() && known.has(extname(entry.name).toLowerCase()) && !/^(~\$|\.)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length === 0) throw new Problem('folder-without-plans', { name: path });
  return { sources: paths.map((file) => ({ file })), folder };
}

/** Refuses what cannot be read at all, before a process is asked to read it. */
export async function requireReadable({ file: name }: FileSource): Promise<void> {
  if (name === '-') return;
  const found = await stat(name).catch(() => undefined);
  if (!found?.isFile()) throw new Problem('file-not-there', { name });
  // Asked before reading: a file beyond the limit is not worth the memory.
  if (found.size > limits.fileBytes) {
    throw new Problem('file-too-large', { name, size: found.size, limit: limits.fileBytes });
  }
  await access(name, constants.R_OK).catch(() => {
    throw new Problem('file-not-there', { name });
  });
}
