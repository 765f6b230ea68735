import { type Selectable, sql } from 'kysely';
import type { Issued } from '../assignment/fold.ts';
import type { Action, AssignmentState, OccurrenceState } from '../assignment/model.ts';
import { updateRows } from './assignment-rows.ts';
import type { AssignmentTable, OccurrenceTable } from './assignment-tables.ts';
import type { Database, Transaction } from './db.ts';

/** Assignments with what was done about them, and the columns that repeat what the fold says. */

export type AssignmentRow = Selectable<AssignmentTable>;
export type OccurrenceRow = Selectable<OccurrenceTable>;
/** One assignment as it was issued, and its actions in order. */
export type Logged = { row: AssignmentRow; occurrences: readonly OccurrenceRow[]; log: readonly LoggedAction[] };
export type LoggedAction = Action & { source: string };

/** As issued, for the fold. */
export const issuedOf = ({ row, occurrences }: Pick<Logged, 'row' | 'occurrences'>): Issued => ({
  assignment: { agencyId: row.first_agency_id },
  occurrences: occurrences.map(({ id, first_due }) => ({ id, due: first_due })),
});

/** Takes assignments for this transaction, in one order so that two who take several wait for each other and in no circle. */
export async function lockAssignments(trx: Transaction, tenantId: string, ids: readonly string[]): Promise<Logged[]> {
  const rows = await trx
    .selectFrom('assignment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return withLog(trx, tenantId, rows);
}

/** The same without taking them. */
export async function readAssignments(db: Database, tenantId: string, ids: readonly string[]): Promise<Logged[]> {
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return withLog(db, tenantId, rows);
}

async function withLog(db: Database, tenantId: string, rows: readonly AssignmentRow[]): Promise<Logged[]> {
  const ids = rows.map(({ id }) => id);
  const occurrences = await db
    .selectFrom('occurrence')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`assignment_id = any(${ids}::uuid[])`)
    .orderBy('first_due')
    .orderBy('id')
    .execute();
  const actions = await db
    .selectFrom('assignment_action')
    .select(['assignment_id', 'id', 'occurrence_id as occurrenceId', 'day', 'act', 'source'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`assignment_id = any(${ids}::uuid[])`)
    .orderBy('assignment_id')
    .orderBy('seq')
    .execute();
  const ofEach = Map.groupBy(occurrences, ({ assignment_id }) => assignment_id);
  const logs = Map.groupBy(actions, ({ assignment_id }) => assignment_id);
  return rows.map((row) => ({ row, occurrences: ofEach.get(row.id) ?? [], log: logs.get(row.id) ?? [] }));
}

/** What the fold says of one assignment now, with how many actions it has. */
export type Outcome = { before: Logged; state: AssignmentState; seq: number };

/** Writes what the columns repeat, where it differs. */
export async function writeOutcomes(trx: Transaction, tenantId: string, outcomes: readonly Outcome[]): Promise<void> {
  const assignments = outcomes.map(({ before, state, seq }) => ({
    ...{ tenant_id: tenantId, id: before.row.id, agency_id: state.agencyId, division_id: state.divisionId },
    ...{ officer_id: state.officerId, accepted: state.accepted, closed: state.closed, seq },
  }));
  await updateRows(trx, 'assignment', assignments);
  const occurrences = outcomes.flatMap(({ before, state }) =>
    state.occurrences.flatMap((one, i) => {
      const columns = columnsOf(one);
      const row = before.occurrences[i];
      const names = Object.keys(columns) as (keyof typeof columns)[];
      return row && names.every((name) => row[name] === columns[name])
        ? []
        : [{ tenant_id: tenantId, id: one.id, ...columns }];
    }),
  );
  await updateRows(trx, 'occurrence', occurrences);
}

/** The columns of an occurrence that repeat its state. */
const columnsOf = (one: OccurrenceState) => ({
  agency_id: one.agencyId,
  due: one.due,
  moved_later: one.moved,
  returned: one.returned,
  status: one.status,
  percent: one.percent,
  evidence: one.evidence,
  completed_on: one.completedOn,
  asked_due: one.asked?.due ?? null,
  asked_reason: one.asked?.reason ?? null,
  declined: one.declined,
});
