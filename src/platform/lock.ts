import { existsSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../kernel/problem.ts';

/** A lock on a file, held until released or until the process ends, however it ends. */
export type Lock = { release: () => void };

/** Kept from the garbage collector, which would close a file that nobody holds on to, and so give its lock back. */
const held = new Set<DatabaseSync>();

const busy = 5;
const full = 13;

/**
 * Takes the lock, or returns undefined when another process holds it. SQLite, which Node carries, gives us the
 * kernel's own file lock on every system: nothing is left behind by `kill -9`, and two processes never both get it,
 * which a file with a process number in it cannot promise.
 */
export function takeLock(file: string): Lock | undefined {
  try {
    makePrivate(file);
    const holder = new DatabaseSync(file);
    holder.exec('pragma locking_mode = exclusive');
    try {
      holder.exec('begin exclusive');
    } catch (error) {
      holder.close();
      throw error;
    }
    held.add(holder);
    return { release: () => void (held.delete(holder) && holder.close()) };
  } catch (cause) {
    const { errcode: code, code: name } = cause as { errcode?: number; code?: string };
    if (code === busy) return undefined;
    if (code === full || name === 'ENOSPC') throw new Problem('disk-full', { folder: file }, { cause });
    throw new Problem('data-folder-unwritable', { folder: file }, { cause });
  }
}

/**
 * SQLite would let everybody open the file, and so hold the lock. Only a missing file is touched: closing one that is
 * there would give back a lock this process has on it.
 */
function makePrivate(file: string): void {
  if (existsSync(file)) return;
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
