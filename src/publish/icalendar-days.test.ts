import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type OwedOnce, toCalendarDays } from './icalendar-days.ts';

const day = (text: string): PlainDate => text as PlainDate;
const owed = (change: Partial<OwedOnce> = {}): OwedOnce => ({
  ...{ agencyId: 'tan-lap', agency: 'UBND xã Tân Lập', text: '- Niêm yết công khai thu, chi', plan: '12/KH-UBND' },
  ...{ due: day('2026-03-13'), earlier: [day('2026-03-13')], acts: 0, live: true, done: false },
  ...change,
});

describe('days in a calendar', () => {
  it('are one for all that an agency owes on a day', () => {
    const [one, ...others] = toCalendarDays([owed(), owed({ text: 'Họp dân' })]);
    expect(others).toEqual([]);
    expect(one).toEqual({
      ...{ uid: 'tan-lap.2026-03-13@thang', day: '2026-03-13', sequence: 1, cancelled: false },
      title: 'Đến hạn 2 việc: UBND xã Tân Lập',
      text: '- Niêm yết công khai thu, chi (12/KH-UBND)\n- Họp dân (12/KH-UBND)',
    });
  });

  it('name the work where it is only one, and say when all is done', () => {
    expect(toCalendarDays([owed()])[0]?.title).toBe('Hạn: Niêm yết công khai thu, chi');
    const [done] = toCalendarDays([owed({ done: true, acts: 1 }), owed({ done: true, acts: 2 })]);
    expect(done).toMatchObject({ title: 'Đã xong 2 việc: UBND xã Tân Lập', sequence: 4, cancelled: false });
    expect(done?.text).toContain('✓ Niêm yết');
  });

  it('follow work that is moved: the old day is cancelled under its own name, the other comes', () => {
    const days = toCalendarDays([owed({ due: day('2026-03-20'), acts: 1 })]);
    expect(days.map(({ uid, sequence, cancelled }) => ({ uid, sequence, cancelled }))).toEqual([
      { uid: 'tan-lap.2026-03-13@thang', sequence: 1, cancelled: true },
      { uid: 'tan-lap.2026-03-20@thang', sequence: 1, cancelled: false },
    ]);
  });

  it('keep the day where only some of its work has moved', () => {
    const [old] = toCalendarDays([owed(), owed({ due: day('2026-03-20'), acts: 1, text: 'Họp dân' })]);
    expect(old).toMatchObject({ cancelled: false, title: 'Hạn: Niêm yết công khai thu, chi', sequence: 2 });
  });

  it('whose work was withdrawn are cancelled; what never had a day has none', () => {
    expect(toCalendarDays([owed({ live: false, acts: 1 })])).toMatchObject([{ cancelled: true, sequence: 1 }]);
    expect(toCalendarDays([owed({ due: null, earlier: [] })])).toEqual([]);
    expect(toCalendarDays([])).toEqual([]);
  });

  it('of two agencies are two', () => {
    expect(toCalendarDays([owed(), owed({ agencyId: 'an-phu', agency: 'UBND xã An Phú' })])).toHaveLength(2);
  });

  it('count what they do not list', () => {
    const [one] = toCalendarDays(Array.from({ length: 101 }, () => owed()));
    expect(one?.text.split('\n')).toHaveLength(31);
    expect(one?.text).toContain('- và 71 việc khác');
  });
});
