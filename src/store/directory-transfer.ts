import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Actor, Role } from '../people/model.ts';
import { type Done, giversOf, type Handing, heirOf, wholeHeirs } from '../place/directory/handing.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import type { Directory } from '../place/model.ts';
import { listHeldWork, type MovedWork, reassignAll, type Trace } from './assignment-reassign.ts';
import { joinTwins } from './assignment-twins.ts';
import type { Database, Transaction } from './db.ts';
import {
  type Forwarding,
  forwardDifficulties,
  type HeldDifficulty,
  listHeldDifficulties,
} from './difficulties-forward.ts';

export type MovedDifficulty = Omit<HeldDifficulty, 'toAgencyId'> & { fromId: string; toId: string };
export type MovedGrant = {
  id: string;
  officerId: string;
  officer: string;
  role: Role;
  fromId: string;
  toId: string;
  subtree: boolean;
  /** the day of the reorganisation, or its own where it begins later */
  validFrom: PlainDate;
  validTo: PlainDate | null;
  /** of a role held for somebody who is away: from which grant, by whom and why */
  delegated: { from: string; by: string; reason: string | null } | null;
};

/** What goes elsewhere with a reorganisation: the work that is open, what waits for an answer, the roles people hold. */
export type Transfer = {
  work: readonly MovedWork[];
  difficulties: readonly MovedDifficulty[];
  grants: readonly MovedGrant[];
};

type Wanted = { done: Done; handing: readonly Handing[]; effective: PlainDate };

/** What there is to move, as things stand now. */
export async function findTransfer(
  db: Database | Transaction,
  tenantId: string,
  { done, handing, effective }: Wanted,
): Promise<Transfer> {
  const givers = giversOf(done);
  const work = (await listHeldWork(db, tenantId, givers)).map(({ fromId, ...one }): MovedWork => {
    return { fromId, work: one, toId: heirOf(done, handing, fromId, one.assignmentId) };
  });
  const difficulties: MovedDifficulty[] = [];
  for (const { toAgencyId: fromId, ...one } of await listHeldDifficulties(db, tenantId, givers)) {
    const held = work.filter((moved) => moved.fromId === fromId);
    const toId = whoAnswers(fromId, one, held, { done, handing });
    if (toId !== fromId) difficulties.push({ ...one, fromId, toId });
  }
  return { work, difficulties, grants: await findGrants(db, tenantId, wholeHeirs(done), effective) };
}

/**
 * Who takes over the work a difficulty is about answers it; where that is nobody's, whoever takes over the rest, else the first
 * to take over anything, who may send it on. It stays where its agency goes on.
 */
function whoAnswers(
  fromId: string,
  { itemId }: Pick<HeldDifficulty, 'itemId'>,
  held: readonly MovedWork[],
  { done, handing }: Pick<Wanted, 'done' | 'handing'>,
): string {
  const ofItem = held.find(({ work }) => work.itemId === itemId)?.toId;
  const first = done.added.find((added) => added.fromId === fromId)?.toId;
  return ofItem ?? heirOf(done, handing, fromId, '') ?? first ?? fromId;
}

/** Roles that hold on the day or later, each after the one it was delegated from: without that it would not hold. */
async function findGrants(
  db: Database | Transaction,
  tenantId: string,
  heirs: ReadonlyMap<string, string>,
  effective: PlainDate,
): Promise<MovedGrant[]> {
  const { rows } = await sql<Omit<MovedGrant, 'toId'>>`
    select g.id, g.officer_id as "officerId", o.name as officer, g.role, g.agency_id as "fromId", g.subtree,
      greatest(g.valid_from, ${effective}::date) as "validFrom", g.valid_to as "validTo",
      case when g.delegated_from is not null
        then jsonb_build_object('from', g.delegated_from, 'by', g.granted_by, 'reason', g.reason) end as delegated
    from role_grant g join officer o on o.tenant_id = g.tenant_id and o.id = g.officer_id
    left join role_grant base on base.tenant_id = g.tenant_id and base.id = g.delegated_from
    where g.tenant_id = ${tenantId} and g.agency_id = any(${[...heirs.keys()]}::uuid[]) and g.revoked_at is null
      and (g.valid_to is null or g.valid_to >= ${effective}) and base.revoked_at is null
      and (base.valid_to is null or base.valid_to >= ${effective})
    order by g.delegated_from is not null, o.name, g.id`.execute(db);
  return rows.flatMap((row) => {
    const toId = heirs.get(row.fromId);
    return toId === undefined ? [] : [{ ...row, toId }];
  });
}

