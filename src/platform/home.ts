import { chmod, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../kernel/problem.ts';

/** The top folder of the checkout, wherever it is called from. */
export const checkout = resolve(import.meta.dirname, '../..');

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Where everything that must last is kept: `THANG_HOME`, else `/var/lib/thang` for root, else `var` of the checkout. */
export function thangHome(env: NodeJS.ProcessEnv = process.env): string {
  if (env.THANG_HOME) return resolve(env.THANG_HOME);
  return isRoot() ? '/var/lib/thang' : join(checkout, 'var');
}

/**
 * Makes the home folder. For root the database runs as an ordinary user, who must be able to pass through (not to look
 * inside); what is private in it has its own narrower rights.
 */
export async function prepareHome(home: string): Promise<void> {
  await orFolderProblem(home, async () => {
    await mkdir(home, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const { mode } = await stat(home);
    if (isRoot() && (mode & 0o001) === 0) await chmod(home, (mode & 0o7777) | 0o011);
  });
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EINVAL']);
const full = new Set(['ENOSPC', 'EDQUOT']);

/** Runs work on files of `folder`; what the disk refuses becomes a Problem that names the folder. */
export async function orFolderProblem<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (full.has(code)) throw new Problem('disk-full', { folder }, { cause });
    if (unwritable.has(code)) throw new Problem('data-folder-unwritable', { folder }, { cause });
    throw cause;
  }
}
