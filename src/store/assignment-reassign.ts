import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { type AssignmentRow, type Logged, lockAssignments } from './assignment-log.ts';
import type { Database, Transaction } from './db.ts';

/** What an agency holds, by what its successor may be told. */
export type HeldWork = {
  assignmentId: string;
  itemId: string;
  index: string | null;
  dimension: string | null;
  component: string | null;
  text: string;
};

/** Work with who has it so far. */
export type HeldBy = HeldWork & { fromId: string };

/** Work with who takes it over; null where nobody does, and the same agency where it stays. */
export type MovedWork = { fromId: string; work: HeldWork; toId: string | null };

export type Reassigning = {
  /**
   * Of an agency that goes on whole in another: what has become of a division (null: no more). Then what was accepted stays
   * accepted, and what was handed on stays with its division and person; else who takes over hands it on anew.
   */
  divisionOf?: (fromId: string) => ((id: string) => string | null) | undefined;
  /** the day the reorganisation takes effect; a report as of a day before shows things as they were */
  effective: PlainDate;
  at: Date;
  reason: (moved: MovedWork) => string;
};

/** An act that was appended, to be undone if what it came from is taken back. */
export type Trace = { assignmentId: string; id: string };

const open: readonly string[] = ['waiting', 'open', 'in-progress', 'returned'];

/** What of agencies' work is open, for the list that is shown before it is moved. */
export async function listHeldWork(db: Database, tenantId: string, agencyIds: readonly string[]): Promise<HeldBy[]> {
  // What is open of a day belongs to an assignment that is: asking that of each would be a join no index helps with.
  const { rows } = await sql<HeldBy>`
    with held as (
      select a.agency_id, a.id, a.item_id from assignment a
      where a.tenant_id = ${tenantId} and a.agency_id = any(${[...agencyIds]}::uuid[]) and a.closed is null
      union
      select o.agency_id, o.assignment_id, o.item_id from occurrence o
      where o.tenant_id = ${tenantId} and o.agency_id = any(${[...agencyIds]}::uuid[]) and o.status = any(${open}::text[]))
    select held.agency_id as "fromId", held.id as "assignmentId", i.id as "itemId", i.index_name as index, i.dimension,
      i.component, i.text
    from held join work_item i on i.tenant_id = ${tenantId} and i.id = held.item_id
    order by i.plan_id, i.position, held.id, held.agency_id`.execute(db);
  return rows;
}

/**
 * Moves open work to who takes it over, in the transaction of the reorganisation and told by its audit entry. Assignments keep
 * their ids, days, evidence and history; what is settled stays with who did it.
 */
export async function reassignAll(
  trx: Transaction,
  actor: Actor,
  work: readonly MovedWork[],
  { divisionOf, effective, at, reason }: Reassigning,
): Promise<{ assignments: number; occurrences: number; traces: Trace[] }> {
  const moving = work.filter(({ fromId, toId }) => toId !== null && toId !== fromId);
  const ofEach = Map.groupBy(moving, (one) => one.work.assignmentId);
  const logged = await lockAssignments(trx, actor.tenantId, [...ofEach.keys()]);
  const acts = logged.flatMap((one) =>
    (ofEach.get(one.row.id) ?? []).flatMap((moved) => [
      ...reassign(one, moved, reason(moved)),
      ...keep(one.row, moved, divisionOf?.(moved.fromId)),
    ]),
  );
  await appendActs(trx, actor, acts, { source: 'reorganisation', at, day: effective, quiet: true });
  return {
    assignments: moving.length,
    occurrences: await countOpen(trx, actor.tenantId, acts),
    traces: acts.map(({ assignmentId, id }) => ({ assignmentId, id })),
  };
}

function reassign({ row, occurrences }: Logged, { fromId, toId }: MovedWork, reason: string): SentAct[] {
  if (toId === null) return [];
  const act = { kind: 'reassign', agencyId: toId, reason } as const;
  if (row.agency_id === fromId) return [{ assignmentId: row.id, id: newId(), occurrenceId: null, act }];
  // Only single days had been given to the agency.
  return occurrences
    .filter((one) => one.agency_id === fromId && open.includes(one.status))
    .map(({ id }) => ({ assignmentId: row.id, id: newId(), occurrenceId: id, act }));
}

/** What the new holder is not to do again: accept, and hand on to the people who have the work already. */
function keep(
  row: AssignmentRow,
  { fromId }: MovedWork,
  divisionOf: ((id: string) => string | null) | undefined,
): SentAct[] {
  if (!divisionOf || row.agency_id !== fromId) return [];
  const divisionId = row.division_id === null ? null : divisionOf(row.division_id);
  const acts: SentAct['act'][] = [];
  if (row.accepted) acts.push({ kind: 'accept' });
  if (divisionId !== null || row.officer_id !== null)
    acts.push({ kind: 'hand-on', divisionId, officerId: row.officer_id, note: null });
  return acts.map((act) => ({ assignmentId: row.id, id: newId(), occurrenceId: null, act }));
}

async function countOpen(trx: Transaction, tenantId: string, acts: readonly SentAct[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from occurrence o
    where o.tenant_id = ${tenantId} and o.assignment_id = any(${acts.map(({ assignmentId }) => assignmentId)}::uuid[])
      and o.status = any(${open}::text[])`.execute(trx);
  return rows[0]?.n ?? 0;
}
