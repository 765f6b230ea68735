import { sql } from 'kysely';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { onwardFrom, type Step } from '../place/directory/heirs.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { listHeldWork, reassignAll, type Trace } from './assignment-reassign.ts';
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
  let moved = 0;
  for (const id of holders) {
    let from = id;
    for (const step of onwardFrom(directory, id, today)?.steps ?? []) {
      moved += await takeStep(trx, actor, { directory, from, step, at });
      from = step.toId;
    }
  }
  return moved;
}

type Taking = { directory: Directory; from: string; step: Step; at: Date };

async function takeStep(trx: Transaction, actor: Actor, { directory, from, step, at }: Taking): Promise<number> {
  const { toId, effective, whole } = step;
  const { tenantId } = actor;
  const items = [...new Set((await listHeldWork(trx, tenantId, from)).map(({ itemId }) => itemId))];
  const reason = `${nameOf(directory, from)} đã kết thúc; ${nameOf(directory, toId)} nhận việc từ ngày ${formatPlainDate(effective)}`;
  const divisionOf = whole ? (id: string) => (isThere(directory, id, effective) ? id : null) : undefined;
  const moved = await reassignAll(trx, actor, { from, to: () => toId, divisionOf, effective, at, reason });
  const difficulties = await listHeldDifficulties(trx, tenantId, from);
  const forwarded = difficulties.map(({ id }) => ({ id, fromId: from, toId }));
  await forwardDifficulties(trx, actor, forwarded, { at, reason });
  const joined = await joinTwins(trx, actor, { items, agencies: [toId] }, { effective, at });
  await remember(trx, tenantId, { from, step }, [...moved.traces, ...joined]);
  return moved.assignments;
}

/** Kept with the reorganisation that made the one the heir of the other, so that taking it back gives this back, too. */
async function remember(
  trx: Transaction,
  tenantId: string,
  { from, step }: Pick<Taking, 'from' | 'step'>,
  acts: readonly Trace[],
): Promise<void> {
  await sql`update reorganisation r
    set details = jsonb_set(r.details, '{acts}', coalesce(r.details -> 'acts', '[]') || ${toJson(acts)}::jsonb)
    from agency_succession s where s.tenant_id = r.tenant_id and s.reorganisation_id = r.id and r.tenant_id = ${tenantId}
      and s.from_id = ${from} and s.to_id = ${step.toId} and s.effective = ${step.effective}`.execute(trx);
}

const nameOf = (directory: Directory, id: string): string => findAgency(directory, id)?.spans.at(-1)?.name ?? '';

function isThere(directory: Directory, id: string, on: PlainDate): boolean {
  const agency = findAgency(directory, id);
  return agency !== undefined && spanOn(agency, on) !== undefined;
}
