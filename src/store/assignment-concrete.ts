import { sql } from 'kysely';
import { foldConcrete } from '../assignment/concrete/fold.ts';
import type { Action } from '../assignment/model.ts';
import { storable } from '../kernel/storable.ts';
import { insertRows } from './assignment-rows.ts';
import type { Transaction } from './db.ts';

/** What was appended to an assignment, behind what was there. */
export type Appended = { assignmentId: string; log: readonly Action[]; actions: readonly Action[] };

/**
 * Writes the rows that repeat what the fold says of concrete acts, where something was said of them. They are what lists, reminders
 * and calendars read; who ticked what, and when, stands in the log.
 */
export async function writeConcrete(trx: Transaction, tenantId: string, appended: readonly Appended[]): Promise<void> {
  const touched = appended.filter(({ log, actions }) => touches(log, actions));
  if (touched.length === 0) return;
  const ids = touched.map(({ assignmentId }) => assignmentId);
  await trx
    .deleteFrom('concrete_act')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`assignment_id = any(${ids}::uuid[])`)
    .execute();
  await insertRows(
    trx,
    'concrete_act',
    touched.flatMap(({ assignmentId, log, actions }) => rowsOf(tenantId, assignmentId, [...log, ...actions])),
  );
}

/** An undo may take back what was said of a concrete act, however long its chain. */
const touches = (log: readonly Action[], actions: readonly Action[]): boolean =>
  actions.some(({ act }) => act.kind === 'concrete') ||
  (actions.some(({ act }) => act.kind === 'undo') && log.some(({ act }) => act.kind === 'concrete'));

const rowsOf = (tenantId: string, assignmentId: string, log: readonly Action[]) =>
  foldConcrete(log).map(({ id, text, product, due, villages, done }, position) => ({
    ...{ tenant_id: tenantId, assignment_id: assignmentId, id, position, text: storable(text), product, due },
    ...{ villages: villages.map(({ name, done }) => ({ name, doneOn: done?.on ?? null })), done_on: done?.on ?? null },
  }));
