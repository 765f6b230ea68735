import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../calendar/work-calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closesAfter, foldRound, isClosed, roundOf } from './round.ts';

const day = (text: string) => text as PlainDate;
const calendar = buildCalendar();
const issued = day('2023-05-25');

describe('the round of a report', () => {
  it('is its period', () => {
    const days = { period: 'Quý II/2026', from: day('2026-03-15'), to: day('2026-06-14'), printed: null, due: null };
    expect(roundOf(days, issued)).toEqual({
      key: 'Quý II/2026',
      label: 'Quý II/2026',
      from: '2026-03-15',
      to: '2026-06-14',
    });
  });

  it('of one report by a day is all since the plan', () => {
    const days = { period: null, from: null, to: null, printed: day('2023-12-31'), due: day('2023-12-29') };
    expect(roundOf(days, issued)).toEqual({
      key: '2023-12-31',
      label: 'Đến 29/12/2023',
      from: issued,
      to: '2023-12-29',
    });
  });

  it('is not there while its day waits for an event', () => {
    expect(roundOf({ period: null, from: null, to: null, printed: null, due: null }, issued)).toBeUndefined();
  });
});

describe('a round closes', () => {
  const settings = { focalDay: 20 };
  it('after the day the focal office reports by, on a working day', () => {
    // 20/06/2026 is a Saturday.
    expect(closesAfter({ to: day('2026-06-14') }, settings, calendar)).toBe('2026-06-19');
  });

  it('in the month after, where its figures are closed later than that day', () => {
    expect(closesAfter({ to: day('2023-12-29') }, settings, calendar)).toBe('2024-01-19');
  });

  it('when somebody closes it, and not while somebody has opened it', () => {
    const after = day('2026-06-19');
    const today = day('2026-06-20');
    expect(isClosed(foldRound([]), after, after)).toBe(false);
    expect(isClosed(foldRound([]), after, today)).toBe(true);
    const opened = foldRound([
      { kind: 'close', reason: null },
      { kind: 'open', reason: 'Gia hạn chung' },
    ]);
    expect(isClosed(opened, after, today)).toBe(false);
  });

  it('and whoever was left out may be taken in again', () => {
    const out = { kind: 'exclude', agencyId: 'a', reason: 'Mâu thuẫn' } as const;
    expect([...foldRound([out]).excluded]).toEqual([['a', 'Mâu thuẫn']]);
    expect(foldRound([out, { kind: 'include', agencyId: 'a' }]).excluded.size).toBe(0);
  });
});
