import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSecrets } from './secrets.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'thang-secrets-'));
});
afterEach(() => rm(home, { recursive: true }));

const lost = expect.objectContaining({ code: 'secret-lost' });

it('opens what was sealed, also after a new start', async () => {
  const sealed = (await openSecrets(home, '')).seal('JBSWY3DPEHPK3PXP', 'totp a');
  expect(sealed.toString('latin1')).not.toContain('JBSWY3DPEHPK3PXP');
  expect((await openSecrets(home, '')).open(sealed, 'totp a')).toBe('JBSWY3DPEHPK3PXP');
});

it('never seals twice alike', async () => {
  const secrets = await openSecrets(home, '');
  expect(secrets.seal('a', 'b').equals(secrets.seal('a', 'b'))).toBe(false);
});

it('does not open for another officer, with another key, or once changed', async () => {
  const secrets = await openSecrets(home, '');
  const sealed = secrets.seal('khóa', 'totp a');
  expect(() => secrets.open(sealed, 'totp b')).toThrow(lost);
  const other = await openSecrets(home, 'một khóa khác đủ dài cho ba mươi hai ký tự');
  expect(() => other.open(sealed, 'totp a')).toThrow(lost);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => secrets.open(changed, 'totp a')).toThrow(lost);
  }
  for (const short of [Buffer.alloc(0), sealed.subarray(0, 20)])
    expect(() => secrets.open(short, 'totp a')).toThrow(lost);
});

it('makes one key, which only its owner may read, however many start at once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openSecrets(home, '')));
  const prints = new Set(all.map(({ fingerprint }) => fingerprint('a').toString('hex')));
  expect(prints.size).toBe(1);
  expect((await stat(join(home, 'secret.key'))).mode & 0o777).toBe(0o600);
});

it('takes the key it is given instead, the same on every server', async () => {
  const key = 'x'.repeat(32);
  const elsewhere = await mkdtemp(join(tmpdir(), 'thang-secrets-'));
  const sealed = (await openSecrets(home, key)).seal('a', 'b');
  expect((await openSecrets(elsewhere, key)).open(sealed, 'b')).toBe('a');
  await expect(readFile(join(home, 'secret.key'))).rejects.toThrow('ENOENT');
  await rm(elsewhere, { recursive: true });
});

it('refuses a key that is too short, and a key file that is broken', async () => {
  await expect(openSecrets(home, 'ngắn')).rejects.toThrow(expect.objectContaining({ code: 'secret-too-short' }));
  await writeFile(join(home, 'secret.key'), 'abc');
  await expect(openSecrets(home, '')).rejects.toThrow(lost);
});

it('finds by a print that tells nothing without the key', async () => {
  const [a, b] = [await openSecrets(home, ''), await openSecrets(home, 'y'.repeat(40))];
  expect(a.fingerprint('mai').equals(a.fingerprint('mai'))).toBe(true);
  expect(a.fingerprint('mai').equals(a.fingerprint('lan'))).toBe(false);
  expect(a.fingerprint('mai').equals(b.fingerprint('mai'))).toBe(false);
});
