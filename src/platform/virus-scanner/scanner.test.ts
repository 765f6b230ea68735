import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findScanner } from './scanner.ts';
import { fakeClamd } from './testing.ts';

let folder: string;
let server: Server | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thang-scan-'));
});
afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const scan = async (address: string, content: string | Buffer) => {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return findScanner({ THANG_CLAMD: address })?.scan(path);
};

describe('a virus scanner', () => {
  it('is not there where none is set up', () => {
    expect(findScanner({})).toBeUndefined();
  });

  it.each(['clamd', 'host:70000', 'http://x'])('is refused at the address %s', (address) => {
    expect(() => findScanner({ THANG_CLAMD: address })).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it.each(['tcp', 'unix'])('tells clean files from infected ones over %s', async (way) => {
    const fake = await fakeClamd(way === 'unix' ? join(folder, 'clamd.sock') : undefined);
    server = fake.server;
    expect(await scan(fake.address, Buffer.alloc(300_000, 'a'))).toEqual({ state: 'clean', threat: null });
    expect(await scan(fake.address, 'xx VIRUS xx')).toEqual({ state: 'infected', threat: 'Eicar-Test-Signature' });
  });

  it('says that a file is more than it takes', async () => {
    const fake = await fakeClamd();
    server = fake.server;
    expect(await scan(fake.address, Buffer.alloc(3_000_000))).toEqual({ state: 'too-large', threat: null });
  });

  it('fails where nobody answers, or with words nobody knows', async () => {
    const fake = await fakeClamd();
    server = fake.server;
    await expect(scan(fake.address, 'xx NONSENSE xx')).rejects.toThrow('answered');
    fake.server.close();
    await expect(scan(fake.address, 'a')).rejects.toThrow();
  });
});
