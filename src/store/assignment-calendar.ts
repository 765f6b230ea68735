import { sql } from 'kysely';
import type { Owed, WorkItem } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';

/** What the calendar, as changed, makes of a schedule in a year. */
export type OwedOf = (schedule: WorkItem['schedule'], year: number) => readonly Owed[];

/** One day of an item that would fall on another, for how many agencies, and why. */
export type Moved = { itemId: string; text: string; from: PlainDate; to: PlainDate; why: string; agencies: number };

type Open = { id: string; assignment_id: string; item_id: string; key: string; due: PlainDate };
type Found = { moved: Moved[]; acts: SentAct[] };

/** What recalculating would move; nothing is changed. */
export async function previewRecalculation(
  db: Database,
  tenantId: string,
  owedOf: OwedOf,
  today: PlainDate,
): Promise<Moved[]> {
  return (await findMoved(db, tenantId, owedOf, today)).moved;
}

/**
 * Moves open days to where the calendar, as changed, puts them, each with why. Days a person gave stay, and so do days that
 * are past and stay past.
 */
export async function recalculate(
  trx: Transaction,
  actor: Actor,
  owedOf: OwedOf,
  { today, at }: { today: PlainDate; at: Date },
): Promise<Moved[]> {
  const { moved, acts } = await findMoved(trx, actor.tenantId, owedOf, today);
  if (acts.length === 0) return [];
  await appendActs(trx, actor, acts, { source: 'calendar', at, day: today, quiet: true });
  const details = { occurrences: acts.length, items: new Set(moved.map(({ itemId }) => itemId)).size };
  await audit(trx, { tenant: actor.tenantId, actor: actor.officerId, action: 'calendar.recalculated', details });
  return moved;
}

async function findMoved(db: Database, tenantId: string, owedOf: OwedOf, today: PlainDate): Promise<Found> {
  const items = await db
    .selectFrom('work_item')
    .select(['id', 'text', 'kind', 'schedule', 'year'])
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const open = Map.groupBy(await listOpen(db, tenantId), ({ item_id }) => item_id);
  const moved = new Map<string, Moved>();
  const acts: SentAct[] = [];
  for (const item of items) {
    const days = open.get(item.id);
    if (!days) continue;
    const byKey = new Map(owedOf(item.schedule, item.year).map((owed) => [owed.key, owed]));
    for (const day of days) {
      const owed = byKey.get(day.key);
      if (!owed?.due || owed.due === day.due || (owed.due < today && day.due < today)) continue;
      const why = owed.moved ?? owed.rule;
      acts.push({
        ...{ assignmentId: day.assignment_id, id: newId(), occurrenceId: day.id },
        act: { kind: 'move', due: owed.due, why },
      });
      const name = `${item.id} ${day.key} ${day.due}`;
      const line = moved.get(name) ?? {
        ...{ itemId: item.id, text: item.text, from: day.due, to: owed.due, why, agencies: 0 },
      };
      moved.set(name, { ...line, agencies: line.agencies + 1 });
    }
  }
  return { moved: [...moved.values()], acts };
}

/** Open days that were reckoned and not given by a person. */
async function listOpen(db: Database, tenantId: string): Promise<Open[]> {
  const { rows } = await sql<Open>`select id, assignment_id, item_id, key, due from occurrence
    where tenant_id = ${tenantId} and status in ('open', 'in-progress', 'returned') and due is not null
      and first_due is not null and (due = first_due or moved_later is not null)`.execute(db);
  return rows;
}
