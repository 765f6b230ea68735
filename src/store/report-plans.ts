import type { PlanName } from '../report/views.ts';
import type { Database } from './db.ts';

/** Plans by their ids, as reports name them. */
export async function listPlanNames(db: Database, tenantId: string, ids: readonly string[]): Promise<PlanName[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return db
    .selectFrom('plan')
    .select(['id', 'title', 'number', 'year'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', wanted)
    .orderBy('date')
    .execute();
}
