import { sql } from 'kysely';
import { audit } from './audit/write.ts';
import { openConcrete } from './concrete-days.ts';
import type { Transaction } from './db.ts';
import { itself } from './notifications-run.ts';
import { openRemedy } from './remedy-reminders.ts';

/** So many in one transaction. */
const most = 5_000;

/**
 * Removes what people were told before a moment and nobody needs any more: all work it told of is done or given up. While
 * some is open it stays, for what was told is not told again. The audit log keeps how many. Tells how many went.
 */
export async function purgeNotices(trx: Transaction, tenantId: string, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select n.id from notification n
    where n.tenant_id = ${tenantId} and n.at < ${before} and n.mail not in ('waiting', 'sending') and not exists (
      select from reminder r join occurrence o on o.tenant_id = r.tenant_id and o.id = r.occurrence_id
      where r.tenant_id = n.tenant_id and r.notification_id = n.id
        and o.status in ('waiting', 'open', 'in-progress', 'returned'))
      and not exists (select from concrete_reminder r
        join concrete_act c on c.tenant_id = r.tenant_id and c.assignment_id = r.assignment_id and c.id = r.concrete_id
        join assignment a on a.tenant_id = r.tenant_id and a.id = r.assignment_id
        where r.tenant_id = n.tenant_id and r.notification_id = n.id and a.closed is null and ${sql.raw(openConcrete)})
      and not exists (select from remedy_reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id
        and ${openRemedy})
    order by n.at limit ${most} for update of n`.execute(trx);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await sql`delete from reminder where tenant_id = ${tenantId} and notification_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from concrete_reminder where tenant_id = ${tenantId} and notification_id = any(${ids}::uuid[])`.execute(
    trx,
  );
  await sql`delete from remedy_reminder where tenant_id = ${tenantId} and notification_id = any(${ids}::uuid[])`.execute(
    trx,
  );
  await sql`delete from notification where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(trx);
  const details = { notices: ids.length, before: before.toISOString() };
  await audit(trx, { tenant: tenantId, actor: itself, action: 'notifications.purged', details });
  return ids.length;
}
