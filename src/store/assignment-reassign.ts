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

/** Who takes over a piece of work; undefined where it stays. Of an agency that is merged whole: always the one. */
export type Successor = (work: HeldWork) => string | undefined;

export type Reassigning = {
  from: string;
  to: Successor;
  /**
   * Of an agency that goes on whole in another: what has become of a division (null: no more). Then what was accepted stays
   * accepted, and what was handed on stays with its division and person; else who takes over hands it on anew.
   */
  divisionOf?: ((id: string) => string | null) | undefined;
  /** the day the reorganisation takes effect; a report as of a day before shows things as they were */
  effective: PlainDate;
  at: Date;
  reason: string;
};

/** An act that was appended, to be undone if what it came from is taken back. */
export type Trace = { assignmentId: string; id: string };

const open: readonly string[] = ['waiting', 'open', 'in-progress', 'returned'];

/** What of an agency's work is open, for the list that is shown before it is moved. */
export async function listHeldWork(db: Database, tenantId: string, agencyId: string): Promise<HeldWork[]> {
  const { rows } = await sql<HeldWork>`
    select a.id as "assignmentId", i.id as "itemId", i.index_name as index, i.dimension, i.component, i.text
    from assignment a join work_item i on i.tenant_id = a.tenant_id and i.id = a.item_id
    where a.tenant_id = ${tenantId} and a.closed is null and (a.agency_id = ${agencyId} or exists (
      select from occurrence o where o.tenant_id = a.tenant_id and o.assignment_id = a.id and o.agency_id = ${agencyId}
        and o.status = any(${open}::text[])))
    order by i.plan_id, i.position, a.id`.execute(db);
  return rows;
}

/**
 * Moves the open work of an agency to who takes over, in the transaction of the reorganisation and told by its audit entry.
 * Assignments keep their ids, days, evidence and history; what is settled stays with who did it.
 */
export async function reassignAll(
  trx: Transaction,
  actor: Actor,
  { from, to, divisionOf, effective, at, reason }: Reassigning,
): Promise<{ assignments: number; occurrences: number; stayed: HeldWork[]; traces: Trace[] }> {
  const held = await listHeldWork(trx, actor.tenantId, from);
  const successors = new Map(held.map((work) => [work.assignmentId, to(work)]));
  const moving = held.filter(({ assignmentId }) => (successors.get(assignmentId) ?? from) !== from);
  const logged = await lockAssignments(
    trx,
    actor.tenantId,
    moving.map(({ assignmentId }) => assignmentId),
  );
  const acts = logged.flatMap((one) => {
    const agencyId = successors.get(one.row.id) ?? from;
    return [...reassign(one, from, agencyId, reason), ...keep(one.row, from, divisionOf)];
  });
  await appendActs(trx, actor, acts, { source: 'reorganisation', at, day: effective, quiet: true });
  return {
    assignments: moving.length,
    occurrences: await countOpen(trx, actor.tenantId, acts),
    stayed: held.filter(({ assignmentId }) => (successors.get(assignmentId) ?? from) === from),
    traces: acts.map(({ assignmentId, id }) => ({ assignmentId, id })),
  };
}

function reassign({ row, occurrences }: Logged, from: string, agencyId: string, reason: string): SentAct[] {
  const act = { kind: 'reassign', agencyId, reason } as const;
  if (row.agency_id === from) return [{ assignmentId: row.id, id: newId(), occurrenceId: null, act }];
  // Only single days had been given to the agency.
  return occurrences
    .filter((one) => one.agency_id === from && open.includes(one.status))
    .map(({ id }) => ({ assignmentId: row.id, id: newId(), occurrenceId: id, act }));
}

/** What the new holder is not to do again: accept, and hand on to the people who have the work already. */
function keep(row: AssignmentRow, from: string, divisionOf: Reassigning['divisionOf']): SentAct[] {
  if (!divisionOf || row.agency_id !== from) return [];
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
