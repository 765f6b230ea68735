import type { Generated } from 'kysely';
import type { AgencyKind, Level } from '../place/model.ts';
import type { Meaning } from '../place/resolve/model.ts';
import type { Json } from './columns.ts';

/** The tables of agencies over time; the reasons stand in their migration. */

export interface AgencyTable {
  tenant_id: string;
  id: string;
  kind: AgencyKind;
  level: Level;
  unit_code: string | null;
  unit_valid_from: string | null;
  position: Generated<number>;
  created_at: Generated<Date>;
}

export interface AgencySpanTable {
  tenant_id: string;
  agency_id: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  short_name: string | null;
  parent_id: string | null;
  search: string;
}

export interface AgencyAliasTable {
  tenant_id: string;
  agency_id: string;
  alias: string;
  search: string;
  origin: 'template' | 'typed' | 'resolved' | 'imported';
  added_at: Generated<Date>;
}

export type ReorganisationKind =
  | 'create'
  | 'merge'
  | 'split'
  | 'rename'
  | 'abolish'
  | 'move-function'
  | 'move-parent'
  | 'undo';

export interface ReorganisationTable {
  tenant_id: string;
  id: string;
  kind: ReorganisationKind;
  effective: string;
  resolution: string | null;
  details: Json<Record<string, unknown>>;
  moved: Json<Record<string, number>>;
  at: Date;
  by: string;
  moved_at: Date | null;
}

export interface AgencySuccessionTable {
  tenant_id: string;
  id: string;
  from_id: string;
  to_id: string;
  effective: string;
  function: string | null;
  reorganisation_id: string | null;
}

export interface NameAnswerTable {
  tenant_id: string;
  issuer_id: string;
  key: string;
  printed: string;
  meaning: Json<Meaning>;
  at: Date;
  by: string;
}

export interface AgencyTables {
  name_answer: NameAnswerTable;
  agency: AgencyTable;
  agency_span: AgencySpanTable;
  agency_alias: AgencyAliasTable;
  reorganisation: ReorganisationTable;
  agency_succession: AgencySuccessionTable;
}
