import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '../people/model.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';

/** One piece of work, though a unit's own plan and the plan above both ask for it: how the days of both belong together. */

const open = sql<boolean>`b.status in ('open', 'in-progress', 'returned', 'waiting')`;

/**
 * Whether a day `o` of a plan above is still under way as a day of the unit's own plan that the asker has before them: that one is
 * sooner and stands for both. It returns when all that serves it is done, and the unit has to say so upward; a day that was sent
 * back is never hidden. Each day below serves the first day above that it is not later than (assignment/upward.ts).
 */
const underWayBelow = (tenantId: string, reach: Reach): RawBuilder<boolean> => sql<boolean>`(o.status <> 'returned'
  and o.item_id in (select item_id from own_plan_task where tenant_id = ${tenantId}) and exists (
    select from own_plan_task k
    join plan c on c.tenant_id = k.tenant_id and c.id = k.child_id and c.agency_id = o.agency_id and c.removed_at is null
    join work_item i on i.tenant_id = k.tenant_id and i.plan_id = k.child_id and i.key = k.child_key and i.kind = 'task'
      and i.withdrawn_at is null and i.superseded_by is null
    join occurrence b on b.tenant_id = i.tenant_id and b.item_id = i.id and ${open} and ${withinReach('b.agency_id', reach)}
    where k.tenant_id = o.tenant_id and k.item_id = o.item_id and (o.due is null or b.due <= o.due) and not exists (
      select from occurrence m where m.tenant_id = o.tenant_id and m.item_id = o.item_id and m.agency_id = o.agency_id
        and m.due >= b.due and m.due < o.due)))`;

/** The day of the plan above that a day `o` of a unit's own plan serves; null for any other. */
const dayAbove = sql<string | null>`(select min(m.due) from work_item i
  join plan c on c.tenant_id = i.tenant_id and c.id = i.plan_id and c.mother_id is not null
  join own_plan_task k on k.tenant_id = i.tenant_id and k.child_id = i.plan_id and k.child_key = i.key
  join occurrence m on m.tenant_id = k.tenant_id and m.item_id = k.item_id and m.agency_id = c.agency_id
    and m.status not in ('cancelled', 'superseded') and m.due >= o.due
  where i.tenant_id = o.tenant_id and i.id = o.item_id)`;

export type OwnDays = { underWayBelow: RawBuilder<boolean>; dayAbove: RawBuilder<string | null> };

/**
 * How both belong together in a query over days `o` of a reach. Where no unit of it has issued a plan of its own they never do, and
 * PostgreSQL is spared planning five joins twice: longer than all the rest of asking for a unit's work.
 */
export async function ownDaysWithin(db: Database, tenantId: string, reach: Reach): Promise<OwnDays> {
  const one = await db
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('mother_id', 'is not', null)
    .where('removed_at', 'is', null)
    .where(withinReach('agency_id', reach))
    .limit(1)
    .executeTakeFirst();
  return one
    ? { underWayBelow: underWayBelow(tenantId, reach), dayAbove }
    : { underWayBelow: sql<boolean>`false`, dayAbove: sql<string | null>`null::date` };
}
