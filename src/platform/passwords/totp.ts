import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';

/** Six digits, half a minute, SHA-1: what every authenticator app understands (RFC 6238). */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret in base 32, as apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address of a secret for apps: who asks for codes, and whose they are. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  new TOTP({ ...settings, secret, issuer, label }).toString();

/**
 * The time step a code belongs to, or undefined. A clock may be half a minute off either way. Whoever calls remembers the
 * step: a code of the same or an earlier one has been used.
 */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ ...settings, secret });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : totp.counter({ timestamp: now.getTime() }) + delta;
}

/** Without letters and digits that are mistaken for each other on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** "k7mqx-3nw9p": 49 bits of chance. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** A recovery code as it was given, however it is typed from paper. */
export const readRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(.{5})(.{5})$/, '$1-$2');

/** A QR code as one SVG path on a square of `size`, with the quiet zone of four that readers need. */
export function drawQr(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => row);
  const path = rows.flatMap((row) =>
    rows.filter((column) => code.isDark(row, column)).map((column) => `M${column + 4} ${row + 4}h1v1h-1z`),
  );
  return { size: count + 8, path: path.join('') };
}
