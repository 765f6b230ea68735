import { type Selectable, sql } from 'kysely';
import type { FileTypeName } from '../report/evidence/file-types.ts';
import type { ScanState } from '../report/evidence/views.ts';
import type { Database, Transaction } from './db.ts';
import type { EvidenceFileTable } from './evidence-tables.ts';

/** Files of evidence: one row for one content, however often it is used. */

export type EvidenceFileRow = Selectable<EvidenceFileTable>;
export type KeptFile = { sha256: Buffer; size: number; kind: FileTypeName; scan: Scanned };
/** What a scanner said; null: nobody has looked yet. */
export type Scanned = { state: Exclude<ScanState, 'waiting'>; threat: string | null } | null;

/** Notes a file that lies in the store. What is known of its content already stays. */
export async function noteFile(
  trx: Transaction,
  tenantId: string,
  { sha256, size, kind, scan }: KeptFile,
  at: Date,
): Promise<void> {
  const scanned = {
    scan: scan?.state ?? 'waiting',
    scanned_at: scan ? at : null,
    threat: scan?.threat ?? null,
  } as const;
  await trx
    .insertInto('evidence_file')
    .values({ tenant_id: tenantId, sha256, size, kind, added_at: at, ...scanned, picture: null })
    .onConflict((conflict) =>
      // The same content has come again and was looked at just now.
      scan ? conflict.columns(['tenant_id', 'sha256']).doUpdateSet(scanned) : conflict.doNothing(),
    )
    .execute();
}

export async function findFile(db: Database, tenantId: string, sha256: Buffer): Promise<EvidenceFileRow | undefined> {
  return db
    .selectFrom('evidence_file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** Files nobody has looked for viruses in, of all tenants: those never tried first, then those tried longest ago. */
export async function listUnscanned(
  db: Database,
  most: number,
): Promise<Pick<EvidenceFileRow, 'tenant_id' | 'sha256'>[]> {
  return db
    .selectFrom('evidence_file')
    .select(['tenant_id', 'sha256'])
    .where('scan', '=', 'waiting')
    .orderBy(sql`scanned_at nulls first`)
    .orderBy('added_at')
    .limit(most)
    .execute();
}

export async function noteScan(
  trx: Transaction,
  tenantId: string,
  sha256: Buffer,
  { state, threat }: NonNullable<Scanned>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('evidence_file')
    .set({ scan: state, threat, scanned_at: at })
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .execute();
}

/** Looking through it failed, and will be tried again. */
export async function noteTried(trx: Transaction, tenantId: string, sha256: Buffer, at: Date): Promise<void> {
  await trx
    .updateTable('evidence_file')
    .set({ scanned_at: at })
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .execute();
}

/** Keeps the small picture of a file, or that there is none. */
export async function notePreview(
  trx: Transaction,
  tenantId: string,
  sha256: Buffer,
  picture: Buffer | null,
): Promise<void> {
  await trx
    .updateTable('evidence_file')
    .set({ picture, preview: picture ? 'made' : 'none' })
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .execute();
}
