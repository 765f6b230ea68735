import type { Generated } from 'kysely';
import type {
  OversightAct,
  OversightForm,
  OversightStatus,
  OversightSubject,
  Reference,
} from '../assignment/oversight/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Json } from './columns.ts';

/** The tables of oversight; the reasons stand in their migration. */

export interface OversightTable {
  tenant_id: string;
  id: string;
  agency_id: string;
  about: OversightSubject;
  item_id: string | null;
  index_name: string | null;
  dimension: string | null;
  component: string | null;
  day: PlainDate;
  form: OversightForm;
  participants: string | null;
  seen: string;
  recommendation: string | null;
  wished_by: PlainDate | null;
  refs: Json<readonly Reference[]>;
  role: 'supervisor' | 'inspector';
  recorded_at: Date;
  recorded_by: string;
  status: OversightStatus;
  answered_on: PlainDate | null;
  seq: Generated<number>;
}

export interface OversightActionTable {
  tenant_id: string;
  oversight_id: string;
  seq: number;
  id: string;
  at: Date;
  by: string;
  agency_id: string | null;
  act: Json<OversightAct>;
}

export interface OversightTables {
  oversight: OversightTable;
  oversight_action: OversightActionTable;
}
