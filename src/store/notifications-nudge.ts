import { sql } from 'kysely';
import type { Pending } from '../assignment/remind/model.ts';
import { holdersOf, responsibleFor } from '../assignment/remind/responsible.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { followsFirst } from './assignment-scope.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { listPeople } from './notifications-people.ts';
import { lockReminding } from './notifications-run.ts';
import { type Sending, writeNotifications } from './notifications-write.ts';

/** One occurrence to urge: whose it is, who guides it, and whether it was urged today. */
export type Urged = Pick<Pending, 'agencyId' | 'officerId' | 'request'> & {
  occurrenceId: string;
  due: PlainDate | null;
  itemId: string;
  /** the agencies that follow it */
  guides: string[];
  open: boolean;
  today: boolean;
};

export type Skipped = { occurrenceId: string; why: 'settled' | 'nobody' | 'today' };

/** What there is of these occurrences, in no order; those that are not there are missing. */
export async function findUrged(
  db: Database,
  tenantId: string,
  ids: readonly string[],
  today: PlainDate,
): Promise<Urged[]> {
  const { rows } = await sql<Urged>`
    select o.id as "occurrenceId", o.agency_id as "agencyId", o.due, a.request, o.item_id as "itemId",
      case when o.agency_id = a.agency_id then a.officer_id end as "officerId",
      array(select distinct f.agency_id from assignment f where f.tenant_id = o.tenant_id and f.item_id = o.item_id
        and ${followsFirst('a.first_agency_id')} and f.closed is null) as guides,
      (a.closed is null and o.due is not null and o.status in ('open', 'in-progress', 'returned')) as open,
      exists (select from reminder r join notification n on n.tenant_id = r.tenant_id and n.id = r.notification_id
        where r.tenant_id = o.tenant_id and r.occurrence_id = o.id and r.step = 'nudge' and n.day = ${today}) as today
    from occurrence o join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    where o.tenant_id = ${tenantId} and o.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

export type Nudge = { occurrences: readonly string[]; note: string | null; agencyId: string | null };
export type Nudged = { reminded: number; people: number; skipped: Skipped[] };

/**
 * Urges whoever is to do these, at once and with a note: one notification for each person, each occurrence once a day
 * whoever urges. Where nothing is left to urge it is a Problem that says why.
 */
export async function nudge(
  trx: Transaction,
  actor: Actor,
  { occurrences, note, agencyId }: Nudge,
  sending: Sending,
): Promise<Nudged> {
  const { tenantId, officerId } = actor;
  await lockReminding(trx, tenantId);
  const urged = await findUrged(trx, tenantId, occurrences, sending.today);
  const holders = holdersOf(await listPeople(trx, tenantId, sending.today));
  const skipped: Skipped[] = [];
  const lines = new Map<string, { occurrenceId: string; step: 'nudge'; due: PlainDate }[]>();
  for (const one of urged) {
    const { occurrenceId, due, open, today } = one;
    const people = due === null ? [] : responsibleFor(one, holders);
    const why = !open ? 'settled' : today ? 'today' : people.length === 0 ? 'nobody' : undefined;
    if (why !== undefined || due === null) skipped.push({ occurrenceId, why: why ?? 'settled' });
    else
      for (const person of people)
        lines.set(person, [...(lines.get(person) ?? []), { occurrenceId, step: 'nudge', due }]);
  }
  const [first] = skipped;
  if (lines.size === 0) throw new Problem('nothing-to-remind', { why: first?.why ?? 'settled' });
  const head = { kind: 'nudge' as const, by: officerId, agencyId, note };
  const wanted = [...lines].map(([person, of]) => ({ head: { ...head, officerId: person }, lines: of }));
  await writeNotifications(trx, tenantId, wanted, sending);
  const nudged = { reminded: urged.length - skipped.length, people: lines.size, skipped };
  const details = { occurrences: nudged.reminded, people: nudged.people };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'reminder.nudged', details });
  return nudged;
}

export type PastNudge = { at: Date; by: string; byUnit: string; note: string | null; people: number; readBy: number };

/** Who urged one occurrence, when and with what note, the latest first; and by how many it was read. */
export async function listNudges(db: Database, tenantId: string, occurrenceId: string): Promise<PastNudge[]> {
  const { rows } = await sql<PastNudge>`
    select n.at, by.name as by, by.unit as "byUnit", n.note, count(*)::int as people, count(n.read_at)::int as "readBy"
    from reminder r join notification n on n.tenant_id = r.tenant_id and n.id = r.notification_id
    join officer by on by.tenant_id = n.tenant_id and by.id = n.by
    where r.tenant_id = ${tenantId} and r.occurrence_id = ${occurrenceId} and r.step = 'nudge'
    group by n.at, by.name, by.unit, n.note order by n.at desc`.execute(db);
  return rows;
}
