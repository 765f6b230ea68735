import { sql } from 'kysely';
import { type Digest, type Pending, reminderKey, type Step } from '../assignment/remind/model.ts';
import type { Question } from '../assignment/remind/remind.ts';
import { addDays } from '../calendar/days.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { audit } from './audit/write.ts';
import { getCalendar } from './calendar-settings.ts';
import { listPendingConcrete, listSentConcrete } from './concrete-reminders.ts';
import type { Database, Transaction } from './db.ts';
import { listPeople } from './notifications-people.ts';
import type { ReminderTable } from './notifications-tables.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';
import { listPendingRemedies, listSentRemedies } from './remedy-reminders.ts';

/** What a day's reminding of a tenant needs to know, and what it leaves behind. */

/** As many days off as may lie before the day of a first reminder: more than any Tết has. */
const longestBreak = 23;

/** Nobody asked for a day's reminding: the product itself acts. */
export const itself = '00000000-0000-0000-0000-000000000000';

export async function getQuestion(db: Database, tenantId: string, today: PlainDate): Promise<Question> {
  const { work, settings } = await getCalendar(db, tenantId);
  const until = addDays(today, settings.remindFirst + longestBreak);
  return {
    ...{ today, calendar: work, days: settings, people: await listPeople(db, tenantId, today) },
    pending: [
      ...(await listPending(db, tenantId, until)),
      ...(await listPendingConcrete(db, tenantId, until)),
      ...(await listPendingRemedies(db, tenantId, until, today)),
    ],
    sent: new Set([
      ...(await listSent(db, tenantId, until)),
      ...(await listSentConcrete(db, tenantId, until)),
      ...(await listSentRemedies(db, tenantId, until)),
    ]),
    told: await listTold(db, tenantId, today),
    news: await listNext(db, tenantId),
  };
}

/** What is owed soon or overdue, of plans that are there, and not done. A day before the plan held is nobody's delay. */
async function listPending(db: Database, tenantId: string, until: PlainDate): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select o.id as "occurrenceId", o.agency_id as "agencyId", o.due, a.request,
      case when o.agency_id = a.agency_id then a.officer_id end as "officerId"
    from occurrence o
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    join work_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where o.tenant_id = ${tenantId} and o.due <= ${until} and o.due >= o.since
      and o.status in ('open', 'in-progress', 'returned') and a.closed is null and p.removed_at is null
    order by o.due, o.id`.execute(db);
  return rows;
}

async function listSent(db: Database, tenantId: string, until: PlainDate): Promise<string[]> {
  const { rows } = await sql<ReminderTable & { step: Step; due: PlainDate }>`
    select r.officer_id, r.occurrence_id, r.step, r.due from reminder r
    join occurrence o on o.tenant_id = r.tenant_id and o.id = r.occurrence_id
    where r.tenant_id = ${tenantId} and r.step not in ('nudge', 'news') and o.due <= ${until}
      and o.status in ('open', 'in-progress', 'returned')`.execute(db);
  return rows.map(({ officer_id, occurrence_id, step, due }) =>
    reminderKey({ officerId: officer_id, occurrenceId: occurrence_id, step, due }),
  );
}

async function listTold(db: Database, tenantId: string, today: PlainDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notification')
    .select('officer_id')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'digest')
    .where('day', '=', today)
    .execute();
  return new Set(rows.map(({ officer_id }) => officer_id));
}

/** Who has news that waits for a letter. */
async function listNext(db: Database, tenantId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .select('officer_id')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('mail', '=', 'next')
    .execute();
  return rows.map(({ officer_id }) => officer_id);
}

/** Takes a tenant's reminding for this transaction: who comes second sees what the first has sent. */
export async function lockReminding(trx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reminding ${tenantId}`}, 0))`.execute(trx);
}

/** Writes a day's digests, and asks for a letter for each who gets letters. One audit entry for all. */
export async function writeDigests(
  trx: Transaction,
  tenantId: string,
  digests: readonly Digest[],
  sending: Sending,
): Promise<void> {
  if (digests.length === 0) return;
  const notifications = digests.map(({ officerId, reminders }) => ({
    head: { officerId, kind: 'digest' as const, by: null, agencyId: null, note: null },
    lines: reminders,
  }));
  await writeNotifications(trx, tenantId, notifications, sending);
  const reminders = digests.reduce((sum, one) => sum + one.reminders.length, 0);
  const details = { people: digests.length, reminders };
  await audit(trx, { tenant: tenantId, actor: itself, action: 'reminders.sent', details });
}
