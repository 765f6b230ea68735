import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { limits } from '../../document/limits.ts';
import { findOffice } from './find-office.ts';
import { writeProfile } from './profile.ts';

/** LibreOffice needs some seconds to start; what takes longer than this is no plan. */
const patience = 40_000;

/**
 * A file in an older office format as DOCX, by LibreOffice: without a window, macros, links or network, in a folder of
 * its own that goes with it. Undefined where it is not installed or could not.
 */
export async function convertToDocx(bytes: Uint8Array, from: 'doc' | 'rtf'): Promise<Uint8Array | undefined> {
  const office = findOffice();
  if (office === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'thang-office-'));
  try {
    const [profile, output] = [join(folder, 'profile'), join(folder, 'out')];
    await Promise.all([writeProfile(profile), mkdir(output), writeFile(join(folder, `in.${from}`), bytes)]);
    const options = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'];
    const done = await run(folder, output, [
      office,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...options,
      ...['--convert-to', 'docx:MS Word 2007 XML', '--outdir', output, `in.${from}`],
    ]);
    return done ? await readResult(join(output, 'in.docx')) : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether the command ended well. It and all it starts end with us, however we end. */
function run(folder: string, output: string, command: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const guard = join(import.meta.dirname, 'guard.ts');
    const args = [guard, folder, output, String(patience), String(limits.fileBytes), ...command];
    const env = { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
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
