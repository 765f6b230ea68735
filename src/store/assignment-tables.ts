import type { ColumnType, Generated } from 'kysely';
import type {
  Act,
  Assignment,
  DifficultyAct,
  DifficultyStatus,
  ItemKind,
  Status,
  WorkItem,
} from '../assignment/model.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Json } from './columns.ts';

/** The tables of issued plans; the reasons stand in their migration. */

export interface IssueTable {
  tenant_id: string;
  plan_id: string;
  no: number;
  at: Date;
  by: string;
  day: PlainDate;
  owed_from: PlainDate | null;
  supersedes: string | null;
  counts: Json<Record<string, number>>;
}

export interface IssueWithdrawalTable {
  tenant_id: string;
  plan_id: string;
  no: number;
  at: Date;
  by: string;
  reason: string;
  counts: Json<Record<string, number>>;
}

export interface WorkItemTable {
  tenant_id: string;
  id: string;
  plan_id: string;
  kind: ItemKind;
  key: string;
  position: number;
  modality: WorkItem['modality'];
  index_name: string | null;
  dimension: string | null;
  component: string | null;
  codes: string[];
  text: string;
  result: string | null;
  time: string | null;
  schedule: ColumnType<WorkItem['schedule'], string | null, string | null>;
  targets: Json<WorkItem['targets']>;
  year: number;
  search: string;
  withdrawn_at: Date | null;
  superseded_by: string | null;
}

export interface AssignmentTable {
  tenant_id: string;
  id: string;
  item_id: string;
  role: Assignment['role'];
  first_agency_id: string;
  printed: string;
  owes: boolean;
  follows: boolean;
  follows_only: string[] | null;
  by_hand: Generated<boolean>;
  request: boolean;
  since: PlainDate;
  agency_id: string;
  division_id: string | null;
  officer_id: string | null;
  accepted: Generated<boolean>;
  closed: 'cancelled' | 'superseded' | null;
  seq: Generated<number>;
}

export interface OccurrenceTable {
  tenant_id: string;
  id: string;
  assignment_id: string;
  item_id: string;
  key: string;
  period: string | null;
  period_from: PlainDate | null;
  period_to: PlainDate | null;
  opens: PlainDate | null;
  printed: PlainDate | null;
  first_due: PlainDate | null;
  rule: string;
  moved: string | null;
  event: string | null;
  flags: string[];
  since: PlainDate;
  agency_id: string;
  due: PlainDate | null;
  moved_later: string | null;
  returned: string | null;
  status: Status;
  percent: Generated<number>;
  evidence: Generated<number>;
  completed_on: PlainDate | null;
  asked_due: PlainDate | null;
  asked_reason: string | null;
  declined: string | null;
}

export const actionSources = ['web', 'import', 'reorganisation', 'issue', 'calendar', 'own-plan'] as const;
export type ActionSource = (typeof actionSources)[number];

export interface AssignmentActionTable {
  tenant_id: string;
  assignment_id: string;
  seq: number;
  id: string;
  occurrence_id: string | null;
  at: Date;
  day: PlainDate;
  by: string;
  agency_id: string | null;
  source: ActionSource;
  act: Json<Act>;
}

export interface ConcreteActTable {
  tenant_id: string;
  id: string;
  assignment_id: string;
  position: number;
  text: string;
  product: string | null;
  due: PlainDate | null;
  villages: Json<readonly { name: string; doneOn: PlainDate | null }[]>;
  done_on: PlainDate | null;
}

export interface ItemLinkTable {
  tenant_id: string;
  item_id: string;
  other_id: string;
  score: number;
  decision: 'same' | 'different' | null;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface DifficultyTable {
  tenant_id: string;
  id: string;
  item_id: string;
  assignment_id: string | null;
  agency_id: string;
  text: string;
  raised_at: Date;
  raised_by: string;
  to_agency_id: string;
  answer_by: PlainDate | null;
  status: DifficultyStatus;
  answered_on: PlainDate | null;
  seq: Generated<number>;
}

export interface DifficultyActionTable {
  tenant_id: string;
  difficulty_id: string;
  seq: number;
  id: string;
  at: Date;
  by: string;
  agency_id: string | null;
  act: Json<DifficultyAct>;
}

export interface AssignmentTables {
  issue: IssueTable;
  issue_withdrawal: IssueWithdrawalTable;
  work_item: WorkItemTable;
  assignment: AssignmentTable;
  occurrence: OccurrenceTable;
  assignment_action: AssignmentActionTable;
  concrete_act: ConcreteActTable;
  item_link: ItemLinkTable;
  difficulty: DifficultyTable;
  difficulty_action: DifficultyActionTable;
}
