import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { foldAsOf } from './as-of.ts';
import type { Act, Action } from './model.ts';

const day = (text: string) => text as PlainDate;
const cut = day('2026-06-14');
const issued = { assignment: { agencyId: 'xa' }, occurrences: [{ id: 'q2', due: day('2026-06-12') }] };
let made = 0;
const action = (on: string, act: Act): Action => ({ id: `a${++made}`, occurrenceId: 'q2', day: day(on), act });
const complete = (on: string): Act => ({ kind: 'complete', on: day(on), note: null, serves: [], servedBy: null });
const progress = (percent: number): Act => ({ kind: 'progress', percent, note: null });
const stood = (...actions: Action[]) => foldAsOf(issued, actions, cut).occurrences[0];

describe('work as it stood on a day', () => {
  it('is as far as it had come by then, whatever was done since', () => {
    const actions = [action('2026-06-10', progress(40)), action('2026-06-15', progress(80))];
    expect(stood(...actions, action('2026-06-16', complete('2026-06-16')))).toMatchObject({
      ...{ status: 'in-progress', percent: 40, completedOn: null },
    });
    expect(stood()).toMatchObject({ status: 'open', percent: 0 });
  });

  it('is done where it was done by then and only entered later', () => {
    expect(stood(action('2026-06-16', complete('2026-06-14')))).toMatchObject({ status: 'done' });
  });

  it('is what was decided about it since: returned, cancelled, taken back', () => {
    const done = action('2026-06-10', complete('2026-06-10'));
    const returned = action('2026-06-16', { kind: 'return', reason: 'Thiếu biên bản', due: null });
    expect(stood(done, returned, action('2026-06-18', complete('2026-06-18')))).toMatchObject({ status: 'returned' });
    expect(stood(done, action('2026-06-16', { kind: 'undo', of: done.id }))).toMatchObject({ status: 'open' });
    expect(stood(action('2026-06-16', { kind: 'cancel', reason: 'Sáp nhập' }))).toMatchObject({ status: 'cancelled' });
  });
});
