import { newId } from '../kernel/ids.ts';
import type { Role } from '../people/model.ts';
import type { AgencyName, Province } from './assignment-testing.ts';

/** An officer of a test's province who holds a role for one of its agencies, or for all. */
export async function addOfficer(
  { db, actor: { tenantId, officerId }, ids }: Province,
  name: string,
  role: Role,
  agency?: AgencyName,
): Promise<string> {
  const id = newId();
  await db.insertInto('officer').values({ tenant_id: tenantId, id, name, unit: 'UBND xã Tân Lập' }).execute();
  const grant = { tenant_id: tenantId, id: newId(), officer_id: id, role, agency_id: agency ? ids[agency] : null };
  const given = { subtree: false, valid_from: '2025-01-01', granted_at: new Date(), granted_by: officerId };
  await db
    .insertInto('role_grant')
    .values({ ...grant, ...given })
    .execute();
  return id;
}

/** An account with an address for letters. */
export async function addAccount({ db, actor }: Province, officerId: string, email: string): Promise<void> {
  const login = { login: email, login_key: email, email, email_key: email, created_at: new Date() };
  await db
    .insertInto('account')
    .values({ tenant_id: actor.tenantId, officer_id: officerId, ...login })
    .execute();
}
