import type { Task } from '../../src/plan/model.ts';

/** F1 of the tasks two readings share, and of the agencies of those tasks in their roles. */
export function compareTasks(expected: Task[], found: Task[]): { tasks: number; agencies: number } {
  const rest = new Set(found);
  const pairs: [Task, Task][] = [];
  for (const task of expected) {
    const best = [...rest]
      .map((other) => ({ other, alike: likeness(wordsOf(task.text), wordsOf(other.text)) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (!best || best.alike < 0.8) continue;
    pairs.push([task, best.other]);
    rest.delete(best.other);
  }
  const named = pairs.map(([task, other]) => [agenciesOf(task), agenciesOf(other)] as const);
  const missed = expected.filter((task) => !pairs.some(([one]) => one === task)).flatMap(agenciesOf).length;
  const invented = [...rest].flatMap(agenciesOf).length;
  const right = named.reduce((sum, [one, other]) => sum + shared(one, other), 0);
  const all = named.reduce((sum, [one, other]) => sum + one.length + other.length, missed + invented);
  return { tasks: (2 * pairs.length) / (expected.length + found.length), agencies: all === 0 ? 1 : (2 * right) / all };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

const roles = ['lead', 'implement', 'cooperate', 'monitor'] as const;
const agenciesOf = (task: Task): string[] =>
  roles.flatMap((role) => task[role].map((name) => `${role} ${wordsOf(name).join(' ')}`));

const likeness = (one: string[], other: string[]): number =>
  one.length + other.length === 0 ? 1 : (2 * shared(one, other)) / (one.length + other.length);

/** How many entries two lists share, each counted as often as it stands in both. */
function shared(one: string[], other: string[]): number {
  const rest = new Map<string, number>();
  for (const entry of other) rest.set(entry, (rest.get(entry) ?? 0) + 1);
  return one.filter((entry) => {
    const left = rest.get(entry) ?? 0;
    rest.set(entry, left - 1);
    return left > 0;
  }).length;
}
