import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Flags that keep Chromium from calling home: a test machine may have no network at all. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium: the one that came with `npm test` where it can run, since it draws no window and so takes half the
 * processor's time of the system's, else the system's. The package's own list of flags is for a sandbox without processes
 * and switches web security off: ours keeps it on.
 */
export async function openBrowser(): Promise<Browser> {
  const system = places.find((path) => existsSync(path));
  try {
    return await openPackaged();
  } catch (error) {
    // Its build is for one system and one kind of processor.
    if (!system) throw error;
    return chromium.launch({ executablePath: system, args: quiet });
  }
}

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function openPackaged(): Promise<Browser> {
  const place = await unpack();
  const executablePath = join(place, 'chromium');
  try {
    return await chromium.launch({ executablePath, args: quiet });
  } catch {
    // A bare machine has no NSS: the package brings it for the sandbox it is made for.
    const env = { ...process.env, LD_LIBRARY_PATH: join(place, 'al2023', 'lib') } as Record<string, string>;
    return chromium.launch({ executablePath, args: quiet, env });
  }
}

/**
 * Unpacks the package's Chromium once per user and version. It unpacks into the folder for temporary files whatever is
 * there, so that two users, or two tests at once, would run each other's half-written file: we give it a folder of our
 * own and move that into place when it is whole.
 */
async function unpack(): Promise<string> {
  const manifest = join(import.meta.dirname, '..', '..', 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const place = join(tmpdir(), `thang-chromium-${process.getuid?.() ?? 'user'}-${version}`);
  if (!existsSync(place)) {
    const half = `${place}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    await unpackInto(half);
    try {
      renameSync(half, place);
    } catch {
      // Another test was faster: its copy is whole, ours goes.
      rmSync(half, { recursive: true, force: true });
    }
  }
  return place;
}

/** Where to unpack is said by TMPDIR; the name of a runtime of that sandbox makes it unpack the libraries too. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    await sparticuz.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
