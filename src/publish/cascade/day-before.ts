import { addDays, dayOfMonth } from '../../calendar/days.ts';
import type { Schedule, SimpleSchedule } from '../../calendar/schedule.ts';
import { isPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { readSchedule } from '../../plan/schedule.ts';
import { saySchedule } from '../../plan/words/schedule.ts';
import type { Ahead } from './model.ts';

export type Timed = { time: string | null; schedule: Schedule | null };

/** `from`: the mother plan's own day, which no day of a child comes before; `year` is the plan's. */
export type Bounds = Ahead & { from: PlainDate | null; year: number | null };

/**
 * When a unit wants its work done, so much before its mother plan's day, in words that are read back to just that. Where no day is
 * stated, or none is left before it, the mother plan's own words stay: none is invented.
 */
export function dayBefore({ time, schedule }: Timed, bounds: Bounds): Timed {
  if (schedule === null) return { time, schedule };
  const sooner = soonerOf(schedule, bounds);
  const said = saySchedule(sooner).sentence;
  const understood = same(readSchedule(said, bounds.year).schedule, sooner);
  if (understood && (time === null || !same(sooner, schedule))) return { time: said, schedule: sooner };
  const kept = time ?? saySchedule(schedule).sentence;
  return { time: kept, schedule: readSchedule(kept, bounds.year).schedule };
}

function soonerOf(schedule: Schedule, bounds: Bounds): Schedule {
  if (schedule.kind !== 'several') return soonerPart(schedule, bounds);
  return { kind: 'several', parts: schedule.parts.map((part) => soonerPart(part, bounds)) };
}

function soonerPart(part: SimpleSchedule, bounds: Bounds): SimpleSchedule {
  switch (part.kind) {
    case 'deadline':
      return soonerDay(part, part.exclusive ? -1 : 0, part.by, bounds);
    case 'window': {
      const sooner = soonerDay(part, 0, part.to, bounds);
      // What has begun by then needs no first day any more.
      if (sooner.kind !== 'deadline' || part.from <= floorOf(bounds)) return sooner;
      return sooner.by > part.from ? { ...part, to: sooner.by } : part;
    }
    case 'recurring':
      return soonerPeriodic(part, bounds);
    default:
      return part;
  }
}

/** Neither before today nor before the mother plan itself. */
const floorOf = ({ today, from }: Bounds): PlainDate => (from !== null && from > today ? from : today);

function soonerDay<T extends SimpleSchedule>(
  part: T,
  shift: number,
  printed: string,
  bounds: Bounds,
): T | Extract<SimpleSchedule, { kind: 'deadline' }> {
  if (!isPlainDate(printed)) return part;
  const last = addDays(printed, shift);
  const floor = floorOf(bounds);
  if (last <= floor) return part;
  const day = workingDaysBefore(last, bounds);
  return { kind: 'deadline', by: [day, floor].toSorted()[1] ?? floor };
}

function workingDaysBefore(last: PlainDate, { workingDays, calendar }: Ahead): PlainDate {
  let day = calendar.previousWorkingDay(last) ?? last;
  for (let left = workingDays; left > 0; left -= 1) day = calendar.previousWorkingDay(addDays(day, -1)) ?? day;
  return day;
}

/** Of every period alike: working days as they are without days off, five to a week. */
const calendarDays = ({ workingDays }: Ahead): number =>
  Math.floor(workingDays / 5) * 7 + (workingDays % 5 === 0 ? 0 : (workingDays % 5) + 2);

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;

/** The day within its month; the first where the month has not so many before it. A weekday is left: a week is too short. */
function soonerPeriodic(part: Recurring, bounds: Bounds): Recurring {
  const { every, day, month } = part;
  if (day === undefined || every === 'week') return part;
  if (month === undefined) return { ...part, day: Math.max(1, day - calendarDays(bounds)) };
  const year = bounds.year ?? Number(bounds.today.slice(0, 4));
  const sooner = addDays(dayOfMonth(year, month, day), -calendarDays(bounds));
  if (sooner < dayOfMonth(year, 1, 1)) return { ...part, month: 1, day: 1 };
  return { ...part, month: Number(sooner.slice(5, 7)), day: Number(sooner.slice(8)) };
}

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
