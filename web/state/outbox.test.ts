import { expect, it } from 'vitest';
import type { ReviewAction } from '../../src/plan/review.ts';
import { openOutbox } from './outbox.ts';
import { memoryStore } from './testing.ts';

const action = (id: string): ReviewAction => ({ id, act: { kind: 'accept', tasks: ['t1'] } });

it('gives back what was put, oldest first, after a reload', () => {
  const store = memoryStore();
  openOutbox<ReviewAction>(store, 'p').put(action('02'));
  openOutbox<ReviewAction>(store, 'p').put(action('01'));
  expect(openOutbox<ReviewAction>(store, 'p').list()).toEqual([action('01'), action('02')]);
});

it('keeps plans apart', () => {
  const store = memoryStore();
  openOutbox<ReviewAction>(store, 'p').put(action('01'));
  expect(openOutbox<ReviewAction>(store, 'q').list()).toEqual([]);
});

it('drops only what was acknowledged, so another tab keeps its own', () => {
  const store = memoryStore();
  const [here, there] = [openOutbox<ReviewAction>(store, 'p'), openOutbox<ReviewAction>(store, 'p')];
  here.put(action('01'));
  there.put(action('02'));
  here.drop(['01']);
  expect(there.list()).toEqual([action('02')]);
});

it('says when the browser cannot keep an action', () => {
  expect(openOutbox<ReviewAction>(memoryStore(0), 'p').put(action('01'))).toBe(false);
});

it('survives a torn entry', () => {
  const store = memoryStore();
  store.setItem('thang.outbox.p.00', '{"id":');
  openOutbox<ReviewAction>(store, 'p').put(action('01'));
  expect(openOutbox<ReviewAction>(store, 'p').list()).toEqual([action('01')]);
});
