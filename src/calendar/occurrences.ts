import { formatPlainDate, isPlainDate, type PlainDate, sayDay } from '../kernel/plain-date.ts';
import { lastDay } from './due.ts';
import type { Occurrence, Occurrences } from './model.ts';
import { coinciding, isLonger } from './periods.ts';
import { type Asked, continuousDays, type PrintedDay, recurringDays, wholeYear } from './recurrence.ts';
import type { Every, Schedule, SimpleSchedule } from './schedule.ts';

/** `year`: whose periods are asked for, and which a row without a time belongs to. */
export type Question = Asked & {
  /** only what is due on or after, on or before */
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
};

/** A part of a schedule is days as printed, or a happening that nobody has dated. */
type Part = { days: readonly PrintedDay[]; event?: string };

/**
 * What a schedule comes to in a year, in the order of the last days: for each the printed day, the last day to act and the
 * reasons. What recurs has one for each of its periods in `year` (the last may be due in January of the next, "của tháng liền
 * kề"); what is printed with a date keeps it, whichever year that is. Happenings wait until somebody enters their day.
 */
export function occurrences(schedule: Schedule | null, question: Question): Occurrences {
  const all = partsOf(schedule);
  const parts = all.filter((part) => !isToldBy(part, all, question)).map((part) => readPart(part, question));
  const events = [...new Set(parts.flatMap(({ event }) => event ?? []))];
  const days = schedule === null ? [wholeYear(question.year)] : parts.flatMap((part) => part.days);
  return {
    occurrences: unite(days)
      .map((day) => settle(day, question))
      .filter(({ due }) => (!question.from || due >= question.from) && (!question.to || due <= question.to))
      .sort((a, b) => compare(a.due, b.due) || compare(a.printed, b.printed)),
    waiting: events.map((event) => ({ key: event, event })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const partsOf = (schedule: Schedule | null): readonly SimpleSchedule[] =>
  schedule === null ? [] : schedule.kind === 'several' ? schedule.parts : [schedule];

const oftenest: readonly Every[] = ['week', 'month', 'quarter', 'half-year', 'year'];

/**
 * "Thường xuyên; báo cáo trước ngày 20 tháng cuối quý": where the same wording prints how often it is reported, no further
 * report is assumed of what goes on all the time. A rarer one ("tổng kết hằng năm") does not replace the usual ones.
 */
function isToldBy(part: SimpleSchedule, all: readonly SimpleSchedule[], { settings }: Asked): boolean {
  if (part.kind !== 'continuous') return false;
  const usual = oftenest.indexOf(settings.continuousEvery);
  return all.some(
    (other) =>
      other.kind === 'recurring' &&
      other.from === part.from &&
      other.to === undefined &&
      (other.every === 'as-prescribed' || oftenest.indexOf(other.every) <= usual),
  );
}

function readPart(part: SimpleSchedule, asked: Asked): Part {
  switch (part.kind) {
    case 'continuous':
      return { days: continuousDays(part, asked) };
    case 'recurring':
      return { days: recurringDays(part, asked) };
    case 'deadline':
      return dated(part.by, (printed) => ({
        exclusive: part.exclusive ?? false,
        words: `${part.exclusive ? 'Trước ngày' : 'Chậm nhất ngày'} ${formatPlainDate(printed)}`,
      }));
    case 'window':
      return dated(part.to, (printed) => ({
        opens: isPlainDate(part.from) ? part.from : null,
        words: `Từ ${sayDay(part.from)} đến hết ${formatPlainDate(printed)}`,
      }));
    case 'event':
      return { days: [], event: part.event };
  }
}

/** A printed date; what no calendar has ("31/02/2026") waits for somebody to say what was meant. */
function dated(iso: string, rest: (printed: PlainDate) => Partial<PrintedDay> & { words: string }): Part {
  if (!isPlainDate(iso)) return { days: [], event: `${iso.split('-').reverse().join('/')} không có trong lịch` };
  return {
    days: [{ key: iso, printed: iso, exclusive: false, opens: null, period: null, flags: [], ...rest(iso) }],
  };
}

/**
 * One for each printed day: periods that end on one day are one report, and an act owed twice on a day is owed once, by the
 * stricter wording and for the longest period.
 */
function unite(days: readonly PrintedDay[]): PrintedDay[] {
  const united = new Map<PlainDate, PrintedDay>();
  for (const day of days) {
    const known = united.get(day.printed);
    united.set(day.printed, known ? both(known, day) : day);
  }
  return withOwnKeys([...united.values()]);
}

/** Two days of one period have one key each: the later one is found again by its printed day. */
function withOwnKeys(days: readonly PrintedDay[]): PrintedDay[] {
  const taken = new Set<string>();
  return days.map((day) => {
    const key = taken.has(day.key) ? `${day.key} ${day.printed}` : day.key;
    taken.add(key);
    return { ...day, key };
  });
}

function both(a: PrintedDay, b: PrintedDay): PrintedDay {
  const period = a.period && b.period ? (isLonger(b.period, a.period) ? b.period : a.period) : (a.period ?? b.period);
  return {
    key: a.key,
    printed: a.printed,
    exclusive: a.exclusive || b.exclusive,
    opens: [a.opens, b.opens].filter((day) => day !== null).sort()[0] ?? null,
    period,
    flags: [...new Set([...a.flags, ...b.flags])],
    words: a.words === b.words ? a.words : `${a.words}; ${b.words}`,
  };
}

function settle({ words, exclusive, flags, ...day }: PrintedDay, { settings, calendar }: Question): Occurrence {
  const last = lastDay(day.printed, exclusive, settings, calendar);
  const excluded = exclusive ? `, không tính ngày ${formatPlainDate(day.printed)}` : '';
  return {
    ...day,
    due: last.due,
    rule: `${words}${excluded}: hạn cuối ${formatPlainDate(last.limit)}.`,
    moved: last.moved,
    coincides: day.period ? coinciding(day.period, settings) : [],
    flags: [...flags, ...last.flags],
  };
}
