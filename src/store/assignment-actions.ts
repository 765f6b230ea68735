import { sql } from 'kysely';
import { refuseEntering } from '../assignment/enter.ts';
import { foldActions, undoneActions } from '../assignment/fold.ts';
import type { Act, Action } from '../assignment/model.ts';
import { isSettled, type Refusal } from '../assignment/rules.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { type Appended, writeConcrete } from './assignment-concrete.ts';
import { issuedOf, type Logged, lockAssignments, type Outcome, writeOutcomes } from './assignment-log.ts';
import { insertRows } from './assignment-rows.ts';
import type { ActionSource } from './assignment-tables.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { findUpward } from './own-plan-upward.ts';

/** An act about an assignment, under an id of whoever sends it. `agencyId`: for whom they act. */
export type SentAct = {
  assignmentId: string;
  id: string;
  occurrenceId: string | null;
  act: Act;
  agencyId?: string | null;
};

export type Taking = {
  source: ActionSource;
  at: Date;
  /** the day it holds from: today in Vietnam, or the day a reorganisation took effect */
  day: PlainDate;
  /** a refused act is left out and told of, instead of stopping all */
  skipRefused?: boolean;
  /** the caller's own audit entry tells of it */
  quiet?: boolean;
};

/** `fresh`: of the acts that were sent, those that count from now on. */
export type Taken = { taken: number; known: number; refused: { id: string; why: Refusal }[]; fresh: SentAct[] };

/**
 * Appends acts to their assignments, all of them or none, and writes what their fold says now. An id that is there counts no
 * second time. What a completion serves is completed with it, and undone with it. One audit entry for all.
 */
export async function appendActs(
  trx: Transaction,
  actor: Actor,
  sent: readonly SentAct[],
  taking: Taking,
): Promise<Taken> {
  const fresh = await withoutKnown(trx, actor.tenantId, sent);
  if (fresh.length === 0) return { taken: 0, known: sent.length, refused: [], fresh: [] };
  const all = await withServed(trx, actor.tenantId, fresh);
  const logged = await lockAssignments(trx, actor.tenantId, [...new Set(all.map(({ assignmentId }) => assignmentId))]);
  const byId = new Map(logged.map((one) => [one.row.id, one]));
  const missing = fresh.find(({ assignmentId }) => !byId.has(assignmentId));
  if (missing) throw new Problem('not-found', { what: 'việc được giao này' });
  // Sent twice at the same time, the second waited for the first and finds it there now.
  const there = new Set(logged.flatMap(({ log }) => log.map(({ id }) => id)));
  const ofEach = Map.groupBy(
    all.filter(({ id }) => !there.has(id)),
    ({ assignmentId }) => assignmentId,
  );
  const known = sent.length - fresh.filter(({ id }) => !there.has(id)).length;
  const result = logged.map((one) => takeInto(one, ofEach.get(one.row.id) ?? [], taking));
  const refused = result.flatMap((one) => one.refused);
  await insertRows(
    trx,
    'assignment_action',
    result.flatMap((one) => rowsOf(actor, one, taking)),
  );
  await writeOutcomes(trx, actor.tenantId, result);
  await writeConcrete(trx, actor.tenantId, result.map(appendedOf));
  const taken = result.reduce((sum, { actions }) => sum + actions.length, 0);
  if (taken > 0 && !taking.quiet) await record(trx, actor, result, taking.source);
  await tellUpward(trx, actor, result, taking);
  const appended = new Set(result.flatMap(({ actions }) => actions.map(({ id }) => id)));
  return { taken, known, refused, fresh: fresh.filter(({ id }) => appended.has(id)) };
}

/** What was done of a unit's own plan is told to the task above that it carries out; issuing makes days and does none. */
async function tellUpward(
  trx: Transaction,
  actor: Actor,
  results: readonly Result[],
  { source, at, day }: Taking,
): Promise<void> {
  if (source === 'issue') return;
  const touched = results.filter(({ actions }) => actions.length > 0).map(({ before }) => before.row.id);
  const told = await findUpward(trx, actor.tenantId, touched);
  if (told.length > 0)
    await appendActs(trx, actor, told, { source: 'own-plan', at, day, quiet: true, skipRefused: true });
}

async function withoutKnown(trx: Transaction, tenantId: string, sent: readonly SentAct[]): Promise<SentAct[]> {
  const once = [...new Map(sent.map((one) => [one.id, one])).values()];
  const ids = once.map(({ id }) => id);
  const known = await trx
    .selectFrom('assignment_action')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  const there = new Set(known.map(({ id }) => id));
  return once.filter(({ id }) => !there.has(id));
}

/** What a person sent, or what follows from it for another assignment; that is left out where it is not possible. */
type Following = SentAct & { follows?: true };

/** Adds a completion for each occurrence that another completion serves, and an undo for each that an undo takes back. */
async function withServed(trx: Transaction, tenantId: string, sent: readonly SentAct[]): Promise<Following[]> {
  const all: Following[] = [...sent];
  for (const one of sent) {
    if (one.act.kind === 'complete' && one.act.serves.length > 0)
      all.push(...(await served(trx, tenantId, one, one.act)));
    if (one.act.kind === 'undo') all.push(...(await servedBy(trx, tenantId, one.act.of)));
  }
  return all;
}

type Complete = Act & { kind: 'complete' };

