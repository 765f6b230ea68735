import { sql } from 'kysely';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { onwardFrom, type Step } from '../place/directory/heirs.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { listHeldWork, type MovedWork, reassignAll, type Trace } from './assignment-reassign.ts';
import { joinTwins } from './assignment-twins.ts';
import type { Database, Transaction } from './db.ts';
import { forwardDifficulties, listHeldDifficulties } from './difficulties-forward.ts';
import { loadDirectory } from './directory.ts';

/**
 * Agencies that are no more on a day and still hold open work: a plan of before their end was issued after it, or nobody alone
 * took over from them.
 */
export async function listEndedHolders(
  db: Database | Transaction,
  tenantId: string,
  today: PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ended as (select agency_id as id from agency_span where tenant_id = ${tenantId}
      group by agency_id having max(coalesce(valid_to, 'infinity')) < ${today})
    select id from ended where exists (select from assignment a where a.tenant_id = ${tenantId} and a.agency_id = ended.id
        and a.closed is null)
      or exists (select from occurrence o where o.tenant_id = ${tenantId} and o.agency_id = ended.id
        and o.status in ('waiting', 'open', 'in-progress', 'returned'))
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Gives the open work of agencies that are no more to who alone took over from them, from the day they did, with that as its
 * reason. Where several or none are known it stays, and waits for a person. Tells how many assignments went.
 */
export async function inheritWork(
  trx: Transaction,
  actor: Actor,
  { today, at }: { today: PlainDate; at: Date },
): Promise<number> {
  const holders = await listEndedHolders(trx, actor.tenantId, today);
  if (holders.length === 0) return 0;
  const directory = await loadDirectory(trx, actor.tenantId);
  const paths = holders.map((id) => takings(id, onwardFrom(directory, id, today)?.steps ?? []));
  let moved = 0;
  // All first steps, then all second ones, those of one day together: a hundred communes end on one day.
  for (let n = 0; paths.some((path) => path.length > n); n += 1) {
    const steps = paths.flatMap((path) => path[n] ?? []);
    for (const [effective, all] of Map.groupBy(steps, (one) => one.effective))
      moved += await takeSteps(trx, actor, { directory, steps: all, effective, at });
  }
  return moved;
}

type Taken = Step & { fromId: string };

const takings = (id: string, steps: readonly Step[]): Taken[] =>
  steps.map((step, i) => ({ ...step, fromId: steps[i - 1]?.toId ?? id }));

type Taking = { directory: Directory; steps: readonly Taken[]; effective: PlainDate; at: Date };

async function takeSteps(trx: Transaction, actor: Actor, { directory, steps, effective, at }: Taking): Promise<number> {
  const { tenantId } = actor;
  const ofEach = new Map(steps.map((step) => [step.fromId, step]));
  const from = [...ofEach.keys()];
  const held = await listHeldWork(trx, tenantId, from);
  const work = held.map(({ fromId, ...one }) => ({ fromId, work: one, toId: ofEach.get(fromId)?.toId ?? null }));
  const reason = ({ fromId, toId }: { fromId: string; toId: string | null }): string =>
    `${nameOf(directory, fromId)} đã kết thúc; ${nameOf(directory, toId)} nhận việc từ ngày ${formatPlainDate(effective)}`;
  const divisionOf = (id: string): string | null => (isThere(directory, id, effective) ? id : null);
  const moved = await reassignAll(trx, actor, work, {
    ...{ effective, at, reason },
    divisionOf: (fromId) => (ofEach.get(fromId)?.whole ? divisionOf : undefined),
  });
  for (const { id, toAgencyId: fromId } of await listHeldDifficulties(trx, tenantId, from)) {
    const toId = ofEach.get(fromId)?.toId ?? fromId;
    await forwardDifficulties(trx, actor, [{ id, fromId, toId }], { at, reason: reason({ fromId, toId }) });
  }
  const where = { items: [...new Set(held.map(({ itemId }) => itemId))], agencies: steps.map(({ toId }) => toId) };
  const joined = await joinTwins(trx, actor, where, { effective, at });
  await remember(trx, tenantId, steps, { work, acts: [...moved.traces, ...joined] });
  return moved.assignments;
}

/** Kept with the reorganisation that made the one the heir of the other, so that taking it back gives this back, too. */
async function remember(
  trx: Transaction,
  tenantId: string,
  steps: readonly Taken[],
  { work, acts }: { work: readonly MovedWork[]; acts: readonly Trace[] },
): Promise<void> {
  const { rows } = await sql<{ id: string; fromId: string }>`select s.reorganisation_id as id, s.from_id as "fromId"
    from agency_succession s join unnest(${steps.map(({ fromId }) => fromId)}::uuid[],
      ${steps.map(({ toId }) => toId)}::uuid[], ${steps.map(({ effective }) => effective)}::date[])
      as step (from_id, to_id, effective) using (from_id, to_id, effective)
    where s.tenant_id = ${tenantId} and s.reorganisation_id is not null`.execute(trx);
  const went = new Set(work.map((one) => one.work.assignmentId));
  for (const [id, all] of Map.groupBy(rows, (row) => row.id)) {
    const from = new Set(all.map(({ fromId }) => fromId));
    const own = new Set(work.filter(({ fromId }) => from.has(fromId)).map((one) => one.work.assignmentId));
    // What the heir owed itself may have ended as a twin.
    const kept = acts.filter(({ assignmentId }) => own.has(assignmentId) || !went.has(assignmentId));
    await sql`update reorganisation
      set details = jsonb_set(details, '{acts}', coalesce(details -> 'acts', '[]') || ${toJson(kept)}::jsonb)
      where tenant_id = ${tenantId} and id = ${id}`.execute(trx);
  }
}

const nameOf = (directory: Directory, id: string | null): string =>
  findAgency(directory, id ?? '')?.spans.at(-1)?.name ?? '';

function isThere(directory: Directory, id: string, on: PlainDate): boolean {
  const agency = findAgency(directory, id);
  return agency !== undefined && spanOn(agency, on) !== undefined;
}
