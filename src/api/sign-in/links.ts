import { sayMomentInVietnam } from '../../kernel/plain-date.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Actor } from '../../people/model.ts';
import { findPasswordFlaw } from '../../people/password.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import { hashPassword } from '../../platform/passwords/passwords.ts';
import { type AccountRow, findAccountByName, getAccount, setPassword } from '../../store/accounts.ts';
import { inTransaction } from '../../store/db.ts';
import { countTry, forgetTries } from '../../store/sign-in-counts.ts';
import { findLink, isLinkFresh, type MadeLink, makeLink, takeLink } from '../../store/sign-in-links.ts';
import type { Context } from '../types.ts';
import { loginPrint } from './password.ts';

/** What may stand in a password, or the Problem that says why it will not do. */
export function assertStrong(password: string, login: string): void {
  const flaw = findPasswordFlaw(password, login);
  if (flaw) throw new Problem('password-weak', { flaw });
}

/** Where a link leads. The token stands behind "#": browsers send that to no server, so that it is in nobody's log. */
export const addressOfLink = (address: string, kind: 'setup' | 'invitation' | 'reset', token: string): string =>
  `${address}/${kind === 'setup' ? 'thiet-lap' : 'dat-mat-khau'}#${token}`;

/** Sets the password of the account a link belongs to. The link is used up by this and by nothing else. */
export async function setPasswordByLink({ db, secrets }: Context, token: string, password: string): Promise<Actor> {
  const now = new Date();
  const seen = await findLink(db, token, now);
  if (!seen?.officerId) throw new Problem('link-not-valid', {});
  const owner = { tenantId: seen.tenantId, officerId: seen.officerId };
  const account = await getAccount(db, owner);
  if (account.disabled_at) throw new Problem('link-not-valid', {});
  assertStrong(password, account.login);
  const hash = await hashPassword(password);
  await inTransaction(db, async (trx) => {
    if (!(await takeLink(trx, token, now))) throw new Problem('link-not-valid', {});
    await setPassword(trx, owner, hash, now, { action: 'account.link-password' });
  });
  await forgetTries(db, owner.tenantId, loginPrint(secrets, account.login_key), now);
  return owner;
}

/** Counts what an address asks for, whichever logins it names: letters are not sent to a whole list of them from one place. */
export async function countReset({ db, secrets }: Context, tenantId: string, ip: string): Promise<void> {
  const { wait } = await countTry(db, tenantId, secrets.fingerprint(`reset ${ip}`), 'reset', new Date());
  if (wait > 0) throw new Problem('reset-crowded', { wait });
}

/**
 * Sends a link to set a new password, if there is such an account with an address. Whoever asks hears the same either way,
 * and before any of this is done.
 */
export async function mailReset(context: Context, tenantId: string, typed: string): Promise<void> {
  const { db, mailer } = context;
  const account = await findAccountByName(db, tenantId, typed);
  if (!account?.email || account.disabled_at || !mailer) return;
  const now = new Date();
  const owner = { tenantId, officerId: account.officer_id };
  // A letter a minute is enough: nobody's post is to be flooded from the sign-in page.
  if (await isLinkFresh(db, owner, new Date(now.getTime() - 60_000))) return;
  const link = await inTransaction(db, (trx) => makeLink(trx, tenantId, 'reset', now, { officerId: owner.officerId }));
  await mailer.send(letterOf(context.address(), 'reset', account, link));
}

const words = {
  invitation: {
    subject: 'Mời dùng Thang',
    text: 'Anh/chị được mời dùng Thang với tên đăng nhập',
    what: 'đặt mật khẩu và bắt đầu',
  },
  reset: {
    subject: 'Đặt lại mật khẩu Thang',
    text: 'Có yêu cầu đặt lại mật khẩu Thang cho tên đăng nhập',
    what: 'đặt mật khẩu mới',
  },
} as const;

/** The letter that brings a link. */
export function letterOf(
  address: string,
  kind: 'invitation' | 'reset',
  { name, login, email }: Pick<AccountRow, 'name' | 'login' | 'email'>,
  { token, expiresAt }: MadeLink,
): Letter {
  const { subject, text, what } = words[kind];
  return {
    to: email ?? '',
    subject,
    text: `Kính gửi ${name},

${text} “${login}”.
Hãy mở liên kết sau để ${what} (dùng được một lần, đến ${sayMomentInVietnam(expiresAt)}):

${addressOfLink(address, kind, token)}

Nếu không phải anh/chị yêu cầu, hãy bỏ qua thư này: mật khẩu hiện tại không thay đổi.
`,
  };
}
