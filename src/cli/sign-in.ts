import type { ServerOptions } from '../api/server.ts';
import { addressOfLink } from '../api/sign-in/links.ts';
import { Problem } from '../kernel/problem.ts';
import { findMailSettings } from '../platform/mail/mail.ts';
import { findScanner } from '../platform/virus-scanner/scanner.ts';
import { type Database, inTransaction } from '../store/db.ts';
import { makeSetUpLinks } from '../store/sign-in-tenants.ts';

/**
 * What a server with accounts takes from its environment: `THANG_URL` (the address officers type), `THANG_SMTP_URL` and
 * `THANG_MAIL_FROM` (letters), `THANG_PROXIES` (addresses of proxies that may say who asks), `THANG_CLAMD` (a virus scanner).
 */
export function serverSettings(env: NodeJS.ProcessEnv = process.env): Partial<ServerOptions> {
  const mail = findMailSettings(env);
  const scanner = findScanner(env);
  const { THANG_URL: address } = env;
  if (address && !/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
    throw new Problem('usage', { what: `THANG_URL=${address}`, why: 'wrong' });
  return {
    ...(address && { address }),
    ...(env.THANG_PROXIES && { proxies: env.THANG_PROXIES }),
    ...(mail && { mail }),
    ...(scanner && { scanner }),
  };
}

/** Says where the server is; while nobody can administer it, prints a link that sets it up, once. */
export async function welcomeOfficers(
  db: Database,
  address: string,
  home: string,
  say: (text: string) => void,
): Promise<void> {
  const links = await inTransaction(db, (trx) => makeSetUpLinks(trx, new Date()));
  say(`\nThang đã mở ở ${address}\n  Dữ liệu nằm trong ${home}. Dừng bằng Ctrl+C.\n`);
  for (const { token } of links)
    say(`  Chưa có người quản trị. Mở liên kết sau để thiết lập (dùng một lần, trong 24 giờ;
  khởi động lại thì có liên kết mới, liên kết cũ hết hiệu lực):

  ${addressOfLink(address.replace(/\/+$/, ''), 'setup', token)}
`);
}
