import * as argon2 from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { hashPassword, isPassword, outdated } from './passwords.ts';

vi.mock('@node-rs/argon2', async (actual) => {
  const real = await actual<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

it('knows the password again, and no other', async () => {
  const stored = await hashPassword('một mật khẩu đủ dài');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
  expect(await isPassword(stored, 'một mật khẩu đủ dài')).toBe(true);
  expect(await isPassword(stored, 'một mật khẩu đủ dai')).toBe(false);
  expect(await hashPassword('một mật khẩu đủ dài')).not.toBe(stored);
});

it('knows it however the keyboard composes its letters', async () => {
  const stored = await hashPassword('mật khẩu tiếng Việt'.normalize('NFD'));
  expect(await isPassword(stored, 'mật khẩu tiếng Việt'.normalize('NFC'))).toBe(true);
});

it('does for an unknown account the work it does for a known one, and lets nobody in', async () => {
  const verify = vi.mocked(argon2.verify);
  verify.mockClear();
  expect(await isPassword(undefined, 'không của ai')).toBe(false);
  expect(await isPassword(null, 'không của ai')).toBe(false);
  const costs = verify.mock.calls.map(([stored]) => argon2.parseOptions(stored));
  expect(costs).toHaveLength(2);
  for (const { memoryCost, timeCost } of costs) expect([memoryCost, timeCost]).toEqual([47_104, 2]);
});

it('tells which hashes are cheaper than today', async () => {
  expect(outdated(await argon2.hash('a', { memoryCost: 8_192 }))).toBe(true);
  expect(outdated(await hashPassword('a'))).toBe(false);
});

it('checks only so many at once, one after another', async () => {
  const stored = await hashPassword('một mật khẩu đủ dài');
  const all = await Promise.all(
    Array.from({ length: 9 }, (_, i) => isPassword(stored, i === 4 ? 'khác' : 'một mật khẩu đủ dài')),
  );
  expect(all.filter((right) => !right)).toHaveLength(1);
});
