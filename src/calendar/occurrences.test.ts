import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type DeadlineSettings, defaultSettings } from './model.ts';
import { occurrences } from './occurrences.ts';
import type { Every, Schedule } from './schedule.ts';
import { buildCalendar } from './work-calendar.ts';

const on = (day: string) => day as PlainDate;
const calendar = buildCalendar();

type Asked = { year?: number; from?: string; to?: string } & Partial<DeadlineSettings>;

const ask = (schedule: Schedule | null, { year = 2026, from, to, ...changed }: Asked = {}) =>
  occurrences(schedule, {
    ...{ year, calendar, settings: { ...defaultSettings, ...changed } },
    ...{ from: from === undefined ? undefined : on(from), to: to === undefined ? undefined : on(to) },
  });
const dues = (schedule: Schedule | null, asked: Asked = {}) => ask(schedule, asked).occurrences.map(({ due }) => due);
const every = (period: Every, more: object = {}) => ({ kind: 'recurring', every: period, ...more }) as const;
const several = (...parts: Extract<Schedule, { kind: 'several' }>['parts']): Schedule => ({ kind: 'several', parts });

describe('an occurrence', () => {
  it('keeps the printed day, the last day to act, the rule in words and why it was moved', () => {
    const [first] = ask(every('quarter', { day: 15, inLastMonth: true, exclusive: true })).occurrences;
    expect(first).toEqual({
      key: '2026-03-15',
      printed: '2026-03-15',
      due: '2026-03-13',
      rule: 'Trước ngày 15 tháng cuối quý (Quý I/2026), không tính ngày 15/03/2026: hạn cuối 14/03/2026.',
      moved: '14/03/2026 là thứ Bảy: chuyển lên ngày làm việc liền trước theo thông lệ, thứ Sáu 13/03/2026.',
      opens: null,
      period: { kind: 'quarter', year: 2026, number: 1, label: 'Quý I/2026', from: '2025-12-15', to: '2026-03-14' },
      coincides: [],
      flags: [],
    });
  });

  it('names the whole break it was moved over', () => {
    const [only] = ask({ kind: 'deadline', by: '2024-02-15', exclusive: true }).occurrences;
    expect(only?.moved).toBe(
      '14/02/2024 là ngày nghỉ bù Tết Âm lịch Giáp Thìn (mùng 2, Chủ nhật), nghỉ liền từ 08/02/2024 đến 14/02/2024 (Tết Âm lịch Giáp Thìn): chuyển lên ngày làm việc liền trước theo thông lệ, thứ Tư 07/02/2024.',
    );
  });

  it('says of a break that no notice of it was found', () => {
    const [only] = ask({ kind: 'deadline', by: '2027-02-10' }, { year: 2027 }).occurrences;
    expect(only).toMatchObject({ due: '2027-02-03', flags: ['unverified-day'] });
    expect(only?.moved).toContain('chưa tìm thấy thông báo chính thức');
  });

  it('of a stretch opens on its first day and is due on its last', () => {
    const [only] = ask({ kind: 'window', from: '2021-04-01', to: '2021-09-30' }).occurrences;
    expect(only).toMatchObject({ opens: '2021-04-01', printed: '2021-09-30', due: '2021-09-30', period: null });
    expect(only?.rule).toBe('Từ 01/04/2021 đến hết 30/09/2021: hạn cuối 30/09/2021.');
  });

  it.each([
    ['no time is printed', null, ['no-time-stated']],
    ['no day is printed', every('year'), ['day-assumed']],
    ['the day has no month', every('year', { day: 15 }), ['month-assumed']],
    ['it goes on all the time', { kind: 'continuous' } as const, ['period-assumed', 'day-assumed']],
    ['only the law tells how often', every('as-prescribed'), ['as-prescribed', 'day-assumed']],
    ['the month is printed', every('year', { day: 15, inLastMonth: true }), []],
    ['a monthly day needs no month', every('month', { day: 15 }), []],
    ['a year has no list of days off', { kind: 'deadline', by: '2031-06-02' } as const, ['unknown-year']],
    ['no notice was found for a day off', { kind: 'deadline', by: '2027-02-04' } as const, ['unverified-day']],
  ])('says what was assumed where %s', (_name, schedule, flags) => {
    for (const { flags: found } of ask(schedule).occurrences) expect(found).toEqual(flags);
  });

  it('lasts until the end of a month that is printed without a day', () => {
    expect(dues(every('year', { month: 11 }))).toEqual(['2026-11-30']);
    expect(dues(every('quarter', { inLastMonth: true }))).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
  });

  it('takes the last day of a month that has not the printed one, and says so', () => {
    const [, february] = ask(every('month', { day: 30 }), { year: 2025 }).occurrences;
    expect(february).toMatchObject({ printed: '2025-02-28', flags: ['day-clamped'] });
  });
});

