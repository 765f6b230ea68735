import type { Selectable } from 'kysely';
import { newId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { Problem } from '../kernel/problem.ts';
import { toJson } from '../kernel/storable.ts';
import { dayOf, type Evidence } from '../report/evidence/model.ts';
import { audit } from './audit/write.ts';
import type { Transaction } from './db.ts';
import { assertFit, type Doing } from './evidence.ts';
import { type KeptFile, noteFile } from './evidence-files.ts';
import type { EvidenceProofTable } from './inspection-tables.ts';
import { actOnInspection } from './inspections.ts';
import { actOnRecommendation } from './recommendations.ts';

/** Evidence that hangs on a finding or a recommendation: each piece is an act in the log of what it proves, as with work. */

export type ProofOf =
  | { of: 'finding'; id: string; inspectionId: string; by: 'team' | 'unit' }
  | { of: 'recommendation'; id: string };

type SentProof = { id: string; agencyId: string; piece: Evidence };

/** Adds a piece with its file where it has one; the same id a second time changes nothing. Whether it was new. */
export async function addProof(
  trx: Transaction,
  { id, agencyId, piece }: SentProof,
  to: ProofOf,
  file: (KeptFile & { name: string }) | undefined,
  doing: Doing,
): Promise<boolean> {
  const { tenantId, officerId } = doing.actor;
  assertFit(piece, doing.at);
  if (file) await noteFile(trx, tenantId, file, doing.at);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('evidence')
    .values({
      ...{ tenant_id: tenantId, id, agency_id: agencyId, kind: piece.kind, day: dayOf(piece) as PlainDate | null },
      ...{ details: toJson(piece), sha256: file?.sha256 ?? null, file_name: file?.name ?? null },
      ...{ added_at: doing.at, added_by: officerId, removed_at: null, removed_by: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await trx
    .insertInto('evidence_proof')
    .values({
      ...{ tenant_id: tenantId, evidence_id: id, used: true },
      ...{
        finding_id: to.of === 'finding' ? to.id : null,
        recommendation_id: to.of === 'recommendation' ? to.id : null,
      },
    })
    .execute();
  await tell(trx, to, { evidenceId: id, used: true }, doing);
  const details = { agency: agencyId, kind: piece.kind, of: to.of, bytes: file?.size ?? 0 };
  await audit(trx, { tenant: tenantId, actor: officerId, action: 'evidence.added', subject: id, details });
  return true;
}

/** Takes a piece away from what it proves, or gives it back. Twice changes nothing. */
export async function turnProof(trx: Transaction, id: string, used: boolean, to: ProofOf, doing: Doing): Promise<void> {
  const { tenantId, officerId } = doing.actor;
  const row = await findProof(trx, tenantId, id, true);
  if (!row) throw new Problem('not-found', { what: 'tài liệu này' });
  if (row.used === used) return;
  await trx
    .updateTable('evidence')
    .set(used ? { removed_at: null, removed_by: null } : { removed_at: doing.at, removed_by: officerId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  await trx
    .updateTable('evidence_proof')
    .set({ used })
    .where('tenant_id', '=', tenantId)
    .where('evidence_id', '=', id)
    .execute();
  await tell(trx, to, { evidenceId: id, used }, doing);
  const action = used ? 'evidence.restored' : 'evidence.removed';
  await audit(trx, { tenant: tenantId, actor: officerId, action, subject: id });
}

async function tell(
  trx: Transaction,
  to: ProofOf,
  change: { evidenceId: string; used: boolean },
  { actor, agencyId, at }: Doing,
): Promise<void> {
  if (to.of === 'finding') {
    const act = { kind: 'evidence', findingId: to.id, by: to.by, ...change } as const;
    await actOnInspection(trx, actor, to.inspectionId, [{ id: newId(), act, agencyId }], at);
  } else {
    const act = { kind: 'evidence', ...change } as const;
    await actOnRecommendation(trx, actor, to.id, { id: newId(), act, agencyId }, at);
  }
}

/** What a piece proves beside work; undefined where it proves work alone. */
export const findProof = (
  trx: Transaction,
  tenantId: string,
  id: string,
  locked = false,
): Promise<Selectable<EvidenceProofTable> | undefined> =>
  trx
    .selectFrom('evidence_proof')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('evidence_id', '=', id)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst();
