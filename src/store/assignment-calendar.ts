import { sql } from 'kysely';
import type { Owed, WorkItem } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { insertRows } from './assignment-rows.ts';
import type { Database, Transaction } from './db.ts';

/** What the calendar, as changed, makes of a schedule in a year. */
export type OwedOf = (schedule: WorkItem['schedule'], year: number) => readonly Owed[];

/** One day of an item that would fall on another, for how many agencies, and why. */
export type Moved = {
  itemId: string;
  text: string;
  key: string;
  from: PlainDate;
  to: PlainDate;
  why: string;
  agencies: number;
};

type OpenDay = { item_id: string; key: string; due: PlainDate; agencies: number };

/**
 * What the calendar, as changed, moves of the open days. Days a person gave stay, and so do days that are past and stay past.
 * All agencies that owe an item on a day move together: what is reckoned grows with the items, not with the agencies.
 */
export async function findMoves(db: Database, tenantId: string, owedOf: OwedOf, today: PlainDate): Promise<Moved[]> {
  const items = await db
    .selectFrom('work_item')
    .select(['id', 'text', 'schedule', 'year'])
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const open = Map.groupBy(await listOpenDays(db, tenantId), ({ item_id }) => item_id);
  const owedByKey = once(
    (schedule: WorkItem['schedule'], year: number) => new Map(owedOf(schedule, year).map((owed) => [owed.key, owed])),
  );
  return items.flatMap(({ id, text, schedule, year }) => {
    const days = open.get(id) ?? [];
    const byKey = days.length > 0 ? owedByKey(schedule, year) : new Map<string, Owed>();
    return days.flatMap(({ key, due, agencies }): Moved[] => {
      const owed = byKey.get(key);
      if (!owed?.due || owed.due === due || (owed.due < today && due < today)) return [];
      return [{ itemId: id, text, key, from: due, to: owed.due, why: owed.moved ?? owed.rule, agencies }];
    });
  });
}

/** The many items of a plan have few schedules: each is reckoned once. */
export function once<T>(of: (schedule: WorkItem['schedule'], year: number) => T): typeof of {
  const known = new Map<string, T>();
  return (schedule, year) => {
    const name = JSON.stringify([schedule, year]);
    const found = known.get(name) ?? of(schedule, year);
    known.set(name, found);
    return found;
  };
}

/** What was reckoned and not given by a person, and is still to be done. */
const open = sql`o.status in ('open', 'in-progress', 'returned') and o.first_due is not null
  and (o.due = o.first_due or o.moved_later is not null)`;

async function listOpenDays(db: Database, tenantId: string): Promise<OpenDay[]> {
  const { rows } = await sql<OpenDay>`select o.item_id, o.key, o.due, count(*)::int as agencies from occurrence o
    where o.tenant_id = ${tenantId} and o.due is not null and ${open} group by o.item_id, o.key, o.due
    order by o.due, o.item_id`.execute(db);
  return rows;
}

type Touched = { id: string; assignment_id: string; seq: number; due: PlainDate; why: string };

/**
 * Moves days in a few statements however many agencies owe them, each with its own entry in the history of its assignment.
 * What was done, given or moved by somebody since they were found stays. Tells how many days it moved.
 */
export async function applyMoves(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  moves: readonly Moved[],
  { today, at }: { today: PlainDate; at: Date },
): Promise<number> {
  // In the order others take them, so that nobody waits in a circle.
  const items = [...new Set(moves.map(({ itemId }) => itemId))];
  await sql`select from assignment where tenant_id = ${tenantId} and item_id = any(${items}::uuid[])
    order by id for update`.execute(trx);
  const sent = toJson(moves.map(({ itemId, key, from, to, why }) => ({ item: itemId, key, was: from, due: to, why })));
  const { rows } = await sql<Touched>`
    with sent as (select * from jsonb_to_recordset(${sent}::jsonb) as one (item uuid, key text, was date, due date, why text)),
    moved as (
      update occurrence o set due = sent.due, moved_later = sent.why,
        asked_due = case when o.asked_due > sent.due then o.asked_due end,
        asked_reason = case when o.asked_due > sent.due then o.asked_reason end
      from sent
      -- The items a second time, as a list: so they are found by their index, however many days other tenants have.
      where o.tenant_id = ${tenantId} and o.item_id = any(${items}::uuid[])
        and o.item_id = sent.item and o.key = sent.key and o.due = sent.was and ${open}
      returning o.id, o.assignment_id, sent.due, sent.why),
    counted as (
      update assignment a set seq = a.seq + times.n
      from (select assignment_id, count(*)::int as n from moved group by assignment_id) as times
      where a.tenant_id = ${tenantId} and a.id = times.assignment_id
      returning a.id, a.seq - times.n as before)
    select moved.id, assignment_id, due, why,
      (before + row_number() over (partition by assignment_id order by due, moved.id))::int as seq
    from moved join counted on counted.id = assignment_id`.execute(trx);
  const day = { tenant_id: tenantId, at, day: today, by: officerId, agency_id: null, source: 'calendar' };
  const entries = rows.map(({ id, assignment_id, seq, due, why }) => ({
    ...{ ...day, assignment_id, seq, id: newId(), occurrence_id: id, act: { kind: 'move', due, why } },
  }));
  await insertRows(trx, 'assignment_action', entries);
  return rows.length;
}
