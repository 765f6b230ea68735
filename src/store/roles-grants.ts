import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { type Actor, type Role, wholeRoles } from '../people/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** A role to be given. Without an agency it is for the whole tenant; `to` null while nobody ends it. */
export type NewGrant = {
  officerId: string;
  role: Role;
  agencyId: string | null;
  subtree: boolean;
  from: PlainDate;
  to: PlainDate | null;
};

/** Gives a role and returns the grant's id. */
export async function grantRole(trx: Transaction, actor: Actor, given: NewGrant): Promise<string> {
  const { officerId, role, agencyId, subtree, from, to } = given;
  if (to !== null && to < from) throw new Problem('range-reversed', {});
  if (agencyId !== null && wholeRoles.includes(role)) throw new Problem('role-needs-whole', {});
  await assertThere(trx, 'officer', actor.tenantId, officerId, 'cán bộ này');
  if (agencyId !== null) await assertThere(trx, 'agency', actor.tenantId, agencyId, 'cơ quan này');
  const id = newId();
  await trx
    .insertInto('role_grant')
    .values({
      ...{ tenant_id: actor.tenantId, id, officer_id: officerId, role, agency_id: agencyId, subtree },
      ...{ valid_from: from, valid_to: to, granted_at: new Date(), granted_by: actor.officerId },
    })
    .execute();
  await note(trx, actor, 'role.grant', officerId, { grant: id, role, agency: agencyId });
  return id;
}

async function assertThere(
  trx: Transaction,
  table: 'officer' | 'agency',
  tenantId: string,
  id: string,
  what: string,
): Promise<void> {
  const found = await trx
    .selectFrom(table)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst();
  if (!found) throw new Problem('not-found', { what });
}

export type NewDelegation = { grantId: string; officerId: string; from: PlainDate; to: PlainDate; reason: string };

/**
 * Hands a role of one's own to somebody else for the days one is away. Only what was given directly, holds today or later,
 * and reaches as far; not what is about the whole customer.
 */
export async function delegateRole(
  trx: Transaction,
  owner: Actor,
  { grantId, officerId, from, to, reason }: NewDelegation,
  now: Date,
): Promise<string> {
  const refuse = (why: 'not-own' | 'whole' | 'self' | 'past' | 'beyond') => new Problem('delegation-refused', { why });
  const own = await trx
    .selectFrom('role_grant')
    .where('tenant_id', '=', owner.tenantId)
    .where('id', '=', grantId)
    .where('officer_id', '=', owner.officerId)
    .where('revoked_at', 'is', null)
    .where('delegated_from', 'is', null)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  const today = dayInVietnam(now);
  if (!own || (own.valid_to !== null && own.valid_to < today)) throw refuse('not-own');
  if (wholeRoles.includes(own.role)) throw refuse('whole');
  if (officerId === owner.officerId) throw refuse('self');
  if (to < from) throw new Problem('range-reversed', {});
  if (to < today) throw refuse('past');
  if (own.valid_to !== null && to > own.valid_to) throw refuse('beyond');
  await assertThere(trx, 'officer', owner.tenantId, officerId, 'cán bộ này');
  const id = newId();
  await trx
    .insertInto('role_grant')
    .values({
      ...{ tenant_id: owner.tenantId, id, officer_id: officerId, role: own.role, agency_id: own.agency_id },
      ...{ subtree: own.subtree, valid_from: from, valid_to: to, granted_at: now, granted_by: owner.officerId },
      ...{ delegated_from: grantId, reason },
    })
    .execute();
  await note(trx, owner, 'role.delegate', officerId, { grant: id, from: grantId, role: own.role });
  return id;
}

/** Takes a role back, from now on. `ownDelegation`: only one that the actor handed on. */
export async function revokeGrant(
  trx: Transaction,
  actor: Actor,
  grantId: string,
  now: Date,
  of: { officerId?: string; ownDelegation?: true } = {},
): Promise<void> {
  let query = trx
    .updateTable('role_grant')
    .set({ revoked_at: now, revoked_by: actor.officerId })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', grantId)
    .where('revoked_at', 'is', null);
  if (of.officerId !== undefined) query = query.where('officer_id', '=', of.officerId);
  if (of.ownDelegation) query = query.where('granted_by', '=', actor.officerId).where('delegated_from', 'is not', null);
  const revoked = await query.returning(['officer_id', 'role']).executeTakeFirst();
  if (!revoked) throw new Problem('not-found', { what: 'vai trò này' });
  if (revoked.role === 'administrator') await assertAdministrated(trx, actor.tenantId, now);
  await note(trx, actor, 'role.revoke', revoked.officer_id, { grant: grantId, role: revoked.role });
}

/**
 * That somebody is left who can sign in and administer the tenant today, not counting `without`. One change at a time: two
 * administrators who close each other's accounts at once must not both succeed.
 */
export async function assertAdministrated(
  trx: Transaction,
  tenantId: string,
  now: Date,
  { without }: { without?: string } = {},
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`administrators ${tenantId}`}, 0))`.execute(trx);
  const all = await administrators(trx, tenantId, now);
  if (all.some((id) => id !== without)) return;
  const account = await trx
    .selectFrom('account')
    .where('tenant_id', '=', tenantId)
    .select('officer_id')
    .executeTakeFirst();
  // The demo's officers have no accounts: there is nobody to lock out. Nor by closing an account that administers nothing.
  if (without === undefined ? account : all.length > 0) throw new Problem('last-administrator', {});
}

/** Who can sign in and administer a tenant today. */
export async function administrators(db: Database | Transaction, tenantId: string, now: Date): Promise<string[]> {
  const today = dayInVietnam(now);
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'role_grant.tenant_id')
        .onRef('account.officer_id', '=', 'role_grant.officer_id'),
    )
    .where('role_grant.tenant_id', '=', tenantId)
    .where('role', '=', 'administrator')
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', today)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', today)]))
    .where('disabled_at', 'is', null)
    .where((is) =>
      is.or([
        is('password_hash', 'is not', null),
        is.exists(
          is
            .selectFrom('sign_in_identity')
            .innerJoin('sign_in_provider', (join) =>
              join
                .onRef('sign_in_provider.tenant_id', '=', 'sign_in_identity.tenant_id')
                .onRef('sign_in_provider.id', '=', 'sign_in_identity.provider_id'),
            )
            .where('sign_in_provider.removed_at', 'is', null)
            .whereRef('sign_in_identity.tenant_id', '=', 'account.tenant_id')
            .whereRef('sign_in_identity.officer_id', '=', 'account.officer_id')
            .select('subject'),
        ),
      ]),
    )
    .select('role_grant.officer_id')
    .distinct()
    .execute();
  return rows.map(({ officer_id }) => officer_id);
}

const note = (
  trx: Transaction,
  actor: Actor,
  action: `role.${string}`,
  subject: string,
  details: Record<string, string | null>,
): Promise<void> => audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action, subject, details });
