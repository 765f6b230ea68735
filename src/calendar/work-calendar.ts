import type { PlainDate } from '../kernel/plain-date.ts';
import { addDays, daysBetween, sayWeekday, weekdayOf, yearOf } from './days.ts';
import { nationalCalendar } from './holidays.ts';
import { type CalendarChange, defaultSettings, type NationalCalendar, type NationalDay } from './model.ts';

/** What a day is, and who says so. `reason` is the tenant's, where the tenant changed it. */
export type DayStatus = {
  working: boolean;
  /** "thứ Bảy", "ngày nghỉ Tết Âm lịch …", as it is said of the day */
  name: string;
  /** what the day off is for, "Tết Âm lịch Giáp Thìn"; null where only its weekday decides */
  occasion: string | null;
  verified: boolean;
  reason: string | null;
};

export type WorkCalendar = {
  isWorkingDay(day: PlainDate): boolean;
  statusOf(day: PlainDate): DayStatus;
  /** the day itself where it is a working day; undefined where there is none within a year */
  previousWorkingDay(day: PlainDate): PlainDate | undefined;
  nextWorkingDay(day: PlainDate): PlainDate | undefined;
  /** the `count`-th working day after a day; undefined where there are not as many within a year */
  workingDaysAfter(day: PlainDate, count: number): PlainDate | undefined;
  /** working days after `from` up to `to`, as "within 5 working days" counts; 0 where `to` is not later */
  workingDaysBetween(from: PlainDate, to: PlainDate): number;
  /** whether days off of that year are listed at all */
  knows(day: PlainDate): boolean;
};

type Options = {
  changes?: readonly CalendarChange[];
  workingWeekdays?: readonly number[];
  national?: NationalCalendar;
};

const farthest = 366;

/** The national days with a tenant's changes over them; the last change of a day counts. */
export function buildCalendar(options: Options = {}): WorkCalendar {
  const { changes = [], workingWeekdays = defaultSettings.workingWeekdays, national = nationalCalendar } = options;
  const listed = new Map(national.days.map((day) => [day.day, day]));
  const changed = new Map(changes.map((change) => [change.day, change]));
  const works = new Set(workingWeekdays);
  const statusOf = (day: PlainDate): DayStatus => {
    const change = changed.get(day);
    if (change?.action === 'set') return named({ ...change, verified: true }, change.reason);
    const entry = change ? undefined : listed.get(day);
    if (entry) return named(entry, null);
    const working = works.has(weekdayOf(day));
    return { working, name: sayWeekday(day), occasion: null, verified: true, reason: change?.reason ?? null };
  };
  const isWorkingDay = (day: PlainDate): boolean => statusOf(day).working;
  const find = (day: PlainDate, step: 1 | -1): PlainDate | undefined => {
    for (let i = 0; i <= farthest; i += 1) {
      const other = addDays(day, i * step);
      if (isWorkingDay(other)) return other;
    }
    return undefined;
  };
  return {
    isWorkingDay,
    statusOf,
    previousWorkingDay: (day) => find(day, -1),
    nextWorkingDay: (day) => find(day, 1),
    workingDaysAfter: (day, count) => {
      let found: PlainDate | undefined = day;
      for (let i = 0; i < count && found; i += 1) found = find(addDays(found, 1), 1);
      return found;
    },
    workingDaysBetween: (from, to) => {
      let count = 0;
      for (let i = 1; i <= daysBetween(from, to); i += 1) if (isWorkingDay(addDays(from, i))) count += 1;
      return count;
    },
    knows: (day) => yearOf(day) >= national.years[0] && yearOf(day) <= national.years[1],
  };
}

type Named = Pick<NationalDay, 'kind' | 'name' | 'verified'>;

const named = ({ kind, name, verified }: Named, reason: string | null): DayStatus => {
  const said =
    kind === 'working' || /^nghỉ/i.test(name)
      ? lowerFirst(name)
      : /^Tết/.test(name)
        ? `nghỉ ${name}`
        : `nghỉ lễ ${name}`;
  return { working: kind === 'working', name: `ngày ${said}`, occasion: occasionOf(name), verified, reason };
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Without what tells one day of the occasion from another: "Nghỉ bù …", "(mùng 2 tháng Giêng)". */
const occasionOf = (name: string): string => name.replace(/^nghỉ bù /i, '').replace(/ \(.*$/, '');
