import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { orFolderProblem } from '../home.ts';
import type { Owner } from './run.ts';

/** The kernel's limit on the path of a socket, less the final zero; macOS is stricter than Linux. */
const longest = process.platform === 'linux' ? 107 : 103;

export const port = 5432;

/** A private folder for the server's socket: in the home, or in the temporary folder when that path is too long. */
export async function prepareSocketFolder(home: string, owner: Owner): Promise<string> {
  const near = join(home, 'run');
  const far = join(tmpdir(), `thang-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  const folder = fits(near) ? near : far;
  const uid = owner?.uid ?? process.getuid?.() ?? 0;
  await orFolderProblem(folder, async () => {
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const found = await lstat(folder);
    // Somebody else's folder under the same name in /tmp would let them listen in our place.
    if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
      throw new Problem('data-folder-unwritable', { folder });
    }
    if (owner && found.uid !== uid) await chown(folder, owner.uid, owner.gid);
    await chmod(folder, 0o700);
  });
  return folder;
}

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${port}.lock`)) <= longest;
