import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { HeldRole, Role } from '../people/model.ts';
import type { Database, Transaction } from './db.ts';

/**
 * The roles an officer holds on a day, each once, over all agencies it is held for: what stands under an agency on that day
 * is counted in, and a delegated role only while the one it was delegated from holds. The same as `expandGrants` of
 * people/roles.ts; a property test holds the two together.
 */
export async function heldRoles(
  db: Database | Transaction,
  tenantId: string,
  officerId: string,
  on: PlainDate,
): Promise<HeldRole[]> {
  const { rows } = await sql<{ role: Role; whole: boolean; agencies: string[] }>`
    with recursive held as (
      select g.id, g.role, g.agency_id, g.subtree from role_grant g
      where g.tenant_id = ${tenantId} and g.officer_id = ${officerId} and ${holds('g', on)}
        and (g.delegated_from is null or exists (select from role_grant base
          where base.tenant_id = ${tenantId} and base.id = g.delegated_from and base.delegated_from is null
            and ${holds('base', on)}))
    ), reached (id, role, subtree, agency_id) as (
      select id, role, subtree, agency_id from held where agency_id is not null
      union
      select r.id, r.role, r.subtree, s.agency_id from reached r
        join agency_span s on s.tenant_id = ${tenantId} and s.parent_id = r.agency_id
          and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
        where r.subtree
    )
    select h.role, bool_or(h.agency_id is null) as whole,
      array(select distinct r.agency_id from reached r where r.role = h.role order by 1) as agencies
    from held h group by h.role order by h.role`.execute(db);
  return rows.map(({ role, whole, agencies }) => ({ role, agencies: whole ? 'all' : agencies }));
}

const holds = (grant: 'g' | 'base', on: PlainDate) => {
  const column = (name: string) => sql.ref(`${grant}.${name}`);
  return sql<boolean>`(${column('revoked_at')} is null and ${column('valid_from')} <= ${on}
    and (${column('valid_to')} is null or ${column('valid_to')} >= ${on}))`;
};
