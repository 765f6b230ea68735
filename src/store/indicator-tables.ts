import type { Definition, Origin } from '../report/indicator/model.ts';
import type { SheetMapping } from '../report/indicator/sheet/model.ts';
import type { Json } from './columns.ts';

/** The tables of indicators; the reasons stand in their migration. */

export interface IndicatorTable {
  tenant_id: string;
  id: string;
  rev: number;
  plan_id: string | null;
  item_id: string | null;
  target_no: number | null;
  definition: Json<Definition>;
  made_at: Date;
  made_by: string;
  retired_at: Date | null;
}

export interface IndicatorValueTable {
  tenant_id: string;
  indicator_id: string;
  agency_id: string;
  period: string;
  rev: number;
  value: number | null;
  part: number | null;
  whole: number | null;
  origin: Json<Origin>;
  import_id: string | null;
  reason: string | null;
  at: Date;
  by: string;
}

export interface IndicatorImportTable {
  tenant_id: string;
  id: string;
  file_name: string;
  sha256: Buffer;
  figures: number;
  at: Date;
  by: string;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface IndicatorMappingTable {
  tenant_id: string;
  shape: Buffer;
  mapping: Json<SheetMapping>;
  at: Date;
  by: string;
}

export interface IndicatorTieTable {
  tenant_id: string;
  item_id: string;
  target_no: number;
  indicator_id: string;
  at: Date;
  by: string;
  ended_at: Date | null;
}

export interface IndicatorTables {
  indicator_tie: IndicatorTieTable;
  indicator: IndicatorTable;
  indicator_value: IndicatorValueTable;
  indicator_import: IndicatorImportTable;
  indicator_mapping: IndicatorMappingTable;
}
