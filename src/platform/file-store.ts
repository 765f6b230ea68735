import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { orFolderProblem } from './home.ts';

/** A file that has arrived whole and is on disk, but belongs to nothing yet. */
export type ReceivedFile = { path: string; size: number; sha256: Buffer };

/** The original files of plans: each under the hash of its content, apart for every tenant, never changed. */
export type FileStore = {
  /** Writes what comes to a file of its own. Stops writing after `limit` bytes and says so; the rest is read away. */
  receive: (content: Readable, limit: number) => Promise<ReceivedFile & { tooLarge: boolean }>;
  /** Puts a received file in its lasting place. After this it survives a power cut. */
  keep: (tenantId: string, file: ReceivedFile) => Promise<void>;
  /** Lets a received file wait under an id, also over a restart, until it is kept or released. */
  hold: (id: string, file: ReceivedFile) => Promise<void>;
  /** Where a waiting file lies; also when it was kept by an attempt that was then undone. */
  findHeld: (id: string, tenantId: string, sha256: Buffer) => Promise<string | undefined>;
  release: (id: string) => Promise<void>;
  /** The ids of all that wait. */
  listHeld: () => Promise<string[]>;
  /** Removes a received file that was not kept. */
  discard: (file: ReceivedFile) => Promise<void>;
  /** The bytes of a kept file, or undefined when it is not there. */
  find: (tenantId: string, sha256: Buffer) => Promise<Readable | undefined>;
  /** Where a kept file lies, for a process that reads it. */
  locate: (tenantId: string, sha256: Buffer) => Promise<string | undefined>;
  /** Erases a kept file that holds personal data and is named by nothing any more. One that is gone already is no fault. */
  erase: (tenantId: string, sha256: Buffer) => Promise<void>;
};

/** Tells our half-received files from those of a process that died and whose number we may have got. */
const run = randomUUID();

/** Opens the store under `home/files` and clears away what a crash left half-received. */
export async function openFileStore(home: string): Promise<FileStore> {
  const root = join(home, 'files');
  const incoming = join(root, 'incoming');
  await orFolderProblem(root, () => mkdir(incoming, { recursive: true, mode: 0o700 }));
  for (const name of await readdir(incoming)) if (isLeftOver(name)) await rm(join(incoming, name), { force: true });

  const folderOf = (tenantId: string, sha256: Buffer) => join(root, tenantId, sha256.toString('hex').slice(0, 2));
  const heldPath = (id: string) => join(incoming, `${held}${id}`);
  const pathOf = (tenantId: string, sha256: Buffer) => join(folderOf(tenantId, sha256), sha256.toString('hex'));

  return {
    receive: (content, limit) =>
      orFolderProblem(root, () => receive(content, join(incoming, `${process.pid}.${run}.${randomUUID()}`), limit)),
    keep: (tenantId, file) =>
      orFolderProblem(root, async () => {
        const folder = folderOf(tenantId, file.sha256);
        if (file.path === pathOf(tenantId, file.sha256)) return;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // A rename is all or nothing: there is never a half-written file under its lasting name.
        await rename(file.path, pathOf(tenantId, file.sha256));
        await syncFolder(folder);
      }),
    hold: (id, { path }) =>
      orFolderProblem(root, async () => {
        await rename(path, heldPath(id));
        await syncFolder(incoming);
      }),
    findHeld: async (id, tenantId, sha256) => {
      for (const path of [heldPath(id), pathOf(tenantId, sha256)]) if (await isThere(path)) return path;
      return undefined;
    },
    release: (id) => rm(heldPath(id), { force: true }),
    listHeld: async () =>
      (await readdir(incoming)).flatMap((name) => (name.startsWith(held) ? [name.slice(held.length)] : [])),
    discard: ({ path }) => rm(path, { force: true }),
    find: async (tenantId, sha256) => {
      const path = pathOf(tenantId, sha256);
      return (await isThere(path)) ? createReadStream(path) : undefined;
    },
    locate: async (tenantId, sha256) => {
      const path = pathOf(tenantId, sha256);
      return (await isThere(path)) ? path : undefined;
    },
    erase: (tenantId, sha256) => orFolderProblem(root, () => rm(pathOf(tenantId, sha256), { force: true })),
  };
}

/** What waits to be read is whole, whoever received it. */
const held = 'held.';

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether the process that began this file is gone. */
function isLeftOver(name: string): boolean {
  if (name.startsWith(held)) return false;
  const [pid, owner] = name.split('.');
  if (owner === run) return false;
  if (Number(pid) === process.pid) return true;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}

async function receive(content: Readable, path: string, limit: number): Promise<ReceivedFile & { tooLarge: boolean }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) continue;
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, size, sha256: hash.digest(), tooLarge: size > limit };
}

/** A new name in a folder lasts only when the folder itself is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  // Windows cannot sync a folder; there the file system's journal does it.
  await handle.sync().catch(() => {});
  await handle.close();
}
