import type { Generated } from 'kysely';
import type { Step } from '../assignment/remind/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type {
  Content,
  FindingStatus,
  InspectionAct,
  InspectionKind,
  InspectionStatus,
  Planned,
} from '../report/inspection/model.ts';
import type {
  Asked,
  RecommendationAct,
  RecommendationStatus,
  Source,
  SourcePaper,
} from '../report/recommendation/model.ts';
import type { Json } from './columns.ts';

/** The tables of inspections and recommendations; the reasons stand in their migration. */

export interface InspectionTable {
  tenant_id: string;
  id: string;
  agency_id: string;
  kind: InspectionKind;
  planned: Json<Planned>;
  earlier_id: string | null;
  role: 'inspector' | 'supervisor';
  planned_at: Date;
  planned_by: string;
  day: PlainDate;
  content: Json<Content>;
  status: InspectionStatus;
  opened_on: PlainDate | null;
  concluded_on: PlainDate | null;
  number: string | null;
  paper_date: PlainDate | null;
  seq: Generated<number>;
}

interface Logged<Act> {
  tenant_id: string;
  seq: number;
  id: string;
  at: Date;
  day: PlainDate;
  by: string;
  agency_id: string | null;
  act: Json<Act>;
}

export interface InspectionActionTable extends Logged<InspectionAct> {
  inspection_id: string;
}

export interface InspectionFindingTable {
  tenant_id: string;
  id: string;
  inspection_id: string;
  text: string;
  remedy: string | null;
  agency_id: string | null;
  place: string | null;
  index_name: string | null;
  code: string | null;
  due: PlainDate | null;
  status: FindingStatus;
  found_on: PlainDate;
  closed_on: PlainDate | null;
}

export interface RecommendationTable {
  tenant_id: string;
  id: string;
  source: Source;
  paper: Json<SourcePaper>;
  asked: Json<Asked>;
  recorded_at: Date;
  recorded_by: string;
  text: string;
  agency_id: string;
  due: PlainDate | null;
  status: RecommendationStatus;
  percent: number | null;
  closed_on: PlainDate | null;
  import_id: string | null;
  seq: Generated<number>;
}

export interface RecommendationImportTable {
  tenant_id: string;
  id: string;
  file_name: string;
  sha256: Buffer;
  count: number;
  at: Date;
  by: string;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface RecommendationActionTable extends Logged<RecommendationAct> {
  recommendation_id: string;
}

export interface EvidenceProofTable {
  tenant_id: string;
  evidence_id: string;
  finding_id: string | null;
  recommendation_id: string | null;
  used: boolean;
}

export interface RemedyReminderTable {
  tenant_id: string;
  notification_id: string;
  remedy_id: string;
  finding_id: string | null;
  recommendation_id: string | null;
  officer_id: string;
  step: Step | 'news';
  due: PlainDate | null;
}

export interface InspectionTables {
  inspection: InspectionTable;
  inspection_action: InspectionActionTable;
  inspection_finding: InspectionFindingTable;
  recommendation: RecommendationTable;
  recommendation_action: RecommendationActionTable;
  recommendation_import: RecommendationImportTable;
  evidence_proof: EvidenceProofTable;
  remedy_reminder: RemedyReminderTable;
}
