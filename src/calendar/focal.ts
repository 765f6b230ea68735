import type { Occurrence } from './model.ts';
import { occurrences, type Question } from './occurrences.ts';
import type { Schedule } from './schedule.ts';

/**
 * What the focal office owes of a schedule where the plan leaves the day open: it reports after the units, on a day of its own
 * (`focalDay`, usually the 20th of the period's last month, when units report by the 15th). Undefined where a day is printed:
 * that holds for everybody. The keys are its own, so that each day is found again whatever is set later.
 */
export function focalOccurrences(schedule: Schedule | null, question: Question): Occurrence[] | undefined {
  const { settings } = question;
  const on = (unitDay: number, unprinted = settings.unprinted) =>
    occurrences(schedule, { ...question, settings: { ...settings, unprinted, unitDay } }).occurrences;
  const open = ([1, 28] as const).map((day) => on(day, 'unit-day').map(({ printed }) => printed));
  if (JSON.stringify(open[0]) === JSON.stringify(open[1])) return undefined;
  return on(settings.focalDay).map((one) => ({ ...one, key: `focal ${one.key}` }));
}