describe('what a tenant may set', () => {
  const sunday: Schedule = { kind: 'deadline', by: '2026-03-15' };

  it('a last day off rolls to the working day before, after, or stays and is marked', () => {
    expect(dues(sunday)).toEqual(['2026-03-13']);
    expect(dues(sunday, { roll: 'after' })).toEqual(['2026-03-16']);
    expect(ask(sunday, { roll: 'after' }).occurrences[0]?.moved).toContain('theo Bộ luật Dân sự, thứ Hai 16/03/2026');
    expect(ask(sunday, { roll: 'keep' }).occurrences[0]).toMatchObject({
      due: '2026-03-15',
      moved: null,
      flags: ['non-working-day'],
    });
  });

  it('by civil law “trước ngày” a Monday runs to the end of that Monday', () => {
    // The last day is Sunday 14 June, the working day after it the 15th itself.
    expect(dues({ kind: 'deadline', by: '2026-06-15', exclusive: true }, { roll: 'after' })).toEqual(['2026-06-15']);
  });

  it('the day of units, where none is printed', () => {
    expect(dues(every('quarter'), { unitDay: 10 })).toEqual(['2026-03-10', '2026-06-10', '2026-09-10', '2026-12-10']);
  });

  it('working days after the figures are closed, where no day is printed', () => {
    // The 14th of March is a Saturday, of June a Sunday, of September and December a Monday.
    expect(dues(every('quarter'), { unprinted: 'after-cut' })).toEqual([
      '2026-03-17',
      '2026-06-16',
      '2026-09-16',
      '2026-12-16',
    ]);
    expect(dues(every('quarter', { day: 20 }), { unprinted: 'after-cut' })[0]).toBe('2026-03-20');
  });

  it('the month of a day printed without one', () => {
    expect(dues(every('quarter', { day: 10 }), { bareDay: 'next-month' })).toEqual([
      '2026-04-10',
      '2026-07-10',
      '2026-10-09', // the 10th is a Saturday
      '2027-01-08', // the 10th is a Sunday
    ]);
  });

  it('how often what goes on all the time is reported', () => {
    expect(dues({ kind: 'continuous' }, { continuousEvery: 'half-year' })).toEqual(['2026-06-15', '2026-12-15']);
    expect(dues({ kind: 'continuous' }, { continuousEvery: 'month' })).toHaveLength(12);
  });

  it('the weekday of weekly reports', () => {
    const fridays = dues(every('week'));
    expect(fridays).toHaveLength(53);
    // Friday 2 January 2026 was off: Wednesday 31 December.
    expect(fridays.slice(0, 3)).toEqual(['2025-12-31', '2026-01-09', '2026-01-16']);
    expect(dues(every('week'), { weeklyDay: 1 })[1]).toBe('2026-01-05');
  });

  it('a weekday that is printed counts before the setting, and “trước” excludes it', () => {
    const mondays = dues(every('week', { day: 1 }), { weeklyDay: 5 });
    expect(mondays).toHaveLength(53);
    expect(mondays.slice(0, 3)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12']);
    expect(dues(every('week', { day: 5, exclusive: true }))[1]).toBe('2026-01-08');
    // A day of the month that no week has is none.
    expect(dues(every('week', { day: 15 }))).toEqual(dues(every('week')));
  });

  it('the weekdays worked: on Saturdays too, a Saturday is no day off', () => {
    const six = buildCalendar({ workingWeekdays: [1, 2, 3, 4, 5, 6] });
    const question = { year: 2026, settings: defaultSettings, calendar: six };
    expect(occurrences({ kind: 'deadline', by: '2026-03-14' }, question).occurrences[0]?.due).toBe('2026-03-14');
  });
});

describe('periods that end on one day', () => {
  const quarterly = every('quarter', { day: 15, inLastMonth: true });
  const halfYearly = every('half-year', { day: 15, inLastMonth: true });
  const yearly = every('year', { day: 15, inLastMonth: true });

  it('are one report of the longest: quarter I, 6 months, quarter III, year', () => {
    const { occurrences: four } = ask(several(quarterly, halfYearly, yearly));
    expect(four.map(({ period }) => period?.label)).toEqual([
      'Quý I/2026',
      '6 tháng đầu năm 2026',
      'Quý III/2026',
      'Năm 2026',
    ]);
  });

  it('are told of a report by the quarter alone', () => {
    const coincides = ask(quarterly).occurrences.map((one) => one.coincides.map(({ label }) => label));
    expect(coincides).toEqual([[], ['6 tháng đầu năm 2026'], ['9 tháng năm 2026'], ['Năm 2026']]);
  });

  it('are due by the stricter wording', () => {
    expect(dues(several(quarterly, every('year', { day: 15, inLastMonth: true, exclusive: true })))).toEqual([
      '2026-03-13',
      '2026-06-15',
      '2026-09-15',
      '2026-12-14',
    ]);
  });

  it('stay two where two days are printed', () => {
    const { occurrences: five } = ask(several(quarterly, every('year', { day: 20, inLastMonth: true })));
    expect(five.map(({ due }) => due)).toEqual(['2026-03-13', '2026-06-15', '2026-09-15', '2026-12-15', '2026-12-18']);
  });

  it('close the figures of 6 and 9 months where a yearly day stands in June or September', () => {
    const labels = [3, 6, 9, 11].map((month) => ask(every('year', { day: 10, month })).occurrences[0]?.period?.label);
    expect(labels).toEqual(['Quý I/2026', '6 tháng đầu năm 2026', '9 tháng năm 2026', 'Năm 2026']);
  });
});

describe('several times', () => {
  it('are each owed, in the order of the days', () => {
    const schedule = several({ kind: 'continuous' }, { kind: 'deadline', by: '2026-01-31' });
    expect(dues(schedule)).toEqual(['2026-01-30', '2026-03-13', '2026-06-15', '2026-09-15', '2026-12-15']);
  });

  it('leave out the reports assumed of what goes on where others as often are printed, not where rarer ones are', () => {
    const always = { kind: 'continuous' } as const;
    expect(dues(several(always, every('month', { day: 20 })))).toEqual(dues(every('month', { day: 20 })));
    expect(dues(several(always, every('year', { day: 20, inLastMonth: true })))).toHaveLength(5);
    expect(dues(several(always, every('quarter', { day: 20, from: '2026-07-01' })))).toHaveLength(6);
  });

  it('of one day are one, and every one has a key of its own', () => {
    const twice = several(every('as-prescribed'), { kind: 'continuous' }, every('as-prescribed', { day: 20 }));
    const keys = ask(twice).occurrences.map(({ key }) => key);
    expect(keys).toHaveLength(8);
    expect(new Set(keys).size).toBe(8);
  });
});

describe('a happening', () => {
  it('waits for its day', () => {
    expect(ask({ kind: 'event', event: 'Trước bầu cử' })).toEqual({
      occurrences: [],
      waiting: [{ key: 'Trước bầu cử', event: 'Trước bầu cử' }],
    });
  });

  it('waits beside days, once', () => {
    const event = { kind: 'event', event: 'đột xuất' } as const;
    const found = ask(several(event, { kind: 'deadline', by: '2026-06-30' }, event));
    expect(found.occurrences).toHaveLength(1);
    expect(found.waiting).toHaveLength(1);
  });

  it('is what a day that no calendar has becomes', () => {
    expect(ask({ kind: 'deadline', by: '2026-02-31' })).toMatchObject({
      occurrences: [],
      waiting: [{ event: '31/02/2026 không có trong lịch' }],
    });
  });
});

describe('the asked range', () => {
  const quarterly = every('quarter', { day: 15, inLastMonth: true, exclusive: true });

  it('bounds the last days, both ends included', () => {
    expect(dues(quarterly, { from: '2026-06-12' })).toEqual(['2026-06-12', '2026-09-14', '2026-12-14']);
    expect(dues(quarterly, { from: '2026-06-13', to: '2026-09-14' })).toEqual(['2026-09-14']);
    expect(dues({ kind: 'deadline', by: '2025-06-30' }, { from: '2026-01-01' })).toEqual([]);
  });

  it('leaves happenings waiting', () => {
    expect(ask({ kind: 'event', event: 'khi có yêu cầu' }, { from: '2026-06-01' }).waiting).toHaveLength(1);
  });
});
