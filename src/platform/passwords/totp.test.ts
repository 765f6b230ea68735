import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { drawQr, findTotpStep, newRecoveryCode, newTotpSecret, readRecoveryCode, totpUri } from './totp.ts';

/** The secret and times of the appendix of RFC 6238, its codes cut to six digits. */
const secret = Secret.fromLatin1('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('knows the code of the standard at %d seconds', (seconds, code) => {
  expect(findTotpStep(secret, code, new Date(seconds * 1_000))).toBe(Math.floor(seconds / 30));
});

it('takes a clock half a minute off, and none a minute off', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const at = (seconds: number) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() + seconds * 1_000 });
  const step = now.getTime() / 30_000;
  expect(findTotpStep(secret, at(-30), now)).toBe(step - 1);
  expect(findTotpStep(secret, at(30), now)).toBe(step + 1);
  expect(findTotpStep(secret, at(-60), now)).toBeUndefined();
  expect(findTotpStep(secret, at(60), now)).toBeUndefined();
});

it.each(['', '12345', '1234567', '12345a', ' 287082', '２８７０８２'])('takes no code %j', (code) => {
  expect(findTotpStep(secret, code, new Date(59_000))).toBeUndefined();
});

it('makes secrets of 160 bits that apps can be given', () => {
  const made = newTotpSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(made);
  expect(totpUri(made, 'Thang Minh Hà', 'mai')).toMatch(
    new RegExp(`^otpauth://totp/Thang%20Minh%20H%C3%A0:mai\\?issuer=.*secret=${made}`),
  );
});

it('makes recovery codes that can be read from paper however they are typed', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^[a-hj-km-np-z2-9]{5}-[a-hj-km-np-z2-9]{5}$/);
  for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
    expect(readRecoveryCode(typed)).toBe(code);
});

it('draws a QR code with its three corners and a quiet zone', () => {
  const { size, path } = drawQr('otpauth://totp/Thang:mai?secret=JBSWY3DPEHPK3PXP&issuer=Thang');
  expect((size - 8 - 17) % 4).toBe(0);
  const dark = new Set(path.match(/M\d+ \d+/g));
  const corner = (x: number, y: number) =>
    [0, 1, 2, 3, 4, 5, 6].every((i) => dark.has(`M${x + i} ${y}`) && dark.has(`M${x} ${y + i}`));
  expect([corner(4, 4), corner(size - 11, 4), corner(4, size - 11)]).toEqual([true, true, true]);
  expect([...dark].some((at) => /M[0-3] |M\d+ [0-3]$/.test(at))).toBe(false);
});
