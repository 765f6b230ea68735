import { daysInMonth, findPlainDate } from '../../kernel/plain-date.ts';
import type { SimpleSchedule } from '../model.ts';
import type { Phrase } from './phrases.ts';

type Deadline = Extract<SimpleSchedule, { kind: 'deadline' }>;
type Stretch = { from: string; to: string };

/**
 * "Trước ngày 15 tháng cuối quý (riêng quý IV trước ngày 05/12)", "trước ngày 15 hằng tháng, riêng tháng 12 trước ngày 10": a
 * day of each quarter or month with another day for one of them is so many days of the year. Phrases are those of the folded
 * text, from left to right.
 */
export function excepting(phrases: readonly Phrase[], text: string): Phrase[] {
  const [usual, apart, other, ...rest] = phrases;
  const excepted = apart && stretchOf(apart.schedule);
  if (!usual || !apart || !other || !excepted) return [...phrases];
  const said = /(?<![a-z])rieng\s*(?:bao cao\s*|trong\s*)?$/.test(text.slice(usual.end, apart.start));
  const days = said ? daysOf(usual.schedule, Number(excepted.from.slice(0, 4))) : undefined;
  const day = dayIn(other.schedule, excepted);
  if (!days || !day || !/^[\s:,]*(?:thi\s*)?$/.test(text.slice(apart.end, other.start))) return [...phrases];
  const kept = days.filter(({ by }) => by < excepted.from || by > excepted.to);
  const told = [...kept, day].sort((a, b) => (a.by < b.by ? -1 : 1));
  return [...told.map((schedule) => ({ ...usual, end: other.end, schedule, strong: true })), ...rest];
}

/** The quarter or the month that has another day; a month named alone is read as its last day. */
function stretchOf(schedule: SimpleSchedule): Stretch | undefined {
  if (schedule.kind === 'window') return schedule;
  if (schedule.kind !== 'deadline') return undefined;
  const [year, month, day] = schedule.by.split('-');
  return Number(day) === daysInMonth(Number(year), Number(month))
    ? { from: `${year}-${month}-01`, to: schedule.by }
    : undefined;
}

/** The other day: a date, or a day of the last month of the stretch. */
function dayIn(schedule: SimpleSchedule, { to }: Stretch): Deadline | undefined {
  if (schedule.kind === 'deadline') return schedule;
  if (schedule.kind !== 'recurring' || schedule.every !== 'as-prescribed' || schedule.day === undefined)
    return undefined;
  return deadline(Number(to.slice(0, 4)), Number(to.slice(5, 7)), schedule);
}

function deadline(
  year: number,
  month: number,
  { day = 0, exclusive }: { day?: number; exclusive?: boolean },
): Deadline | undefined {
  const by = findPlainDate(year, month, day);
  return by && { kind: 'deadline', by, ...(exclusive && { exclusive }) };
}

const closingMonths = [3, 6, 9, 12];
const allMonths = Array.from({ length: 12 }, (_, index) => index + 1);

/** The days of a year on which a quarterly or monthly schedule is due; undefined where it is none, or names no day. */
function daysOf(schedule: SimpleSchedule, year: number): Deadline[] | undefined {
  if (schedule.kind !== 'recurring' || schedule.day === undefined || schedule.inNextMonth) return undefined;
  const quarterly = schedule.every === 'quarter' && schedule.inLastMonth;
  if (!quarterly && schedule.every !== 'month') return undefined;
  return (quarterly ? closingMonths : allMonths).flatMap((month) => deadline(year, month, schedule) ?? []);
}
