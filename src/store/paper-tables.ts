import type { PaperDraftContent } from '../publish/letters/model.ts';
import type { PaperKind } from '../publish/template/kinds.ts';
import type { TemplateCheck } from '../publish/template/model.ts';
import type { Json } from './columns.ts';

/** Templates of papers as Kysely sees them, and what officers typed into papers that are not sent yet. */

export interface PaperTemplateTable {
  tenant_id: string;
  id: string;
  kind: PaperKind;
  name: string;
  content: Buffer;
  check_result: Json<TemplateCheck>;
  at: Date;
  by: string;
}

export interface PaperTemplateUseTable {
  tenant_id: string;
  kind: PaperKind;
  seq: number;
  template_id: string | null;
  at: Date;
  by: string;
}

export interface PaperDraftTable {
  tenant_id: string;
  kind: PaperKind;
  agency_id: string;
  subject: string;
  content: Json<PaperDraftContent>;
  at: Date;
  by: string;
}

export interface PaperTables {
  paper_template: PaperTemplateTable;
  paper_template_use: PaperTemplateUseTable;
  paper_draft: PaperDraftTable;
}
