import type { AssignmentChange, ItemChange, OccurrenceChange } from '../assignment/compare.ts';
import { foldActions } from '../assignment/fold.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, findSupersede, type SentAct } from './assignment-actions.ts';
import { issuedOf, lockAssignments, writeOutcomes } from './assignment-log.ts';
import { insertRows, updateRows } from './assignment-rows.ts';
import type { Transaction } from './db.ts';
import { NewOccurrences } from './issues-occurrences.ts';
import { itemColumns } from './items.ts';

/** When, and from which day it holds. */
export type When = { at: Date; day: PlainDate };

/** What is written, gathered so that each table takes its rows in a few statements. */
type Rows = {
  items: Row[];
  itemChanges: Row[];
  assignments: Row[];
  assignmentChanges: Row[];
  occurrences: NewOccurrences;
  acts: SentAct[];
  revive: { assignmentId: string; occurrenceId: string | null }[];
  /** assignments that were there and got another day to act on: its columns follow what was done so far */
  refold: Set<string>;
};
type Row = Record<string, unknown> & { tenant_id: string; id: string };

/** Writes the changes of an issue: rows for what is new, acts with their reason for what ends, moves or comes back. */
export async function writeIssue(
  trx: Transaction,
  actor: Actor,
  planId: string,
  changes: readonly ItemChange[],
  when: When,
): Promise<void> {
  const rows = gather(actor.tenantId, planId, changes, when);
  await insertRows(trx, 'work_item', rows.items);
  await updateRows(trx, 'work_item', rows.itemChanges);
  await insertRows(trx, 'assignment', rows.assignments);
  await updateRows(trx, 'assignment', rows.assignmentChanges);
  await rows.occurrences.write(trx, actor.tenantId, when.day);
  await refold(trx, actor.tenantId, [...rows.refold]);
  // What somebody settles in this very moment stays settled.
  const taking = { source: 'issue', ...when, quiet: true, skipRefused: true } as const;
  await appendActs(trx, actor, await findRevivals(trx, actor.tenantId, rows.revive), taking);
  await appendActs(trx, actor, rows.acts, taking);
}

function gather(tenantId: string, planId: string, changes: readonly ItemChange[], { at, day }: When): Rows {
  const rows: Rows = {
    ...{
      items: [],
      itemChanges: [],
      assignments: [],
      assignmentChanges: [],
      acts: [],
      occurrences: new NewOccurrences(),
    },
    ...{ revive: [], refold: new Set() },
  };
  for (const change of changes) {
    const id = change.what === 'create' ? newId() : change.id;
    const columns = { tenant_id: tenantId, id, ...itemColumns(change.item) };
    if (change.what === 'create') rows.items.push({ ...columns, plan_id: planId });
    else if (change.what === 'withdraw') rows.itemChanges.push({ ...columns, withdrawn_at: at });
    else if (change.what === 'restore' || change.fields.length > 0)
      rows.itemChanges.push({ ...columns, withdrawn_at: null });
    for (const one of change.assignments) gatherAssignment(rows, { tenantId, itemId: id, day }, one);
  }
  return rows;
}

type Where = { tenantId: string; itemId: string; day: PlainDate };

function gatherAssignment(rows: Rows, where: Where, change: AssignmentChange): void {
  const { tenantId, itemId, day } = where;
  const { role, agencyId, printed, owes, follows, followsOnly, request } = change.assignment;
  const columns = { tenant_id: tenantId, printed, owes, follows, follows_only: followsOnly?.slice() ?? null, request };
  const id = change.what === 'create' ? newId() : change.id;
  if (change.what === 'create')
    rows.assignments.push({
      ...{ ...columns, id, item_id: itemId, role, first_agency_id: agencyId },
      ...{ since: day, agency_id: agencyId, accepted: false, seq: 0 },
    });
  if (change.what === 'change' || change.what === 'revive') rows.assignmentChanges.push({ ...columns, id });
  if (change.what === 'revive') rows.revive.push({ assignmentId: id, occurrenceId: null });
  if (change.what === 'supersede') rows.acts.push(act(id, null, { kind: 'supersede', reason: change.reason }));
  for (const one of change.occurrences) {
    if (one.what === 'create' && change.what !== 'create') rows.refold.add(id);
    gatherOccurrence(rows, { ...where, assignmentId: id, agencyId }, one);
  }
}

const act = (assignmentId: string, occurrenceId: string | null, what: SentAct['act']): SentAct => ({
  ...{ assignmentId, id: newId(), occurrenceId, act: what },
});

function gatherOccurrence(
  rows: Rows,
  where: Where & { assignmentId: string; agencyId: string },
  change: OccurrenceChange,
): void {
  const { assignmentId } = where;
  switch (change.what) {
    case 'create':
      rows.occurrences.add(where.itemId, assignmentId, where.agencyId, change.owed);
      break;
    case 'revive':
      rows.revive.push({ assignmentId, occurrenceId: change.id });
      break;
    case 'move':
      rows.acts.push(act(assignmentId, change.id, { kind: 'move', due: change.due, why: change.why }));
      break;
    case 'supersede':
      rows.acts.push(act(assignmentId, change.id, { kind: 'supersede', reason: change.reason }));
      break;
    case 'keep':
    case 'leave-out':
      break;
  }
}

/** A day added to an assignment that another agency holds by now is that agency's. */
async function refold(trx: Transaction, tenantId: string, ids: readonly string[]): Promise<void> {
  const logged = await lockAssignments(trx, tenantId, ids);
  const outcomes = logged.map((before) => {
    const { state } = foldActions(issuedOf(before), before.log);
    return { before, state, seq: before.row.seq };
  });
  await writeOutcomes(trx, tenantId, outcomes);
}

/** What was superseded comes back by undoing just that. */
async function findRevivals(trx: Transaction, tenantId: string, revive: Rows['revive']): Promise<SentAct[]> {
  if (revive.length === 0) return [];
  const logged = await lockAssignments(trx, tenantId, [...new Set(revive.map(({ assignmentId }) => assignmentId))]);
  const byId = new Map(logged.map((one) => [one.row.id, one]));
  return revive.flatMap(({ assignmentId, occurrenceId }) => {
    const one = byId.get(assignmentId);
    const of = one && findSupersede(one, occurrenceId);
    return of === undefined ? [] : [act(assignmentId, null, { kind: 'undo', of })];
  });
}