/** What was moved, enough to count it, to say it and to take it back. */
export type Moved = {
  acts: Trace[];
  difficulties: Forwarding[];
  grants: string[];
  counts: { assignments: number; occurrences: number; joined: number; difficulties: number; grants: number };
};

type Moving = Wanted & { directory: Directory; at: Date; reason: string };

/** Moves what there is to move, from the day of the reorganisation on. */
export async function transfer(trx: Transaction, actor: Actor, moving: Moving): Promise<Moved> {
  const { done, effective, at, reason } = moving;
  const found = await findTransfer(trx, actor.tenantId, moving);
  const divisionOf = divisionsOf(moving);
  const moved = await reassignAll(trx, actor, found.work, { divisionOf, effective, at, reason: () => reason });
  const forwarded = await forwardDifficulties(trx, actor, found.difficulties.map(forwardingOf), { at, reason });
  const grants = await moveGrants(trx, actor, found.grants, at);
  const joined = await joinTwins(trx, actor, twinsAmong(found.work, done), { effective, at });
  return {
    ...{ acts: [...moved.traces, ...joined], difficulties: forwarded, grants },
    counts: {
      ...{ assignments: moved.assignments, occurrences: moved.occurrences, joined: joined.length },
      ...{ difficulties: forwarded.length, grants: grants.length },
    },
  };
}

const forwardingOf = ({ id, fromId, toId }: MovedDifficulty): Forwarding => ({ id, fromId, toId });

/** Only where the whole of an agency goes on in another: there the same task for the same day is one. */
function twinsAmong(work: readonly MovedWork[], done: Done): { items: string[]; agencies: string[] } {
  const heirs = wholeHeirs(done);
  const whole = work.filter(({ fromId, toId }) => toId !== null && heirs.get(fromId) === toId);
  return {
    items: [...new Set(whole.map(({ work: { itemId } }) => itemId))],
    agencies: [...new Set(whole.flatMap(({ toId }) => toId ?? []))],
  };
}

/** Of agencies that go on whole in another: what has become of their divisions. */
function divisionsOf({ directory, done, effective }: Pick<Moving, 'directory' | 'done' | 'effective'>) {
  const whole = wholeHeirs(done);
  const divisionOf = (id: string): string | null => {
    const now = whole.get(id) ?? id;
    const agency = findAgency(directory, now);
    return agency && spanOn(agency, effective) ? now : null;
  };
  return (fromId: string) => (whole.has(fromId) ? divisionOf : undefined);
}

/**
 * Whoever held a role for an agency that ends holds it from that day for the one that goes on with its work. A delegated one
 * is delegated from what its giver holds there, and stays the giver's to take back.
 */
async function moveGrants(
  trx: Transaction,
  { tenantId, officerId }: Actor,
  grants: readonly MovedGrant[],
  at: Date,
): Promise<string[]> {
  const made = new Map<string, string>();
  for (const grant of grants) {
    const { role, subtree, toId, delegated } = grant;
    const from = delegated && made.get(delegated.from);
    if (from === undefined) continue;
    const id = newId();
    await trx
      .insertInto('role_grant')
      .values({
        ...{ tenant_id: tenantId, id, officer_id: grant.officerId, role, agency_id: toId, subtree },
        ...{ valid_from: grant.validFrom, valid_to: grant.validTo, granted_at: at },
        ...{ granted_by: delegated?.by ?? officerId, delegated_from: from, reason: delegated?.reason ?? null },
      })
      .execute();
    made.set(grant.id, id);
  }
  return [...made.values()];
}
