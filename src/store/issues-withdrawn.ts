import { sql } from 'kysely';
import type { Database } from './db.ts';

/** Whether what was issued of a plan was withdrawn, and not issued since. */
export async function isWithdrawn(db: Database, tenantId: string, planId: string): Promise<boolean> {
  const { rows } = await sql`select from issue_withdrawal w where w.tenant_id = ${tenantId} and w.plan_id = ${planId}
    and w.no = (select max(i.no) from issue i where i.tenant_id = w.tenant_id and i.plan_id = w.plan_id)`.execute(db);
  return rows.length > 0;
}
