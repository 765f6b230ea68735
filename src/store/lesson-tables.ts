import type { LessonKind } from '../plan/learned/model.ts';

/** What corrections have taught; the reasons stand in their migration. */
export interface LessonTable {
  tenant_id: string;
  id: string;
  kind: LessonKind;
  key: string;
  printed: string;
  index_name: string | null;
  value: string[];
  plan_id: string | null;
  changed_at: Date;
  changed_by: string;
  removed_at: Date | null;
}

export interface LessonChangeTable {
  tenant_id: string;
  lesson_id: string;
  no: number;
  what: 'learned' | 'edited' | 'removed' | 'restored';
  value: string[];
  plan_id: string | null;
  action_id: string | null;
  at: Date;
  by: string;
}

export interface LessonTables {
  lesson: LessonTable;
  lesson_change: LessonChangeTable;
}
