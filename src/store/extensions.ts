import type { OccurrenceRow } from './assignment-log.ts';
import type { Database } from './db.ts';

/** More than anybody can answer in a week; the most urgent are listed. */
const most = 1_000;

/** Days that units have asked to be moved and nobody has answered, what is due first before the others. */
export async function listAskedExtensions(db: Database, tenantId: string): Promise<OccurrenceRow[]> {
  return db
    .selectFrom('occurrence as o')
    .innerJoin('work_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'o.tenant_id').onRef('item.id', '=', 'o.item_id'),
    )
    .innerJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'item.tenant_id').onRef('plan.id', '=', 'item.plan_id'),
    )
    .selectAll('o')
    .where('o.tenant_id', '=', tenantId)
    .where('o.asked_due', 'is not', null)
    .where('plan.removed_at', 'is', null)
    .orderBy('o.due')
    .orderBy('o.id')
    .limit(most)
    .execute();
}
