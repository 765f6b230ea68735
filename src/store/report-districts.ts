import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database } from './db.ts';

/**
 * Under which district's committee each of these agencies stood on a day, where there are several; none has one since 1 July 2025,
 * when there were no districts any more. Whose reports all come from one district report under its own plan: nobody consolidates
 * between them and the office that gathers all.
 */
export async function listDistricts(
  db: Database,
  tenantId: string,
  agencyIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ agencyId: string; district: string }>`
    with recursive up (agency_id, at_id, depth) as (
      select a, a, 0 from unnest(${[...agencyIds]}::uuid[]) as a
      union all
      select up.agency_id, s.parent_id, up.depth + 1 from up
      join agency_span s on s.tenant_id = ${tenantId} and s.agency_id = up.at_id and s.parent_id is not null
        and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
      where up.depth < 20)
    select distinct on (up.agency_id) up.agency_id as "agencyId", up.at_id as district
    from up join agency a on a.tenant_id = ${tenantId} and a.id = up.at_id
    where up.depth > 0 and a.level = 'district' and a.kind = 'committee'
    order by up.agency_id, up.depth`.execute(db);
  const own = new Set(rows.map(({ district }) => district));
  const isOwnPlan =
    own.size === 1 && agencyIds.every((id) => own.has(id) || rows.some(({ agencyId }) => agencyId === id));
  return new Map(isOwnPlan ? [] : rows.map(({ agencyId, district }) => [agencyId, district]));
}

/** Of an agency `g`: whether it is a district's committee. */
export const isDistrict = sql<boolean>`(g.level = 'district' and g.kind = 'committee')`;

/** The same, asked of one agency. */
export async function findIsDistrict(db: Database, tenantId: string, agencyId: string): Promise<boolean> {
  const { rows } = await sql`
    select from agency g where g.tenant_id = ${tenantId} and g.id = ${agencyId} and ${isDistrict}`.execute(db);
  return rows.length > 0;
}
