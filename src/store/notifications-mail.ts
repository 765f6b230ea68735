import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database, Transaction } from './db.ts';
import { listLines, type NoticeLine } from './notifications-lines.ts';
import { type ToldOversight, toldOversight } from './notifications-oversight.ts';
import type { NotificationTable } from './notifications-tables.ts';

/** A letter to be sent, with whom it goes to. */
export type Letter = {
  id: string;
  kind: NotificationTable['kind'];
  day: PlainDate;
  note: string | null;
  name: string;
  email: string | null;
  by: string | null;
  byUnit: string | null;
  lines: NoticeLine[];
  oversight: ToldOversight | null;
};

/** More lines than any letter names; the rest is counted from the screen. */
const read = 2_000;

/**
 * Takes a waiting letter to send it; undefined where another has it, or it went. From here on it counts as sent unless
 * `settleLetter` says otherwise: after a crash in between nobody gets it twice.
 */
export async function takeLetter(trx: Transaction, tenantId: string, id: string): Promise<Letter | undefined> {
  const taken = await trx
    .updateTable('notification')
    .set({ mail: 'sending' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('mail', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  if (!taken) return undefined;
  const { rows } = await sql<Omit<Letter, 'lines'>>`
    select n.id, n.kind, n.day, n.note, o.name, account.email, by.name as by, by.unit as "byUnit",
      ${toldOversight(sql`n.day`)} as oversight
    from notification n join officer o on o.tenant_id = n.tenant_id and o.id = n.officer_id
    left join account on account.tenant_id = o.tenant_id and account.officer_id = o.id
    left join officer by on by.tenant_id = n.tenant_id and by.id = n.by
    where n.tenant_id = ${tenantId} and n.id = ${id}`.execute(trx);
  const [letter] = rows;
  if (!letter) return undefined;
  return { ...letter, lines: await listLines(trx, tenantId, [id], { today: letter.day, atMost: read }) };
}

/** How it went: sent, to be tried again, or given up. */
export async function settleLetter(
  trx: Transaction,
  tenantId: string,
  id: string,
  mail: 'sent' | 'waiting' | 'failed',
  at: Date,
): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ mail, mailed_at: mail === 'sent' ? at : null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Letters of a tenant that wait, for who sends them without the queue of work. */
export async function listWaiting(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('mail', '=', 'waiting')
    .orderBy('at')
    .execute();
  return rows.map(({ id }) => id);
}
