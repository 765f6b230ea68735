import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { countUpward, type OwedDay } from './upward.ts';

const owed = (id: string, due: string | null, status: OwedDay['status'] = 'open', percent = 0): OwedDay => ({
  ...{ id, due: due as PlainDate | null, status, percent },
});
const quarters = [owed('q1', '2026-03-14'), owed('q2', '2026-06-12')];

describe('how far a unit’s own plan is counts for the plan above', () => {
  it('each day for the first day above it is not later than', () => {
    const below = [owed('a', '2026-03-07', 'done', 100), owed('b', '2026-06-05', 'in-progress', 40)];
    expect(countUpward(quarters, below)).toEqual([
      { id: 'q1', percent: 100, done: 1, of: 1 },
      { id: 'q2', percent: 40, done: 0, of: 1 },
    ]);
  });

  it('as the mean of all that serves the day, rounded down, so that it is whole only when all is done', () => {
    const below = [
      owed('a', '2026-03-07', 'done', 100),
      owed('b', '2026-03-07', 'in-progress', 99),
      owed('c', '2026-03-01'),
    ];
    expect(countUpward(quarters, below)).toEqual([{ id: 'q1', percent: 66, done: 1, of: 3 }]);
  });

  it('leaves out what was given up, and what is later than all or has no day counts for the last', () => {
    const below = [
      owed('a', '2026-03-07', 'cancelled'),
      owed('b', '2026-12-01', 'done', 100),
      owed('c', null, 'waiting'),
    ];
    expect(countUpward(quarters, below)).toEqual([{ id: 'q2', percent: 50, done: 1, of: 2 }]);
  });

  it('says nothing of a day no plan below serves', () => {
    expect(countUpward(quarters, [])).toEqual([]);
    expect(countUpward([], [owed('a', '2026-03-07')])).toEqual([]);
  });
});
