import type { Generated } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { AgencyTables } from './agency-tables.ts';
import type { AssignmentTables } from './assignment-tables.ts';
import type { Json, Stamped } from './columns.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { FormTables } from './form-tables.ts';
import type { IndicatorTables } from './indicator-tables.ts';
import type { InspectionTables } from './inspection-tables.ts';
import type { IntakeTable } from './intake-table.ts';
import type { LessonTables } from './lesson-tables.ts';
import type { NotificationTables } from './notifications-tables.ts';
import type { OversightTables } from './oversight-tables.ts';
import type { OwnPlanTables } from './own-plan-tables.ts';
import type { PaperTables } from './paper-tables.ts';
import type { PlanTables } from './plan-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { SurveyTables } from './survey-tables.ts';

/**
 * The tables as Kysely sees them; the migrations are what makes them. Timestamps come back as Date, `date` columns as
 * ISO text (a day has no zone), `bigint` as number (our counters stay far below 2^53).
 */

export interface TenantTable {
  id: string;
  name: string;
  code: string | null;
  created_at: Generated<Date>;
}

export interface AuditEntryTable {
  tenant_id: string;
  id: string;
  at: Stamped<Date>;
  actor: string;
  action: string;
  subject: string | null;
  details: Json<Record<string, unknown>>;
  transaction_id: Stamped<string>;
}

export interface AuditPendingTable {
  tenant_id: string;
  entry_id: string;
}

export interface AuditSealTable {
  tenant_id: string;
  seq: number;
  entry_id: string;
  previous: Buffer;
  hash: Buffer;
}

export interface AuditHeadTable {
  tenant_id: string;
  seq: number;
  hash: Buffer;
}

export interface Schema
  extends AccountTables,
    PlanTables,
    LessonTables,
    AgencyTables,
    AssignmentTables,
    EvidenceTables,
    FormTables,
    IndicatorTables,
    InspectionTables,
    NotificationTables,
    OversightTables,
    OwnPlanTables,
    PaperTables,
    ReportTables,
    SurveyTables {
  intake: IntakeTable;
  tenant: TenantTable;
  audit_entry: AuditEntryTable;
  audit_pending: AuditPendingTable;
  audit_seal: AuditSealTable;
  audit_head: AuditHeadTable;
}
