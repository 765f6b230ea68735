import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import { type Asked, perform } from '../place/directory/perform.ts';
import type { Reorganised } from '../place/directory/reorganise.ts';
import type { Directory } from '../place/model.ts';
import { type HeldWork, listHeldWork, reassignAll } from './assignment-reassign.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { insertAgencies, insertSuccessions, loadDirectory, lockDirectory, replaceSpans } from './directory.ts';

/** Who takes over open work: named assignments, or all the rest. */
export type Handing = { fromId: string; toId: string; assignmentIds: readonly string[] | 'rest' };

export type Reorganising = {
  asked: Asked;
  effective: PlainDate;
  /** the decision it rests on, as printed */
  resolution: string | null;
  handing: readonly Handing[];
};

/** What a reorganisation changes and what it moves. */
export type Outcome = {
  directory: Directory;
  done: Reorganised;
  /** open work of those whose work goes elsewhere, with who takes it over; null: nobody is named */
  work: readonly { fromId: string; work: HeldWork; toId: string | null }[];
  /** grants of roles that go with it */
  grants: number;
};

/** What a reorganisation would do, before it is done. */
export async function previewReorganisation(db: Database, tenantId: string, wanted: Reorganising): Promise<Outcome> {
  return outcome(db, tenantId, await loadDirectory(db, tenantId), wanted);
}

async function outcome(
  db: Database | Transaction,
  tenantId: string,
  before: Directory,
  { asked, effective, handing }: Reorganising,
): Promise<Outcome> {
  const done = perform(before, asked, effective, newId);
  for (const { toId } of handing) requireThere(done.directory, toId, effective);
  const givers = [...new Set(done.added.map(({ fromId }) => fromId))];
  const work: { fromId: string; work: HeldWork; toId: string | null }[] = [];
  for (const fromId of givers)
    for (const one of await listHeldWork(db, tenantId, fromId))
      work.push({ fromId, work: one, toId: heirOf(done, fromId, handing, one.assignmentId) });
  const grants = await findGrants(db, tenantId, [...wholeHeirs(done).keys()]);
  return { directory: done.directory, done, work, grants: grants.length };
}

function requireThere(directory: Directory, id: string, on: PlainDate): void {
  const agency = findAgency(directory, id);
  if (agency && spanOn(agency, on)) return;
  throw new Problem('agency-unknown', { what: agency?.spans.at(-1)?.name ?? 'nơi nhận việc', on: formatPlainDate(on) });
}

/** Who takes over one piece of work: who is named for it, else for the rest, else the only one who takes over the whole. */
function heirOf(done: Reorganised, fromId: string, handing: readonly Handing[], assignmentId: string): string | null {
  const own = handing.filter((one) => one.fromId === fromId);
  const named = own.find(({ assignmentIds }) => assignmentIds !== 'rest' && assignmentIds.includes(assignmentId));
  const rest = own.find(({ assignmentIds }) => assignmentIds === 'rest');
  return named?.toId ?? rest?.toId ?? wholeHeirs(done).get(fromId) ?? (ends(done, fromId) ? null : fromId);
}

const ends = (done: Reorganised, id: string): boolean =>
  done.changed.some(({ id: changed, after }) => changed === id && after?.spans.at(-1)?.to != null);

/** Agencies that end and whose whole work goes to one. */
function wholeHeirs({ added }: Reorganised): Map<string, string> {
  const heirs = new Map<string, string>();
  for (const [fromId, all] of Map.groupBy(added, (one) => one.fromId)) {
    const [only] = all;
    if (only && all.length === 1 && only.function === null) heirs.set(fromId, only.toId);
  }
  return heirs;
}

/**
 * Enters a reorganisation: spans, successions, open work, roles, all in one transaction with one audit entry. Refused while
 * open work of an agency that ends has nobody to go to.
 */
