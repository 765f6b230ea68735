import Type, { type Static } from 'typebox';
import type { PlainDate } from '../kernel/plain-date.ts';
import { closed } from '../kernel/shapes.ts';

/**
 * The shapes of the calendar: days off as data, what a tenant changes of them and of the rules for last days, and what a
 * schedule comes to. Law and practice behind each default: the page on report periods, and `data/holidays`.
 */

const Day = Type.Unsafe<PlainDate>(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));
const words = Type.String({ minLength: 1, maxLength: 300 });

/** `holiday`: by law, also where it falls on a weekend; `compensatory`: a weekday off; `working`: a weekend day worked. */
const dayKinds = ['holiday', 'compensatory', 'working'] as const;
export type DayKind = (typeof dayKinds)[number];
const DayKind = Type.Unsafe<DayKind>(Type.Union(dayKinds.map((kind) => Type.Literal(kind))));

/** One day of the national list. `source`: keys of the list's sources; `verified` false: no published notice was found. */
export const NationalDay = Type.Object(
  {
    day: Day,
    kind: DayKind,
    name: words,
    /** the weekend holiday a compensatory day makes up for, or the other day of a swap */
    for: Type.Optional(Day),
    note: Type.Optional(words),
    source: Type.Array(Type.String(), { minItems: 1 }),
    verified: Type.Boolean(),
  },
  closed,
);
export type NationalDay = Static<typeof NationalDay>;

export const NationalCalendar = Type.Object(
  {
    title: words,
    note: Type.String(),
    years: Type.Tuple([Type.Integer(), Type.Integer()]),
    sources: Type.Record(Type.String(), Type.String()),
    days: Type.Array(NationalDay),
  },
  closed,
);
export type NationalCalendar = Static<typeof NationalCalendar>;

/** `set` adds a day or changes what it is; `clear` takes the national entry away, so that its weekday decides. */
export const CalendarChange = Type.Union([
  Type.Object({ action: Type.Literal('set'), day: Day, kind: DayKind, name: words, reason: words }, closed),
  Type.Object({ action: Type.Literal('clear'), day: Day, reason: words }, closed),
]);
export type CalendarChange = Static<typeof CalendarChange>;

const periodLengths = ['month', 'quarter', 'half-year', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

const rolls = ['before', 'after', 'keep'] as const;
export type Roll = (typeof rolls)[number];

/** How a tenant counts. What a plan prints always counts first; these say what it leaves open. */
export const DeadlineSettings = Type.Object(
  {
    /** a last day that is no working day: the working day before (office practice), after (civil law), or as it is */
    roll: Type.Unsafe<Roll>(Type.Union(rolls.map((roll) => Type.Literal(roll)))),
    /** the day of a period's last month its figures are closed on; the next period's begin the day after */
    cutDay: Type.Integer({ minimum: 1, maximum: 31 }),
    /** where a plan prints no day: `unitDay` of the period's last month, or working days after its figures are closed */
    unprinted: Type.Unsafe<'unit-day' | 'after-cut'>(Type.Union([Type.Literal('unit-day'), Type.Literal('after-cut')])),
    /** the day units report by */
    unitDay: Type.Integer({ minimum: 1, maximum: 31 }),
    /** the day the focal office reports by: what it owes is counted with this as `unitDay` */
    focalDay: Type.Integer({ minimum: 1, maximum: 31 }),
    workingDaysAfterCut: Type.Integer({ minimum: 1, maximum: 20 }),
    /** the month of a day printed without one ("ngày 15 hằng quý") */
    bareDay: Type.Unsafe<'last-month' | 'next-month'>(
      Type.Union([Type.Literal('last-month'), Type.Literal('next-month')]),
    ),
    /** how often what goes on all the time, or returns "theo quy định", is reported */
    continuousEvery: Type.Unsafe<PeriodLength>(Type.Union(periodLengths.map((length) => Type.Literal(length)))),
    /** the weekday a weekly report is due on: 1 Monday … 7 Sunday */
    weeklyDay: Type.Integer({ minimum: 1, maximum: 7 }),
    /** the weekdays on which offices work */
    workingWeekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, uniqueItems: true }),
    /** so many days before, whoever does it is reminded: first, again, for the last time */
    remindFirst: Type.Integer({ minimum: 1, maximum: 30 }),
    remindAgain: Type.Integer({ minimum: 1, maximum: 30 }),
    remindLast: Type.Integer({ minimum: 1, maximum: 30 }),
    /** so many working days overdue, the unit's head is told, and then the focal office */
    headAfter: Type.Integer({ minimum: 1, maximum: 60 }),
    focalAfter: Type.Integer({ minimum: 1, maximum: 60 }),
  },
  closed,
);
export type DeadlineSettings = Static<typeof DeadlineSettings>;

