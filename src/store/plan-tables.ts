import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { Document } from '../document/model.ts';
import type { Reading, Role, Source, TaskFields } from '../plan/model.ts';
import type { ReviewAct, ReviewAction } from '../plan/review.ts';
import type { ColumnSetting, PlanStatus } from '../plan/views.ts';
import type { Json } from './columns.ts';

/** The tables of officers, plans and tasks; the reasons stand in their migration. */

export interface OfficerTable {
  tenant_id: string;
  id: string;
  name: string;
  unit: string;
  created_at: Generated<Date>;
}

/** What a plan is: one that was read, what carries a form that was sent, the regime of reports of a year. */
export type PlanKind = 'plan' | 'form' | 'regime';

export interface PlanTable {
  tenant_id: string;
  id: string;
  kind: Generated<PlanKind>;
  file_name: string;
  media_type: string;
  file_size: number;
  sha256: Buffer;
  reading: Json<Reading>;
  version: Generated<number>;
  since: Generated<number>;
  ids: string[] | null;
  columns: ColumnType<ColumnSetting[], string | undefined, string>;
  seq: Generated<number>;
  status: Generated<PlanStatus>;
  added_at: Date;
  added_by: string;
  confirmed_at: Date | null;
  removed_at: Date | null;
  type: string | null;
  number: string | null;
  symbol: string | null;
  title: string | null;
  issuer: string | null;
  date: string | null;
  year: number | null;
  indices: string[];
  tasks: number;
  doubtful: number;
  search: string;
  mother_id: string | null;
  agency_id: string | null;
}

export interface PlanDocumentTable {
  tenant_id: string;
  plan_id: string;
  document: Json<Document>;
}

export interface ReviewActionTable {
  tenant_id: string;
  plan_id: string;
  seq: number;
  id: string;
  at: Date;
  by: string;
  act: Json<ReviewAct>;
  carried: Generated<boolean>;
}

export type PlanEventKind =
  | 'added'
  | 'confirmed'
  | 'reopened'
  | 'removed'
  | 'restored'
  | 'version-proposed'
  | 'version-accepted'
  | 'version-dropped'
  | 'columns-set';

export interface PlanEventTable {
  tenant_id: string;
  plan_id: string;
  no: number;
  kind: PlanEventKind;
  at: Date;
  by: string;
  seq: number;
  tasks: number;
  version: number | null;
}

export interface PlanVersionTable {
  tenant_id: string;
  plan_id: string;
  no: number;
  origin: 'file' | 'columns';
  file_name: string;
  media_type: string;
  file_size: number;
  sha256: Buffer;
  reading: Json<Reading>;
  document: ColumnType<Document, string | RawBuilder<string>, string>;
  ids: string[] | null;
  columns: Json<ColumnSetting[]>;
  actions: ColumnType<ReviewAction[] | null, string | null, string | null>;
  accepted_at: Date | null;
  dropped_at: Date | null;
  added_at: Date;
  added_by: string;
}

export interface TaskTable {
  tenant_id: string;
  id: string;
  plan_id: string;
  draft_id: string;
  position: number;
  index_name: string | null;
  schedule_kinds: string[];
  fields: Json<TaskFields>;
  source: Json<Source>;
  quote: string[];
  search: string;
  withdrawn_at: Date | null;
}

export interface TaskAgencyTable {
  tenant_id: string;
  task_id: string;
  role: Role;
  position: number;
  name: string;
  search: string;
}

export interface PlanTables {
  officer: OfficerTable;
  plan: PlanTable;
  plan_document: PlanDocumentTable;
  review_action: ReviewActionTable;
  plan_event: PlanEventTable;
  plan_version: PlanVersionTable;
  task: TaskTable;
  task_agency: TaskAgencyTable;
}