async function served(trx: Transaction, tenantId: string, sent: SentAct, act: Complete): Promise<Following[]> {
  const rows = await trx
    .selectFrom('occurrence')
    .select(['id', 'assignment_id', 'agency_id', 'status'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...act.serves, sent.occurrenceId]}::uuid[])`)
    .execute();
  const holder = rows.find(({ id }) => id === sent.occurrenceId)?.agency_id;
  const others = rows.filter(({ id }) => id !== sent.occurrenceId);
  if (others.some(({ agency_id }) => agency_id !== holder))
    throw new Problem('act-refused', {
      why: 'other-agency',
      assignment: sent.assignmentId,
      occurrence: sent.occurrenceId,
    });
  return others
    .filter(({ status }) => !isSettled(status))
    .map(({ id, assignment_id }) => ({
      ...{ assignmentId: assignment_id, id: newId(), occurrenceId: id, agencyId: sent.agencyId ?? null },
      ...{ act: { ...act, serves: [], servedBy: sent.id }, follows: true as const },
    }));
}

async function servedBy(trx: Transaction, tenantId: string, of: string): Promise<Following[]> {
  const { rows } = await sql<{ id: string; assignment_id: string; occurrence_id: string }>`
    with other as (
      select distinct o.tenant_id, o.assignment_id
      from assignment_action a
      cross join jsonb_array_elements_text(case when a.act ? 'serves' then a.act -> 'serves' else '[]' end) as serves
      join occurrence o on o.tenant_id = a.tenant_id and o.id = serves.value::uuid
      where a.tenant_id = ${tenantId} and a.id = ${of})
    select a.id, a.assignment_id, a.occurrence_id
    from other join assignment_action a using (tenant_id, assignment_id)
    where a.act ->> 'servedBy' = ${of}`.execute(trx);
  return rows.map(({ id, assignment_id, occurrence_id }) => ({
    ...{ assignmentId: assignment_id, id: newId(), occurrenceId: occurrence_id },
    ...{ act: { kind: 'undo', of: id }, follows: true },
  }));
}

type Result = Outcome & { actions: (Action & { agencyId: string | null })[]; refused: { id: string; why: Refusal }[] };

const appendedOf = ({ before, actions }: Result): Appended => ({
  assignmentId: before.row.id,
  log: before.log,
  actions,
});

function takeInto(before: Logged, mine: readonly Following[], { day, source, skipRefused }: Taking): Result {
  const all = mine.map(({ id, occurrenceId, act, agencyId = null }) => ({ id, occurrenceId, act, day, agencyId }));
  if (source === 'web') refuseForeignUndo(before, all);
  const unfit = unfitIn(before, all, source);
  const actions = all.filter(({ id }) => !unfit.has(id));
  const { state, refused } = foldActions(issuedOf(before), [...before.log, ...actions]);
  const told: Result['refused'] = [];
  for (const { id, occurrenceId, follows } of mine) {
    const why = unfit.get(id) ?? refused.get(id);
    if (!why || follows) continue;
    if (!skipRefused) throw new Problem('act-refused', { why, assignment: before.row.id, occurrence: occurrenceId });
    told.push({ id, why });
  }
  const taken = actions.filter(({ id }) => !refused.has(id));
  return { before, state, seq: before.row.seq + taken.length, actions: taken, refused: told };
}

/** What a person entered with a day on which it cannot have been done. */
function unfitIn({ row }: Logged, actions: readonly Action[], source: ActionSource): Map<string, Refusal> {
  const byHand = source === 'web' || source === 'import';
  return new Map(
    actions.flatMap(({ id, act, day }) => {
      const why = byHand ? refuseEntering(act, { day, since: row.since }) : undefined;
      return why === undefined ? [] : [[id, why] as const];
    }),
  );
}

/** What a reorganisation, the calendar or issuing again has done is undone there, not by hand. */
function refuseForeignUndo(before: Logged, actions: readonly Action[]): void {
  for (const { act, occurrenceId } of actions) {
    const source = act.kind === 'undo' ? before.log.find(({ id }) => id === act.of)?.source : undefined;
    if (source !== undefined && source !== 'web' && source !== 'import')
      throw new Problem('act-refused', {
        ...{ why: 'not-yours-to-undo', assignment: before.row.id, occurrence: occurrenceId },
      });
  }
}

const rowsOf = ({ tenantId, officerId }: Actor, { before, actions }: Result, { at, source }: Taking) =>
  actions.map(({ id, occurrenceId, day, act, agencyId }, i) => ({
    ...{ tenant_id: tenantId, assignment_id: before.row.id, seq: before.row.seq + i + 1, id },
    ...{ occurrence_id: occurrenceId, at, day, by: officerId, agency_id: agencyId, source, act },
  }));

async function record(trx: Transaction, actor: Actor, results: readonly Result[], source: ActionSource): Promise<void> {
  const kinds: Record<string, number> = {};
  for (const { actions } of results) for (const { act } of actions) kinds[act.kind] = (kinds[act.kind] ?? 0) + 1;
  const touched = results.filter(({ actions }) => actions.length > 0).map(({ before }) => before.row.id);
  await audit(trx, {
    ...{ tenant: actor.tenantId, actor: actor.officerId, action: 'assignment.acted' },
    ...(touched.length === 1 && touched[0] !== undefined && { subject: touched[0] }),
    details: { source, assignments: touched.length, ...kinds },
  });
}

/** The action that superseded an assignment, or one occurrence of it, and still counts. */
export function findSupersede({ log }: Logged, occurrenceId: string | null): string | undefined {
  const undone = undoneActions(log);
  return log.findLast((one) => one.act.kind === 'supersede' && one.occurrenceId === occurrenceId && !undone.has(one.id))
    ?.id;
}
