import type { ColumnType, Generated } from 'kysely';
import type { ReadingProgress } from '../document/tools.ts';
import type { ProblemDocument } from '../kernel/problem.ts';
import type { IntakeState } from '../plan/views.ts';

/** Files on their way; the reasons stand in their migration. */
export interface IntakeTable {
  tenant_id: string;
  id: string;
  rev: Generated<number>;
  file_name: string;
  file_size: number;
  sha256: Buffer;
  state: Generated<IntakeState>;
  step: ReadingProgress['step'] | null;
  done: Generated<number>;
  of: Generated<number>;
  problem: ColumnType<ProblemDocument | null, string | null | undefined, string | null>;
  plan_id: string | null;
  version: number | null;
  second_file: Generated<boolean>;
  added_at: Date;
  added_by: string;
  changed_at: Date;
}
