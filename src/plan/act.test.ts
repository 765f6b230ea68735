import Schema from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { findNoDay, ReviewActSchema } from './act.ts';
import type { ReviewAct } from './review.ts';

const good: ReviewAct[] = [
  { kind: 'set', task: 't1', field: 'text', value: 'Việc' },
  { kind: 'set', task: 't1', field: 'index', value: 'PAR INDEX' },
  { kind: 'set', task: 't1', field: 'dimension', value: 'III' },
  { kind: 'set', task: 't1', field: 'dimension', value: 8 },
  { kind: 'set', task: 't1', field: 'lead', value: ['Sở Nội vụ'] },
  { kind: 'set', task: 't1', field: 'schedule', value: null },
  {
    kind: 'set',
    task: 't1',
    field: 'schedule',
    value: {
      kind: 'several',
      parts: [{ kind: 'continuous' }, { kind: 'deadline', by: '2026-01-31', exclusive: true }],
    },
  },
  {
    kind: 'set',
    task: 't1',
    field: 'targets',
    value: [{ subject: null, op: '>=', value: 92.5, unit: '%', baseline: null, quote: 'đạt từ 92,5%' }],
  },
  { kind: 'set-head', field: 'date', value: '2026-01-15' },
  { kind: 'set-head', field: 'indices', value: ['PAPI', 'SIPAS'] },
  { kind: 'accept', tasks: ['t1', 't2'] },
  { kind: 'reopen', tasks: ['t1'] },
  { kind: 'add', task: '01a201b4-2358-71ce-9fb6-bec11061f9a9', after: null },
  { kind: 'remove', task: 't1' },
  { kind: 'split', task: 't1', into: 'n1', at: 5 },
  { kind: 'merge', task: 't2', into: 't1' },
  { kind: 'move', task: 't2', after: 't1' },
  { kind: 'undo', of: 'a1' },
];

const bad: unknown[] = [
  null,
  {},
  { kind: 'set', task: 't1', field: 'source', value: null },
  { kind: 'set', task: 't1', field: 'text', value: null },
  { kind: 'set', task: 't1', field: 'dimension', value: 9 },
  { kind: 'set', task: 't1', field: 'index', value: 'XYZ' },
  { kind: 'set', task: 't1', field: 'schedule', value: { kind: 'deadline' } },
  { kind: 'set', task: 't1', field: 'lead', value: new Array(201).fill('Sở') },
  { kind: 'set-head', field: 'signer', value: null },
  { kind: 'split', task: 't1', into: 't2', at: 0 },
  { kind: 'accept', tasks: [] },
  { kind: 'undo', of: '' },
];

describe('an act from outside', () => {
  it.each(good)('is taken: %j', (act) => {
    expect(Schema.Check(ReviewActSchema, act)).toBe(true);
    expect(findNoDay(act)).toBeUndefined();
  });

  it.each(bad)('is refused: %j', (act) => {
    expect(Schema.Check(ReviewActSchema, act)).toBe(false);
  });

  it.each<[ReviewAct, string]>([
    [{ kind: 'set-head', field: 'date', value: '2026-02-29' }, '2026-02-29'],
    [
      { kind: 'set', task: 't', field: 'schedule', value: { kind: 'window', from: '2026-01-01', to: '2026-04-31' } },
      '2026-04-31',
    ],
    [
      {
        kind: 'set',
        task: 't',
        field: 'schedule',
        value: { kind: 'several', parts: [{ kind: 'deadline', by: '2026-00-01' }] },
      },
      '2026-00-01',
    ],
  ])('names the day no calendar has: %j', (act, day) => {
    expect(findNoDay(act)).toBe(day);
  });

  it('may write such a day as words', () => {
    expect(findNoDay({ kind: 'set', task: 't1', field: 'text', value: '2026-02-31' })).toBeUndefined();
  });
});
