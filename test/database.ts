import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../src/platform/postgres/cluster.ts';
import { readPidFile } from '../src/platform/postgres/processes.ts';
import { startServer } from '../src/platform/postgres/server.ts';
import { testHomeVariable } from '../src/store/testing.ts';

/**
 * Global setup of the tests: a folder for the test server and nothing more. The server is started by the first test
 * that asks for a database, so a run without such tests does not pay for it; here it is stopped.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'thang-test-'));
  // As root the server runs as an ordinary user, who must be able to pass through.
  await chmod(folder, 0o711);
  process.env[testHomeVariable] = folder;
  return async () => {
    const home = join(folder, 'home');
    if (await readPidFile(dataFolder(home))) await (await startServer({ home })).stop();
    await rm(folder, { recursive: true, force: true });
  };
}
