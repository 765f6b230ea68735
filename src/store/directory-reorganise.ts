import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam, formatPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { giversOf, type Handing } from '../place/directory/handing.ts';
import { findAgency, spanOn } from '../place/directory/on.ts';
import { type Asked, perform } from '../place/directory/perform.ts';
import { type Reorganised, refuse } from '../place/directory/reorganise.ts';
import type { Agency, Directory } from '../place/model.ts';
import { audit } from './audit/write.ts';
import type { Database, Transaction } from './db.ts';
import { insertAgencies, insertSuccessions, loadDirectory, lockDirectory, replaceSpans } from './directory.ts';
import { moveEntered } from './directory-due.ts';
import { findTransfer, type Transfer } from './directory-transfer.ts';

export type Reorganising = {
  asked: Asked;
  effective: PlainDate;
  /** the decision it rests on, as printed */
  resolution: string | null;
  handing: readonly Handing[];
};

/** What a reorganisation changes and what it moves. */
export type Outcome = Transfer & {
  directory: Directory;
  done: Reorganised;
  /** the day on which work is moved, where there is any to move and that is yet to come; until then the old agencies do it */
  movesOn: PlainDate | null;
};

/** What a reorganisation would do, before it is done. */
export async function previewReorganisation(
  db: Database,
  tenantId: string,
  wanted: Reorganising,
  today: PlainDate,
): Promise<Outcome> {
  return outcome(db, tenantId, await loadDirectory(db, tenantId), wanted, today);
}

async function outcome(
  db: Database | Transaction,
  tenantId: string,
  before: Directory,
  { asked, effective, handing }: Reorganising,
  today: PlainDate,
): Promise<Outcome> {
  const done = perform(before, asked, effective, newId);
  for (const { toId } of handing) requireThere(done.directory, toId, effective);
  const found = await findTransfer(db, tenantId, { done, handing, effective });
  const later = effective > today && giversOf(done).length > 0;
  return { ...found, directory: done.directory, done, movesOn: later ? effective : null };
}

function requireThere(directory: Directory, id: string, on: PlainDate): void {
  const agency = findAgency(directory, id);
  if (agency && spanOn(agency, on)) return;
  throw new Problem('agency-unknown', { what: agency?.spans.at(-1)?.name ?? 'nơi nhận việc', on: formatPlainDate(on) });
}

/**
 * Enters a reorganisation in one transaction with one audit entry: spans and successions, which hold from their day; open work,
 * difficulties and roles at once where that day has come, else on that day. Refused while open work of an agency that ends has
 * nobody to go to.
 */
export async function reorganise(trx: Transaction, actor: Actor, wanted: Reorganising, at: Date): Promise<string> {
  const { tenantId, officerId } = actor;
  const today = dayInVietnam(at);
  const { done, work, movesOn } = await outcome(trx, tenantId, await lockDirectory(trx, tenantId), wanted, today);
  const stranded = work.filter(({ toId }) => toId === null).length;
  if (stranded > 0) throw new Problem('reorganisation-strands-work', { works: stranded });
  const id = newId();
  const { asked, effective, resolution, handing } = wanted;
  const details = { asked, handing, changed: done.changed, added: done.added };
  const counts = { agencies: done.changed.length };
  await trx
    .insertInto('reorganisation')
    .values({
      ...{ tenant_id: tenantId, id, kind: asked.kind, effective, resolution, at, by: officerId, moved_at: null },
      ...{ details: toJson(details), moved: toJson(counts) },
    })
    .execute();
  await writeChanges(trx, tenantId, done, id);
  const moved = movesOn === null ? await moveEntered(trx, tenantId, id, at) : {};
  const told = { kind: asked.kind, effective, ...counts, ...moved };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'directory.reorganised', subject: id, details: told });
  return id;
}

async function writeChanges(
  trx: Transaction,
  tenantId: string,
  { changed, added }: Reorganised,
  id: string,
): Promise<void> {
  const made = changed.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  await requireUnused(trx, tenantId, made);
  await insertAgencies(trx, tenantId, made, 'typed');
  await replaceSpans(
    trx,
    tenantId,
    changed.flatMap(({ before, after }) => (before && after ? [after] : [])),
  );
  await insertSuccessions(trx, tenantId, added, id);
}

/** One that was made and taken back keeps its row, and its id. */
async function requireUnused(trx: Transaction, tenantId: string, made: readonly Agency[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from agency
    where tenant_id = ${tenantId} and id = any(${made.map(({ id }) => id)}::uuid[])`.execute(trx);
  const [span] = made.find(({ id }) => rows.some((row) => row.id === id))?.spans ?? [];
  if (span) refuse('taken', span.name, span.from);
}
