import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { addDays, daysBetween } from './days.ts';
import { lastDay } from './due.ts';
import { type CalendarChange, type DeadlineSettings, defaultSettings, type Roll } from './model.ts';
import { occurrences } from './occurrences.ts';
import type { Schedule, SimpleSchedule } from './schedule.ts';
import { buildCalendar } from './work-calendar.ts';

const isoDay = fc
  .tuple(fc.integer({ min: 2019, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(
    ([y, m, d]) =>
      `${y}-${String(m).padStart(2, '0')}-${String(Math.min(d, daysInMonth(y, m))).padStart(2, '0')}` as PlainDate,
  );
/** What the contract's pattern lets through: also days that no calendar has. */
const anyIso = fc.oneof(
  { weight: 9, arbitrary: isoDay },
  { weight: 1, arbitrary: fc.constantFrom('2026-02-31', '0000-00-00', '9999-99-99') },
);
const flag = fc.option(fc.boolean(), { nil: undefined });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const simple: fc.Arbitrary<SimpleSchedule> = fc.oneof(
  maybe(anyIso).map((from) => ({ kind: 'continuous', ...defined({ from }) }) as SimpleSchedule),
  fc
    .record({
      every: fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year', 'as-prescribed' as const),
      day: maybe(fc.integer({ min: 1, max: 31 })),
      month: maybe(fc.integer({ min: 1, max: 12 })),
      inLastMonth: flag,
      inNextMonth: flag,
      exclusive: flag,
      from: maybe(anyIso),
      to: maybe(anyIso),
    })
    .map((parts) => ({ kind: 'recurring', ...defined(parts) }) as SimpleSchedule),
  fc.record({ from: anyIso, to: anyIso }).map(({ from, to }) => ({ kind: 'window', from, to }) as const),
  fc
    .record({ by: anyIso, exclusive: flag })
    .map((parts) => ({ kind: 'deadline', ...defined(parts) }) as SimpleSchedule),
  fc.string({ maxLength: 20 }).map((event) => ({ kind: 'event', event }) as const),
);
const schedule: fc.Arbitrary<Schedule | null> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 2, arbitrary: fc.array(simple, { maxLength: 5 }).map((parts) => ({ kind: 'several', parts }) as const) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const defined = (parts: object) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

const settings: fc.Arbitrary<DeadlineSettings> = fc.record({
  roll: fc.constantFrom<Roll>('before', 'after', 'keep'),
  cutDay: fc.integer({ min: 1, max: 31 }),
  unprinted: fc.constantFrom('unit-day' as const, 'after-cut' as const),
  workingDaysAfterCut: fc.integer({ min: 1, max: 20 }),
  unitDay: fc.integer({ min: 1, max: 31 }),
  focalDay: fc.integer({ min: 1, max: 31 }),
  // These move no day.
  ...{ remindFirst: fc.constant(7), remindAgain: fc.constant(3), remindLast: fc.constant(1) },
  ...{ headAfter: fc.constant(3), focalAfter: fc.constant(7) },
  bareDay: fc.constantFrom('last-month' as const, 'next-month' as const),
  continuousEvery: fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const),
  weeklyDay: fc.integer({ min: 1, max: 7 }),
  workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});
const changes: fc.Arbitrary<CalendarChange[]> = fc.array(
  fc.oneof(
    fc.record({
      action: fc.constant('set' as const),
      day: isoDay,
      kind: fc.constantFrom('holiday' as const, 'compensatory' as const, 'working' as const),
      name: fc.constant('Ngày của đơn vị'),
      reason: fc.constant('Thử'),
    }),
    fc.record({ action: fc.constant('clear' as const), day: isoDay, reason: fc.constant('Thử') }),
  ),
  { maxLength: 30 },
);
const year = fc.integer({ min: 2019, max: 2029 });
const asked = fc.tuple(schedule, year, settings, changes);
const calendarOf = (own: DeadlineSettings, changed: CalendarChange[]) =>
  buildCalendar({ changes: changed, workingWeekdays: own.workingWeekdays });

describe('whatever a plan prints and a tenant sets', () => {
  it('the last day is a working day, unless the tenant keeps days off', () => {
    fc.assert(
      fc.property(asked, ([what, when, own, changed]) => {
        const calendar = calendarOf(own, changed);
        for (const one of occurrences(what, { year: when, settings: own, calendar }).occurrences) {
          expect(calendar.isWorkingDay(one.due) || one.flags.includes('non-working-day')).toBe(true);
          if (own.roll !== 'keep') expect(one.flags).not.toContain('non-working-day');
        }
      }),
    );
  });

  it('rolling back never gives a later day than the printed one, and “trước ngày” never that day', () => {
    fc.assert(
      fc.property(
        isoDay,
        fc.boolean(),
        fc.constantFrom<Roll>('before', 'keep'),
        changes,
        (printed, exclusive, roll, changed) => {
          const { due, limit } = lastDay(printed, exclusive, { roll }, buildCalendar({ changes: changed }));
          expect(due <= printed && due <= limit).toBe(true);
          if (exclusive) expect(due < printed).toBe(true);
        },
      ),
    );
  });

  it('is moved, or says nothing of a move', () => {
    fc.assert(
      fc.property(asked, ([what, when, own, changed]) => {
        const found = occurrences(what, { year: when, settings: own, calendar: calendarOf(own, changed) });
        for (const { rule, moved, due } of found.occurrences) {
          const limit = /hạn cuối (\d\d)\/(\d\d)\/(\d{4})\.$/.exec(rule);
          expect(moved === null).toBe(due === limit?.slice(1).reverse().join('-'));
        }
      }),
    );
  });

  it('a later printed day has no earlier last day', () => {
    fc.assert(
      fc.property(isoDay, isoDay, fc.boolean(), settings, changes, (a, b, exclusive, own, changed) => {
        const calendar = calendarOf(own, changed);
        const [early, late] = [a, b].sort() as [PlainDate, PlainDate];
        expect(lastDay(early, exclusive, own, calendar).due <= lastDay(late, exclusive, own, calendar).due).toBe(true);
      }),
    );
  });

  it('every schedule comes to an end, in order, on real days, within the asked range, each with a key of its own', () => {
    fc.assert(
      fc.property(asked, isoDay, isoDay, ([what, when, own, changed], a, b) => {
        const [from, to] = [a, b].sort() as [PlainDate, PlainDate];
        const calendar = calendarOf(own, changed);
        const { occurrences: days } = occurrences(what, { year: when, settings: own, calendar, from, to });
        const last = days.map(({ due }) => due);
        expect(last).toEqual([...last].sort());
        expect(days.every(({ printed, due }) => isPlainDate(printed) && isPlainDate(due))).toBe(true);
        expect(last.every((due) => due >= from && due <= to)).toBe(true);
        expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
      }),
    );
  });

  it('each period of the year has its day: none is lost, whatever the day', () => {
    const counts = { month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;
    const periods = fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const);
    fc.assert(
      fc.property(
        periods,
        fc.integer({ min: 1, max: 31 }),
        fc.boolean(),
        year,
        settings,
        (every, day, exclusive, when, own) => {
          const what: Schedule = { kind: 'recurring', every, day, exclusive, inLastMonth: true };
          const calendar = calendarOf(own, []);
          expect(occurrences(what, { year: when, settings: own, calendar }).occurrences).toHaveLength(counts[every]);
        },
      ),
    );
  });
});

describe('two ways to one answer', () => {
  it('a range asked in two pieces is the range asked at once', () => {
    fc.assert(
      fc.property(asked, isoDay, ([what, when, own, changed], cut) => {
        const question = { year: when, settings: own, calendar: calendarOf(own, changed) };
        const whole = occurrences(what, question).occurrences;
        const first = occurrences(what, { ...question, to: cut }).occurrences;
        const second = occurrences(what, { ...question, from: addDays(cut, 1) }).occurrences;
        expect([...first, ...second]).toEqual(whole);
      }),
    );
  });

  it('one part alone is the schedule itself', () => {
    fc.assert(
      fc.property(simple, year, settings, (part, when, own) => {
        const question = { year: when, settings: own, calendar: calendarOf(own, []) };
        expect(occurrences({ kind: 'several', parts: [part] }, question)).toEqual(occurrences(part, question));
        expect(occurrences({ kind: 'several', parts: [part, part] }, question)).toEqual(occurrences(part, question));
      }),
    );
  });

  it('the last day is the nearest working day a person would find going back through the calendar', () => {
    fc.assert(
      fc.property(isoDay, fc.boolean(), changes, (printed, exclusive, changed) => {
        const calendar = buildCalendar({ changes: changed });
        const { due } = lastDay(printed, exclusive, defaultSettings, calendar);
        const limit = exclusive ? addDays(printed, -1) : printed;
        const between = Array.from({ length: daysBetween(due, limit) }, (_, i) => addDays(due, i + 1));
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(between.filter((day) => calendar.isWorkingDay(day))).toEqual([]);
        expect(calendar.workingDaysBetween(due, limit)).toBe(0);
      }),
    );
  });
});
