import type { PlainDate } from '../kernel/plain-date.ts';
import type { Status } from './model.ts';

/** One day an item is owed on, of a plan or of the plan of a unit below it. */
export type OwedDay = { id: string; due: PlainDate | null; status: Status; percent: number };

/** How far what a unit plans for one day of the plan above is: how much of it, how many are done of how many. */
export type Upward = { id: string; percent: number; done: number; of: number };

/**
 * A unit's own plan counts upward: each of its days belongs to the first day of the task above that it is not later than, else to
 * the last one. The day above is as far as the mean of those; days given up are not counted. It is never done by this alone: when
 * all of its days are done, the unit still sends the completion itself, and whoever follows it may return it.
 */
export function countUpward(above: readonly OwedDay[], below: readonly OwedDay[]): Upward[] {
  const days = above.toSorted((a, b) => (a.due ?? 'z').localeCompare(b.due ?? 'z'));
  const last = days.at(-1);
  const live = below.filter(({ status }) => status !== 'cancelled' && status !== 'superseded');
  const ofDay = Map.groupBy(live, ({ due }) => days.find((one) => isUntil(due, one.due)) ?? last);
  return days.flatMap((day) => {
    const counted = ofDay.get(day) ?? [];
    if (counted.length === 0) return [];
    const done = counted.filter(({ status }) => status === 'done').length;
    const sum = counted.reduce((all, { status, percent }) => all + (status === 'done' ? 100 : percent), 0);
    return { id: day.id, percent: Math.floor(sum / counted.length), done, of: counted.length };
  });
}

const isUntil = (due: PlainDate | null, limit: PlainDate | null): boolean =>
  due !== null && limit !== null && due <= limit;
