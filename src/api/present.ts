import type { Asker } from '../people/model.ts';
import { allows, allPermissions } from '../people/permissions.ts';
import type { Session } from '../people/views.ts';
import type { Reading } from '../plan/model.ts';
import { firstIds } from '../plan/review.ts';
import type { IntakeView, LessonView, PlanSummary, PlanView, TaskView, VersionView } from '../plan/views.ts';
import type { IntakeRow } from '../store/intakes.ts';
import type { LessonRow } from '../store/lessons.ts';
import type { PlanLine, PlanRow } from '../store/plans.ts';
import type { RecordedAction } from '../store/reviews.ts';
import type { TaskRow } from '../store/tasks.ts';
import type { VersionLine, WholePlan } from '../store/versions.ts';

/** The only way out of the API: rows become the shapes of src/plan/views.ts here and nowhere else. */

export const presentSession = (asker: Asker, csrf: string, demo: boolean): Session => ({
  officerId: asker.officerId,
  officer: asker.name,
  unit: asker.unit,
  tenant: asker.tenant,
  csrf,
  demo,
  roles: asker.roles.map(({ role, agencies }) => ({ role, agencies: agencies === 'all' ? agencies : [...agencies] })),
  may: allPermissions.filter((permission) => allows(permission, asker)),
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
  version: plan.version,
  addedAt: plan.added_at.toISOString(),
  addedBy: plan.addedByName,
  confirmedAt: plan.confirmed_at?.toISOString() ?? null,
  removedAt: plan.removed_at?.toISOString() ?? null,
  supersededBy: plan.superseded_by,
});

export const presentPlan = ({ plan, versions, candidates }: WholePlan): PlanView => ({
  plan: presentPlanLine(plan),
  reading: plan.reading satisfies Reading,
  seq: plan.seq,
  ids: plan.ids ?? firstIds(plan.reading),
  versions: versions.length > 0 ? versions.map((version) => presentVersion(version, plan)) : [onlyVersion(plan)],
  columns: plan.columns,
  candidates: candidates.map(({ id, number, title, file_name, status, tasks, added_at, likeness }) => {
    return { id, number, title, fileName: file_name, status, tasks, addedAt: added_at.toISOString(), likeness };
  }),
});

const presentVersion = (version: VersionLine, plan: PlanRow): VersionView => ({
  no: version.no,
  fileName: version.file_name,
  mediaType: version.media_type,
  state: version.no === plan.version ? 'current' : version.accepted_at ? 'past' : 'proposed',
  origin: version.origin,
  tasks: version.tasks,
  addedAt: version.added_at.toISOString(),
  addedBy: version.addedByName,
});

const onlyVersion = (plan: PlanRow): VersionView => ({
  no: 1,
  fileName: plan.file_name,
  mediaType: plan.media_type,
  state: 'current',
  origin: 'file',
  tasks: plan.reading.tasks.length,
  addedAt: plan.added_at.toISOString(),
  addedBy: plan.addedByName,
});

export const presentIntake = (intake: IntakeRow): IntakeView => ({
  id: intake.id,
  rev: intake.rev,
  fileName: intake.file_name,
  fileSize: intake.file_size,
  state: intake.state,
  step: intake.step,
  done: intake.done,
  of: intake.of,
  problem: intake.problem,
  planId: intake.plan_id,
  version: intake.version,
  addedAt: intake.added_at.toISOString(),
  addedBy: intake.addedByName,
  changedAt: intake.changed_at.toISOString(),
});

export const presentLesson = (lesson: LessonRow): LessonView => ({
  id: lesson.id,
  kind: lesson.kind,
  printed: lesson.printed,
  index: lesson.index_name,
  value: lesson.value,
  planId: lesson.plan_id,
  planTitle: lesson.planTitle,
  planNumber: lesson.planNumber,
  learnedAt: lesson.changed_at.toISOString(),
  by: lesson.by,
  removedAt: lesson.removed_at?.toISOString() ?? null,
  changes: lesson.changes.map(({ at, by, what, value, plan_id }) => {
    return { at: at.toISOString(), by, what, value, planId: plan_id };
  }),
});

export const presentActions = (seq: number, version: number, actions: RecordedAction[]) => ({
  seq,
  version,
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
