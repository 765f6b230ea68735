import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { limits } from '../../document/limits.ts';
import { findOffice } from './find-office.ts';
import { writeFonts } from './fonts.ts';
import { writeProfile } from './profile.ts';

/** From and to which ending, by which of LibreOffice's filters. */
export type Conversion = { from: string; to: string; filter: string };

/**
 * A file in another format, by LibreOffice: without a window, macros, links or network, in a folder of its own that goes
 * with it, for at most `patience` milliseconds. Undefined where it is not installed or could not.
 */
export async function convert(
  bytes: Uint8Array,
  { from, to, filter }: Conversion,
  patience: number,
): Promise<Uint8Array | undefined> {
  const office = findOffice();
  if (office === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'thang-office-'));
  try {
    const [profile, output] = [join(folder, 'profile'), join(folder, 'out')];
    const fonts = await writeFonts(folder);
    await Promise.all([writeProfile(profile), mkdir(output), writeFile(join(folder, `in.${from}`), bytes)]);
    const options = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'];
    const done = await run({ folder, output, patience, fonts }, [
      office,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...options,
      ...['--convert-to', `${to}:${filter}`, '--outdir', output, `in.${from}`],
    ]);
    return done ? await readResult(join(output, `in.${to}`)) : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Place = { folder: string; output: string; patience: number; fonts: string };

/** Whether the command ended well. It and all it starts end with us, however we end. */
function run({ folder, output, patience, fonts }: Place, command: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const guard = join(import.meta.dirname, 'guard.ts');
    const args = [guard, folder, output, String(patience), String(limits.fileBytes), ...command];
    const path = { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder };
    const env = { ...path, LANG: 'C.UTF-8', FONTCONFIG_FILE: fonts };
    // In a group of its own: whoever ends all of ours at once would end the guard before what it guards.
    const detached = process.platform !== 'win32';
    const child = spawn(process.execPath, args, { env, detached, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => {});
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0));
  });
}

async function readResult(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() && found.size <= limits.fileBytes ? readFile(path) : undefined;
}
