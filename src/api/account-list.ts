import { dayInVietnam } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { AccountLine } from '../people/views.ts';
import { listAccounts, listGrants } from '../store/accounts-list.ts';
import { lockedKeys } from '../store/sign-in-counts.ts';
import { presentAccount } from './present-people.ts';
import { loginPrint } from './sign-in/password.ts';
import type { Context } from './types.ts';

type Parts = Pick<Context, 'db' | 'secrets'>;

/** Officers with accounts and roles as the administrator sees them. */
export async function readAccounts(
  { db, secrets }: Parts,
  tenantId: string,
  { q = '', officerId }: { q?: string; officerId?: string } = {},
): Promise<AccountLine[]> {
  const now = new Date();
  const today = dayInVietnam(now);
  const [rows, grants, locked] = await Promise.all([
    listAccounts(db, tenantId, q, officerId),
    listGrants(db, tenantId, today, officerId === undefined ? {} : { officerId }),
    lockedKeys(db, tenantId, now),
  ]);
  const isLocked = (key: string | null): boolean =>
    key !== null && locked.size > 0 && locked.has(loginPrint(secrets, key).toString('hex'));
  return rows.map((row) => presentAccount(row, grants, today, isLocked(row.login_key)));
}

export async function getAccountLine(parts: Parts, tenantId: string, officerId: string): Promise<AccountLine> {
  const [line] = await readAccounts(parts, tenantId, { officerId });
  if (!line) throw new Problem('not-found', { what: 'cán bộ này' });
  return line;
}
