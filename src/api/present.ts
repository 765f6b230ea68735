import type { Officer } from '../people/model.ts';
import type { Reading } from '../plan/model.ts';
import type { PlanSummary, PlanView, Session, TaskView } from '../plan/views.ts';
import type { PlanLine, PlanRow } from '../store/plans.ts';
import type { RecordedAction } from '../store/reviews.ts';
import type { TaskRow } from '../store/tasks.ts';

/** The only way out of the API: rows become the shapes of src/plan/views.ts here and nowhere else. */

export const presentSession = (officer: Officer, csrf: string, demo: boolean): Session => ({
  officer: officer.name,
  unit: officer.unit,
  tenant: officer.tenant,
  csrf,
  demo,
});

export const presentPlanLine = (plan: PlanLine): PlanSummary => ({
  id: plan.id,
  fileName: plan.file_name,
  title: plan.title,
  type: plan.type,
  number: plan.number,
  symbol: plan.symbol,
  issuer: plan.issuer,
  date: plan.date,
  year: plan.year,
  indices: plan.indices,
  status: plan.status,
  tasks: plan.tasks,
  doubtful: plan.doubtful,
  addedAt: plan.added_at.toISOString(),
  addedBy: plan.addedByName,
  confirmedAt: plan.confirmed_at?.toISOString() ?? null,
  removedAt: plan.removed_at?.toISOString() ?? null,
});

export const presentPlan = (plan: PlanRow): PlanView => ({
  plan: presentPlanLine(plan),
  reading: plan.reading satisfies Reading,
  seq: plan.seq,
});

export const presentActions = (seq: number, actions: RecordedAction[]) => ({
  seq,
  actions: actions.map(({ seq, id, at, by, act }) => ({ seq, id, at: at.toISOString(), by, act })),
});

export const presentTask = (task: TaskRow): TaskView => ({
  ...task.fields,
  id: task.id,
  planId: task.plan_id,
  planNumber: task.planNumber,
  planSymbol: task.planSymbol,
  planTitle: task.planTitle,
  year: task.year,
  order: task.order,
  source: task.source,
});
