import { describe, expect, it } from 'vitest';
import type { CalendarChange } from '../../../src/calendar/model.ts';
import type { CalendarView } from '../../../src/calendar/views.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { rowsOf, sayDays, sayEntry, sayWeekday } from './words.ts';

const day = (text: string): PlainDate => text as PlainDate;
const set = (on: string): CalendarChange => ({
  ...{ action: 'set', day: day(on), kind: 'holiday', name: 'Nghỉ tránh bão', reason: 'Công điện 12' },
});
const national = { name: 'Quốc khánh', kind: 'holiday', source: ['Luật'], verified: true, day: day('2026-09-02') };

describe('the days of a year', () => {
  it('are the national ones with our own over and between them, in their order', () => {
    const rows = rowsOf({
      days: [national],
      changes: [set('2026-12-14'), set('2026-09-02')],
    } as unknown as CalendarView);
    expect(rows.map(({ day, name, own }) => [day, name, own !== null])).toEqual([
      ['2026-09-02', 'Quốc khánh', true],
      ['2026-12-14', 'Nghỉ tránh bão', true],
    ]);
  });

  it('are said as officials say them', () => {
    expect([sayWeekday('2026-12-14'), sayWeekday('2026-12-13')]).toEqual(['thứ Hai', 'Chủ nhật']);
    expect(sayDays(['2026-12-15', '2026-12-14'])).toBe('14/12/2026 đến 15/12/2026');
    expect([sayDays(['2026-12-14']), sayDays([])]).toEqual(['14/12/2026', '']);
  });
});

describe('a change', () => {
  it('says what it did to which days', () => {
    const reason = 'Công điện 12';
    const days = { kind: 'days' as const, changes: [set('2026-12-14'), set('2026-12-15')], reason };
    expect(sayEntry({ entry: days })).toBe('Nghỉ 14/12/2026 đến 15/12/2026: Nghỉ tránh bão');
    const clear = { action: 'clear' as const, day: day('2026-09-02'), reason };
    expect(sayEntry({ entry: { kind: 'days', changes: [clear], reason } })).toBe(
      'Bỏ ngày của danh mục chung 02/09/2026',
    );
    expect(sayEntry({ entry: { kind: 'undo', of: 1, reason } })).toBe('Hoàn tác thay đổi số 1');
  });
});
