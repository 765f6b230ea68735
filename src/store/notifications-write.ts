import { sql } from 'kysely';
import { isNews, type Matter } from '../assignment/remind/model.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { insertRows } from './assignment-rows.ts';
import type { Transaction } from './db.ts';
import type { MailState, NotificationTable, ReminderTable } from './notifications-tables.ts';
import { addWork } from './work.ts';

/** Writing what people are told. */

/** The work that sends one letter. */
export const mailWork = 'send-notification';

export type Sending = { today: PlainDate; at: Date; mailing: boolean };

type NotificationRow = Pick<NotificationTable, 'tenant_id' | 'id' | 'officer_id'>;

type Wanted = {
  head: {
    officerId: string;
    kind: NotificationTable['kind'];
    by: string | null;
    agencyId: string | null;
    note: string | null;
    oversightId?: string;
    difficultyId?: string;
  };
  lines: readonly (Matter & { step: ReminderTable['step']; due: PlainDate | null })[];
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
      ...{ by: head.by, agency_id: head.agencyId, note: head.note, mail: mailOf(head, states) },
      ...{ oversight_id: head.oversightId ?? null, difficulty_id: head.difficultyId ?? null },
      // A digest without lines is the letter that carries news; on the screen there is nothing in it to read.
      read_at: head.kind === 'digest' && lines.length === 0 ? at : null,
    },
  }));
  await insertRows(
    trx,
    'notification',
    rows.map(({ row }) => row),
  );
  const told = rows.flatMap(({ row, lines }) => lines.map((line) => toRow(row, line)));
  await insertRows(
    trx,
    'reminder',
    told.filter((line) => 'occurrence_id' in line),
  );
  await insertRows(
    trx,
    'concrete_reminder',
    told.filter((line) => 'concrete_id' in line),
  );
  await insertRows(
    trx,
    'remedy_reminder',
    told.filter((line) => 'remedy_id' in line),
  );
  await dropNext(
    trx,
    tenantId,
    rows.map(({ row }) => row).filter(({ kind, mail }) => kind === 'digest' && mail !== 'waiting'),
  );
  for (const { row } of rows)
    if (row.mail === 'waiting') await addWork(trx, mailWork, { tenant: tenantId, id: row.id }, row.id);
}

/** News waits for the letter of the next morning. */
function mailOf({ officerId, kind }: Wanted['head'], states: ReadonlyMap<string, MailState>): MailState {
  const state = states.get(officerId) ?? 'no-address';
  return state === 'waiting' && isNews(kind) ? 'next' : state;
}

/** A line of a notification as its table has it. */
function toRow(row: NotificationRow, { step, due, ...of }: Wanted['lines'][number]) {
  const line = { tenant_id: row.tenant_id, notification_id: row.id, officer_id: row.officer_id, step, due };
  if ('remedyId' in of) {
    const [finding_id, recommendation_id] = of.of === 'finding' ? [of.remedyId, null] : [null, of.remedyId];
    return { ...line, remedy_id: of.remedyId, finding_id, recommendation_id };
  }
  return 'occurrenceId' in of
    ? { ...line, occurrence_id: of.occurrenceId }
    : { ...line, assignment_id: of.assignmentId, concrete_id: of.concreteId };
}

/** Who gets no letter this morning gets no news by letter either, for the same reason. */
async function dropNext(
  trx: Transaction,
  tenantId: string,
  digests: readonly { officer_id: string; mail: MailState }[],
): Promise<void> {
  for (const [mail, of] of Map.groupBy(digests, (one) => one.mail)) {
    const officers = of.map(({ officer_id }) => officer_id);
    await sql`update notification set mail = ${mail}
      where tenant_id = ${tenantId} and officer_id = any(${officers}::uuid[]) and mail = 'next'`.execute(trx);
  }
}

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
