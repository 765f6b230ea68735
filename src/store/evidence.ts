import { type Selectable, sql } from 'kysely';
import type { Act } from '../assignment/model.ts';
import { newId } from '../kernel/ids.ts';
import { dayInVietnam, type PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import type { Actor } from '../people/model.ts';
import { refuseEvidence } from '../report/evidence/check.ts';
import { dayOf, type Evidence } from '../report/evidence/model.ts';
import { sayEvidence } from '../report/evidence/say.ts';
import type { SentEvidence } from '../report/evidence/views.ts';
import { appendActs } from './assignment-actions.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { type KeptFile, noteFile } from './evidence-files.ts';
import type { EvidenceTable, EvidenceUseTable } from './evidence-tables.ts';

/**
 * Adding evidence, taking it away and putting it to other work. Each is an act about the work it proves, in the same
 * transaction: what counts is the fold of those acts, here only stands what they are about.
 */

const what = 'tài liệu này';
export type EvidenceRow = Selectable<EvidenceTable>;
type Use = Selectable<EvidenceUseTable>;

/** Who does it, in whose name, and when. */
export type Doing = { actor: Actor; agencyId: string | null; at: Date };

/** Adds a piece, with its file where it has one. The same id a second time changes nothing; whether it was new. */
export async function addEvidence(
  trx: Transaction,
  { id, agencyId, piece, occurrenceIds }: SentEvidence,
  file: (KeptFile & { name: string }) | undefined,
  doing: Doing,
): Promise<boolean> {
  const { actor, at } = doing;
  const { tenantId, officerId } = actor;
  assertFit(piece, at);
  const days = await assertOwn(trx, tenantId, agencyId, occurrenceIds);
  if (file) await noteFile(trx, tenantId, file, at);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('evidence')
    .values({
      ...{ tenant_id: tenantId, id, agency_id: agencyId, kind: piece.kind, day: dayOf(piece) as PlainDate | null },
      ...{ details: toJson(piece), sha256: file?.sha256 ?? null, file_name: file?.name ?? null },
      ...{ added_at: at, added_by: officerId, removed_at: null, removed_by: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await beginUses(trx, id, sayEvidence(piece), days, doing);
  const details = { agency: agencyId, kind: piece.kind, uses: occurrenceIds.length, bytes: file?.size ?? 0 };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'evidence.added', subject: id, details });
  return true;
}

/** Refuses a piece that cannot be as it was stated. */
export function assertFit(piece: Evidence, at: Date): void {
  const refusal = refuseEvidence(piece, dayInVietnam(at));
  if (refusal) throw new Problem('evidence-unfit', refusal);
}

/** Takes a piece away, or gives it back: what it counted is undone, or redone. Doing so twice changes nothing. */
export async function removeEvidence(trx: Transaction, id: string, gone: boolean, doing: Doing): Promise<void> {
  const { actor, at } = doing;
  const { tenantId, officerId } = actor;
  const row = await lockEvidence(trx, tenantId, id);
  if ((row.removed_at !== null) === gone) return;
  const uses = await listUses(trx, tenantId, id);
  await turn(
    trx,
    uses.filter(({ used }) => used),
    doing,
  );
  await trx
    .updateTable('evidence')
    .set(gone ? { removed_at: at, removed_by: officerId } : { removed_at: null, removed_by: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  const action = gone ? 'evidence.removed' : 'evidence.restored';
  await audit(trx, { tenant: tenantId, actor: officerId, action, subject: id });
}

/** Puts a piece to other work of the same agency, and takes it from work it does not prove. */
export async function changeUses(
  trx: Transaction,
  id: string,
  { add, take }: { add: readonly string[]; take: readonly string[] },
  doing: Doing,
): Promise<void> {
  const { tenantId, officerId } = doing.actor;
  const row = await lockEvidence(trx, tenantId, id);
  if (row.removed_at !== null) throw new Problem('not-found', { what });
  const uses = await listUses(trx, tenantId, id);
  const known = new Map(uses.map((use) => [use.occurrence_id, use]));
  const fresh = await assertOwn(
    trx,
    tenantId,
    row.agency_id,
    add.filter((one) => !known.has(one)),
  );
  await beginUses(trx, id, sayEvidence(row.details), fresh, doing);
  const turned = uses.filter(({ occurrence_id, used }) => (used ? take : add).includes(occurrence_id));
  await turn(trx, turned, doing);
  for (const { occurrence_id, used } of turned)
    await trx
      .updateTable('evidence_use')
      .set({ used: !used })
      .where('tenant_id', '=', tenantId)
      .where('evidence_id', '=', id)
      .where('occurrence_id', '=', occurrence_id)
      .execute();
  if (fresh.length + turned.length === 0) return;
  const details = { added: fresh.length, turned: turned.length };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'evidence.put', subject: id, details });
}

type Day = { id: string; assignment_id: string };

/** Days of work of one agency; a piece proves nothing of another's. */
async function assertOwn(
  trx: Transaction,
  tenantId: string,
  agencyId: string,
  occurrenceIds: readonly string[],
): Promise<Day[]> {
  const ids = [...new Set(occurrenceIds)];
  const rows = await trx
    .selectFrom('occurrence')
    .select(['id', 'assignment_id', 'agency_id'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  if (rows.length < ids.length || rows.some(({ agency_id }) => agency_id !== agencyId))
    throw new Problem('evidence-not-fitting', {});
  return rows;
}

async function beginUses(
  trx: Transaction,
  evidenceId: string,
  said: string,
  days: readonly Day[],
  doing: Doing,
): Promise<void> {
  if (days.length === 0) return;
  const acts = days.map((day) => ({ day, id: newId() }));
  const act: Act = { kind: 'evidence', what: said.slice(0, 5_000), address: null, evidenceId };
  await append(
    trx,
    acts.map(({ day, id }) => ({ id, assignmentId: day.assignment_id, occurrenceId: day.id, act })),
    doing,
  );
  await trx
    .insertInto('evidence_use')
    .values(
      acts.map(({ day, id }) => ({
        ...{ tenant_id: doing.actor.tenantId, evidence_id: evidenceId, occurrence_id: day.id, act_id: id, used: true },
      })),
    )
    .execute();
}

/** Takes back the last act about each use: a count, or what took a count back. */
async function turn(trx: Transaction, uses: readonly (Use & { assignment_id: string })[], doing: Doing): Promise<void> {
  if (uses.length === 0) return;
  const acts = uses.map((use) => ({ use, id: newId() }));
  await append(
    trx,
    acts.map(({ use, id }) => ({
      ...{ id, assignmentId: use.assignment_id, occurrenceId: null, act: { kind: 'undo', of: use.act_id } as Act },
    })),
    doing,
  );
  for (const { use, id } of acts)
    await trx
      .updateTable('evidence_use')
      .set({ act_id: id })
      .where('tenant_id', '=', use.tenant_id)
      .where('evidence_id', '=', use.evidence_id)
      .where('occurrence_id', '=', use.occurrence_id)
      .execute();
}

type Sent = { id: string; assignmentId: string; occurrenceId: string | null; act: Act };

/** `quiet`: the entry of the evidence tells of it. */
const append = (trx: Transaction, sent: readonly Sent[], { actor, agencyId, at }: Doing) =>
  appendActs(
    trx,
    actor,
    sent.map((one) => ({ ...one, agencyId })),
    { source: 'web', at, day: dayInVietnam(at), quiet: true },
  );

async function lockEvidence(trx: Transaction, tenantId: string, id: string): Promise<EvidenceRow> {
  const row = await trx
    .selectFrom('evidence')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { what });
  return row;
}

const listUses = (trx: Transaction, tenantId: string, id: string): Promise<(Use & { assignment_id: string })[]> =>
  trx
    .selectFrom('evidence_use as u')
    .innerJoin('occurrence as o', (join) =>
      join.onRef('o.tenant_id', '=', 'u.tenant_id').onRef('o.id', '=', 'u.occurrence_id'),
    )
    .selectAll('u')
    .select('o.assignment_id')
    .where('u.tenant_id', '=', tenantId)
    .where('u.evidence_id', '=', id)
    .execute();
