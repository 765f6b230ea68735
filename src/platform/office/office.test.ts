import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readDocument } from '../../document/read.ts';
import { readPlan } from '../../plan/read.ts';
import { convertToDocx } from './convert-to-docx.ts';
import { extractDoc } from './extract-doc.ts';
import { findOffice } from './find-office.ts';

const samples = join(import.meta.dirname, '..', '..', '..', 'test', 'office');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(samples, name)));
const path = process.env.PATH;
const folder = mkdtempSync(join(tmpdir(), 'thang-office-test-'));
afterEach(() => {
  process.env.PATH = path;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('without LibreOffice', () => {
  test('RTF is refused in words that say what to do, old Word files are read all the same', async () => {
    process.env.PATH = folder;
    const tools = { convertToDocx, extractDoc };
    const refused = readDocument(bytesOf('minh-ha-2026.rtf'), { name: 'kế hoạch.rtf', tools });
    await expect(refused).rejects.toMatchObject({ code: 'file-is-rich-text' });
    const { warnings, blocks } = await readDocument(bytesOf('minh-ha-2026.doc'), { tools });
    expect([warnings, blocks.length > 20]).toEqual([[], true]);
  });

  test('a Word file whose sectors form a ring is given up', { timeout: 10_000 }, async () => {
    const bytes = bytesOf('minh-ha-2026.doc');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = 512 + view.getUint32(0x4c, true) * 512;
    // Each sector names the one before it as the next.
    for (let at = 0; at < 128; at++) view.setInt32(table + at * 4, at % 2 === 0 ? at + 1 : at - 1, true);
    await expect(extractDoc(bytes)).rejects.toThrow('goes round');
  });

  test('the bare text of a Word file is still to be had', async () => {
    expect(await extractDoc(bytesOf('minh-ha-2026.doc'))).toContain('KẾ HOẠCH');
  });
});

const office = findOffice();
if (!office) console.warn('Skipped: LibreOffice is not installed, so RTF is not converted.');

describe.skipIf(!office)('with LibreOffice', () => {
  test('RTF gives the same tasks as the Word file it was made from', { timeout: 60_000 }, async () => {
    const read = async (bytes: Uint8Array) => readPlan(await readDocument(bytes, { tools: { convertToDocx } }));
    const [rich, old] = [await read(bytesOf('minh-ha-2026.rtf')), await read(bytesOf('minh-ha-2026.doc'))];
    expect(rich.tasks.map(({ text }) => text)).toEqual(old.tasks.map(({ text }) => text));
  });

  test('what it cannot read is undefined, and no folder stays', { timeout: 60_000 }, async () => {
    const before = new Set(folders());
    await convertToDocx(new Uint8Array(100), 'doc');
    expect(folders().filter((name) => !before.has(name))).toEqual([]);
  });
});

const folders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('thang-office-') && !name.includes('test'));

describe.skipIf(process.platform === 'win32')('the guard', () => {
  const guard = join(import.meta.dirname, 'guard.ts');
  /** A command with a child of its own, which writes its number down. */
  const slow = (name: string) => {
    const file = join(folder, `${name}.sh`);
    writeFileSync(file, `sleep 60 & echo $! > ${join(folder, name)}; wait\n`);
    return ['sh', file];
  };
  /** One that is dead and that nobody asked about yet still has its number. */
  const isAlive = (name: string): boolean => {
    const pid = existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : '';
    const state = pid && spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim();
    return state !== '' && !state.startsWith('Z');
  };
  const start = (name: string, time: number) => {
    const own = mkdtempSync(join(folder, 'run-'));
    const args = [guard, own, own, String(time), '1000000', ...slow(name)];
    return { own, child: spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'] }) };
  };

  test('ends a command and its children when the time is over', { timeout: 20_000 }, async () => {
    const { own, child } = start('late', 1_500);
    expect((await once(child, 'exit'))[0]).toBe(2);
    expect([isAlive('late'), existsSync(own)]).toEqual([false, false]);
  });

  test('and when the whole group of whoever asked is ended at once', { timeout: 20_000 }, async () => {
    const [bin, file] = [mkdtempSync(join(folder, 'bin-')), join(folder, 'caller.mjs')];
    writeFileSync(join(bin, 'soffice'), `#!/bin/sh\necho $$ > ${join(folder, 'group')}; sleep 60\n`, { mode: 0o755 });
    const module = JSON.stringify(join(import.meta.dirname, 'convert-to-docx.ts'));
    writeFileSync(file, `import { convertToDocx } from ${module}; await convertToDocx(new Uint8Array(9), 'doc');`);
    const env = { PATH: `${bin}:${path}`, TMPDIR: mkdtempSync(join(folder, 'tmp-')) };
    const caller = spawn(process.execPath, [file], { env, detached: true, stdio: 'ignore' });
    await expect.poll(() => isAlive('group'), { timeout: 10_000 }).toBe(true);
    process.kill(-(caller.pid as number), 'SIGKILL');
    await expect.poll(() => isAlive('group'), { timeout: 5_000 }).toBe(false);
    await expect.poll(() => readdirSync(env.TMPDIR)).toEqual([]);
  });

  test('and when whoever asked is gone', { timeout: 20_000 }, async () => {
    const { child } = start('left', 60_000);
    await expect.poll(() => isAlive('left'), { timeout: 10_000 }).toBe(true);
    child.stdin.destroy();
    expect((await once(child, 'exit'))[0]).toBe(4);
    await expect.poll(() => isAlive('left')).toBe(false);
  });
});
