import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { isPlainDate, type PlainDate } from '../kernel/plain-date.ts';
import { addDays, weekdayOf, yearOf } from './days.ts';
import { nationalCalendar } from './holidays.ts';
import { NationalCalendar } from './model.ts';

const { days, sources, years } = nationalCalendar;
const byDay = new Map(days.map((day) => [day.day, day]));
const isWeekend = (day: PlainDate) => weekdayOf(day) > 5;
const named = (year: number, name: string) =>
  days.filter((day) => yearOf(day.day) === year && day.name.startsWith(name));
const all = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i);

/** First days of the lunar year and 10/3, from tables printed in Vietnam. */
const lunar: readonly (readonly [year: number, tet: string, hung: string])[] = [
  [2020, '2020-01-25', '2020-04-02'],
  [2021, '2021-02-12', '2021-04-21'],
  [2022, '2022-02-01', '2022-04-10'],
  [2023, '2023-01-22', '2023-04-29'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
];

/** The breaks as announced, from the first to the last day off, weekends included. */
const breaks: readonly (readonly [from: string, to: string])[] = [
  ['2020-01-23', '2020-01-29'],
  ['2021-02-10', '2021-02-16'],
  ['2021-04-30', '2021-05-03'],
  ['2021-09-02', '2021-09-05'],
  ['2022-01-01', '2022-01-03'],
  ['2022-01-29', '2022-02-06'],
  ['2022-04-30', '2022-05-03'],
  ['2022-09-01', '2022-09-04'],
  ['2022-12-31', '2023-01-02'],
  ['2023-01-20', '2023-01-26'],
  ['2023-04-29', '2023-05-03'],
  ['2023-09-01', '2023-09-04'],
  ['2024-02-08', '2024-02-14'],
  ['2024-04-27', '2024-05-01'],
  ['2024-08-31', '2024-09-03'],
  ['2025-01-25', '2025-02-02'],
  ['2025-04-30', '2025-05-04'],
  ['2025-08-30', '2025-09-02'],
  ['2026-01-01', '2026-01-04'],
  ['2026-02-14', '2026-02-22'],
  ['2026-04-25', '2026-04-27'],
  ['2026-08-29', '2026-09-02'],
];

const isOff = (day: PlainDate): boolean => {
  const entry = byDay.get(day);
  return entry ? entry.kind !== 'working' : isWeekend(day);
};

/**
 * Days since 2000 at which new moon `k` falls in Vietnam (UTC+7): Meeus, Astronomical Algorithms, chapter 49, its largest
 * terms; good to some minutes.
 */
function newMoon(k: number): PlainDate {
  const t = k / 1236.85;
  const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const node = 160.7108 + 390.67050284 * k;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const shift =
    -0.4072 * sin(moon) +
    0.17241 * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * node) +
    0.00739 * sin(moon - sun) -
    0.00514 * sin(moon + sun) +
    0.00208 * sin(2 * sun) -
    0.00111 * sin(moon - 2 * node) -
    0.00057 * sin(moon + 2 * node);
  const terrestrialAhead = 70 / 86_400;
  const days = Math.floor(mean + shift - terrestrialAhead + 7 / 24 + 0.5) - 2451545;
  return addDays('2000-01-01' as PlainDate, days);
}

const moons = new Set(Array.from({ length: 100 }, (_, i) => newMoon(247 + i)));

describe('the national days off', () => {
  it('fit their schema, in order, each day once, with sources that are listed', () => {
    const check = Compile(NationalCalendar);
    expect([...check.Errors(nationalCalendar)]).toEqual([]);
    expect(days.every(({ day }) => isPlainDate(day))).toBe(true);
    expect(days.map(({ day }) => day)).toEqual([...byDay.keys()].sort());
    const used = new Set(days.flatMap(({ source }) => source));
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });

  it.each(all)('of %i are those of the Labour Code: 5 days of Tết, and the fixed days', (year) => {
    const holidays = days.filter(({ day, kind }) => yearOf(day) === year && kind === 'holiday');
    expect(named(year, 'Tết Âm lịch')).toHaveLength(5);
    // National Day has a second day since 2021, Culture Day is a holiday since 2026.
    expect(holidays).toHaveLength(10 + (year >= 2021 ? 1 : 0) + (year >= 2026 ? 1 : 0));
    for (const day of ['01-01', '04-30', '05-01', '09-02'])
      expect(byDay.get(`${year}-${day}` as PlainDate)?.kind).toBe('holiday');
    const second = holidays.filter(({ name }) => name.includes('ngày liền kề')).map(({ day }) => day);
    expect(second.every((day) => [`${year}-09-01`, `${year}-09-03`].includes(day))).toBe(true);
  });

  it.each(lunar)('of %i begin the lunar year on %s and remember the Hùng Kings on %s', (year, tet, hung) => {
    expect(named(year, 'Tết Âm lịch').find(({ name }) => name.includes('mùng 1 tháng'))?.day).toBe(tet);
    expect(named(year, 'Giỗ Tổ').map(({ day }) => day)).toEqual([hung]);
  });

  it.each(lunar)('of %i agree with the moon: months begin with the new moon in Vietnam', (_year, tet, hung) => {
    expect(moons).toContain(tet);
    expect(moons).toContain(addDays(hung as PlainDate, -9));
    // Two whole months lie between the first month's and the third month's first day, three where a month is leap.
    const months = [...moons].filter((day) => day > tet && day < addDays(hung as PlainDate, -8));
    expect([2, 3]).toContain(months.length);
  });

  it.each(breaks)('give the break %s to %s without a working day in it, and no longer', (from, to) => {
    for (let day = from as PlainDate; day <= to; day = addDays(day, 1)) expect([day, isOff(day)]).toEqual([day, true]);
    expect(isOff(addDays(from as PlainDate, -1))).toBe(false);
    expect(isOff(addDays(to as PlainDate, 1))).toBe(false);
  });

  it('make up for weekends: a compensatory day is a weekday, and stands for a weekend holiday or a day worked', () => {
    for (const { day, kind, for: other } of days) {
      if (kind === 'holiday') expect([day, other]).toEqual([day, undefined]);
      else expect([day, isWeekend(day)]).toEqual([day, kind === 'working']);
      if (kind === 'compensatory') {
        const made = other && byDay.get(other);
        expect([day, other !== undefined && isWeekend(other), made?.kind === 'holiday' || made?.for === day]).toEqual([
          day,
          true,
          true,
        ]);
      }
      if (kind === 'working') expect(other && byDay.get(other)).toMatchObject({ kind: 'compensatory', for: day });
    }
  });

  it('leave no holiday of the Labour Code on a weekend without its day off', () => {
    const missed = days.filter(
      ({ day, kind }) => kind === 'holiday' && isWeekend(day) && !days.some((one) => one.for === day),
    );
    expect(missed.map(({ day }) => day)).toEqual([]);
  });

  it('are verified where a notice was found: what 2027 leaves to a decision is not', () => {
    const open = days.filter(({ verified }) => !verified).map(({ day }) => day);
    expect(open).toEqual([
      '2027-02-04',
      '2027-02-05',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-09-03',
    ]);
  });
});
