import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStore, openFileStore } from './file-store.ts';

const [tenant, other] = ['tenant-a', 'tenant-b'];
let home = '';
let store: FileStore;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'thang-files-'));
  store = await openFileStore(home);
});
afterEach(() => rm(home, { recursive: true }));

const incoming = () => readdir(join(home, 'files', 'incoming'));
const of = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('the file store', () => {
  it('gives back what it kept, and only to the tenant whose it is', async () => {
    const received = await store.receive(of('Kế ', 'hoạch'), 100);
    expect(received).toMatchObject({ size: 12, tooLarge: false });
    await store.keep(tenant, received);
    const found = await store.find(tenant, received.sha256);
    expect(found && (await text(found))).toBe('Kế hoạch');
    expect(await store.find(other, received.sha256)).toBeUndefined();
  });

  it('has nothing under way once a file is kept or discarded', async () => {
    await store.keep(tenant, await store.receive(of('a'), 100));
    await store.discard(await store.receive(of('b'), 100));
    expect(await incoming()).toEqual([]);
  });

  it('writes no more than the limit of a file that is too large, and counts the rest', async () => {
    const received = await store.receive(of('12345', '67890', 'more'), 10);
    expect(received).toMatchObject({ size: 14, tooLarge: true });
    expect(await readFile(received.path, 'utf8')).toBe('1234567890');
  });

  it('keeps nothing of a file whose sender breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('connection lost');
      })(),
    );
    await expect(store.receive(broken, 100)).rejects.toThrow('connection lost');
    expect(await incoming()).toEqual([]);
  });

  it('clears away at its opening what a process that died had half-received, and not what others receive', async () => {
    const ours = await store.receive(of('ours'), 100);
    const dead = 4_194_305; // beyond the largest process number of Linux
    await writeFile(join(home, 'files', 'incoming', `${dead}.run.file`), 'half');
    await writeFile(join(home, 'files', 'incoming', `${process.pid}.earlier-run.file`), 'half');
    await writeFile(join(home, 'files', 'incoming', `${process.ppid}.run.file`), 'under way');
    await openFileStore(home);
    expect((await incoming()).sort()).toEqual([ours.path.split('/').at(-1), `${process.ppid}.run.file`].sort());
  });

  it.skipIf(process.getuid?.() === 0)('names the folder it may not write to', async () => {
    const locked = join(home, 'locked');
    await mkdir(locked);
    await chmod(locked, 0o500);
    await expect(openFileStore(locked)).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });
});
