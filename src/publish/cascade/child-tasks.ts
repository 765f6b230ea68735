import type { PlannedItem } from '../../assignment/items.ts';
import { squish } from '../../kernel/text.ts';
import { type DocumentHead, type Group, type Reporting, type Role, roles, type Task } from '../../plan/model.ts';
import { type SaidWork, tasksAsRows } from '../../plan/tasks/as-rows.ts';
import { saySchedule } from '../../plan/words/schedule.ts';
import { type Bounds, dayBefore } from './day-before.ts';
import type { Cascade, GivenRole } from './model.ts';

const nowhere = { page: null, table: null, row: null, line: null };

/** A task of a unit's plan, with the key of the mother plan's item it carries out and what that one says. */
export type ChildTask = { key: string; task: Task; asked: Pick<Task, 'text' | 'time'> };

/**
 * What a unit's plan lists: the tasks it leads, does or helps with, in the mother plan's order; who only follows them has no
 * work in them. Whoever has none lists what group rows order of it, else its duties, else its report: without a list the prose
 * of a plan would be read as one.
 */
export function listedItems({ given }: Pick<Cascade, 'given'>, items: readonly PlannedItem[]): PlannedItem[] {
  const mine = new Set(given.filter(({ role }) => role !== 'monitor').map(({ kind, key }) => `${kind} ${key}`));
  const own = items.filter((item) => mine.has(`${item.kind} ${item.key}`) && !isOwnPlan(item));
  const kind = listedKinds.find((one) => own.some((item) => item.kind === one));
  return own.filter((item) => item.kind === kind);
}

const listedKinds = ['task', 'directive', 'duty', 'reporting'] as const;

/** A report asked for that is the unit's plan itself. */
export const isOwnPlan = ({ kind, result }: Pick<PlannedItem, 'kind' | 'result'>): boolean =>
  kind === 'reporting' && /^(?:kế hoạch|chương trình)$/u.test(result ?? '');

/** These as tasks of the unit's plan. */
export function childTasks(cascade: Cascade, listed: readonly PlannedItem[], bounds: Bounds): ChildTask[] {
  const { mother, unit, given } = cascade;
  const fields = new Map(mother.tasks.map((task) => [task.id, task]));
  const who = ({ kind, key, printed }: PlannedItem) =>
    whoDoes(
      printed,
      given.filter((one) => one.kind === kind && one.key === key),
      unit.name,
    );
  const prose = listed.filter(({ kind }) => kind !== 'task');
  const said = tasksAsRows(
    prose.map((item): SaidWork => ({ ...saidOf(cascade, item, bounds), ...who(item) })),
    mother.head,
  );
  const fromProse = prose.map(({ key, text, schedule }, at): ChildTask => {
    const time = schedule === null ? null : saySchedule(schedule).sentence;
    return { key, task: bare(said[at] as Task), asked: { text, time } };
  });
  const fromTasks = listed.flatMap((item): ChildTask[] => {
    const task = item.kind === 'task' ? fields.get(item.key) : undefined;
    if (task === undefined) return [];
    const { id: _, ...rest } = task;
    const own = bare({ ...rest, ...who(item), ...dayBefore(task, bounds) });
    return [{ key: item.key, task: own, asked: { text: task.text, time: task.time } }];
  });
  return [...fromTasks, ...fromProse];
}

const bare = (task: Omit<Task, 'source' | 'fields' | 'notes'>): Task => ({
  ...task,
  ...{ source: nowhere, fields: {}, notes: [] },
});

/** A duty in its own words, a report as the unit makes it. */
function saidOf(
  { mother }: Cascade,
  { kind, text, schedule }: PlannedItem,
  bounds: Bounds,
): Pick<SaidWork, 'text' | 'result' | 'time'> {
  const { time } = dayBefore({ time: null, schedule }, bounds);
  const asked = mother.reporting.find(({ quote }) => quote === text);
  return kind === 'reporting'
    ? { text: `${reportOf(mother.head, asked)}.`, result: 'Báo cáo', time }
    : { text: upperFirst(squish(text)), result: null, time };
}

/** "Báo cáo UBND tỉnh (qua Sở Nội vụ) kết quả thực hiện" */
export function reportOf({ issuer }: DocumentHead, asked: Reporting | undefined): string {
  const to = asked?.to ?? issuer ?? 'cơ quan ban hành kế hoạch';
  return `Báo cáo ${to}${asked?.via ? ` (qua ${asked.via})` : ''} kết quả thực hiện`;
}

export const upperFirst = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;

/** The unit, or its divisions where it handed the task on, where the mother plan's name meant it; the others as printed. */
function whoDoes(
  printed: Readonly<Record<Role, readonly string[]>>,
  mine: readonly GivenRole[],
  unit: string,
): Pick<Task, Role> {
  const does = mine.some(({ role }) => role === 'lead' || role === 'implement');
  const named = roles.map((role): [Role, string[]] => {
    const meant = mine.filter((one) => one.role === role);
    const others = printed[role].filter((name) => !meant.some((one) => one.printed === name));
    const own = meant.map(({ division }) => division ?? unit);
    if (meant.length === 0) return [role, others];
    // Whoever else leads or does it has a plan of its own; who does it itself need not be told to help.
    if (role === 'lead' || role === 'implement') return [role, [...new Set(own)]];
    return [role, does ? others : [...new Set([...own, ...others])]];
  });
  return Object.fromEntries(named) as Pick<Task, Role>;
}

/** The group rows above these tasks; what a row orders is said where the unit is among those ordered. */
export function childGroups(
  { mother, given }: Cascade,
  tasks: readonly Task[],
  items: readonly PlannedItem[],
): Group[] {
  const ordered = new Set(given.filter(({ kind }) => kind === 'directive').map(({ key }) => key));
  const said = new Set(
    items.filter(({ kind, key }) => kind === 'directive' && ordered.has(key)).map(({ text }) => text),
  );
  return mother.groups
    .filter((group, at) => isAbove(group, at, mother.groups, tasks))
    .map((group) => {
      const kept = group.directive !== null && said.has(group.directive);
      return kept ? group : { ...group, directive: null, agencies: [] };
    });
}

/** A group row opens its dimension, or inside it the component that is named as it is. */
function isAbove(group: Group, at: number, groups: readonly Group[], tasks: readonly Task[]): boolean {
  const within = tasks.filter(({ index, dimension }) => index === group.index && dimension === group.dimension);
  if (within.some(({ component }) => component === group.name)) return true;
  const first = groups.findIndex((one) => one.index === group.index && one.dimension === group.dimension);
  return group.dimension !== null && first === at && within.length > 0;
}
