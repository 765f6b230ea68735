import { newId } from '../../kernel/ids.ts';
import { noteAudit, type Transaction } from '../db.ts';

/**
 * What one action leaves in the audit log. `action` is "thing.verb"; `details` holds ids and figures, never a name or
 * any other personal value, so that erasing a person stays possible.
 */
export type AuditEntry = {
  tenant: string;
  actor: string;
  action: `${string}.${string}`;
  subject?: string;
  details?: Record<string, string | number | boolean | null | readonly (string | number)[]>;
};

/** Writes the entry of an action in the action's own transaction. It is sealed after the commit, by the sealer. */
export async function audit(trx: Transaction, entry: AuditEntry): Promise<void> {
  const id = newId();
  await trx
    .insertInto('audit_entry')
    .values({
      tenant_id: entry.tenant,
      id,
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
  await trx.insertInto('audit_pending').values({ tenant_id: entry.tenant, entry_id: id }).execute();
  noteAudit(trx, entry.tenant);
}
