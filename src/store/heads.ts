import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database } from './db.ts';

/** Who answers by name for an agency's work. `delegated`: in the place of the head, while that one is away. */
export type UnitHead = { agencyId: string; name: string; delegated: boolean };

/** The heads of agencies on a day, by the roles they hold for them; an agency whose head nobody entered has none. */
export async function findHeads(
  db: Database,
  tenantId: string,
  agencyIds: readonly string[],
  on: PlainDate,
): Promise<UnitHead[]> {
  const { rows } = await sql<UnitHead>`
    select distinct g.agency_id as "agencyId", o.name, g.delegated_from is not null as delegated
    from role_grant g join officer o on o.tenant_id = g.tenant_id and o.id = g.officer_id
    where g.tenant_id = ${tenantId} and g.role = 'head' and g.agency_id = any(${[...agencyIds]}::uuid[])
      and g.revoked_at is null and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
    order by 1, 3, 2`.execute(db);
  return rows;
}

/** Whether somebody leads the whole tenant on a day: approves what is of all its units. */
export async function hasLeader(db: Database, tenantId: string, on: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role_grant g where g.tenant_id = ${tenantId} and g.role = 'leader' and g.agency_id is null
      and g.revoked_at is null and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
