import { type Group, type IndexName, type Reading, roles, type Task } from '../../plan/model.ts';
import { saySchedule } from '../../plan/words/schedule.ts';
import type { Appendix, Cell, Column, Row, Table } from './model.ts';
import { type Heading, type Run, runsOf } from './plan-groups.ts';

/** The tasks under their group rows, in one landscape appendix for each index, in the order the plan has them. */
export function appendicesOf({ tasks, groups }: Pick<Reading, 'tasks' | 'groups'>): Appendix[] {
  const sheets = sheetsOf(tasks, groups);
  return sheets.map(({ index, tasks: own, groups: heads }, at) => ({
    label: sheets.length > 1 ? `Phụ lục ${romans[at] ?? at + 1}` : 'Phụ lục',
    title: `Nhiệm vụ, giải pháp${index === null ? '' : ` cải thiện Chỉ số ${index}`}`,
    landscape: true,
    blocks: [{ kind: 'table', table: tableOf(own, heads) }],
  }));
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

type Sheet = { index: IndexName | null; tasks: Task[]; groups: Group[] };

/** A new sheet wherever the index changes. */
function sheetsOf(tasks: readonly Task[], groups: readonly Group[]): Sheet[] {
  const sheets: Sheet[] = [];
  for (const task of tasks) {
    const last = sheets.at(-1);
    if (last && last.index === task.index) last.tasks.push(task);
    else sheets.push({ index: task.index, tasks: [task], groups: [] });
  }
  for (const group of groups) {
    const sheet = sheets.findLast(({ index }) => index === group.index) ?? sheets.at(-1);
    sheet?.groups.push(group);
  }
  return sheets;
}

type Field = 'component' | 'text' | 'result' | (typeof roles)[number] | 'time';

const columnsOf: Record<Field, Column> = {
  component: { header: 'Nội dung thành phần', share: 14, align: 'left' },
  text: { header: 'Nhiệm vụ', share: 34, align: 'justify' },
  result: { header: 'Kết quả, sản phẩm', share: 16, align: 'left' },
  lead: { header: 'Cơ quan chủ trì', share: 13, align: 'left' },
  implement: { header: 'Cơ quan thực hiện', share: 13, align: 'left' },
  cooperate: { header: 'Cơ quan phối hợp', share: 14, align: 'left' },
  monitor: { header: 'Cơ quan theo dõi', share: 12, align: 'left' },
  time: { header: 'Thời gian', share: 11, align: 'center' },
};

function tableOf(tasks: readonly Task[], groups: readonly Group[]): Table {
  const runs = runsOf(tasks, groups);
  const fields = fieldsOf(runs);
  const rows = runs.flatMap(({ above, tasks: own }) => [
    ...above.map(({ group, label }): Row => ({ kind: 'group', label, name: nameOf(group) })),
    ...own.map((task, at): Row => ({ kind: 'row', cells: fields.map((field) => cellOf(own, at, task, field)) })),
  ]);
  return { columns: fields.map((field) => columnsOf[field]), counted: 'by-group', rows };
}

function fieldsOf(runs: Run[]): Field[] {
  const tasks = runs.flatMap((run) => run.tasks);
  const filled = (field: Field) => tasks.some((task) => valuesOf(task, field).length > 0);
  // A table that says neither who nor when is a list of anything: what is missing has its place to be filled in.
  const nobody = [...roles, 'time' as const].every((field) => !filled(field));
  const wanted = (field: Field) =>
    field === 'text' ||
    (nobody && (field === 'lead' || field === 'time')) ||
    (filled(field) && (field !== 'component' || !saysComponents(runs)));
  return (Object.keys(columnsOf) as Field[]).filter(wanted);
}

/** Where group rows and the tasks' own words name every component, a column would only say it again. */
const saysComponents = (runs: readonly Run[]): boolean =>
  runs.every(({ tasks }) => tasks.every(opensWithComponent)) ||
  runs.every(({ above, tasks }) => tasks.every((task) => isNamedAbove(task, above.at(-1))));

/** A group inside another is the component of its tasks; so is the factor of a statement of SIPAS. */
const isNamedAbove = ({ component, index }: Task, above: Heading | undefined): boolean =>
  component !== null && above?.group.name === component && (above.inner || index === 'SIPAS');

/** "Cơ hội tham gia: Bảo đảm …" names its component itself; a column would only say it again. */
const opensWithComponent = ({ component, text }: Task): boolean =>
  component === null ||
  (text.startsWith(component) && /^(?:$|:\s|\s?\(|\n|\s[-–]\s)/.test(text.slice(component.length)));

const nameOf = ({ name, directive }: Group): string => (directive === null ? name : `${name}: ${directive}`);

/** A component shared by the tasks below one another is one cell over all of them. */
function cellOf(tasks: readonly Task[], at: number, task: Task, field: Field): Cell | null {
  const lines = valuesOf(task, field);
  if (field !== 'component' || task.component === null) return { lines };
  if (tasks[at - 1]?.component === task.component) return null;
  const end = tasks.findIndex((one, below) => below > at && one.component !== task.component);
  return { lines, rows: (end < 0 ? tasks.length : end) - at };
}

function valuesOf(task: Task, field: Field): string[] {
  if (field === 'time')
    return linesOf(task.time ?? (task.schedule === null ? null : saySchedule(task.schedule).sentence));
  const value = task[field];
  if (Array.isArray(value)) return value.map((name, at) => (at + 1 < value.length ? `${name};` : name));
  return linesOf(value);
}

const linesOf = (text: string | null): string[] => (text === null || text === '' ? [] : text.split('\n'));
