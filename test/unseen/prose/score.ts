import type { Task } from '../../../src/plan/model.ts';
import type { Meant } from './papers.ts';

type Pair = { meant: Meant[]; got: Task[] };

/** F1 of tasks by their words and of agencies by role, over several papers. */
export function score(pairs: Pair[]): { tasks: number; agencies: number } {
  const tasks = pairs.map(({ meant, got }) => overlap(meant.map(wordsOf), got.map(wordsOf)));
  const agencies = pairs.map(({ meant, got }) => overlap(meant.flatMap(namesOf), got.flatMap(namesOf)));
  return { tasks: f1(tasks), agencies: f1(agencies) };
}

type Counts = { hit: number; meant: number; got: number };

const f1 = (all: Counts[]): number => {
  const sum = (key: keyof Counts) => all.reduce((total, one) => total + one[key], 0);
  return (2 * sum('hit')) / (sum('meant') + sum('got'));
};

function overlap(meant: string[], got: string[]): Counts {
  const left = [...got];
  const hit = meant.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return { hit, meant: meant.length, got: got.length };
}

const wordsOf = ({ text }: { text: string }): string => plain(text);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An agency counts in its role and for its task. */
const namesOf = (task: Pick<Meant, 'text' | 'lead' | 'implement' | 'cooperate'>): string[] =>
  (['lead', 'implement', 'cooperate'] as const).flatMap((role) =>
    (task[role] ?? []).map((name) => `${role}: ${plain(name)}: ${plain(task.text)}`),
  );
