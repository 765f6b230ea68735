import { sql } from 'kysely';
import { foldAssignment } from '../assignment/fold.ts';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Actor } from '../people/model.ts';
import { appendActs, type SentAct } from './assignment-actions.ts';
import { issuedOf, type Logged, readAssignments } from './assignment-log.ts';
import type { Trace } from './assignment-reassign.ts';
import type { Transaction } from './db.ts';
import { forwardDifficulties } from './difficulties-forward.ts';
import type { Details } from './directory-due.ts';

type Taken = { details: Details; movedAt: Date; effective: PlainDate; at: Date };

const reason = 'Hoàn tác sắp xếp đơn vị';

/**
 * Gives back what a reorganisation moved by undoing its acts: holder, acceptance and who it was handed on to are as they were.
 * What has been recorded since stays recorded, and is the former holder's. Refused while an agency that vanishes holds work of
 * its own: nobody would have it.
 */
export async function giveBack(
  trx: Transaction,
  actor: Actor,
  { details, movedAt, effective, at }: Taken,
): Promise<{ assignments: number; difficulties: number; grants: number }> {
  const { tenantId, officerId } = actor;
  const acts = details.acts ?? (await findActs(trx, tenantId, movedAt));
  const ids = [...new Set(acts.map(({ assignmentId }) => assignmentId))];
  const undoing = acts.toReversed().map(({ assignmentId, id }): SentAct => {
    return { assignmentId, id: newId(), occurrenceId: null, act: { kind: 'undo', of: id } };
  });
  const taking = { source: 'reorganisation', at, day: effective, quiet: true } as const;
  // What somebody else has undone already is as it was.
  await appendActs(trx, actor, undoing, { ...taking, skipRefused: true });
  const vanished = details.changed.flatMap(({ id, before }) => (before === null ? id : []));
  await appendActs(trx, actor, handedBack(await readAssignments(trx, tenantId, ids), acts, vanished), taking);
  await requireNothingLeft(trx, tenantId, vanished, details);
  const turned = (details.difficulties ?? []).map(({ id, fromId, toId }) => ({ id, fromId: toId, toId: fromId }));
  const difficulties = await forwardDifficulties(trx, actor, turned, { at, reason });
  const grants = details.grants ?? [];
  await sql`update role_grant set revoked_at = ${at}, revoked_by = ${officerId}
    where tenant_id = ${tenantId} and id = any(${grants}::uuid[]) and revoked_at is null`.execute(trx);
  return { assignments: ids.length, difficulties: difficulties.length, grants: grants.length };
}

/** Of one that was entered before its acts were kept with it: they bear its moment. */
async function findActs(trx: Transaction, tenantId: string, movedAt: Date): Promise<Trace[]> {
  const { rows } = await sql<Trace>`select assignment_id as "assignmentId", id from assignment_action
    where tenant_id = ${tenantId} and source = 'reorganisation' and at = ${movedAt} order by assignment_id, seq`.execute(
    trx,
  );
  return rows;
}

/** Handed on to a division that is no more: back to whom it was handed on before the reorganisation. */
function handedBack(logged: readonly Logged[], acts: readonly Trace[], vanished: readonly string[]): SentAct[] {
  const moving = new Set(acts.map(({ id }) => id));
  return logged.flatMap((one): SentAct[] => {
    if (one.row.division_id === null || !vanished.includes(one.row.division_id)) return [];
    const first = one.log.findIndex(({ id }) => moving.has(id));
    const { divisionId, officerId } = foldAssignment(issuedOf(one), one.log.slice(0, first));
    const act = { kind: 'hand-on', divisionId, officerId, note: reason } as const;
    return [{ assignmentId: one.row.id, id: newId(), occurrenceId: null, act }];
  });
}

async function requireNothingLeft(
  trx: Transaction,
  tenantId: string,
  vanished: readonly string[],
  { changed }: Details,
): Promise<void> {
  const { rows } = await sql<{ works: number }>`select count(*)::int as works from assignment a
    where a.tenant_id = ${tenantId} and ((a.agency_id = any(${vanished}::uuid[]) and a.closed is null) or exists (
      select from occurrence o where o.tenant_id = a.tenant_id and o.assignment_id = a.id
        and o.agency_id = any(${vanished}::uuid[]) and o.status not in ('cancelled', 'superseded')))`.execute(trx);
  const works = rows[0]?.works ?? 0;
  const name = changed.find(({ id }) => vanished.includes(id))?.after?.spans[0]?.name ?? '';
  if (works > 0) throw new Problem('reorganisation-has-work', { name, works });
}
