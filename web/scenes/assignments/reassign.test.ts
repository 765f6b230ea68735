import { describe, expect, it } from 'vitest';
import type { AssignmentLine } from '../../../src/assignment/views.ts';
import { type Chosen, movingActs, planMoving } from './reassign.ts';

const day = (id: string, agencyId: string, status = 'open') => ({ id, agencyId, status });
const line = (id: string, agencyId: string, occurrences: object[], more: object = {}) =>
  ({ id, itemId: 'viec', agencyId, owes: true, closed: null, occurrences, ...more }) as unknown as AssignmentLine;

const tanLap = line('a', 'tan-lap', [
  day('a1', 'tan-lap', 'done'),
  day('a2', 'tan-lap'),
  day('a3', 'tan-lap', 'waiting'),
]);
const anPhu = line('b', 'an-phu', [day('b1', 'an-phu'), day('b2', 'hoa-binh')]);
const chosen: Chosen[] = [
  { assignmentId: 'a', occurrenceId: 'a2' },
  { assignmentId: 'b', occurrenceId: 'b1' },
];

describe('giving work to another agency', () => {
  it('takes every day of the assignments that is not done, or the chosen days alone', () => {
    const whole = planMoving([tanLap, anPhu], chosen, 'noi-vu', 'whole');
    expect(whole).toMatchObject({ days: 3, already: 0, twice: 0 });
    expect(whole.moves).toEqual([
      { assignmentId: 'a', occurrenceId: null },
      { assignmentId: 'b', occurrenceId: null },
    ]);
    const days = planMoving([tanLap, anPhu], chosen, 'noi-vu', 'chosen');
    expect(days).toMatchObject({ days: 2, moves: chosen });
    expect([...days.from]).toEqual(['tan-lap', 'an-phu']);
  });

  it('leaves out what the agency has, what is done and what was closed, and says how many', () => {
    expect(planMoving([tanLap, anPhu], chosen, 'tan-lap', 'whole')).toMatchObject({
      ...{ moves: [{ assignmentId: 'b', occurrenceId: null }], days: 1, already: 1 },
    });
    const done = { assignmentId: 'a', occurrenceId: 'a1' };
    expect(planMoving([tanLap], [done], 'noi-vu', 'chosen')).toMatchObject({ moves: [], days: 0, already: 1 });
    const closed = line('c', 'an-phu', [day('c1', 'an-phu', 'cancelled')], { closed: 'cancelled' });
    const all = { assignmentId: 'c', occurrenceId: null };
    expect(planMoving([closed], [all], 'noi-vu', 'whole')).toMatchObject({ moves: [], already: 1 });
  });

  it('gives over who only helps, and nothing where all is done', () => {
    const helps = line('d', 'an-phu', [], { owes: false });
    const all = { assignmentId: 'd', occurrenceId: null };
    expect(planMoving([helps], [all], 'noi-vu', 'whole')).toMatchObject({ moves: [all], days: 0, already: 0 });
    const done = line('e', 'an-phu', [day('e1', 'an-phu', 'done')]);
    const chosen = [{ assignmentId: 'e', occurrenceId: null }];
    expect(planMoving([done], chosen, 'noi-vu', 'whole')).toMatchObject({ moves: [], already: 1 });
  });

  it('warns of tasks the agency owes anyway', () => {
    expect(planMoving([tanLap, anPhu], [{ assignmentId: 'a', occurrenceId: 'a2' }], 'an-phu', 'whole').twice).toBe(1);
    expect(planMoving([tanLap, anPhu], chosen, 'noi-vu', 'whole').twice).toBe(0);
    const helps = line('d', 'noi-vu', [], { owes: false });
    expect(planMoving([tanLap, helps], chosen, 'noi-vu', 'whole').twice).toBe(0);
  });

  it('is nothing where nothing is chosen, and one act for each move under ids of their own', () => {
    expect(planMoving([], [], 'noi-vu', 'whole')).toMatchObject({ moves: [], days: 0, already: 0 });
    const acts = movingActs(planMoving([tanLap, anPhu], chosen, 'noi-vu', 'whole'), 'noi-vu', ' Đổi phân công ');
    expect(acts.map(({ act }) => act)).toEqual([
      { kind: 'reassign', agencyId: 'noi-vu', reason: 'Đổi phân công' },
      { kind: 'reassign', agencyId: 'noi-vu', reason: 'Đổi phân công' },
    ]);
    expect(new Set(acts.map(({ id }) => id)).size).toBe(2);
  });
});
