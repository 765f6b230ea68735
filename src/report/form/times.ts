import Type, { type Static } from 'typebox';
import type { Recurring, Schedule } from '../../calendar/schedule.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { closed, oneOf } from '../../kernel/shapes.ts';

const day = Type.Unsafe<PlainDate>(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));

/**
 * When a form is owed: once by a day, or each month or quarter until the end of the year. `day` of the period's last month, or of the
 * month after it where the figures are known only then (`next`).
 */
export const FormTimes = Type.Union([
  Type.Object({ every: Type.Literal('once'), due: day }, closed),
  Type.Object(
    { every: oneOf('month', 'quarter'), day: Type.Integer({ minimum: 1, maximum: 31 }), next: Type.Boolean() },
    closed,
  ),
]);
export type FormTimes = Static<typeof FormTimes>;

/** The times as a schedule, as plans print theirs; what is periodic begins with the period of `today`. */
export function scheduleOf(times: FormTimes, today: PlainDate): Schedule {
  if (times.every === 'once') return { kind: 'deadline', by: times.due };
  const { every, day: on, next } = times;
  const bounds = { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  const recurring = { kind: 'recurring' as const, every, day: on, ...bounds };
  const schedule: Static<typeof Recurring> = next
    ? { ...recurring, inNextMonth: true }
    : { ...recurring, inLastMonth: true };
  return schedule;
}
