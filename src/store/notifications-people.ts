import { sql } from 'kysely';
import type { Person } from '../assignment/remind/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { HeldRole, Role } from '../people/model.ts';
import { findOwnAgency } from './belonging.ts';
import type { Database } from './db.ts';

/** Whoever is told: those who do the work, who answer for it, and whom delays are told. */
const told: readonly Role[] = ['officer', 'head', 'focal'];

/**
 * Everybody who may be told, with the roles that hold on a day; whose account is closed is told nothing. `heldRoles` says
 * the same of one officer at a time; a test holds the two together.
 */
export async function listPeople(
  db: Database,
  tenantId: string,
  on: PlainDate,
  wanted: readonly Role[] = told,
): Promise<Person[]> {
  const { rows } = await sql<{ id: string; role: Role; whole: boolean; agencies: string[] }>`
    with recursive held as (
      select g.id, g.officer_id, g.role, g.agency_id, g.subtree from role_grant g
      left join account on account.tenant_id = g.tenant_id and account.officer_id = g.officer_id
      where g.tenant_id = ${tenantId} and g.role = any(${[...wanted]}) and ${holds('g', on)}
        and account.disabled_at is null
        and (g.delegated_from is null or exists (select from role_grant base
          where base.tenant_id = ${tenantId} and base.id = g.delegated_from and base.delegated_from is null
            and ${holds('base', on)}))
    ), reached (id, subtree, agency_id) as (
      select id, subtree, agency_id from held where agency_id is not null
      union
      select r.id, r.subtree, s.agency_id from reached r
        join agency_span s on s.tenant_id = ${tenantId} and s.parent_id = r.agency_id
          and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
        where r.subtree
    )
    select h.officer_id as id, h.role, bool_or(h.agency_id is null) as whole,
      array_remove(array_agg(distinct r.agency_id order by r.agency_id), null) as agencies
    from held h left join reached r on r.id = h.id
    group by h.officer_id, h.role order by 1, 2`.execute(db);
  const people = new Map<string, HeldRole[]>();
  for (const { id, role, whole, agencies } of rows)
    people.set(id, [...(people.get(id) ?? []), { role, agencies: whole ? 'all' : agencies }]);
  return [...people].map(([officerId, roles]) => ({ officerId, roles }));
}

/** Who works for a unit: with one of these roles held for it, or for the whole tenant and of that unit by name. */
export const listWorkers = async (
  db: Database,
  tenantId: string,
  agencyId: string,
  today: PlainDate,
  wanted: readonly Role[],
): Promise<string[]> => (await workersOf(db, tenantId, [agencyId], today, wanted)).get(agencyId) ?? [];

/** The same of many units at once. */
export async function workersOf(
  db: Database,
  tenantId: string,
  agencyIds: readonly string[],
  today: PlainDate,
  wanted: readonly Role[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(agencyIds.map((id) => [id, []]));
  for (const { officerId, roles } of await listPeople(db, tenantId, today, wanted)) {
    const named = new Set(roles.flatMap(({ agencies }) => (agencies === 'all' ? [] : agencies)));
    const whole = roles.some(({ agencies }) => agencies === 'all');
    const own = whole ? await findOwnAgency(db, { tenantId, officerId }, today) : null;
    for (const [agencyId, workers] of found) if (named.has(agencyId) || own === agencyId) workers.push(officerId);
  }
  return found;
}

const holds = (grant: 'g' | 'base', on: PlainDate) => {
  const column = (name: string) => sql.ref(`${grant}.${name}`);
  return sql<boolean>`(${column('revoked_at')} is null and ${column('valid_from')} <= ${on}
    and (${column('valid_to')} is null or ${column('valid_to')} >= ${on}))`;
};
