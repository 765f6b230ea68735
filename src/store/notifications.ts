import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import type { Database, Transaction } from './db.ts';
import { type ToldDifficulty, toldDifficulty } from './difficulty-news.ts';
import { listLines, type NoticeLine } from './notifications-lines.ts';
import { type ToldOversight, toldOversight } from './notifications-oversight.ts';
import type { MailState, NotificationTable, ReminderTable } from './notifications-tables.ts';

/** What one person was told. `counts`: how many lines of each step, of which `lines` shows the first. */
export type Notice = {
  id: string;
  kind: NotificationTable['kind'];
  day: PlainDate;
  at: Date;
  readAt: Date | null;
  mail: MailState;
  by: string | null;
  byUnit: string | null;
  note: string | null;
  counts: Partial<Record<ReminderTable['step'], number>>;
  lines: NoticeLine[];
  oversight: ToldOversight | null;
  difficulty: ToldDifficulty | null;
};

/** Lines shown of one notification; a focal office may be told of thousands. And how many notifications at a time. */
const shown = 60;
export const noticesListed = 40;

/** A digest whose letter carries news alone: what it tells stands in notifications of their own. */
const withoutLines = sql<boolean>`not exists (select from reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id)
  and not exists (select from concrete_reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id)
  and not exists (select from remedy_reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id)`;

/** What a person was told, the latest first. `before` goes on where a list ended. */
export async function listNotices(
  db: Database,
  { tenantId, officerId }: Actor,
  { unread = false, before, today }: { unread?: boolean; before?: Date | undefined; today: PlainDate },
): Promise<Notice[]> {
  const { rows } = await sql<Omit<Notice, 'lines'>>`
    select n.id, n.kind, n.day, n.at, n.read_at as "readAt", n.mail, n.note, o.name as by, o.unit as "byUnit",
      ${toldOversight(sql`${today}::date`)} as oversight, ${toldDifficulty(sql`${today}::date`)} as difficulty,
      (select coalesce(jsonb_object_agg(step, n), '{}') from (select step, count(*) as n from (
        select step from reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id
        union all
        select step from concrete_reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id
        union all
        select step from remedy_reminder r where r.tenant_id = n.tenant_id and r.notification_id = n.id) told
        group by step) c) as counts
    from notification n left join officer o on o.tenant_id = n.tenant_id and o.id = n.by
    where n.tenant_id = ${tenantId} and n.officer_id = ${officerId} and (not ${unread} or n.read_at is null)
      and not (n.kind = 'digest' and ${withoutLines})
      and (${before ?? null}::timestamptz is null or n.at < ${before ?? null})
    order by n.at desc, n.id desc limit ${noticesListed}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const lines = Map.groupBy(await listLines(db, tenantId, ids, { today, atMost: shown }), (one) => one.notificationId);
  return rows.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] }));
}

/** How many notifications wait to be read. */
export async function countUnread(db: Database, { tenantId, officerId }: Actor): Promise<number> {
  const { n } = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** Marks one of a person's notifications as read, or as not. Another's is not there. */
export async function markRead(trx: Transaction, { tenantId, officerId }: Actor, id: string, at: Date | null) {
  const { numUpdatedRows } = await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Problem('not-found', { what: 'thông báo này' });
}

/** Marks all as read that had come by a moment: what comes while one reads stays unread. */
export async function markAllRead(trx: Transaction, { tenantId, officerId }: Actor, until: Date, at: Date) {
  await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('read_at', 'is', null)
    .where('at', '<=', until)
    .execute();
}

export type NoticeSetting = { mail: boolean; email: string | null };

export async function getNoticeSetting(db: Database, { tenantId, officerId }: Actor): Promise<NoticeSetting> {
  const { rows } = await sql<NoticeSetting>`
    select coalesce(s.mail, true) as mail, account.email from officer o
    left join account on account.tenant_id = o.tenant_id and account.officer_id = o.id
    left join notification_setting s on s.tenant_id = o.tenant_id and s.officer_id = o.id
    where o.tenant_id = ${tenantId} and o.id = ${officerId}`.execute(db);
  return rows[0] ?? { mail: true, email: null };
}

/** A person's own switch for letters; what is told in the product stays. */
export async function setNoticeSetting(trx: Transaction, { tenantId, officerId }: Actor, mail: boolean): Promise<void> {
  await trx
    .insertInto('notification_setting')
    .values({ tenant_id: tenantId, officer_id: officerId, mail })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'officer_id']).doUpdateSet({ mail }))
    .execute();
}
