import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { orFolderProblem } from './home.ts';

const largest = 10 * 1_048_576;

export const logFile = (home: string, name: string): string => join(home, 'log', `${name}.log`);

/** Opens a log at its end, private to us. One that has grown large is set aside first; the one before it goes. */
export async function openLogFile(home: string, name: string): Promise<FileHandle> {
  const file = logFile(home, name);
  return orFolderProblem(home, async () => {
    await mkdir(join(home, 'log'), { recursive: true, mode: 0o700 });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > largest) await rename(file, `${file}.1`);
    return open(file, 'a', 0o600);
  });
}
