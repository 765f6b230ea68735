import { sql } from 'kysely';
import type { WorkNews } from '../assignment/remind/model.ts';
import { type NewsSubject, newsOf, toldOf } from '../assignment/remind/news.ts';
import { holdersOf } from '../assignment/remind/responsible.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, HeldRole } from '../people/model.ts';
import type { SentAct } from './assignment-actions.ts';
import { getHolders } from './assignment-scope.ts';
import type { Transaction } from './db.ts';
import { listPeople } from './notifications-people.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';

/** Telling of acts about work: what was returned, handed on, and what came of asking for another day. */

type Told = { kind: WorkNews; note: string | null; sent: Pick<SentAct, 'assignmentId' | 'occurrenceId'> };

/** Tells whom acts concern, never whoever did them: one notification for each person, kind and wording. */
export async function tellOfActs(
  trx: Transaction,
  actor: Actor,
  acts: readonly SentAct[],
  sending: Sending,
): Promise<void> {
  const told = acts.flatMap((sent): Told[] => {
    const news = newsOf(sent.act);
    return news ? [{ ...news, sent }] : [];
  });
  await tell(trx, actor, told, sending);
}

/** Tells those who are to answer a form that it came in. */
export async function tellOfForm(
  trx: Transaction,
  actor: Actor,
  { assignmentIds, note }: { assignmentIds: readonly string[]; note: string | null },
  sending: Sending,
): Promise<void> {
  const told = assignmentIds.map((assignmentId) => ({
    ...{ kind: 'form-sent' as const, note, sent: { assignmentId, occurrenceId: null } },
  }));
  await tell(trx, actor, told, sending);
}

async function tell(trx: Transaction, actor: Actor, told: readonly Told[], sending: Sending): Promise<void> {
  if (told.length === 0) return;
  const subjectOf = await findSubjects(trx, actor.tenantId, told);
  const people = await listPeople(trx, actor.tenantId, sending.today, ['officer', 'head', 'lead', 'focal']);
  const held = (wanted: (role: HeldRole) => boolean) =>
    holdersOf(people.map(({ officerId, roles }) => ({ officerId, roles: roles.filter(wanted) })));
  const around = {
    holders: holdersOf(people),
    named: held(({ agencies }) => agencies !== 'all'),
    whole: held(({ agencies }) => agencies === 'all'),
  };
  const notices = new Map<string, Notice>();
  for (const { kind, note, sent } of told) {
    const subject = subjectOf(sent);
    if (!subject) continue;
    const line = { occurrenceId: subject.occurrenceId, step: 'news' as const, due: subject.due };
    for (const officerId of toldOf(kind, subject, around)) {
      if (officerId === actor.officerId) continue;
      const key = JSON.stringify([officerId, kind, note]);
      const notice = notices.get(key) ?? {
        head: { officerId, kind, by: actor.officerId, agencyId: null, note },
        lines: [],
      };
      if (!notice.lines.some(({ occurrenceId }) => occurrenceId === line.occurrenceId)) notice.lines.push(line);
      notices.set(key, notice);
    }
  }
  await writeNotifications(trx, actor.tenantId, [...notices.values()], sending);
}

type Notice = {
  head: { officerId: string; kind: WorkNews; by: string; agencyId: null; note: string | null };
  lines: { occurrenceId: string; step: 'news'; due: PlainDate | null }[];
};

type Subject = NewsSubject & { occurrenceId: string; due: PlainDate | null };
type Found = Omit<Subject, 'holders' | 'steering'> & { assignmentId: string; next: boolean };

/** The day each act is about; of one about all of an assignment, its next day. */
async function findSubjects(
  trx: Transaction,
  tenantId: string,
  told: readonly Told[],
): Promise<(sent: Told['sent']) => Subject | undefined> {
  const days = told.flatMap(({ sent }) => sent.occurrenceId ?? []);
  const whole = told.flatMap(({ sent }) => (sent.occurrenceId === null ? [sent.assignmentId] : []));
  const { rows } = await sql<Found>`
    select o.id as "occurrenceId", o.assignment_id as "assignmentId", o.agency_id as "agencyId", o.due, meant.next,
      case when o.agency_id = a.agency_id then a.officer_id end as "officerId",
      (select asked.by from assignment_action asked where asked.tenant_id = o.tenant_id
        and asked.assignment_id = o.assignment_id and asked.occurrence_id = o.id and asked.act ->> 'kind' = 'ask-extension'
        order by asked.seq desc limit 1) as "askedBy"
    from (
      select day::uuid as id, false as next from unnest(${days}::text[]) day
      union all
      select next.id, true from unnest(${whole}::uuid[]) given cross join lateral (
        select id from occurrence o where o.tenant_id = ${tenantId} and o.assignment_id = given
          and o.status in ('waiting', 'open', 'in-progress', 'returned') order by o.due nulls last, o.id limit 1) next
    ) meant
    join occurrence o on o.tenant_id = ${tenantId} and o.id = meant.id
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id`.execute(trx);
  const around = new Map(
    (await getHolders(trx, tenantId, [...new Set(rows.map(({ assignmentId }) => assignmentId))])).map((one) => [
      one.assignmentId,
      one,
    ]),
  );
  const keyOf = (next: boolean, id: string): string => `${next} ${id}`;
  const found = new Map(rows.map((row) => [keyOf(row.next, row.next ? row.assignmentId : row.occurrenceId), row]));
  return ({ occurrenceId, assignmentId }) => {
    const row = found.get(keyOf(occurrenceId === null, occurrenceId ?? assignmentId));
    const one = row && around.get(row.assignmentId);
    if (!row || !one) return undefined;
    // Nobody extends their own.
    return { ...row, holders: one.holders, steering: one.leads.filter((id) => !one.holders.includes(id)) };
  };
}
