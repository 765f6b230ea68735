import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { orFolderProblem } from '../home.ts';
import type { Binaries } from './binaries.ts';
import { problemIn } from './failure.ts';
import type { Owner } from './run.ts';
import { run } from './run.ts';

/** The passwords of the superuser (never used by the product) and of the product's own role. */
export type Secret = { superuser: string; product: string };

/** A data folder with its secret; both appear together by one rename, or not at all. */
export type Cluster = { data: string; secret: Secret };

export const major = '18';
export const superuser = 'postgres';
export const product = 'thang';

export const dataFolder = (home: string): string => join(home, 'postgres', 'data');

/** The data folder of a home; undefined before the first start. Refuses another version and a folder cut in half. */
export async function findCluster(home: string): Promise<Cluster | undefined> {
  const folder = join(home, 'postgres');
  const data = dataFolder(home);
  const entries = await orFolderProblem(folder, () =>
    readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    }),
  );
  if (entries.length === 0) return undefined;
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  const secret = await readFile(join(folder, 'secret.json'), 'utf8').catch(() => undefined);
  if (version === undefined) throw new Problem('database-damaged', { folder });
  if (version.trim() !== major) {
    throw new Problem('database-version', { folder: data, found: version.trim(), expected: major });
  }
  if (secret === undefined) throw new Problem('database-damaged', { folder });
  return { data, secret: JSON.parse(secret) as Secret };
}

/**
 * Makes the data folder with its roles and database, aside, and renames it into place when it is complete and on disk:
 * a start that was cut off leaves nothing but a folder to throw away.
 */
export async function makeCluster(home: string, binaries: Binaries, owner: Owner): Promise<Cluster> {
  await removeHalves(home);
  return orFolderProblem(home, async () => {
    const half = await mkdtemp(join(home, 'postgres.half-'));
    try {
      if (owner) await chown(half, owner.uid, owner.gid);
      const secret = { superuser: randomBytes(24).toString('hex'), product: randomBytes(24).toString('hex') };
      await initialise(binaries, join(half, 'data'), secret, owner);
      await writeFile(join(half, 'secret.json'), JSON.stringify(secret), { mode: 0o600, flush: true });
      await rename(half, join(home, 'postgres'));
      await syncFolder(home);
      return { data: dataFolder(home), secret };
    } finally {
      await rm(half, { recursive: true, force: true });
    }
  });
}

async function removeHalves(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith('postgres.half-')) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function initialise(binaries: Binaries, data: string, secret: Secret, owner: Owner): Promise<void> {
  const password = join(dirname(data), 'password');
  await writeFile(password, secret.superuser, { mode: 0o600 });
  if (owner) await chown(password, owner.uid, owner.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, `--pwfile=${password}`, '--auth=scram-sha-256'];
  await expect(run(join(binaries, 'bin', 'initdb'), ['-D', data, ...locale, ...access], { owner }), data);
  await rm(password);
  const statements = [
    `create role ${product} login password '${secret.product}'`,
    `create database ${product} owner ${product}`,
  ];
  const input = `${statements.join(';\n')};\n`;
  await expect(run(join(binaries, 'bin', 'postgres'), ['--single', '-D', data, superuser], { owner, input }), data);
}

/** A program must succeed and say nothing of an error (single-user mode ends well in spite of one). */
async function expect(running: ReturnType<typeof run>, data: string): Promise<void> {
  const { code, output } = await running;
  if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output)) return;
  throw (
    problemIn(output, dirname(dirname(data))) ??
    new Problem('database-does-not-start', { log: basename(data), said: lastLine(output) })
  );
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