export async function reorganise(trx: Transaction, actor: Actor, wanted: Reorganising, at: Date): Promise<string> {
  const { tenantId, officerId } = actor;
  const { done, work } = await outcome(trx, tenantId, await lockDirectory(trx, tenantId), wanted);
  const stranded = work.filter(({ toId }) => toId === null).length;
  if (stranded > 0) throw new Problem('reorganisation-strands-work', { works: stranded });
  const id = newId();
  const { asked, effective, resolution } = wanted;
  const details = { asked, changed: done.changed, added: done.added, work: work.map(handed), grants: [] as string[] };
  await insertReorganisation(trx, { id, tenantId, officerId, kind: asked.kind, effective, resolution, at });
  await writeChanges(trx, tenantId, done, id);
  const moved = await moveWork(trx, actor, work, { effective, at, reason: resolution ?? 'Sắp xếp đơn vị' });
  details.grants = await moveGrants(trx, actor, wholeHeirs(done), { effective, at });
  const counts = { ...moved, agencies: done.changed.length, grants: details.grants.length };
  await sql`update reorganisation set details = ${toJson(details)}::jsonb, moved = ${toJson(counts)}::jsonb
    where tenant_id = ${tenantId} and id = ${id}`.execute(trx);
  const told = { kind: asked.kind, effective, ...counts };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.reorganised', subject: id, details: told });
  return id;
}

const handed = ({ fromId, work, toId }: Outcome['work'][number]) => ({ fromId, toId, assignmentId: work.assignmentId });

type NewReorganisation = {
  id: string;
  tenantId: string;
  officerId: string;
  kind: Asked['kind'] | 'undo';
  effective: PlainDate;
  resolution: string | null;
  at: Date;
};

export async function insertReorganisation(trx: Transaction, row: NewReorganisation): Promise<void> {
  const { id, tenantId, officerId, kind, effective, resolution, at } = row;
  await trx
    .insertInto('reorganisation')
    .values({
      ...{ tenant_id: tenantId, id, kind, effective, resolution },
      at,
      by: officerId,
      details: '{}',
      moved: '{}',
    })
    .execute();
}

async function writeChanges(
  trx: Transaction,
  tenantId: string,
  { changed, added }: Reorganised,
  id: string,
): Promise<void> {
  const made = changed.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  await insertAgencies(trx, tenantId, made, 'typed');
  await replaceSpans(
    trx,
    tenantId,
    changed.flatMap(({ before, after }) => (before && after ? [after] : [])),
  );
  await insertSuccessions(trx, tenantId, added, id);
}

type Moving = { effective: PlainDate; at: Date; reason: string };

/** Open work goes to who takes it over, with its days, evidence and history. */
export async function moveWork(
  trx: Transaction,
  actor: Actor,
  work: readonly { fromId: string; work: Pick<HeldWork, 'assignmentId'>; toId: string | null }[],
  { effective, at, reason }: Moving,
): Promise<{ assignments: number; occurrences: number; difficulties: number }> {
  const total = { assignments: 0, occurrences: 0, difficulties: 0 };
  for (const [from, all] of Map.groupBy(work, ({ fromId }) => fromId)) {
    const heirs = new Map(all.map((one) => [one.work.assignmentId, one.toId]));
    const to = ({ assignmentId }: HeldWork): string | undefined => heirs.get(assignmentId) ?? undefined;
    const moved = await reassignAll(trx, actor, { from, to, effective, at, reason });
    total.assignments += moved.assignments;
    total.occurrences += moved.occurrences;
    total.difficulties += moved.difficulties;
  }
  return total;
}

type GrantRow = {
  id: string;
  officer_id: string;
  role: string;
  agency_id: string;
  subtree: boolean;
  valid_to: PlainDate | null;
};

async function findGrants(
  db: Database | Transaction,
  tenantId: string,
  agencyIds: readonly string[],
): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`select id, officer_id, role, agency_id, subtree, valid_to from role_grant
    where tenant_id = ${tenantId} and agency_id = any(${[...agencyIds]}::uuid[]) and revoked_at is null
      and delegated_from is null order by id`.execute(db);
  return rows;
}

/** Whoever held a role for an agency that ends holds it from that day for the one that goes on with its work. */
async function moveGrants(
  trx: Transaction,
  actor: Actor,
  heirs: ReadonlyMap<string, string>,
  { effective, at }: Pick<Moving, 'effective' | 'at'>,
): Promise<string[]> {
  const made: string[] = [];
  for (const grant of await findGrants(trx, actor.tenantId, [...heirs.keys()])) {
    if (grant.valid_to !== null && grant.valid_to < effective) continue;
    const id = newId();
    await sql`insert into role_grant (tenant_id, id, officer_id, role, agency_id, subtree, valid_from, valid_to, granted_at,
        granted_by)
      values (${actor.tenantId}, ${id}, ${grant.officer_id}, ${grant.role}, ${heirs.get(grant.agency_id)}, ${grant.subtree},
        ${effective}, ${grant.valid_to}, ${at}, ${actor.officerId})`.execute(trx);
    made.push(id);
  }
  return made;
}
