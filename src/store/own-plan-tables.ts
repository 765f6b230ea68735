import type { Generated } from 'kysely';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Check, OwnEdit } from '../publish/own-plan/model.ts';
import type { Json } from './columns.ts';

/** The tables of units' own plans; the reasons stand in their migration. */

export interface OwnPlanTable {
  tenant_id: string;
  plan_id: string;
  agency_id: string;
  days: number;
  opened_on: PlainDate;
  seq: Generated<number>;
  child_id: string | null;
  issued_on: PlainDate | null;
  checks: Json<Check[]> | null;
  changed_at: Date;
  changed_by: string;
}

export interface OwnPlanEditTable {
  tenant_id: string;
  plan_id: string;
  agency_id: string;
  seq: number;
  id: string;
  at: Date;
  by: string;
  edit: Json<OwnEdit>;
}

export interface OwnPlanTaskTable {
  tenant_id: string;
  child_id: string;
  child_key: string;
  item_id: string;
}

export interface OwnPlanDayTable {
  tenant_id: string;
  plan_id: string;
  due: PlainDate;
  ground: string | null;
  at: Date;
  by: string;
}

export interface OwnPlanNotedTable {
  tenant_id: string;
  plan_id: string;
  agency_id: string;
  number: string;
  date: PlainDate;
  at: Date;
  by: string;
}

export interface OwnPlanTables {
  own_plan: OwnPlanTable;
  own_plan_edit: OwnPlanEditTable;
  own_plan_task: OwnPlanTaskTable;
  own_plan_day: OwnPlanDayTable;
  own_plan_noted: OwnPlanNotedTable;
}
