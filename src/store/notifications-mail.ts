import { sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Database, Transaction } from './db.ts';
import { type ToldDifficulty, toldDifficulty } from './difficulty-news.ts';
import { listLines, type NoticeLine } from './notifications-lines.ts';
import { type ToldOversight, toldOversight } from './notifications-oversight.ts';
import type { MailState, NotificationTable } from './notifications-tables.ts';

/** What a letter tells of one notification. */
type Told = {
  id: string;
  kind: NotificationTable['kind'];
  day: PlainDate;
  note: string | null;
  by: string | null;
  byUnit: string | null;
  lines: NoticeLine[];
  oversight: ToldOversight | null;
  difficulty: ToldDifficulty | null;
};

/** A letter to be sent, with whom it goes to; a digest takes along what news waited for it. */
export type Letter = Told & { name: string; email: string | null; news: Told[] };

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
    .returning(['officer_id', 'kind'])
    .executeTakeFirst();
  if (!taken) return undefined;
  const along = taken.kind === 'digest' ? await takeNews(trx, tenantId, taken.officer_id) : [];
  const all = await readTold(trx, tenantId, [id, ...along]);
  const letter = all.find((one) => one.id === id);
  return letter && { ...letter, news: all.filter((one) => one.id !== id) };
}

async function takeNews(trx: Transaction, tenantId: string, officerId: string): Promise<string[]> {
  const rows = await trx
    .updateTable('notification')
    .set({ mail: 'sending' })
    .where('tenant_id', '=', tenantId)
    .where('officer_id', '=', officerId)
    .where('mail', '=', 'next')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function readTold(trx: Transaction, tenantId: string, ids: readonly string[]): Promise<Omit<Letter, 'news'>[]> {
  const { rows } = await sql<Omit<Letter, 'lines' | 'news'>>`
    select n.id, n.kind, n.day, n.note, o.name, account.email, by.name as by, by.unit as "byUnit",
      ${toldOversight(sql`n.day`)} as oversight, ${toldDifficulty(sql`n.day`)} as difficulty
    from notification n join officer o on o.tenant_id = n.tenant_id and o.id = n.officer_id
    left join account on account.tenant_id = o.tenant_id and account.officer_id = o.id
    left join officer by on by.tenant_id = n.tenant_id and by.id = n.by
    where n.tenant_id = ${tenantId} and n.id = any(${[...ids]}::uuid[]) order by n.at, n.id`.execute(trx);
  const [first] = rows;
  if (!first) return [];
  const lines = await listLines(trx, tenantId, ids, { today: first.day, atMost: read });
  const ofEach = Map.groupBy(lines, ({ notificationId }) => notificationId);
  return rows.map((row) => ({ ...row, lines: ofEach.get(row.id) ?? [] }));
}

/** How it went: sent, to be tried again, or given up. News that did not go with it waits for the next one. */
export async function settleLetter(
  trx: Transaction,
  tenantId: string,
  { id, news }: Pick<Letter, 'id'> & { news: readonly { id: string }[] },
  mail: 'sent' | 'waiting' | 'failed',
  at: Date,
): Promise<void> {
  const set = (ids: readonly string[], state: MailState) =>
    sql`update notification set mail = ${state}, mailed_at = ${mail === 'sent' ? at : null}
      where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`.execute(trx);
  await set([id], mail);
  const along = news.map((one) => one.id);
  if (along.length > 0) await set(along, mail === 'sent' ? 'sent' : 'next');
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
