import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, orFolderProblem } from './home.ts';

/** The built browser app, as the server sends it. */
export const webFolder = join(checkout, 'dist', 'web');

/** Written last into a finished build: the fingerprint of what it was built from. */
const fingerprintFile = '.sources';

/** Everything the browser app is made of; of the server's code it sees the models and folds alone. */
const isSource = (path: string): boolean =>
  /^(web\/|src\/kernel\/|vite\.config\.ts$|package-lock\.json$)/.test(path) ||
  /^src\/[a-z]+\/(model|views|review)\.ts$/.test(path);

/** Whether the built app is missing or was made from other sources. */
export async function needsBuild(): Promise<boolean> {
  const built = await readFile(join(webFolder, fingerprintFile), 'utf8').catch(() => undefined);
  return built !== (await fingerprint());
}

/** Builds the browser app aside and puts it in place when it is whole. */
export async function buildWeb(): Promise<void> {
  const dist = join(checkout, 'dist');
  const half = join(dist, `web.half-${process.pid}`);
  const sources = await fingerprint();
  await orFolderProblem(dist, async () => {
    await mkdir(dist, { recursive: true });
    const { build } = await import('vite');
    try {
      await build({
        root: join(checkout, 'web'),
        configFile: join(checkout, 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: half, emptyOutDir: true },
      });
      await writeFile(join(half, fingerprintFile), sources);
      await rm(webFolder, { recursive: true, force: true });
      await rename(half, webFolder);
    } finally {
      await rm(half, { recursive: true, force: true });
    }
  });
}

/** Builds in a process of its own: the bundler's memory goes when it is done. Returns whether it succeeded. */
export function buildWebApart(program: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}

async function fingerprint(): Promise<string> {
  const folders = await Promise.all(['web', 'src'].map((name) => filesBelow(name)));
  const files = [...folders.flat(), 'vite.config.ts', 'package-lock.json'].filter(isSource).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(await readFile(join(checkout, file)));
  return hash.digest('hex');
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
