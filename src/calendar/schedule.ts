import Type, { type Static } from 'typebox';
import { closed } from '../kernel/shapes.ts';

/**
 * When something is owed, as a plan prints it: the shape is part of the published reading contract. `occurrences.ts` turns it
 * into days.
 */

const text = Type.String();
const day = Type.Integer({ minimum: 1, maximum: 31 });
const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** `from`: it begins on a day within the plan's time ("từ tháng 7/2026"). */
export const Continuous = Type.Object({ kind: Type.Literal('continuous'), from: Type.Optional(isoDate) }, closed);
const everyWords = ['week', 'month', 'quarter', 'half-year', 'year', 'as-prescribed'] as const;
export const Every = Type.Unsafe<Every>(Type.Union(everyWords.map((word) => Type.Literal(word))));
export type Every = (typeof everyWords)[number];
/**
 * `day` 15 with `inLastMonth`: "trước ngày 15 tháng cuối quý"; `inNextMonth`: "ngày 05 của tháng liền kề"; `month` where a
 * yearly one falls in another month than the last: "trước ngày 30/11 hằng năm". Of a week, `day` is the weekday: 1 Monday …
 * 7 Sunday. `from`, `to`: only the periods that end between these days ("hằng quý từ ngày 01/7/2026").
 */
export const Recurring = Type.Object(
  {
    kind: Type.Literal('recurring'),
    every: Every,
    day: Type.Optional(day),
    month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    inLastMonth: Type.Optional(Type.Boolean()),
    inNextMonth: Type.Optional(Type.Boolean()),
    exclusive: Type.Optional(Type.Boolean()),
    from: Type.Optional(isoDate),
    to: Type.Optional(isoDate),
  },
  closed,
);
/** Both days are included. */
export const Window = Type.Object({ kind: Type.Literal('window'), from: isoDate, to: isoDate }, closed);
/** `exclusive`: the day itself is too late ("trước ngày"). */
export const Deadline = Type.Object(
  { kind: Type.Literal('deadline'), by: isoDate, exclusive: Type.Optional(Type.Boolean()) },
  closed,
);
/** A happening without a day, as printed. */
export const Event = Type.Object({ kind: Type.Literal('event'), event: text }, closed);
export const SimpleSchedule = Type.Union([Continuous, Recurring, Window, Deadline, Event]);
export const Schedule = Type.Union([
  Continuous,
  Recurring,
  Window,
  Deadline,
  Event,
  Type.Object({ kind: Type.Literal('several'), parts: Type.Array(SimpleSchedule) }, closed),
]);
export type SimpleSchedule = Static<typeof SimpleSchedule>;
export type Schedule = Static<typeof Schedule>;
