import type { Generated, GeneratedAlways } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Gathered } from '../report/consolidated/paragraph.ts';
import type { ReportContent } from '../report/content/model.ts';
import type { ReportAct, ReportStatus } from '../report/model.ts';
import type { RegimeChoice } from '../report/regime/model.ts';
import type { RoundAct } from '../report/round/model.ts';
import type { Json } from './columns.ts';

/** The tables of reports; the reasons stand in their migration. */

export interface ReportTable {
  tenant_id: string;
  id: string;
  status: ReportStatus;
  version: number;
  reason: string | null;
  mend_by: PlainDate | null;
  first_sent_on: PlainDate | null;
  sent_on: PlainDate | null;
  answered: boolean;
  received_on: PlainDate | null;
  granted_until: PlainDate | null;
  excused: string | null;
  seq: Generated<number>;
  gathered: Generated<boolean>;
  occurrence_id: GeneratedAlways<string | null>;
  gathering_id: GeneratedAlways<string | null>;
}

export interface ReportActionTable {
  tenant_id: string;
  report_id: string;
  seq: number;
  id: string;
  at: Date;
  day: PlainDate;
  by: string;
  closed: boolean;
  act_id: string | null;
  act: Json<ReportAct>;
}

export interface ReportFieldTable {
  tenant_id: string;
  report_id: string;
  part: 'whole' | 'item' | 'component' | 'paragraph';
  key: string;
  field: string;
  rev: number;
  value: Json<unknown>;
  at: Date;
  by: string;
}

export interface ReportVersionTable {
  tenant_id: string;
  report_id: string;
  seq: number;
  version: number;
  content: Json<ReportContent>;
  gathered: Json<Gathered> | null;
}

export interface ReportGatheringTable {
  tenant_id: string;
  id: string;
  plan_id: string;
  round: string;
  scope: 'whole' | 'lead';
  agency_id: string;
}

export interface ReportRoundActionTable {
  tenant_id: string;
  plan_id: string;
  round: string;
  seq: number;
  id: string;
  at: Date;
  by: string;
  act: Json<RoundAct>;
}

export interface ReportRegimeTable {
  tenant_id: string;
  year: number;
  plan_id: string;
  choice: Json<RegimeChoice>;
}

export interface ReportTables {
  report: ReportTable;
  report_action: ReportActionTable;
  report_field: ReportFieldTable;
  report_version: ReportVersionTable;
  report_round_action: ReportRoundActionTable;
  report_regime: ReportRegimeTable;
  report_gathering: ReportGatheringTable;
}