/**
 * Data windows 15 → 14: Nghị định 09/2019/NĐ-CP. Units on the 15th, the focal office on the 20th, rolling back: practice.
 * Two working days after the cut-off, where a province counts so: Quyết định 01/2023/QĐ-UBND of Khánh Hòa. When somebody is
 * reminded and told of delay is practice; no law says.
 */
export const defaultSettings: DeadlineSettings = {
  roll: 'before',
  cutDay: 14,
  unprinted: 'unit-day',
  unitDay: 15,
  focalDay: 20,
  workingDaysAfterCut: 2,
  bareDay: 'last-month',
  continuousEvery: 'quarter',
  weeklyDay: 5,
  workingWeekdays: [1, 2, 3, 4, 5],
  ...{ remindFirst: 7, remindAgain: 3, remindLast: 1 },
  ...{ headAfter: 3, focalAfter: 7 },
};

/** Whether each reminder comes after the one before it, and the focal office hears of it after the unit's head. */
export const isInOrder = ({ remindFirst, remindAgain, remindLast, headAfter, focalAfter }: DeadlineSettings): boolean =>
  remindFirst > remindAgain && remindAgain > remindLast && headAfter < focalAfter;

/** What a tenant keeps: its own days over the national ones, each with a reason, and its settings. */
export const TenantCalendar = Type.Object(
  { changes: Type.Array(CalendarChange, { maxItems: 2000 }), settings: DeadlineSettings },
  closed,
);
export type TenantCalendar = Static<typeof TenantCalendar>;

export const defaultCalendar: TenantCalendar = { changes: [], settings: defaultSettings };

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';

/** A report period: `from`–`to` are the days its figures cover, both included. */
export type Period = {
  kind: PeriodKind;
  year: number;
  /** counts from 1 in its year */
  number: number;
  /** "Quý II/2026" */
  label: string;
  from: PlainDate;
  to: PlainDate;
};

/**
 * What was assumed or wants a look:
 * day-assumed (no day printed: the tenant's), month-assumed (a day without a month), period-assumed (goes on all the time),
 * as-prescribed ("định kỳ theo quy định"), no-time-stated (the plan's year), day-clamped (the month has no such day),
 * non-working-day (kept by the setting), unverified-day (moved over a day without a published notice), unknown-year (no
 * list of days off for that year), no-working-day (none within a year).
 */
export type OccurrenceFlag =
  | 'day-assumed'
  | 'month-assumed'
  | 'period-assumed'
  | 'as-prescribed'
  | 'no-time-stated'
  | 'day-clamped'
  | 'non-working-day'
  | 'unverified-day'
  | 'unknown-year'
  | 'no-working-day';

/** One day on which something is owed. */
export type Occurrence = {
  /** finds it again after a recalculation: the printed day, or the period where a setting chose the day */
  key: string;
  printed: PlainDate;
  /** the last day to act */
  due: PlainDate;
  /** how the day follows from what is printed, in words */
  rule: string;
  /** why `due` is not the last day by the wording alone; null where it is */
  moved: string | null;
  /** the first day of a printed stretch */
  opens: PlainDate | null;
  period: Period | null;
  /** periods that end on the same day: one report serves them all */
  coincides: readonly Period[];
  flags: readonly OccurrenceFlag[];
};

/** What a schedule comes to: days, and happenings somebody has to date. */
export type Occurrences = { occurrences: readonly Occurrence[]; waiting: readonly { key: string; event: string }[] };
