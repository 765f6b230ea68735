import type { Generated } from 'kysely';
import type { Form } from '../report/form/model.ts';
import type { Json } from './columns.ts';

/** The tables of forms; the reasons stand in their migration. */

export interface FormTable {
  tenant_id: string;
  id: string;
  agency_id: string;
  title: string;
  form: Json<Form>;
  rev: Generated<number>;
  changed_at: Date;
  changed_by: string;
  removed_at: Date | null;
}

export interface FormSendingTable {
  tenant_id: string;
  id: string;
  form_id: string;
  item_id: string;
  form: Json<Form>;
  note: string | null;
  at: Date;
  by: string;
}

export interface FormTables {
  form: FormTable;
  form_sending: FormSendingTable;
}
