import type { Schedule, SimpleSchedule } from '../model.ts';
import type { Phrase } from './phrases.ts';
import { finer } from './recurrences.ts';

type Recurring = Extract<SimpleSchedule, { kind: 'recurring' }>;

const same = (a: SimpleSchedule, b: SimpleSchedule): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "Hằng quý, trước ngày 05 của tháng liền kề": the month next to the quarter; else the finer period counts. */
const periodOf = (last: Recurring, part: Recurring): Recurring['every'] =>
  part.inNextMonth && last.day === undefined && last.every !== 'as-prescribed'
    ? last.every
    : finer(last.every, part.every);

const onOneDay = (a: Recurring, b: Recurring): boolean =>
  (a.day === undefined || b.day === undefined || a.day === b.day) &&
  (a.month === undefined || b.month === undefined || a.month === b.month);

/** "Báo cáo tháng trước ngày 20, báo cáo quý trước ngày 15 …": the second period has a day of its own. */
const opensAnother = (last: Recurring, part: Recurring, next: SimpleSchedule | undefined): boolean =>
  last.day !== undefined &&
  part.day === undefined &&
  part.every !== 'as-prescribed' &&
  next?.kind === 'recurring' &&
  !onOneDay(last, next);

/** "Định kỳ hằng quý … trước ngày 15 tháng cuối quý" is one recurrence: the finer period, and the day where one is told. */
export function mergeRecurring(parts: readonly SimpleSchedule[]): SimpleSchedule[] {
  const merged: SimpleSchedule[] = [];
  for (const [index, part] of parts.entries()) {
    const last = merged.at(-1);
    const one = last?.kind === 'recurring' && part.kind === 'recurring' && onOneDay(last, part);
    if (one && !opensAnother(last, part, parts[index + 1]))
      merged[merged.length - 1] = { ...last, ...part, every: periodOf(last, part) };
    else if (!merged.some((known) => same(known, part))) merged.push(part);
  }
  return merged;
}

/** "Ngày 10 và ngày 25 hằng tháng": the first day returns as often as the one it is listed with. */
export function sharingPeriod(phrases: readonly Phrase[], text: string): Phrase[] {
  const told = [...phrases];
  for (let at = told.length - 2; at >= 0; at -= 1) {
    const [phrase, next] = [told[at], told[at + 1]];
    if (!phrase || !next || !/^\s*(?:,|;|va)\s*$/.test(text.slice(phrase.end, next.start))) continue;
    const [alone, other] = [phrase.schedule, next.schedule];
    if (!isDayAlone(alone) || other.kind !== 'recurring' || other.day === undefined) continue;
    const { day, exclusive } = alone;
    told[at] = { ...phrase, schedule: { ...other, day, ...(exclusive && { exclusive }) } };
  }
  return told;
}

const isDayAlone = (schedule: SimpleSchedule): schedule is Recurring & { day: number } =>
  schedule.kind === 'recurring' &&
  schedule.every === 'as-prescribed' &&
  schedule.day !== undefined &&
  !schedule.inLastMonth;

const bounding = /^(?:phai\s*)?(?:xong|hoan thanh|truoc|cham nhat|muon nhat|tre nhat|den|het|cuoi)/;

const lies = (inner: SimpleSchedule, outer: { from: string; to: string }): boolean =>
  inner.kind === 'deadline'
    ? inner.by >= outer.from && inner.by <= outer.to
    : inner.kind === 'window' && inner.from >= outer.from && inner.to <= outer.to;

/**
 * Which of two neighbouring times says it all, undefined where both do. "Quý I (xong trước 31/3)": the day inside the
 * stretch. "02 lần/năm (tháng 6 và tháng 12)", "15/6/2026 (6 tháng)": what brackets only explain.
 */
function telling(outer: Phrase, inner: Phrase, text: string): Phrase | undefined {
  const between = text.slice(outer.end, inner.start);
  const bracketed = /\([^)]*$/.test(between);
  const [a, b] = [outer.schedule, inner.schedule];
  if (a.kind === 'window' && lies(b, a)) {
    const bound = b.kind === 'deadline' && /^\s*[,;(]?\s*$/.test(between) && bounding.test(text.slice(inner.start));
    return bracketed || bound ? inner : undefined;
  }
  if (!bracketed) return undefined;
  if (a.kind === 'recurring' && b.kind !== 'recurring' && b.kind !== 'continuous') return outer;
  if (a.kind === 'deadline' && b.kind !== 'deadline') return outer;
  return a.kind === 'continuous' && b.kind === 'window' ? outer : undefined;
}

/** The times of a wording without those that only explain another. */
export function withoutExplaining(phrases: readonly Phrase[], text: string): Phrase[] {
  const kept: Phrase[] = [];
  for (const phrase of phrases) {
    const last = kept.at(-1);
    const one = last && last.end <= phrase.start ? telling(last, phrase, text) : undefined;
    if (one === undefined) kept.push(phrase);
    else if (one === last) kept[kept.length - 1] = { ...last, end: last.end };
    else kept[kept.length - 1] = phrase;
  }
  return kept;
}

export const combine = (parts: readonly SimpleSchedule[]): Schedule | null => {
  const [first, ...rest] = parts;
  return first === undefined ? null : rest.length === 0 ? first : { kind: 'several', parts: [...parts] };
};
