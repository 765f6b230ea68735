import { fold } from '../../../src/kernel/text.ts';
import { type Role, roles, type Schedule } from '../../../src/plan/model.ts';
import type { TaskView } from '../../../src/plan/views.ts';
import type { Framework, TaskFilters } from '../../api.ts';
import { findFramework, sayNode } from '../../words/framework.ts';

/** Filtering and grouping of confirmed tasks. Pure, and fast enough to run at each letter over five thousand. */

/** A task with its words folded once, so that typing does not fold them again. */
export type Indexed = { task: TaskView; words: string };

export const indexTasks = (tasks: readonly TaskView[]): Indexed[] =>
  tasks.map((task) => ({
    task,
    words: fold(
      [
        ...[task.text, task.result, task.component, task.time, ...task.codes],
        ...roles.flatMap((role) => task[role]),
      ].join('\n'),
    ),
  }));

export function filterTasks(tasks: readonly Indexed[], filters: TaskFilters): TaskView[] {
  const { plan, index, agency, role, schedule, q = '' } = filters;
  const words = fold(q).split(/\s+/).filter(Boolean);
  const wanted = agency === undefined ? undefined : plain(agency);
  const asked = role === undefined ? roles : [role as Role];
  return tasks
    .filter(
      ({ task, words: text }) =>
        (plan === undefined || task.planId === plan) &&
        (index === undefined || task.index === index) &&
        (schedule === undefined || hasKind(task.schedule, schedule)) &&
        (wanted === undefined ? role === undefined || task[role as Role].length > 0 : names(task, asked, wanted)) &&
        words.every((word) => text.includes(word)),
    )
    .map(({ task }) => task);
}

const plain = (name: string): string => ` ${fold(name).replace(/[,.;()\s]+/g, ' ')} `;

/** Whole words of the agency's name, as the server finds them: "Sở Y tế" finds "Sở Y tế tỉnh". */
const names = (task: TaskView, asked: readonly Role[], wanted: string): boolean =>
  asked.some((role) => task[role].some((name) => plain(name).includes(wanted)));

/** "several" holds the kinds of its parts too: an officer looking for deadlines wants those as well. */
const hasKind = (schedule: Schedule | null, kind: string): boolean =>
  schedule !== null &&
  (schedule.kind === kind || (schedule.kind === 'several' && schedule.parts.some((part) => part.kind === kind)));

export type Entry =
  | { kind: 'group'; key: string; level: 1 | 2 | 3; title: string; count: number; open: boolean }
  | { kind: 'task'; key: string; task: TaskView };

type Group = { key: string; title: string; level: 1 | 2 | 3 };

const unplaced = 'Chưa gắn chỉ số';

/** The groups a task stands in, outermost first: index, dimension, sub-dimension. */
function contentGroups(task: TaskView, frameworks: readonly Framework[]): Group[] {
  const framework = findFramework(frameworks, task.index, task.year);
  const index: Group = { key: task.index ?? '', title: task.index ?? unplaced, level: 1 };
  if (task.index && framework?.name && framework.name !== task.index) index.title = `${task.index} – ${framework.name}`;
  const groups = [index];
  if (task.dimension !== null) {
    const key = `${index.key}/${task.dimension}`;
    groups.push({ key, title: sayNode(framework, String(task.dimension)), level: 2 });
  }
  const part = sayPart(task, framework);
  if (part) groups.push({ key: `${groups.at(-1)?.key}/${fold(part)}`, title: part, level: 3 });
  return groups;
}

/** The sub-dimension by its code's name, so that wordings of different plans meet; as printed where it has no code. */
function sayPart({ codes, component, dimension }: TaskView, framework: Framework | undefined): string | null {
  const code = codes.length === 1 && codes[0] !== String(dimension) ? codes[0] : undefined;
  return code ? sayNode(framework, code) : component;
}

function agencyGroups(task: TaskView): Group[] {
  const names = task.lead.length > 0 ? task.lead : task.implement;
  if (names.length === 0) return [{ key: '~', title: 'Chưa nêu cơ quan', level: 1 }];
  return names.map((name) => ({ key: fold(name), title: name, level: 1 }));
}

/** The lines of the matrix: groups with their counts, tasks under those that are open. Order of tasks is kept. */
export function layOut(
  tasks: readonly TaskView[],
  by: 'content' | 'agency',
  frameworks: readonly Framework[],
  closed: ReadonlySet<string>,
): Entry[] {
  const paths = tasks.flatMap((task): { task: TaskView; path: Group[] }[] =>
    by === 'content'
      ? [{ task, path: contentGroups(task, frameworks) }]
      : agencyGroups(task).map((group) => ({ task, path: [group] })),
  );
  const sorted = gather(paths, by);
  const counts = new Map<string, number>();
  for (const { path } of sorted) for (const { key } of path) counts.set(key, (counts.get(key) ?? 0) + 1);
  const entries: Entry[] = [];
  const shown = new Set<string>();
  for (const { task, path } of sorted) {
    const shut = path.findIndex(({ key }) => closed.has(key));
    const visible = shut < 0 ? path : path.slice(0, shut + 1);
    for (const { key, title, level } of visible)
      if (!shown.has(key)) {
        shown.add(key);
        entries.push({ kind: 'group', key, level, title, count: counts.get(key) ?? 0, open: !closed.has(key) });
      }
    if (shut < 0) entries.push({ kind: 'task', key: by === 'agency' ? `${task.id}@${path[0]?.key}` : task.id, task });
  }
  return entries;
}

/** Brings tasks of one group together, each group where its first task stands; agencies by name. */
function gather<T extends { path: Group[] }>(items: readonly T[], by: 'content' | 'agency'): T[] {
  const tree = new Map<string, Map<string, Map<string, T[]>>>();
  for (const item of items) {
    const [a = '', b = '', c = ''] = item.path.map(({ key }) => key);
    const second = tree.get(a) ?? new Map<string, Map<string, T[]>>();
    tree.set(a, second);
    const third = second.get(b) ?? new Map<string, T[]>();
    second.set(b, third);
    const last = third.get(c);
    if (last) last.push(item);
    else third.set(c, [item]);
  }
  const roots = [...tree];
  if (by === 'agency') roots.sort(([a], [b]) => a.localeCompare(b, 'vi'));
  return roots.flatMap(([, second]) => [...second.values()].flatMap((third) => [...third.values()].flat()));
}

/** How often each value occurs, most used first. */
export function countValues(values: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'vi'));
}
