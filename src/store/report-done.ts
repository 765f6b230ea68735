import { type Selectable, sql } from 'kysely';
import { foldAsOf } from '../assignment/as-of.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { DoneAfter, DoneSince } from '../report/fill.ts';
import type { Round } from '../report/round/model.ts';
import { issuedOf, readAssignments } from './assignment-log.ts';
import type { OccurrenceTable } from './assignment-tables.ts';
import type { Database } from './db.ts';

/** What units did in the days a round covers, as of its last one (ngày chốt số liệu), and what they did after. */

type Day = Pick<Selectable<OccurrenceTable>, 'id' | 'assignment_id' | 'item_id' | 'status' | 'percent'> & {
  completedOn: PlainDate | null;
  later: boolean;
};
type Note = { item_id: string; day: PlainDate; text: string };
/** `closesAfter`: the last day of the round; what comes after that is no news of it. */
type Asked = { agencyId: string; round: Round; closesAfter: PlainDate };
export type Done = { since: DoneSince[]; after: ReadonlyMap<string, DoneAfter> };

/** What the unit owed of these items in a round, and what it wrote of it. */
export async function listDone(db: Database, tenantId: string, asked: Asked, items: readonly string[]): Promise<Done> {
  const days = await listDays(db, tenantId, asked, items);
  const standing = await asOf(db, tenantId, days, asked.round.to);
  const notes = await listNotes(db, tenantId, asked, items);
  const inTime = (one: { day: PlainDate }): boolean => one.day <= asked.round.to;
  const byItem = Map.groupBy(days, ({ item_id }) => item_id);
  const noted = Map.groupBy(notes, ({ item_id }) => item_id);
  const after = items.flatMap((key): [string, DoneAfter][] => {
    const late = (byItem.get(key) ?? []).filter((one) => isDoneAfter(one, asked));
    const told = (noted.get(key) ?? []).filter((one) => !inTime(one));
    const completedOn =
      late
        .flatMap(({ completedOn: on }) => on ?? [])
        .toSorted()
        .at(-1) ?? null;
    return late.length + told.length === 0 ? [] : [[key, { completedOn, notes: told.map(plain) }]];
  });
  return {
    since: items.map((key) => ({
      key,
      days: (byItem.get(key) ?? []).map((one) => standing.get(one.id) ?? one),
      notes: (noted.get(key) ?? []).filter(inTime).map(plain),
    })),
    after: new Map(after),
  };
}

const plain = ({ day, text }: Note) => ({ day, text });

const isDoneAfter = ({ status, completedOn }: Day, { round, closesAfter }: Asked): boolean =>
  status === 'done' && completedOn !== null && completedOn > round.to && completedOn <= closesAfter;

/** What was opened by the end of the round, and not done before it. */
async function listDays(db: Database, tenantId: string, { agencyId, round }: Asked, items: readonly string[]) {
  const { rows } = await sql<Day>`
    select o.id, o.assignment_id, o.item_id, o.status, o.percent, o.completed_on as "completedOn",
      exists (select from assignment_action x where x.tenant_id = ${tenantId} and x.assignment_id = o.assignment_id
        and x.occurrence_id = o.id and x.act ->> 'kind' in ('progress', 'complete') and ${doneOn} > ${round.to}) as later
    from occurrence o
    where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and o.item_id = any(${[...items]}::uuid[])
      and (o.period_from is null or o.period_from <= ${round.to})
      and (o.opens is null or o.opens <= ${round.to})
      and (o.completed_on is null or o.completed_on >= ${round.from})`.execute(db);
  return rows;
}

/** Of an act `x`: the day it was done on; what was entered late counts by that. */
const doneOn = sql<PlainDate>`coalesce((x.act ->> 'on')::date, x.day)`;

/** How days stood at the end of the round of which more was done since. */
async function asOf(db: Database, tenantId: string, days: readonly Day[], to: PlainDate) {
  const later = days.filter((one) => one.later);
  if (later.length === 0) return new Map<string, Pick<Day, 'status' | 'percent' | 'completedOn'>>();
  const logged = await readAssignments(db, tenantId, [...new Set(later.map((one) => one.assignment_id))]);
  const ids = new Set(later.map(({ id }) => id));
  const stood = logged.flatMap((one) => foldAsOf(issuedOf(one), one.log, to).occurrences);
  return new Map(stood.filter(({ id }) => ids.has(id)).map((one) => [one.id, one]));
}

/** What was written of these items since the round began, what it is of by the day it was done. */
async function listNotes(
  db: Database,
  tenantId: string,
  { agencyId, round, closesAfter }: Asked,
  items: readonly string[],
) {
  const { rows } = await sql<Note>`
    with mine as materialized (select o.id, o.item_id, o.assignment_id from occurrence o
      where o.tenant_id = ${tenantId} and o.agency_id = ${agencyId} and o.item_id = any(${[...items]}::uuid[])
        and (o.period_from is null or o.period_from <= ${round.to}))
    select o.item_id, ${doneOn} as day, coalesce(x.act ->> 'note', x.act ->> 'what') as text
    from mine o cross join lateral (select * from assignment_action l where l.tenant_id = ${tenantId}
      and l.assignment_id = o.assignment_id and l.occurrence_id = o.id) as x
    where x.act ->> 'kind' in ('progress', 'complete', 'evidence') and ${doneOn} between ${round.from} and greatest(${round.to}::date, ${closesAfter}::date)
      and coalesce(x.act ->> 'note', x.act ->> 'what', '') <> ''
      and not exists (select from assignment_action u where u.tenant_id = x.tenant_id
        and u.assignment_id = x.assignment_id and u.act ->> 'kind' = 'undo' and u.act ->> 'of' = x.id::text)
    order by ${doneOn}, x.seq`.execute(db);
  return rows;
}

export type UnitAfter = { agencyId: string; tasks: number };

/** How much of these items each unit did between the last day of a round and the day it closes. */
export async function listDoneAfter(
  db: Database,
  tenantId: string,
  { round, closesAfter }: Pick<Asked, 'round' | 'closesAfter'>,
  items: readonly string[],
): Promise<UnitAfter[]> {
  const { rows } = await sql<UnitAfter>`
    select o.agency_id as "agencyId", count(*)::int as tasks from occurrence o
    where o.tenant_id = ${tenantId} and o.item_id = any(${[...items]}::uuid[]) and o.status = 'done'
      and o.completed_on > ${round.to} and o.completed_on <= ${closesAfter}
      and (o.period_from is null or o.period_from <= ${round.to}) and (o.opens is null or o.opens <= ${round.to})
    group by o.agency_id order by o.agency_id`.execute(db);
  return rows;
}
