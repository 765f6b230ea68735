import { sql } from 'kysely';
import { type Party, type Receiver, rankReceivers } from '../assignment/difficulty/receiver.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { findFocalOffice } from './belonging.ts';
import type { Database } from './db.ts';

/** Who can answer a unit's difficulty with an item, the first before all others. */
export async function listReceivers(
  db: Database,
  tenantId: string,
  { itemId, agencyId }: { itemId: string; agencyId: string },
  on: PlainDate,
): Promise<Receiver[]> {
  const { rows } = await sql<Party & { role: 'lead' | 'monitor' | null }>`
    with parties (id, role) as (
      select ${agencyId}::uuid, null
      union
      select f.agency_id, f.role from assignment f where f.tenant_id = ${tenantId} and f.item_id = ${itemId}
        and f.role in ('lead', 'monitor') and f.closed is null
        -- Of several districts, the one in whose area the unit stood.
        and (f.follows_only is null or exists (select from assignment h where h.tenant_id = f.tenant_id
          and h.item_id = f.item_id and h.agency_id = ${agencyId} and h.first_agency_id = any(f.follows_only))))
    select a.id as "agencyId", a.kind, a.level, s.parent_id as "parentId", p.role
    from parties p join agency a on a.tenant_id = ${tenantId} and a.id = p.id
    left join agency_span s on s.tenant_id = a.tenant_id and s.agency_id = a.id
      and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
    order by a.position, a.id`.execute(db);
  const asker = rows.find(({ role }) => role === null);
  if (!asker) return [];
  const of = (wanted: 'lead' | 'monitor') => rows.filter(({ role }) => role === wanted);
  const focalId = (await findFocalOffice(db, tenantId, on)) ?? null;
  return rankReceivers({ asker, leads: of('lead'), monitors: of('monitor'), focalId });
}
