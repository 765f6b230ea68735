import { Link } from '@tanstack/react-router';
import {
  cellSelectionFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { Role } from '../../../src/plan/model.ts';
import type { MatrixColumn, TaskView } from '../../../src/plan/views.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';
import { sayPlanNumber } from '../../words/plan.ts';

/** A line of the table: a task stands once for each group it is shown in. */
export type Line = { key: string; task: TaskView };

export const features = tableFeatures({ columnVisibilityFeature, cellSelectionFeature });
const helper = createColumnHelper<typeof features, Line>();

export type ColumnName = 'text' | Role | 'time' | 'targets' | 'plan';

/** What each column of the screen is in an export. */
const exported: Record<ColumnName, MatrixColumn[]> = {
  text: ['index', 'dimension', 'component', 'codes', 'text', 'result'],
  lead: ['lead'],
  implement: ['implement'],
  cooperate: ['cooperate'],
  monitor: ['monitor'],
  time: ['time', 'schedule'],
  targets: ['targets'],
  plan: ['plan', 'year'],
};
export const exportColumns = (names: readonly ColumnName[]): MatrixColumn[] => names.flatMap((name) => exported[name]);

export const columnNames: ColumnName[] = [
  'text',
  'lead',
  'implement',
  'cooperate',
  'monitor',
  'time',
  'targets',
  'plan',
];
export const columnWords: Record<ColumnName, string> = {
  text: 'Nhiệm vụ, kết quả',
  ...roleWords,
  time: 'Thời gian',
  targets: 'Chỉ tiêu',
  plan: 'Kế hoạch',
};

const agencies = (role: Role) =>
  helper.accessor(({ task }) => task[role].join('; '), {
    id: role,
    header: columnWords[role],
    cell: ({ row }) => row.original.task[role].join('; '),
  });

export const columns = helper.columns([
  helper.accessor(({ task }) => task.text, {
    id: 'text',
    header: columnWords.text,
    cell: ({ row }) => <TaskCell task={row.original.task} />,
  }),
  agencies('lead'),
  agencies('implement'),
  agencies('cooperate'),
  agencies('monitor'),
  helper.accessor(({ task }) => sayTime(task), {
    id: 'time',
    header: columnWords.time,
    cell: ({ row }) => <TimeCell task={row.original.task} />,
  }),
  helper.accessor(({ task }) => task.targets.map(sayTarget).join('; '), { id: 'targets', header: columnWords.targets }),
  helper.accessor(({ task }) => sayPlanNumber({ number: task.planNumber, symbol: task.planSymbol }), {
    id: 'plan',
    header: columnWords.plan,
    cell: ({ row }) => <PlanCell task={row.original.task} />,
  }),
]);

/** What is known of the time, in words; what is printed where no schedule was understood. */
export const sayTime = ({ schedule, time }: TaskView): string =>
  schedule ? saySchedule(schedule).sentence : (time ?? '');

function TaskCell({ task }: { task: TaskView }) {
  return (
    <>
      <Link to="/nhiem-vu/$id" params={{ id: task.id }} className="task-link pre" draggable={false}>
        {task.codes.length > 1 && <span className="muted">{task.codes.join(', ')} </span>}
        {task.text}
      </Link>
      {task.result && <span className="role pre">Kết quả: {task.result}</span>}
    </>
  );
}

function TimeCell({ task }: { task: TaskView }) {
  const said = sayTime(task);
  if (!said) return <span className="muted">không nêu</span>;
  return <span title={task.time ?? undefined}>{said}</span>;
}

function PlanCell({ task }: { task: TaskView }) {
  return (
    <Link
      to="/ke-hoach/$id/ra-soat"
      params={{ id: task.planId }}
      search={{ thu: String(task.order) }}
      title={task.planTitle ?? undefined}
      draggable={false}
    >
      {sayPlanNumber({ number: task.planNumber, symbol: task.planSymbol }) || (task.planTitle ?? 'Kế hoạch')}
    </Link>
  );
}
