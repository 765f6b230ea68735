import { findPlainDate } from '../../kernel/plain-date.ts';
import type { SimpleSchedule } from '../model.ts';
import type { Phrase } from './phrases.ts';

/**
 * "Trước ngày 15 tháng cuối quý (riêng quý IV trước ngày 05/12)": a quarterly day with another day for one quarter is four
 * days of the year. Phrases are those of the folded text, from left to right.
 */
export function excepting(phrases: readonly Phrase[], text: string): Phrase[] {
  const [usual, quarter, other, ...rest] = phrases;
  if (!usual || !quarter || other?.schedule.kind !== 'deadline' || quarter.schedule.kind !== 'window')
    return [...phrases];
  const apart = /(?<![a-z])rieng\s*(?:bao cao\s*|trong\s*)?$/.test(text.slice(usual.end, quarter.start));
  const days = apart ? quarterly(usual.schedule, Number(quarter.schedule.from.slice(0, 4))) : undefined;
  if (!days || !/^[\s:,]*(?:thi\s*)?$/.test(text.slice(quarter.end, other.start))) return [...phrases];
  const { from, to } = quarter.schedule;
  const kept = days.filter((day) => day.by < from || day.by > to);
  const told = [...kept, other.schedule].sort((a, b) => (a.by < b.by ? -1 : 1));
  return [...told.map((schedule) => ({ ...usual, end: other.end, schedule, strong: true })), ...rest];
}

type Deadline = Extract<SimpleSchedule, { kind: 'deadline' }>;

/** The days of a year on which a quarterly schedule is due; undefined where it is none, or names no day. */
function quarterly(schedule: SimpleSchedule, year: number): Deadline[] | undefined {
  if (schedule.kind !== 'recurring' || schedule.every !== 'quarter' || schedule.day === undefined) return undefined;
  if (!schedule.inLastMonth) return undefined;
  const { day, exclusive } = schedule;
  const days = [3, 6, 9, 12].flatMap((month) => findPlainDate(year, month, day) ?? []);
  return days.map((by) => ({ kind: 'deadline', by, ...(exclusive && { exclusive }) }));
}
