import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import type { Reach } from '../people/model.ts';
import type { Role } from '../plan/model.ts';
import type { Database } from './db.ts';
import { withinReach } from './permitted.ts';

/** To whom work belongs, for the sentences of permissions.ts. */

/**
 * What an asker of a reach may see of rows of `o`, which have an agency, an item and an assignment: what their agencies hold, all
 * of an item that one of their agencies follows, and of an item a district follows what those of its area were given.
 */
export const seenWithin = (tenantId: string, reach: Reach, assignment = 'o.assignment_id'): RawBuilder<boolean> =>
  reach === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(${withinReach('o.agency_id', reach)} or o.item_id in (
        select f.item_id from assignment f where f.tenant_id = ${tenantId} and f.follows and f.follows_only is null
          and f.closed is null and ${withinReach('f.agency_id', reach)})
        or ${sql.ref(assignment)} in ${followedInPart(tenantId, reach)})`;

/** The assignments agencies of a reach follow of items of which they do not follow everybody, in one role or any. */
export const followedInPart = (tenantId: string, reach: Reach, role?: Role): RawBuilder<unknown> => sql`(
  select h.id from assignment f join assignment h on h.tenant_id = f.tenant_id and h.item_id = f.item_id
    and h.first_agency_id = any(f.follows_only)
  where f.tenant_id = ${tenantId} and f.follows and f.follows_only is not null and f.closed is null
    and ${withinReach('f.agency_id', reach)} ${role === undefined ? sql`` : sql`and f.role = ${role}`})`;

/** Whether an assignment `f` that follows its item follows what a given agency was first given of it. */
export const followsFirst = (first: string): RawBuilder<boolean> =>
  sql<boolean>`(f.follows and (f.follows_only is null or ${sql.ref(first)} = any(f.follows_only)))`;

export type Holders = {
  assignmentId: string;
  itemId: string;
  /** who holds the assignment, and its division */
  holders: string[];
  /** who holds each of its days: mostly the same, unless a single day was given to another */
  days: Record<string, string>;
  /** who follows it as the lead of its item, and as its monitor */
  leads: string[];
  monitors: string[];
};

/** Who holds and who follows assignments; the Problem that there is none where one is missing. */
export async function getHolders(db: Database, tenantId: string, ids: readonly string[]): Promise<Holders[]> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<Holders>`
    select a.id as "assignmentId", a.item_id as "itemId",
      array_remove(array[a.agency_id, a.division_id], null) as holders,
      coalesce((select jsonb_object_agg(o.id, o.agency_id) from occurrence o
        where o.tenant_id = a.tenant_id and o.assignment_id = a.id), '{}') as days,
      array(select f.agency_id from assignment f where f.tenant_id = a.tenant_id and f.item_id = a.item_id
        and f.role = 'lead' and ${followsFirst('a.first_agency_id')} and f.closed is null) as leads,
      array(select f.agency_id from assignment f where f.tenant_id = a.tenant_id and f.item_id = a.item_id
        and f.role = 'monitor' and ${followsFirst('a.first_agency_id')} and f.closed is null) as monitors
    from assignment a where a.tenant_id = ${tenantId} and a.id = any(${wanted}::uuid[])`.execute(db);
  if (rows.length < wanted.length) throw new Problem('not-found', { what: 'việc được giao này' });
  return rows;
}

/** Who follows all of an item: what is about everybody who owes it is theirs to say. */
export async function listFollowers(db: Database, tenantId: string, itemId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .select('agency_id')
    .where('tenant_id', '=', tenantId)
    .where('item_id', '=', itemId)
    .where('follows', '=', true)
    .where('follows_only', 'is', null)
    .where('closed', 'is', null)
    .execute();
  return rows.map(({ agency_id }) => agency_id);
}

/** Refuses an agency or an officer the tenant does not have. */
export async function assertKnown(
  db: Database,
  tenantId: string,
  { agencies = [], officers = [] }: { agencies?: readonly (string | null)[]; officers?: readonly (string | null)[] },
): Promise<void> {
  const missing = async (table: 'agency' | 'officer', ids: readonly (string | null)[]): Promise<boolean> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return false;
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', wanted)
      .execute();
    return rows.length < wanted.length;
  };
  if (await missing('agency', agencies)) throw new Problem('not-found', { what: 'cơ quan này' });
  if (await missing('officer', officers)) throw new Problem('not-found', { what: 'cán bộ này' });
}

/** Refuses agencies that are not there on a day: nobody can do what they were given. */
export async function assertThere(
  db: Database,
  tenantId: string,
  agencies: readonly string[],
  on: PlainDate,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct s.agency_id as id from agency_span s where s.tenant_id = ${tenantId}
      and s.agency_id = any(${[...agencies]}::uuid[]) and s.valid_from <= ${on}
      and (s.valid_to is null or s.valid_to >= ${on})`.execute(db);
  const there = new Set(rows.map(({ id }) => id));
  if (agencies.some((id) => !there.has(id)))
    throw new Problem('act-refused', { why: 'agency-ended', assignment: '', occurrence: null });
}

/**
 * Of actions that may be undone: what kind of act each comes down to, an undo of an undo to the first act. `piece`: it counts a piece
 * of evidence that is kept with its facts.
 */
export async function listRoots(
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<{ kind: string; piece: boolean }[]> {
  const { rows } = await sql<{ kind: string; piece: boolean }>`
    with recursive chain as (
      select a.act from assignment_action a where a.tenant_id = ${tenantId} and a.id = any(${[...ids]}::uuid[])
      union
      select a.act from chain join assignment_action a on a.tenant_id = ${tenantId}
        and a.id = (chain.act ->> 'of')::uuid
      where chain.act ->> 'kind' = 'undo')
    select distinct act ->> 'kind' as kind, act ? 'evidenceId' as piece from chain where act ->> 'kind' <> 'undo'`.execute(
    db,
  );
  return rows;
}

/** Officers by their ids. */
export async function listOfficerNames(
  db: Database,
  tenantId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
}
