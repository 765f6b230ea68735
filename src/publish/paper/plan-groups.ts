import type { Group, Task } from '../../plan/model.ts';

/** Tasks that stand together, with the group rows that open above them; `inner` is a group inside another. */
export type Run = { above: Heading[]; tasks: Task[] };
export type Heading = { group: Group; label: string | null; inner: boolean };

/**
 * A reading lists groups and tasks apart. A group opens before the first task of its dimension, one inside another before the
 * first task that has its name as component; where no dimension is known, where the tasks' own place in the document says.
 */
export function runsOf(tasks: readonly Task[], groups: readonly Group[]): Run[] {
  const places = placesOf(tasks, groups);
  const left = [...groups];
  const heading = openHeadings();
  const runs: Run[] = [{ above: [], tasks: [] }];
  for (const task of tasks) {
    const current = runs.at(-1)?.tasks.at(-1);
    const upTo = places ? places.get(task) : findOpened(left, task, current);
    const above = upTo === undefined ? [] : left.splice(0, left.indexOf(upTo) + 1);
    if (above.length > 0) runs.push({ above: above.map(heading), tasks: [] });
    runs.at(-1)?.tasks.push(task);
  }
  return [...runs, { above: left.map(heading), tasks: [] }].filter(
    (run) => run.above.length > 0 || run.tasks.length > 0,
  );
}

/** A group of the dimension of the one before stands inside it and is counted there: 1, 2 under "II", 3.1, 3.2 under "3". */
function openHeadings(): (group: Group) => Heading {
  let outer: Group['dimension'] = null;
  let count = 0;
  return (group) => {
    const inner = group.dimension !== null && group.dimension === outer;
    count = inner ? count + 1 : 0;
    outer = group.dimension;
    const own = outer === null ? null : String(outer);
    return { group, inner, label: inner ? (typeof outer === 'number' ? `${outer}.${count}` : String(count)) : own };
  };
}

/** The innermost group that opens before a task, if one does. */
function findOpened(left: readonly Group[], task: Task, current: Task | undefined): Group | undefined {
  const own = left.filter(({ dimension }) => dimension === task.dimension);
  const named = own.find(({ name }) => name === task.component);
  if (named || current?.dimension === task.dimension) return named;
  return task.dimension === null ? undefined : own[0];
}

/** For groups without a dimension: the task each opens before, where the tasks stand under just as many headings. */
function placesOf(tasks: readonly Task[], groups: readonly Group[]): Map<Task, Group> | undefined {
  if (groups.length === 0 || groups.some(({ dimension }) => dimension !== null)) return undefined;
  const headings = tasks.map(headingOf);
  const first = tasks.filter((_, at) => headings[at] !== undefined && headings[at] !== headings[at - 1]);
  if (first.length !== groups.length) return undefined;
  return new Map(first.map((task, at) => [task, groups[at] as Group]));
}

/** Where the heading above a task stands: its dimension was read there. */
function headingOf({ source, fields }: Task): string | undefined {
  const from = fields.dimension?.source;
  if (!from || from.row === null || (from.table === source.table && from.row === source.row)) return undefined;
  return `${from.table}:${from.row}`;
}
