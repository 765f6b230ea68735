import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { addAccount, type NewAccount } from './accounts.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { demoOfficer } from './demo.ts';
import { administrators, grantRole } from './roles-grants.ts';
import { type MadeLink, makeLink } from './sign-in-links.ts';

/** A customer as the sign-in page names it. The code is what stands in its address; the id serves where there is none. */
export type NamedTenant = { id: string; code: string; name: string };

/** The customers that can sign in on this server: those that have an account. */
export const tenantsToSignIn = (db: Database): Promise<NamedTenant[]> =>
  db
    .selectFrom('tenant')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('account').whereRef('account.tenant_id', '=', 'tenant.id').select('officer_id')),
    )
    .select(['id', 'name'])
    .select(sql<string>`coalesce(code, id::text)`.as('code'))
    .orderBy('name')
    .execute();

export async function getTenantName(db: Database, id: string): Promise<string> {
  const { name } = await db.selectFrom('tenant').where('id', '=', id).select('name').executeTakeFirstOrThrow();
  return name;
}

/** A link for each customer that nobody can administer yet; a server without any customer gets its first. */
export async function makeSetUpLinks(trx: Transaction, now: Date): Promise<MadeLink[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('first set-up', 0))`.execute(trx);
  const found = await trx.selectFrom('tenant').where('id', '!=', demoOfficer.tenantId).select('id').execute();
  const tenants = found.length > 0 ? found.map(({ id }) => id) : [await addTenant(trx)];
  const links: MadeLink[] = [];
  for (const id of tenants) {
    const some = await administrators(trx, id, now);
    if (some.length === 0) links.push(await makeLink(trx, id, 'setup', now));
  }
  return links;
}

async function addTenant(trx: Transaction): Promise<string> {
  const id = newId();
  await trx.insertInto('tenant').values({ id, name: 'Đơn vị mới' }).execute();
  return id;
}

export type FirstAccount = NewAccount & { tenant: string; focal: boolean };

/**
 * The first account of a customer: names the customer, and gives the officer the role of administrator and, where one person
 * does both, of the focal office.
 */
export async function setUpTenant(trx: Transaction, tenantId: string, first: FirstAccount, now: Date): Promise<Actor> {
  const officerId = newId();
  const actor = { tenantId, officerId };
  await trx.updateTable('tenant').set({ name: first.tenant }).where('id', '=', tenantId).execute();
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'tenant.setup', subject: tenantId });
  await addAccount(trx, actor, first, officerId);
  const from = dayInVietnam(now);
  for (const role of first.focal ? (['administrator', 'focal'] as const) : (['administrator'] as const))
    await grantRole(trx, actor, { officerId, role, agencyId: null, subtree: false, from, to: null });
  return actor;
}
