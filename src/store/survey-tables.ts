import type { DesignSummary, Dictionary, EstimateRequest, SurveyDesign } from '../survey/model.ts';
import type { EstimatesView } from '../survey/views.ts';
import type { Json } from './columns.ts';

/** The tables of surveys; the reasons stand in their migration. */

export interface SurveyTable {
  tenant_id: string;
  id: string;
  rev: number;
  title: string;
  year: number;
  agency_id: string | null;
  file_name: string;
  file_size: number;
  sha256: Buffer;
  rows: number;
  dictionary: Json<Dictionary>;
  design: Json<SurveyDesign> | null;
  summary: Json<DesignSummary> | null;
  added_at: Date;
  added_by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

export interface SurveyRunTable {
  tenant_id: string;
  survey_id: string;
  id: string;
  title: string;
  rev: number;
  request: Json<EstimateRequest>;
  result: Json<EstimatesView>;
  at: Date;
  by: string;
  removed_at: Date | null;
  removed_by: string | null;
}

export interface SurveyTables {
  survey: SurveyTable;
  survey_run: SurveyRunTable;
}
