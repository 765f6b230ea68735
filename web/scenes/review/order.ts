import { type DraftTask, doubtfulFields } from '../../../src/plan/review.ts';

/** Where a task stands in its review. `doubtful`: a field waits for an eye; `ready`: read with certainty, not accepted. */
export type ReviewState = 'doubtful' | 'ready' | 'accepted';

/** A task nobody read from the document, or one without text, waits for an eye as well. */
export function reviewState(task: DraftTask): ReviewState {
  if (task.accepted) return 'accepted';
  return doubtfulFields(task).length > 0 || task.text.trim() === '' ? 'doubtful' : 'ready';
}

export type ReviewOrder = 'doubtful' | 'document';

/** Doubtful first, each part in the order of the document; or the plain order of the document. */
export function orderTasks(tasks: readonly DraftTask[], order: ReviewOrder): DraftTask[] {
  if (order === 'document') return [...tasks];
  const doubtful = tasks.filter((task) => reviewState(task) === 'doubtful');
  return [...doubtful, ...tasks.filter((task) => reviewState(task) !== 'doubtful')];
}

/** The next task that waits after `from` in the given order, going round; undefined when none waits. */
export function findNextDoubtful(tasks: readonly DraftTask[], from: string | undefined): DraftTask | undefined {
  const start = tasks.findIndex(({ id }) => id === from) + 1;
  return [...tasks.slice(start), ...tasks.slice(0, start)].find(
    (task) => task.id !== from && reviewState(task) === 'doubtful',
  );
}

/** Ids that "accept all that is certain" would accept. */
export const certainTasks = (tasks: readonly DraftTask[]): string[] =>
  tasks.filter((task) => reviewState(task) === 'ready').map(({ id }) => id);
