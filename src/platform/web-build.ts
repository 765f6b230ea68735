import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { checkout, orFolderProblem } from './home.ts';

/** The built browser app, as the server sends it. */
export const webFolder = join(checkout, 'dist', 'web');

/** Written last into a finished build: what it was built from, and the fingerprint of that. */
const recordFile = '.sources.json';

/** `beyond`: the files outside of `web/` that the bundler took in: models, folds and rules that both sides share. */
type Record = { beyond: string[]; fingerprint: string };

/** Whether the built app is missing or was made from other sources. */
export async function needsBuild(): Promise<boolean> {
  const built = await readFile(join(webFolder, recordFile), 'utf8').catch(() => undefined);
  if (built === undefined) return true;
  const { beyond, fingerprint } = JSON.parse(built) as Record;
  return fingerprint !== (await fingerprintOf(beyond));
}

/** Builds the browser app aside and puts it in place when it is whole. */
export async function buildWeb(): Promise<void> {
  const dist = join(checkout, 'dist');
  const half = join(dist, `web.half-${process.pid}`);
  await orFolderProblem(dist, async () => {
    await mkdir(dist, { recursive: true });
    const begun = Date.now();
    try {
      const beyond = await inProduction(() => bundle(half));
      // What was written meanwhile may not be in it: an unknown fingerprint has it built again next time.
      const fingerprint = (await isUntouched(beyond, begun)) ? await fingerprintOf(beyond) : '';
      const record: Record = { beyond, fingerprint };
      await writeFile(join(half, recordFile), JSON.stringify(record));
      await rm(webFolder, { recursive: true, force: true });
      await rename(half, webFolder);
    } finally {
      await rm(half, { recursive: true, force: true });
    }
  });
}

/** Bundles into a folder; returns which files of ours outside of `web/` went in. */
async function bundle(folder: string): Promise<string[]> {
  const { build } = await import('vite');
  const beyond: string[] = [];
  const noteModules: Plugin = {
    name: 'note-modules',
    generateBundle() {
      const paths = [...this.getModuleIds()].map((id) => relative(checkout, id).replaceAll('\\', '/'));
      beyond.push(...paths.filter((path) => /^(src|data)\/[^?\0]*$/.test(path)).sort());
    },
  };
  await build({
    root: join(checkout, 'web'),
    configFile: join(checkout, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
    plugins: [noteModules],
  });
  return beyond;
}

/** The test runner says another environment, and the bundler would take the slow, checking React of developers by it. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Builds in a process of its own: the bundler's memory goes when it is done. Returns whether it succeeded. */
export function buildWebApart(program: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

/** Of all that lies in `web/`, whether it went in or not, and of the files beyond; one that is gone counts as empty. */
async function fingerprintOf(beyond: readonly string[]): Promise<string> {
  const files = await sourcesWith(beyond);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(`${file}\n`).update(await readFile(join(checkout, file)).catch(() => ''));
  }
  return hash.digest('hex');
}

const sourcesWith = async (beyond: readonly string[]): Promise<string[]> => [
  ...(await filesBelow('web')),
  ...beyond,
  'vite.config.ts',
  'package-lock.json',
];

async function isUntouched(beyond: readonly string[], since: number): Promise<boolean> {
  const times = (await sourcesWith(beyond)).map(async (file) => (await stat(join(checkout, file))).mtimeMs);
  return (await Promise.all(times)).every((time) => time < since);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(checkout, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(checkout.length + 1)
        .replaceAll('\\', '/'),
    );
}
