import { expect, it } from 'vitest';
import type { DraftTask } from '../../../src/plan/review.ts';
import { certainTasks, findNextDoubtful, orderTasks, reviewState } from './order.ts';

const nowhere = { page: null, table: null, row: null, line: null };
function draft(id: string, confidence: number, more: Partial<DraftTask> = {}): DraftTask {
  const fields = { lead: { confidence, source: { ...nowhere, cell: null } } };
  return {
    ...{ id, index: null, dimension: null, component: null, codes: [], text: 'Niêm yết công khai', result: null },
    ...{ lead: [], implement: [], cooperate: [], monitor: [], time: null, schedule: null, targets: [] },
    ...{ source: nowhere, fields, notes: [], accepted: false, corrected: [] },
    ...more,
  };
}
const tasks = [draft('a', 1), draft('b', 0.4), draft('c', 1, { accepted: true }), draft('d', 0.5)];

it('tells doubtful, ready and accepted tasks apart', () => {
  expect(tasks.map(reviewState)).toEqual(['ready', 'doubtful', 'accepted', 'doubtful']);
  expect(reviewState(draft('e', 0.4, { corrected: ['lead'] }))).toBe('ready');
  expect(reviewState(draft('f', 1, { text: ' ' }))).toBe('doubtful');
});

it('puts doubtful tasks first and keeps the order of the document within each part', () => {
  expect(orderTasks(tasks, 'doubtful').map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  expect(orderTasks(tasks, 'document').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('goes round to the next doubtful task', () => {
  expect(findNextDoubtful(tasks, 'b')?.id).toBe('d');
  expect(findNextDoubtful(tasks, 'd')?.id).toBe('b');
  expect(findNextDoubtful(tasks, undefined)?.id).toBe('b');
  expect(findNextDoubtful([draft('b', 0.4)], 'b')).toBeUndefined();
});

it('accepts only what is certain', () => {
  expect(certainTasks(tasks)).toEqual(['a']);
});
