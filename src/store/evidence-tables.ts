import type { Generated } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { FileTypeName } from '../report/evidence/file-types.ts';
import type { Evidence, EvidenceKind } from '../report/evidence/model.ts';
import type { ScanState } from '../report/evidence/views.ts';
import type { Json } from './columns.ts';

/** The tables of evidence; the reasons stand in their migration. */

export interface EvidenceFileTable {
  tenant_id: string;
  sha256: Buffer;
  size: number;
  kind: FileTypeName;
  added_at: Date;
  scan: ScanState;
  scanned_at: Date | null;
  threat: string | null;
  preview: Generated<'unmade' | 'made' | 'none'>;
  picture: Buffer | null;
}

export interface EvidenceTable {
  tenant_id: string;
  id: string;
  agency_id: string;
  kind: EvidenceKind;
  day: PlainDate | null;
  details: Json<Evidence>;
  sha256: Buffer | null;
  file_name: string | null;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

export interface EvidenceUseTable {
  tenant_id: string;
  evidence_id: string;
  occurrence_id: string;
  act_id: string;
  used: boolean;
}

export interface EvidenceTables {
  evidence_file: EvidenceFileTable;
  evidence: EvidenceTable;
  evidence_use: EvidenceUseTable;
}
