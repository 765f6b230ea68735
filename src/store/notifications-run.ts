import { sql } from 'kysely';
import type { Digest, Pending } from '../assignment/remind/model.ts';
import { reminderKey } from '../assignment/remind/model.ts';
import type { Question } from '../assignment/remind/remind.ts';
import { addDays } from '../calendar/days.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import { audit } from './audit/write.ts';
import { getCalendar } from './calendar-settings.ts';
import type { Database, Transaction } from './db.ts';
import { listPeople } from './notifications-people.ts';
import type { MailState, NotificationTable, ReminderTable } from './notifications-tables.ts';
import { addWork } from './work.ts';

/** What a day's reminding of a tenant needs to know, and what it leaves behind. */

/** The work that sends one letter. */
export const mailWork = 'send-notification';

/** As many days off as may lie before the day of a first reminder: more than any Tết has. */
const longestBreak = 23;

/** Nobody asked for a day's reminding: the product itself acts. */
export const itself = '00000000-0000-0000-0000-000000000000';

export async function getQuestion(db: Database, tenantId: string, today: PlainDate): Promise<Question> {
  const { work, settings } = await getCalendar(db, tenantId);
  const until = addDays(today, settings.remindFirst + longestBreak);
  return {
    ...{ today, calendar: work, days: settings, pending: await listPending(db, tenantId, until) },
    ...{ people: await listPeople(db, tenantId, today), sent: await listSent(db, tenantId, until) },
    told: await listTold(db, tenantId, today),
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

async function listSent(db: Database, tenantId: string, until: PlainDate): Promise<Set<string>> {
  const { rows } = await sql<ReminderTable & { step: Exclude<ReminderTable['step'], 'nudge'> }>`
    select r.officer_id, r.occurrence_id, r.step, r.due from reminder r
    join occurrence o on o.tenant_id = r.tenant_id and o.id = r.occurrence_id
    where r.tenant_id = ${tenantId} and r.step <> 'nudge' and o.due <= ${until}
      and o.status in ('open', 'in-progress', 'returned')`.execute(db);
  return new Set(
    rows.map(({ officer_id, occurrence_id, step, due }) =>
      reminderKey({ officerId: officer_id, occurrenceId: occurrence_id, step, due }),
    ),
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

/** Takes a tenant's reminding for this transaction: who comes second sees what the first has sent. */
export async function lockReminding(trx: Transaction, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reminding ${tenantId}`}, 0))`.execute(trx);
}

export type Sending = { today: PlainDate; at: Date; mailing: boolean };

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

type Wanted = {
  head: {
    officerId: string;
    kind: NotificationTable['kind'];
    by: string | null;
    agencyId: string | null;
    note: string | null;
    oversightId?: string;
  };
  lines: readonly { occurrenceId: string; step: ReminderTable['step']; due: PlainDate }[];
};

/** Writes what people are told, each with its lines, and asks for the letters. */
export async function writeNotifications(
  trx: Transaction,
  tenantId: string,
  wanted: readonly Wanted[],
  { today, at, mailing }: Sending,
): Promise<void> {
  const states = await mailStates(
    trx,
    tenantId,
    wanted.map(({ head }) => head.officerId),
    mailing,
  );
  const rows = wanted.map(({ head, lines }) => ({
    lines,
    row: {
      ...{ tenant_id: tenantId, id: newId(), officer_id: head.officerId, kind: head.kind, day: today, at },
      ...{ by: head.by, agency_id: head.agencyId, note: head.note, mail: states.get(head.officerId) ?? 'no-address' },
      oversight_id: head.oversightId ?? null,
    },
  }));
  const reminders = rows.flatMap(({ row, lines }) =>
    lines.map(({ occurrenceId, step, due }) => ({
      ...{ tenant_id: tenantId, notification_id: row.id, occurrence_id: occurrenceId },
      ...{ officer_id: row.officer_id, step, due },
    })),
  );
  for (const some of portions(rows.map(({ row }) => row))) await trx.insertInto('notification').values(some).execute();
  // As one JSON text: a day may bring tens of thousands of lines, and a parameter for each column of each is slow.
  await sql`insert into reminder (tenant_id, notification_id, occurrence_id, officer_id, step, due)
    select tenant_id, notification_id, occurrence_id, officer_id, step, due
    from jsonb_populate_recordset(null::reminder, ${toJson(reminders)}::jsonb)`.execute(trx);
  for (const { row } of rows)
    if (row.mail === 'waiting') await addWork(trx, mailWork, { tenant: tenantId, id: row.id }, row.id);
}

/** A statement takes 65,535 parameters; a row here has at most twelve. */
const portion = 2_000;

const portions = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / portion) }, (_, i) => rows.slice(i * portion, (i + 1) * portion));

/** Whether each gets a letter, or why not. */
async function mailStates(
  trx: Transaction,
  tenantId: string,
  officerIds: readonly string[],
  mailing: boolean,
): Promise<Map<string, MailState>> {
  const { rows } = await sql<{ id: string; email: string | null; mail: boolean }>`
    select o.id, account.email, coalesce(s.mail, true) as mail from officer o
    left join account on account.tenant_id = o.tenant_id and account.officer_id = o.id
    left join notification_setting s on s.tenant_id = o.tenant_id and s.officer_id = o.id
    where o.tenant_id = ${tenantId} and o.id = any(${[...new Set(officerIds)]}::uuid[])`.execute(trx);
  return new Map(
    rows.map(({ id, email, mail }) => [
      id,
      !mail ? 'off' : email === null ? 'no-address' : mailing ? 'waiting' : 'no-server',
    ]),
  );
}
