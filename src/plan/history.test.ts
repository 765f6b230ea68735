import { describe, expect, it } from 'vitest';
import { type StampedAction, taskHistory } from './history.ts';
import type { Reading, Task } from './model.ts';
import type { ReviewAct } from './review.ts';

const task = (text: string): Task => ({
  index: 'PAPI',
  dimension: 1,
  component: null,
  codes: [],
  text,
  result: null,
  lead: [],
  implement: [],
  cooperate: [],
  monitor: [],
  time: null,
  schedule: null,
  targets: [],
  source: { page: null, table: 1, row: 1, line: null },
  fields: {},
  notes: [],
});
const reading = { document: { indices: [] }, tasks: [task('Một'), task('Hai')] } as unknown as Reading;

let minute = 0;
const done = (id: string, act: ReviewAct): StampedAction => {
  minute += 1;
  return { id, act, at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`, by: 'Mai' };
};
const added = { kind: 'added', at: '2026-01-01T00:00:00Z', by: 'Mai' };
const confirmed = { kind: 'confirmed', at: '2026-01-02T00:00:00Z', by: 'Hà' };
const kinds = (actions: StampedAction[], of = 't1') =>
  taskHistory([{ reading, actions }], [added, confirmed], of).map(({ kind }) => kind);

describe('the history of a task', () => {
  it('tells what a field said before and after, each time', () => {
    const actions = ['A', 'B'].map((value) => done(value, { kind: 'set', task: 't1', field: 'text', value }));
    expect(taskHistory([{ reading, actions }], [], 't1').map(({ before, after }) => [before, after])).toEqual([
      ['Một', 'A'],
      ['A', 'B'],
    ]);
  });

  it('leaves out what was undone, and keeps what was redone', () => {
    const set = done('a', { kind: 'set', task: 't1', field: 'text', value: 'A' });
    const undo = done('u', { kind: 'undo', of: 'a' });
    expect(kinds([set, undo])).toEqual(['read', 'confirmed']);
    expect(kinds([set, undo, done('r', { kind: 'undo', of: 'u' })])).toEqual(['read', 'corrected', 'confirmed']);
  });

  it('has nothing of what was done to other tasks', () => {
    expect(kinds([done('a', { kind: 'remove', task: 't2' }), done('b', { kind: 'accept', tasks: ['t2'] })])).toEqual([
      'read',
      'confirmed',
    ]);
  });

  it('begins with the split for a part, with the adding for a task of the officer’s own', () => {
    expect(kinds([done('a', { kind: 'split', task: 't1', into: 'n1', at: 1 })], 'n1')).toEqual(['split', 'confirmed']);
    expect(kinds([done('b', { kind: 'add', task: 'n2', after: null })], 'n2')).toEqual(['added', 'confirmed']);
  });

  it('tells of joining in the task that stays', () => {
    expect(kinds([done('a', { kind: 'merge', task: 't2', into: 't1' })])).toEqual(['read', 'merged', 'confirmed']);
  });

  it('goes on over a second file: what was carried over is told where it happened', () => {
    const set = done('a', { kind: 'set', task: 't1', field: 'text', value: 'A' });
    const accepted = { kind: 'version-accepted', at: '2026-01-01T00:30:00Z', by: 'Mai', version: 2 };
    const carried = { ...set, id: 'c', at: accepted.at, carried: true };
    const later = done('b', { kind: 'set', task: 't1', field: 'text', value: 'B' });
    const segments = [
      { reading, actions: [set] },
      { reading, ids: ['t1', 'v2t2'], actions: [carried, { ...later, at: '2026-01-01T00:40:00Z' }] },
    ];
    const told = (of: string) => taskHistory(segments, [added, accepted], of).map(({ kind, before }) => [kind, before]);
    expect(told('t1')).toEqual([
      ['read', null],
      ['corrected', 'Một'],
      ['version-accepted', null],
      ['corrected', 'A'],
    ]);
    expect(told('v2t2')).toEqual([['read', null]]);
  });
});
