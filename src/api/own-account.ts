import { dayInVietnam } from '../kernel/plain-date.ts';
import type { Actor, Asker } from '../people/model.ts';
import type { OwnAccount } from '../people/views.ts';
import { findAccount } from '../store/accounts.ts';
import { listGrants } from '../store/accounts-list.ts';
import { countRecoveryCodes } from '../store/accounts-totp.ts';
import type { Database } from '../store/db.ts';
import { listSessions } from '../store/sessions.ts';
import { presentDelegation, presentGrant, presentSessionLine } from './present-people.ts';

/** Everything one sees of one's own account, as the API tells it. */
export async function readOwnAccount(db: Database, asker: Asker, sessionId: string | null): Promise<OwnAccount> {
  const now = new Date();
  const today = dayInVietnam(now);
  const { tenantId, officerId, name, unit }: Actor & { name: string; unit: string } = asker;
  const account = await findAccount(db, asker);
  const [sessions, roles, delegations, recoveryLeft] = await Promise.all([
    listSessions(db, asker, now),
    listGrants(db, tenantId, today, { officerId }),
    listGrants(db, tenantId, today, { delegatedBy: officerId }),
    countRecoveryCodes(db, asker),
  ]);
  return {
    ...{ name, unit, login: account?.login ?? null, email: account?.email ?? null },
    passwordAt: account?.password_at?.toISOString() ?? null,
    totp: Boolean(account?.totp_at),
    recoveryLeft,
    roles: roles.map((grant) => presentGrant(grant, today)),
    sessions: sessions.map((session) => presentSessionLine(session, sessionId)),
    delegations: delegations.map((grant) => presentDelegation(grant, today)),
  };
}
