import type { PlannedItem } from '../../assignment/items.ts';
import { type Group, type Role, roles, type Task } from '../../plan/model.ts';
import { type Bounds, dayBefore } from './day-before.ts';
import type { Cascade, GivenRole } from './model.ts';

const nowhere = { page: null, table: null, row: null, line: null };

/** A task of a unit's plan with the key of the mother plan's item it carries out. */
export type ChildTask = { key: string; task: Task };

/** The tasks a unit leads, does or helps with, in the mother plan's order; who only follows them has no work in them. */
export function childTasks(
  { mother, unit, given }: Cascade,
  items: readonly PlannedItem[],
  bounds: Bounds,
): ChildTask[] {
  const ofItem = Map.groupBy(given, ({ kind, key }) => `${kind} ${key}`);
  const fields = new Map(mother.tasks.map((task) => [task.id, task]));
  return items.flatMap(({ kind, key, printed }) => {
    const mine = ofItem.get(`${kind} ${key}`) ?? [];
    const task = fields.get(key);
    if (kind !== 'task' || task === undefined || mine.every(({ role }) => role === 'monitor')) return [];
    const { id: _, ...rest } = task;
    const own = { ...rest, ...whoDoes(printed, mine, unit.name), ...dayBefore(task, bounds) };
    return { key, task: { ...own, source: nowhere, fields: {}, notes: [] } };
  });
}

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
