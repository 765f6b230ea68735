import { describe, expect, it } from 'vitest';
import { foldAssignment, type Issued } from './fold.ts';
import type { Act, Action } from './model.ts';
import { day } from './testing.ts';

const issued: Issued = { assignment: { agencyId: 'xa' }, occurrences: [{ id: 'q1', due: day('2026-03-13') }] };
let made = 0;
const action = (act: Act, occurrenceId: string | null = 'q1'): Action => {
  return { id: `a${++made}`, occurrenceId, day: day('2026-06-10'), act };
};
const stateAfter = (...actions: Action[]) => foldAssignment(issued, actions);
const one = (state: ReturnType<typeof stateAfter>) => state.occurrences[0];
const complete: Act = { kind: 'complete', on: day('2026-03-10'), note: null, serves: [], servedBy: null };

describe('asking for another day', () => {
  const ask = action({ kind: 'ask-extension', due: day('2026-06-20'), reason: 'Chờ số liệu' });
  const grant = action({ kind: 'extend', due: day('2026-06-18'), reason: 'Đồng ý', grantedBy: 'Sở Nội vụ' });
  const decline = action({ kind: 'decline', reason: 'Phải kịp báo cáo quý' });

  it('changes no day; granting does, declining says why, and either ends the question', () => {
    expect(one(stateAfter(ask))).toMatchObject({
      ...{ due: '2026-03-13', status: 'open', asked: { due: '2026-06-20', reason: 'Chờ số liệu' }, declined: null },
    });
    expect(one(stateAfter(ask, grant))).toMatchObject({ due: '2026-06-18', asked: null, declined: null, extended: 1 });
    expect(one(stateAfter(ask, decline))).toMatchObject({
      due: '2026-03-13',
      asked: null,
      declined: 'Phải kịp báo cáo quý',
    });
  });

  it('can be done again after it was declined, and be taken back', () => {
    const again = { ...ask, id: 'again' };
    expect(one(stateAfter(ask, decline, again))).toMatchObject({ asked: { due: '2026-06-20' }, declined: null });
    expect(stateAfter(ask, action({ kind: 'undo', of: ask.id }, null))).toEqual(stateAfter());
  });

  it('ends with the work, or with a calendar that gives the day; a smaller move leaves it', () => {
    expect(one(stateAfter(ask, action(complete)))).toMatchObject({ status: 'done', asked: null });
    const move = (due: string) => action({ kind: 'move', due: day(due), why: 'Nghỉ lễ' });
    expect(one(stateAfter(ask, move('2026-06-20')))).toMatchObject({ asked: null });
    expect(one(stateAfter(ask, move('2026-03-16')))).toMatchObject({ asked: { due: '2026-06-20' } });
  });

  it('goes over with the work to another agency', () => {
    const moved = action({ kind: 'reassign', agencyId: 'phuong', reason: 'Sáp nhập' }, null);
    expect(one(stateAfter(ask, moved))).toMatchObject({ agencyId: 'phuong', asked: { due: '2026-06-20' } });
  });
});
