import { fold, normalize } from '../src/kernel/text.ts';
import { type Reading, type Role, roles, type Task, type TaskField } from '../src/plan/model.ts';

/**
 * A reading held against what its document says: which tasks are found, which agencies, and which fields are right. A field
 * is judged where the expectation names it.
 */
export type ExpectedTask = Partial<Task> & {
  text: string;
  /** targets as "=100", ">=95" */
  quantities?: string[];
  /** the print itself leaves open who is meant */
  agenciesUnclear?: boolean | string;
};

export type Judged = { field: TaskField; confidence: number; right: boolean; said: unknown; meant: unknown };

/** Found, missed, invented. */
export type Count = { hits: number; missed: number; extra: number };

export const f1 = ({ hits, missed, extra }: Count): number =>
  hits + missed + extra === 0 ? 1 : (2 * hits) / (2 * hits + missed + extra);

export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (all, one) => ({ hits: all.hits + one.hits, missed: all.missed + one.missed, extra: all.extra + one.extra }),
    { hits: 0, missed: 0, extra: 0 },
  );

const plain = (text: string | null | undefined): string =>
  normalize(text ?? '')
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/(^|\s)[-+•*]\s/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.;,:-]+|[\s.;,:-]+$/g, '');

const words = (text: string | null | undefined): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shared words of two texts, 0–1 (Dice). */
export const similarity = (one: string | null | undefined, other: string | null | undefined): number =>
  alike(words(one), words(other));

function alike(left: string[], right: string[]): number {
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common += 1;
    counts.set(word, count - 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** Pairs of expected and read tasks, the likest first; each is used once. */
export function pairTasks(expected: ExpectedTask[], got: Task[], enough = 0.8): Map<number, number> {
  const read = got.map(({ text }) => words(text));
  const likely = expected.flatMap((task, at) => {
    const meant = words(task.text);
    return read.map((other, there) => ({ at, there, like: alike(meant, other) }));
  });
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { at, there, like } of likely.sort((a, b) => b.like - a.like || a.at - b.at || a.there - b.there)) {
    if (like < enough || pairs.has(at) || used.has(there)) continue;
    pairs.set(at, there);
    used.add(there);
  }
  return pairs;
}

export function countTasks(expected: ExpectedTask[], got: Task[]): Count {
  const hits = pairTasks(expected, got).size;
  return { hits, missed: expected.length - hits, extra: got.length - hits };
}

const name = (text: string) => fold(plain(text)).replace(/[^a-z0-9]+/g, ' ');

function countNames(expected: string[], got: string[]): Count {
  const left = new Set(got.map(name));
  const hits = [...new Set(expected.map(name))].filter((one) => left.delete(one)).length;
  return { hits, missed: new Set(expected.map(name)).size - hits, extra: left.size };
}

/** Agencies by role; those of a task nobody found are missed, those of an invented one are extra. */
export function countAgencies(expected: ExpectedTask[], got: Task[], role: Role): Count {
  const pairs = pairTasks(expected, got);
  const paired = expected.map((task, at) => countNames(task[role] ?? [], got[pairs.get(at) ?? -1]?.[role] ?? []));
  const used = new Set(pairs.values());
  const invented = got.filter((_, at) => !used.has(at)).map((task) => countNames([], task[role]));
  return sum([...paired, ...invented]);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const judges: { [field in TaskField]?: (meant: never, task: Task) => boolean } = {
  index: (meant: string | null, task) => meant === task.index,
  dimension: (meant: string | number | null, task) => String(meant) === String(task.dimension),
  component: (meant: string | null, task) =>
    meant === null ? task.component === null : similarity(unlettered(meant), unlettered(task.component ?? '')) >= 0.9,
  codes: (meant: string[], task) => same([...meant].sort(), [...task.codes].sort()),
  text: (meant: string, task) => similarity(meant, task.text) >= 0.95,
  result: (meant: string | null, task) => similarity(meant, task.result) > 0.9,
  time: (meant: string | null, task) => plain(meant) === plain(task.time),
  schedule: (meant: Record<string, unknown> | null, task) =>
    meant === null
      ? task.schedule === null
      : Object.entries(meant).every(([key, value]) => same(value, (task.schedule as never)?.[key])),
};

const unlettered = (text: string) => text.replace(/^[a-zđ]\) /, '');

const isRole = (field: string): field is Role => (roles as readonly string[]).includes(field);

function judge(field: TaskField, expected: ExpectedTask, task: Task): boolean {
  if (isRole(field)) {
    const { missed, extra } = countNames(expected[field] ?? [], task[field]);
    return missed + extra === 0;
  }
  return judges[field]?.(expected[field] as never, task) ?? true;
}

const quantities = (task: Task) => task.targets.flatMap(({ op, value }) => (value === null ? [] : [`${op}${value}`]));

/** Every field the expectation names, of the tasks found; all fields of an invented task are wrong where `whole`. */
export function judgeFields(expected: ExpectedTask[], { tasks }: Reading, whole = true): Judged[] {
  const pairs = pairTasks(expected, tasks);
  const judged = expected.flatMap((meant, at) => {
    const task = tasks[pairs.get(at) ?? -1];
    return task ? judgeTask(meant, task) : [];
  });
  const used = new Set(pairs.values());
  const invented = whole ? tasks.filter((_, at) => !used.has(at)) : [];
  return [...judged, ...invented.flatMap((task) => allWrong(task))];
}

function judgeTask(meant: ExpectedTask, task: Task): Judged[] {
  const named = (Object.keys(task.fields) as TaskField[]).filter(
    (field) => meant[field] !== undefined && field !== 'targets' && !(isRole(field) && meant.agenciesUnclear),
  );
  const judged = named.map((field) => ({
    field,
    confidence: task.fields[field]?.confidence ?? 0,
    right: judge(field, meant, task),
    said: task[field],
    meant: meant[field],
  }));
  if (!meant.quantities) return judged;
  const [said, wanted] = [quantities(task).sort(), [...meant.quantities].sort()];
  const confidence = task.fields.targets?.confidence ?? 0;
  return [...judged, { field: 'targets', confidence, right: same(said, wanted), said, meant: wanted }];
}

function allWrong(task: Task): Judged[] {
  return (['text', 'lead', 'implement', 'time'] as const).map((field) => ({
    field,
    confidence: task.fields[field]?.confidence ?? 0,
    right: false,
    said: task[field],
    meant: undefined,
  }));
}

/** How much is given as sure, and how much of that is right. */
export function calibration(judged: Judged[], sure = 0.9): { given: number; right: number; fields: number } {
  const certain = judged.filter(({ confidence }) => confidence >= sure);
  return {
    given: judged.length === 0 ? 1 : certain.length / judged.length,
    right: certain.length === 0 ? 1 : certain.filter(({ right }) => right).length / certain.length,
    fields: judged.length,
  };
}
